package dev.gradus.studio.model;

import dev.gradus.nn.Merge;
import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.studio.model.Calculation.Term;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Adds up what the experts of a mixture say, each times how much it counts.
///
/// - inputs: how much each counts, `[batch, ..., experts]`, then what each says
record Weighed() implements Merge, Inner {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        var gates = inputs.getFirst();
        var sum = inputs.get(1).mul(gates.slice(-1, 0, 1, 1));
        for (var i = 2; i < inputs.size(); i++) {
            sum = sum.add(inputs.get(i).mul(gates.slice(-1, i - 1, i, 1)));
        }
        return sum;
    }

    Calculation account(Spot at) {
        var experts = at.place().inputs().size() - 1;
        var row = at.flat() / at.shape().size(-1) * experts;
        var terms = new ArrayList<Term>();
        for (var i = 0; i < experts; i++) {
            terms.add(at.term(i + 1, at.flat(), at.input(0)[row + i]));
        }
        return at.sum(Kind.WEIGHTED, terms);
    }

    @Override
    public String toString() {
        return "experts, weighed by the gates";
    }
}
