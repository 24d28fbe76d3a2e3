package dev.gradus.tensor;

import dev.gradus.tensor.op.Derivatives;
import dev.gradus.tensor.op.Marker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much a number changes when others change a little: the gradient, by walking from the result
/// back to its origins (reverse-mode automatic differentiation).
///
/// The walk notes down more operations, so a gradient is a tensor like any other and has gradients of
/// its own.
///
/// ```java
/// var slope = Gradients.of(x.square().sum(), x);   // 2 x
/// ```
public final class Gradients {
    private Gradients() {}

    /// Returns the gradient of the scalar `y` with respect to `x`, with the shape of `x`.
    public static Tensor of(Tensor y, Tensor x) {
        return of(y, List.of(x)).getFirst();
    }

    /// Returns the gradients of the scalar `y` with respect to each of `xs`; zeros where `y` does not
    /// depend on one.
    ///
    /// @throws IllegalArgumentException if `y` is not a single floating-point number or an `x` is not
    ///     floating-point
    /// @throws IllegalStateException if `y` is made from what a step has computed
    public static List<Tensor> of(Tensor y, List<? extends Tensor> xs) {
        if (y.count() != 1) {
            throw new ShapeException(
                    "the gradient of a tensor of shape %s was asked for: a gradient belongs to one number, so use sum() or mean() first, or give the weight of each number"
                            .formatted(y.shape()));
        }
        return of(y, Tensor.onesLike(y), xs);
    }

    /// Returns the gradients of `Σ up × y` with respect to each of `xs`: the product of `up` with the
    /// Jacobian.
    public static List<Tensor> of(Tensor y, Tensor up, List<? extends Tensor> xs) {
        checkFloating("the gradient of", y);
        for (var i = 0; i < xs.size(); i++) {
            checkFloating(
                    "a gradient with respect to input %d of %d,".formatted(i + 1, xs.size()),
                    xs.get(i));
        }
        var order = new ArrayList<Tensor>();
        var reaches = reaching(y.current(), xs, order);
        var gradients = new HashMap<Tensor, Tensor>();
        gradients.put(y.current(), up.expand(y.shape()));
        try {
            walk(order, reaches, gradients);
        } finally {
            AnomalyDetection.endGradients();
        }
        return xs.stream()
                .map(x -> {
                    var gradient = gradients.get(x.current());
                    return gradient == null ? Tensor.zerosLike(x) : gradient;
                })
                .toList();
    }

    private static void walk(
            List<Tensor> order, Set<Tensor> reaches, Map<Tensor, Tensor> gradients) {
        var watched = AnomalyDetection.isOn();
        for (var node : order.reversed()) {
            var above = gradients.get(node);
            if (above == null) {
                continue;
            }
            if (watched) {
                AnomalyDetection.beginGradientOf(node);
            }
            var parts =
                    node.op() instanceof Marker.ByRule(var rule) ? byRule(rule, node, above) : null;
            for (var i = 0; i < node.inputCount(); i++) {
                var input = node.input(i);
                if (reaches.contains(input) && Derivatives.flows(node.op(), i)) {
                    var part = parts == null ? Derivatives.back(node, above, i) : parts.get(i - 1);
                    gradients.merge(input, part, Tensor::add);
                }
            }
        }
    }

    private static List<Tensor> byRule(GradientRule rule, Tensor node, Tensor up) {
        var inputs = new ArrayList<Tensor>();
        for (var i = 1; i < node.inputCount(); i++) {
            inputs.add(node.input(i));
        }
        var parts = rule.back(List.copyOf(inputs), node.input(0), up);
        var shapes = inputs.stream().map(Tensor::shape).toList();
        if (!parts.stream().map(Tensor::shape).toList().equals(shapes)) {
            throw new ShapeException(
                    "a gradient rule was asked for gradients of shapes %s but gave %s: one of the same shape belongs to each input"
                            .formatted(shapes, parts.stream().map(Tensor::shape).toList()));
        }
        return parts;
    }

    private static void checkFloating(String what, Tensor tensor) {
        if (!tensor.type().isFloating()) {
            throw new IllegalArgumentException(
                    "%s a tensor %s of type %s was asked for: whole numbers do not change a little, cast to float32"
                            .formatted(what, tensor.shape(), tensor.type()));
        }
    }

    /// Fills `order` with everything `y` is made of, inputs first, and returns those nodes through which
    /// a gradient flows to one of `xs`. The walk keeps its own stack: a network may be deeper than Java's.
    private static HashSet<Tensor> reaching(
            Tensor y, List<? extends Tensor> xs, List<Tensor> order) {
        var reaches = new HashSet<Tensor>();
        xs.forEach(x -> reaches.add(x.current()));
        var done = new HashSet<Tensor>();
        var stack = new ArrayList<Tensor>();
        Map<Tensor, Integer> next = new HashMap<>();
        stack.add(y);
        while (!stack.isEmpty()) {
            var node = stack.getLast();
            if (node.isSettled() && !reaches.contains(node)) {
                throw new IllegalStateException(
                        "a gradient was asked for through a tensor %s that a step has computed: its parameters have changed since. Build it again, or detach() it if it is meant as a constant"
                                .formatted(node.shape()));
            }
            var i = next.merge(node, 1, Integer::sum) - 1;
            if (i < node.inputCount()) {
                var input = node.input(i);
                if (!next.containsKey(input) && Derivatives.flows(node.op(), i)) {
                    stack.add(input);
                }
            } else {
                stack.removeLast();
                if (done.add(node)) {
                    order.add(node);
                    for (var k = 0; k < node.inputCount(); k++) {
                        if (Derivatives.flows(node.op(), k) && reaches.contains(node.input(k))) {
                            reaches.add(node);
                        }
                    }
                }
            }
        }
        return reaches;
    }
}
