package dev.gradus.nn;

import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.Marker;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/// How much a layer computes, counted on the expression it has noted down rather than by a formula
/// for each kind of layer.
final class Work {
    private Work() {}

    /// Returns the multiplications with addition that lead from `x` to `y` outside of training.
    static long between(Tensor x, Tensor y) {
        return between(List.of(x), y);
    }

    /// Returns the multiplications with addition that lead from `xs` to `y` outside of training.
    static long between(List<? extends Tensor> xs, Tensor y) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<Tensor, Boolean>());
        var open = new ArrayDeque<Tensor>();
        seen.addAll(xs);
        open.add(y);
        var sum = 0L;
        while (!open.isEmpty()) {
            var node = open.pop();
            if (!seen.add(node)) {
                continue;
            }
            sum += of(node);
            switch (node.op()) {
                case Marker.ByMode _ -> open.add(node.input(1));
                case Marker.Assign _, Marker.ByRule _ -> open.add(node.input(0));
                default -> {
                    for (var i = 0; i < node.inputCount(); i++) {
                        open.add(node.input(i));
                    }
                }
            }
        }
        return sum;
    }

    private static long of(Tensor node) {
        if (!(node.op() instanceof Contract contract)) {
            return 0;
        }
        return switch (contract) {
            case Contract.MatMul _ -> (long) node.count() * node.input(0).size(-1);
            case Contract.Convolve _ -> (long) node.count() * perOutput(node.input(1));
            // a gradient does the work of the convolution it belongs to
            case Contract.ConvolveInput _ ->
                    (long) node.input(0).count() * perOutput(node.input(1));
            case Contract.ConvolveWeight _ -> (long) node.input(1).count() * perOutput(node);
        };
    }

    private static int perOutput(Tensor weight) {
        return weight.shape().range(0, weight.rank() - 1).count();
    }
}
