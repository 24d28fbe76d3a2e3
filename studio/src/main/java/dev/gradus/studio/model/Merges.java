package dev.gradus.studio.model;

import dev.gradus.nn.merge.Concatenate;
import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.studio.model.Calculation.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Places where branches meet, apart from sums.
final class Merges {
    private Merges() {}

    private static List<Term> all(Spot at) {
        return IntStream.range(0, at.place().inputs().size())
                .mapToObj(i -> at.term(i, at.flat(), 1))
                .toList();
    }

    static Calculation product(Spot at) {
        var product = all(at).stream().mapToDouble(Term::input).reduce(1, (a, b) -> a * b);
        return Calculation.of(Kind.MULTIPLIED, all(at), product, "", at.value());
    }

    static Calculation extreme(Spot at, Kind kind) {
        return Pools.extreme(at, kind, all(at));
    }

    static Calculation joined(Spot at, Concatenate concatenate) {
        var rank = at.shape().rank();
        var axis = concatenate.axis() < 0 ? rank + concatenate.axis() : concatenate.axis() - 1;
        var place = at.index();
        for (var i = 0; ; i++) {
            var shape = at.inputShape(i);
            if (place[axis] < shape.size(axis)) {
                var term = at.term(i, Grid.number(shape, place), 1);
                return Calculation.of(Kind.PASSED, List.of(term), term.input(), "", at.value());
            }
            place[axis] -= shape.size(axis);
        }
    }

    static Calculation dot(Spot at) {
        var features = at.inputShape(0).size(-1);
        var terms = new ArrayList<Term>(features);
        for (var i = 0; i < features; i++) {
            var from = at.flat() * features + i;
            terms.add(at.term(0, from, at.input(1)[from]));
        }
        return at.sum(Kind.WEIGHTED, terms);
    }
}
