package dev.gradus.studio.model;

import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Cast;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.CumulativeSum;
import dev.gradus.tensor.op.Index;
import dev.gradus.tensor.op.Marker;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Select;
import dev.gradus.tensor.op.Source;
import dev.gradus.tensor.op.Unary;
import dev.gradus.tensor.op.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What a layer has noted down, parted into steps that can be accounted for: sums, in which each number
/// that comes in is weighed and nothing is bent, and between them single operations that bend.
///
/// So any layer can be looked into, one of one's own too: nothing has to be known of it.
final class Formula {
    private final Set<Tensor> given;
    private final Map<Tensor, Boolean> dependent = new HashMap<>();
    private final Map<Tensor, Integer> order = new HashMap<>();
    private final Set<Tensor> ends = new LinkedHashSet<>();
    private final Set<Parameter> told = new HashSet<>();

    private Formula(List<Tensor> given) {
        this.given = Set.copyOf(given);
    }

    /// One step.
    ///
    /// @param end what it makes
    /// @param from what it reads: what is given, and what steps before it make
    /// @param parameters those of the layer that it uses, by name
    record Step(Tensor end, List<Tensor> from, Map<String, Parameter> parameters) {
        Step {
            from = List.copyOf(from);
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }

        /// Returns the part of the layer whose parameters it uses, empty if that is not one.
        String owner() {
            var owners =
                    parameters.keySet().stream()
                            .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('.'))))
                            .distinct()
                            .toList();
            return owners.size() == 1 ? owners.getFirst() : "";
        }

        /// Returns this step with the names its parameters have in `owner`.
        Step of(String owner) {
            var names = new LinkedHashMap<String, Parameter>();
            var from = owner.isEmpty() ? 0 : owner.length() + 1;
            parameters.forEach((name, parameter) -> names.put(name.substring(from), parameter));
            return new Step(end, this.from, names);
        }

        /// Returns whether each number that comes in is weighed and added, and nothing else is done.
        boolean isSum() {
            return from.contains(end) || isStraight(end, from);
        }

        private static boolean isStraight(Tensor end, List<Tensor> from) {
            var formula = new Formula(from);
            return !formula.dependsOnGiven(end) || formula.isStraight(end);
        }
    }

    /// Returns the steps from `given` to `result`, in order; the last one makes `result`.
    static List<Step> of(Tensor result, List<Tensor> given) {
        return of(result, given, Map.of());
    }

    /// Returns the same with the parameters each step uses; one that several use is the first one's.
    static List<Step> of(Tensor result, List<Tensor> given, Map<String, Parameter> parameters) {
        var formula = new Formula(given);
        var end = behindNotes(result);
        formula.visit(end);
        formula.ends.add(end);
        return formula.ends.stream()
                .sorted(Comparator.comparing(it -> formula.order.getOrDefault(it, -1)))
                .map(it -> new Step(it, formula.from(it), formula.used(it, parameters)))
                .toList();
    }

    private Map<String, Parameter> used(Tensor end, Map<String, Parameter> parameters) {
        var used = new HashSet<Parameter>();
        var seen = new HashSet<Tensor>();
        inputs(end).forEach(it -> collectParameters(it, used, seen));
        var named = new LinkedHashMap<String, Parameter>();
        parameters.forEach((name, parameter) -> {
            if (used.contains(parameter) && told.add(parameter)) {
                named.put(name, parameter);
            }
        });
        return named;
    }

    private void collectParameters(Tensor node, Set<Parameter> used, Set<Tensor> seen) {
        if (given.contains(node) || ends.contains(node) || !seen.add(node)) {
            return;
        }
        if (node.op() instanceof Source.Variable(var parameter, _)) {
            used.add(parameter);
        }
        inputs(node).forEach(it -> collectParameters(it, used, seen));
    }

    /// Notes compute nothing: what stands behind them is what counts outside of training.
    static Tensor behindNotes(Tensor node) {
        return switch (node.op()) {
            case Marker.ByMode _ -> behindNotes(node.input(1));
            case Marker _ -> behindNotes(node.input(0));
            case Move.After _ -> behindNotes(node.input(0));
            default -> node;
        };
    }

    static List<Tensor> inputs(Tensor node) {
        return IntStream.range(0, node.inputCount())
                .mapToObj(i -> behindNotes(node.input(i)))
                .toList();
    }

    /// Returns those of `from` that a node is made of.
    static List<Tensor> reached(Tensor node, List<Tensor> from) {
        var formula = new Formula(from);
        var found = new LinkedHashSet<Tensor>();
        formula.collect(node, found, new HashSet<>());
        return from.stream().filter(found::contains).toList();
    }

    private void visit(Tensor node) {
        if (given.contains(node) || order.containsKey(node) || !dependsOnGiven(node)) {
            return;
        }
        var inputs = inputs(node);
        inputs.forEach(this::visit);
        order.put(node, order.size());
        if (!isStraight(node)) {
            inputs.stream()
                    .filter(it -> dependsOnGiven(it) && isStraight(it) && !isCarried(it))
                    .forEach(ends::add);
            ends.add(node);
        }
    }

    private boolean dependsOnGiven(Tensor node) {
        var known = dependent.get(node);
        if (known != null) {
            return known;
        }
        var depends = given.contains(node) || inputs(node).stream().anyMatch(this::dependsOnGiven);
        dependent.put(node, depends);
        return depends;
    }

    /// Returns whether a node only says where numbers stand that something else makes.
    private boolean isCarried(Tensor node) {
        return given.contains(node)
                || !dependsOnGiven(node)
                || !isStraight(node)
                || node.op() instanceof Move && inputs(node).stream().allMatch(this::isCarried);
    }

    private boolean isStraight(Tensor node) {
        if (given.contains(node)) {
            return true;
        }
        var varies = inputs(node).stream().map(this::dependsOnGiven).toList();
        var one = varies.stream().filter(it -> it).count() == 1;
        return switch (node.op()) {
            case Move _ -> true;
            case Binary.ADD, Binary.SUBTRACT -> node.type().isFloating();
            case Binary.MULTIPLY -> node.type().isFloating() && one;
            case Binary.DIVIDE -> node.type().isFloating() && !varies.getLast();
            case Unary.NEGATE -> node.type().isFloating();
            case Reduce(var kind, _) -> kind == Reduce.Kind.SUM && node.type().isFloating();
            case Contract _ -> one;
            case Window.Pool(var kind, _) -> kind == Window.Kind.SUM;
            case Window.Spread _ -> true;
            case Index.Gather _ -> !varies.getLast();
            case Index.ScatterAdd _ -> node.type().isFloating() && !varies.getFirst();
            case CumulativeSum _ -> node.type().isFloating();
            case Select _ -> !varies.getFirst();
            case Cast(var type) -> type.isFloating();
            default -> false;
        };
    }

    private List<Tensor> from(Tensor end) {
        var found = new LinkedHashSet<Tensor>();
        if (given.contains(end)) {
            found.add(end);
        } else {
            inputs(end).forEach(it -> collect(it, found, new HashSet<>()));
        }
        return new ArrayList<>(found);
    }

    private void collect(Tensor node, Set<Tensor> found, Set<Tensor> seen) {
        if (given.contains(node) || ends.contains(node)) {
            found.add(node);
        } else if (dependsOnGiven(node) && seen.add(node)) {
            inputs(node).forEach(it -> collect(it, found, seen));
        }
    }
}
