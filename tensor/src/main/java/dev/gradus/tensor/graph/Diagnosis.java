package dev.gradus.tensor.graph;

import dev.gradus.tensor.AnomalyDetection;
import dev.gradus.tensor.NotFiniteException;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Interpreter;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.Op;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Source;
import dev.gradus.tensor.op.Unary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the first operation whose inputs were finite and whose result is not, by going through the
/// numbers of a program once more, as the interpreter defines them.
final class Diagnosis {
    private final Graph graph;
    private final Buffer[] leaves;
    private final List<Tensor> tensors;
    private final Buffer[] values;

    private Diagnosis(Trace.Traced traced, List<Tensor> tensors) {
        this.graph = Graph.of(traced.structure());
        this.leaves = traced.leaves();
        this.tensors = tensors;
        this.values = new Buffer[graph.nodes().size()];
    }

    /// Throws an exception that explains it if one of `results` is not finite.
    ///
    /// @param traced what was computed
    /// @param tensors for each node of the structure the tensor that it stands for
    static void check(List<Buffer> results, Trace.Traced traced, List<Tensor> tensors) {
        if (!results.stream().allMatch(Diagnosis::isFinite)) {
            throw new Diagnosis(traced, tensors).explain();
        }
    }

    private static boolean isFinite(Buffer numbers) {
        return firstNotFinite(numbers) < 0;
    }

    private static int firstNotFinite(Buffer numbers) {
        if (numbers.type().isFloating()) {
            for (var i = 0; i < numbers.size(); i++) {
                if (!Double.isFinite(numbers.getDouble(i))) {
                    return i;
                }
            }
        }
        return -1;
    }

    private NotFiniteException explain() {
        for (var node : graph.nodes()) {
            values[node.index] =
                    node.isLeaf()
                            ? leaves[node.leaf]
                            : Interpreter.evaluate(
                                    node.op,
                                    node.inputs.stream()
                                            .map(input ->
                                                    new Interpreter.Value(
                                                            values[input.index], input.shape))
                                            .toList(),
                                    node.shape,
                                    node.type);
            var at = firstNotFinite(values[node.index]);
            if (at >= 0) {
                return node.isLeaf() ? ofLeaf(node, at) : ofOperation(node, at);
            }
        }
        return new NotFiniteException(
                "a result is not finite, though each operation by itself, done exactly, stays finite: numbers are close to the largest of their type. Scale the data, or lower the learning rate",
                Optional.empty(),
                Optional.empty());
    }

    private NotFiniteException ofLeaf(Node node, int at) {
        var value = values[node.index].getDouble(at);
        var parameter = tensors.get(node.index).op() instanceof Source.Variable;
        return new NotFiniteException(
                parameter
                        ? "number %d of a parameter %s is %s before the step: an earlier step made it so. Begin again with detection on from the first step, or read the last good weights"
                                .formatted(at, node.shape, text(value))
                        : "number %d of the data %s is %s: it came in so. Look for missing values and divisions by zero in the data and their preprocessing"
                                .formatted(at, node.shape, text(value)),
                Optional.empty(),
                Optional.empty());
    }

    private NotFiniteException ofOperation(Node node, int at) {
        var origin = AnomalyDetection.origin(tensors.get(node.index));
        var count = 0;
        for (var i = 0; i < values[node.index].size(); i++) {
            count += Double.isFinite(values[node.index].getDouble(i)) ? 0 : 1;
        }
        var message =
                new StringBuilder(
                        "%s made %s, the first number that is not finite (number %d of %s, %d of %d are not)"
                                .formatted(
                                        name(node.op),
                                        text(values[node.index].getDouble(at)),
                                        at,
                                        node.shape,
                                        count,
                                        values[node.index].size()));
        message.append("\n  from ").append(inputs(node));
        origin.ifPresent(where -> message.append(where(where)));
        message.append("\n  fix  ").append(fix(node, origin));
        return new NotFiniteException(message.toString(), Optional.of(node.op), origin);
    }

    private static String where(AnomalyDetection.Origin origin) {
        var text = new StringBuilder();
        if (!origin.place().isEmpty()) {
            text.append("\n  in   ").append(origin.place());
        }
        text.append("\n  at   ").append(origin.line());
        if (!origin.callersLine().isEmpty()) {
            text.append(", called from ").append(origin.callersLine());
        }
        origin.gradientOf()
                .ifPresent(op -> text.append("\n  as part of the gradient of ").append(name(op)));
        return text.toString();
    }

    private String inputs(Node node) {
        var text = new StringBuilder();
        for (var input : node.inputs) {
            text.append(text.isEmpty() ? "" : " and ").append(range(values[input.index]));
            text.append(' ').append(input.shape);
        }
        return text.isEmpty() ? "nothing" : text.toString();
    }

    private static String range(Buffer numbers) {
        var least = Double.POSITIVE_INFINITY;
        var most = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < numbers.size(); i++) {
            least = Math.min(least, numbers.getDouble(i));
            most = Math.max(most, numbers.getDouble(i));
        }
        return least == most ? text(least) : text(least) + " to " + text(most);
    }

    private static String text(double value) {
        return Double.isNaN(value)
                ? "NaN"
                : Double.isInfinite(value)
                        ? (value > 0 ? "infinity" : "minus infinity")
                        : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String name(Op op) {
        return op instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT)
                : op instanceof Reduce(var kind, _)
                        ? kind.name().toLowerCase(Locale.ROOT)
                        : op.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String fix(Node node, Optional<AnomalyDetection.Origin> origin) {
        if (origin.flatMap(AnomalyDetection.Origin::gradientOf).orElse(null) == Unary.SQRT) {
            return "the slope of a square root is infinite at 0: add a small number before sqrt()";
        }
        return switch (node.op) {
            case Unary.LOG ->
                    "the logarithm needs numbers above 0: add a small number, or use logSoftmax(), a loss from logits";
            case Unary.EXP ->
                    "the exponential of more than 88 is infinite in float32: subtract the largest first, as softmax() does, or lower the learning rate";
            case Unary.SQRT -> "the square root needs numbers of at least 0: clamp them first";
            case Unary.RECIPROCAL, Binary.DIVIDE ->
                    "a division by 0 or by nearly nothing: add a small number to the divisor";
            case Binary.POWER -> "the power is too large, or of a negative number: clamp first";
            case Contract _ ->
                    "weights or inputs have grown too large: lower the learning rate, clip gradients, normalise";
            default -> "lower the learning rate, clip gradients, or normalise what goes in";
        };
    }
}
