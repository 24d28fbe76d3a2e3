package dev.gradus.testing;

import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.CumulativeSum;
import dev.gradus.tensor.op.Index;
import dev.gradus.tensor.op.Op;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Unary;
import dev.gradus.tensor.op.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// How much arithmetic stands behind a result, which decides how far rounding may carry it.
///
/// @param operations how many operations round
/// @param terms the most numbers that any one of them adds or multiplies up
public record Effort(int operations, int terms) {
    /// Returns the effort behind `results`.
    public static Effort of(List<Tensor> results) {
        var operations = 0;
        var terms = 1;
        for (var tensor : behind(results)) {
            if (rounds(tensor.op())) {
                operations++;
                terms = Math.max(terms, terms(tensor));
            }
        }
        return new Effort(operations, terms);
    }

    /// Returns the tensors that `results` are made of, themselves included, each once.
    public static List<Tensor> behind(List<Tensor> results) {
        var found = new ArrayList<Tensor>();
        var seen = new HashSet<Tensor>();
        var open = new ArrayList<>(results);
        while (!open.isEmpty()) {
            var tensor = open.removeLast();
            if (seen.add(tensor)) {
                found.add(tensor);
                for (var i = 0; i < tensor.inputCount(); i++) {
                    open.add(tensor.input(i));
                }
            }
        }
        return found;
    }

    private static boolean rounds(Op op) {
        return op instanceof Unary
                || op instanceof Binary binary && !binary.isComparison() && !binary.isLogical()
                || op instanceof Reduce
                || op instanceof Contract
                || op instanceof Window
                || op instanceof CumulativeSum
                || op instanceof Index.ScatterAdd;
    }

    private static int terms(Tensor tensor) {
        var inputs = 0;
        for (var i = 0; i < tensor.inputCount(); i++) {
            inputs = Math.max(inputs, tensor.input(i).count());
        }
        return switch (tensor.op()) {
            case Reduce _ -> Math.max(1, inputs / Math.max(1, tensor.count()));
            case CumulativeSum(int axis) -> Math.max(1, tensor.size(axis));
            case Contract.MatMul _ -> Math.max(1, tensor.input(0).size(-1));
            case Contract _, Window _, Index.ScatterAdd _ -> Math.max(1, inputs);
            default -> 1;
        };
    }
}
