package dev.gradus.testing;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One row tried on one kind of inputs: the tensors that go in and the tensors that come out.
///
/// @param name what is tried, for messages
/// @param formula the operation on inputs as they lie in memory
/// @param leaves the inputs as they lie in memory
/// @param result what the operation gives
/// @param gradients the gradients of `Σ weights × result` with respect to the floating-point
///     leaves, if the row has any
public record Trial(
        String name,
        Row.Formula formula,
        List<Tensor> leaves,
        Tensor result,
        List<Tensor> gradients) {
    private static final double[] EXTREMES = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -2.5,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.MIN_NORMAL,
        3,
        -88.5,
        127,
        1e-3
    };
    private static final double[] SIGNED_EXTREMES = {
        0, 1, -1, 2, 127, 128, 255, -7, 46341, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 24, 5
    };
    private static final double[] UNSIGNED_EXTREMES = {0, 1, 2, 3, 127, 128, 255, 7, 16, 100, 254};

    /// Returns the trial of `row` in `variant` with numbers of `type`. The row must have the
    /// variant.
    public static Trial of(OpCase row, Variant variant, DType type) {
        var shapes = row.row().shapes().of(variant).orElseThrow();
        var numbers = numbers(row, variant, type);
        return of(row, variant, type, shapes, numbers);
    }

    /// Returns the trial of `row` on numbers that are given.
    public static Trial of(
            OpCase row, Variant variant, DType type, List<Shape> shapes, List<double[]> numbers) {
        var placement = Placement.of(variant);
        var placed = new ArrayList<Placement.Placed>();
        for (var i = 0; i < shapes.size(); i++) {
            placed.add(placement.place(numbers.get(i), shapes.get(i), type(row, i, type)));
        }
        var leaves = placed.stream().map(Placement.Placed::leaf).toList();
        Row.Formula formula = given -> row.row().formula().apply(seen(placed, given));
        var result = formula.apply(leaves);
        var gradients = new ArrayList<Tensor>();
        if (row.row().hasGradient(variant, type)) {
            gradients.addAll(Gradients.of(result, weights(result), floating(leaves)));
        }
        var name = "%s %s %s".formatted(row, variant.name().toLowerCase(Locale.ROOT), type);
        return new Trial(name, formula, leaves, result, gradients);
    }

    private static List<Tensor> seen(List<Placement.Placed> placed, List<Tensor> leaves) {
        var seen = new ArrayList<Tensor>();
        for (var i = 0; i < leaves.size(); i++) {
            seen.add(placed.get(i).view().apply(leaves.get(i)));
        }
        return seen;
    }

    /// Returns the numbers of each input of `row` in `variant`, as they are seen.
    public static List<double[]> numbers(OpCase row, Variant variant, DType type) {
        var shapes = row.row().shapes().of(variant).orElseThrow();
        var numbers = new ArrayList<double[]>();
        for (var i = 0; i < shapes.size(); i++) {
            var domain = row.row().domains().get(i);
            var seed = 31L * row.name().hashCode() + 7L * variant.ordinal() + i;
            var extreme =
                    domain.type().isEmpty() && (type.isFloating() || domain.equals(Domain.ANY));
            numbers.add(
                    variant == Variant.EXTREME && extreme
                            ? extremes(shapes.get(i).count(), type, i)
                            : domain.draw(shapes.get(i).count(), type(row, i, type), i, seed));
        }
        return numbers;
    }

    /// Returns the type of input number `input` when the row is tried with `type`.
    public static DType type(OpCase row, int input, DType type) {
        return row.row().domains().get(input).type().orElse(type);
    }

    /// Every extreme meets every other: the first input repeats each, the second runs through them.
    private static double[] extremes(int count, DType type, int input) {
        var all =
                switch (type) {
                    case FLOAT32, FLOAT64 -> EXTREMES;
                    case INT32, INT64 -> SIGNED_EXTREMES;
                    case UINT8, BOOL -> UNSIGNED_EXTREMES;
                };
        var numbers = new double[count];
        for (var i = 0; i < count; i++) {
            var chosen = all[(input % 2 == 0 ? i / all.length : i) % all.length];
            numbers[i] = type == DType.BOOL ? chosen % 2 : chosen;
        }
        return numbers;
    }

    /// Returns weights for the numbers of `result`, small and different from each other, by which
    /// they are summed to one number that has a gradient.
    public static Tensor weights(Tensor result) {
        var weights = new double[result.count()];
        for (var i = 0; i < weights.length; i++) {
            weights[i] = (i * 7 % 19 - 9) / 8.0 + 0.0625;
        }
        return Tensor.of(weights, result.shape().toArray()).cast(result.type());
    }

    /// Returns those of `tensors` that can have a gradient.
    public static List<Tensor> floating(List<Tensor> tensors) {
        return tensors.stream().filter(tensor -> tensor.type().isFloating()).toList();
    }

    /// Returns the result and the gradients.
    public List<Tensor> outputs() {
        var outputs = new ArrayList<Tensor>();
        outputs.add(result);
        outputs.addAll(gradients);
        return outputs;
    }
}
