package dev.gradus.studio.model;

import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.studio.model.Calculation.Term;
import java.util.ArrayList;
import java.util.List;

/// The two steps of an attention between its dense layers.
final class Heads {
    private Heads() {}

    /// How well a key fits a query; softmax then makes shares of all scores of the query.
    static Calculation score(Spot at, Looks looks) {
        var index = at.index();
        var scores = at.values().sum(at.number());
        if (scores[at.flat()] <= Looks.NOWHERE / 2) {
            // it comes later: the head may not look there
            return Calculation.of(
                    Kind.UNTOLD, List.of(), Double.NEGATIVE_INFINITY, "hidden", at.value());
        }
        var width = looks.width();
        var features = at.inputShape(0).size(1);
        var query = at.values().computed(at.number(), "queries", looks::queries);
        var key = at.values().computed(at.number(), "keys", looks::keys);
        var queries = at.shape().size(1);
        var keys = at.shape().size(2);
        var terms = new ArrayList<Term>(width);
        for (var i = 0; i < width; i++) {
            var from = (index[0] * queries + index[1]) * width + i;
            var to = (index[0] * keys + index[2]) * width + i;
            terms.add(
                    new Term(
                            0,
                            index[1] * features + index[0] * width + i,
                            query[from],
                            key[to] / Math.sqrt(width)));
        }
        return Calculation.sum(
                Kind.WEIGHTED, terms, java.util.OptionalDouble.empty(), "SOFTMAX", at.value());
    }

    /// The mean of the values, weighed by where the head looks.
    static Calculation taken(Spot at, Takes takes) {
        var looks = takes.looks();
        var width = looks.width();
        var queries = at.shape().size(0);
        var keys = at.inputShape(0).size(2);
        var query = at.index()[0];
        var head = at.index()[1] / width;
        var feature = looks.valuesFrom() + looks.shared(head) * width + at.index()[1] % width;
        var terms = new ArrayList<Term>(keys);
        for (var key = 0; key < keys; key++) {
            var look = at.input(0)[(head * queries + query) * keys + key];
            terms.add(at.term(1, key * at.inputShape(1).size(1) + feature, look));
        }
        return at.sum(Kind.WEIGHTED, terms);
    }
}
