package dev.gradus.studio.model;

import dev.gradus.nn.layer.MaxPool;
import dev.gradus.nn.layer.MeanPool;
import dev.gradus.nn.layer.Padding;
import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.studio.model.Calculation.Term;
import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/// Layers that make one number of each window, or of a whole channel.
final class Pools {
    private Pools() {}

    static Calculation largest(Spot at, MaxPool pool) {
        var seen = seen(at, pool.size(), pool.stride(), pool.padding());
        var terms = seen.inside.stream().map(from -> at.term(0, from, 1)).toList();
        return extreme(at, Kind.LARGEST, terms).size(seen.size);
    }

    static Calculation mean(Spot at, MeanPool pool) {
        var seen = seen(at, pool.size(), pool.stride(), pool.padding());
        var share = 1.0 / seen.inside.size();
        var terms = seen.inside.stream().map(from -> at.term(0, from, share)).toList();
        return at.sum(Kind.WEIGHTED, terms).size(seen.size);
    }

    /// The largest number of one of as many pieces, about equally long, as there are results.
    static Calculation largestOfPiece(Spot at) {
        var shape = at.inputShape(0);
        var pieces = at.shape();
        var axes = shape.rank() - 1;
        var begin = new int[axes];
        var size = new int[axes];
        for (var axis = 0; axis < axes; axis++) {
            var piece = at.index()[axis];
            begin[axis] = (int) ((long) piece * shape.size(axis) / pieces.size(axis));
            var end = Math.ceilDiv((piece + 1L) * shape.size(axis), pieces.size(axis));
            size[axis] = (int) end - begin[axis];
        }
        var seen = within(at, begin, size);
        var terms = seen.inside.stream().map(from -> at.term(0, from, 1)).toList();
        return extreme(at, Kind.LARGEST, terms).size(seen.size);
    }

    /// A whole channel at once: its mean, or its largest number.
    static Calculation global(Spot at, Kind kind) {
        var channels = at.inputShape(0).size(-1);
        var count = at.inputShape(0).count() / channels;
        var terms = new ArrayList<Term>(count);
        for (var i = 0; i < count; i++) {
            var weight = kind == Kind.LARGEST ? 1 : 1.0 / count;
            terms.add(at.term(0, i * channels + at.last(), weight));
        }
        return kind == Kind.LARGEST ? extreme(at, kind, terms) : at.sum(kind, terms);
    }

    static Calculation extreme(Spot at, Kind kind, List<Term> terms) {
        var inputs = terms.stream().mapToDouble(Term::input);
        var found = kind == Kind.LARGEST ? inputs.max() : inputs.min();
        return Calculation.of(kind, terms, found.orElse(Double.NaN), "", at.value());
    }

    /// What a window looks at; beyond the edge there is nothing.
    private record Seen(List<Integer> size, List<Integer> inside) {}

    private static Seen seen(Spot at, List<Integer> sizes, List<Integer> strides, Padding padding) {
        var shape = at.inputShape(0);
        var axes = shape.rank() - 1;
        var size = new int[axes];
        var begin = new int[axes];
        for (var axis = 0; axis < axes; axis++) {
            size[axis] = sizes.get(sizes.size() == 1 ? 0 : axis);
            var stride = strides.get(strides.size() == 1 ? 0 : axis);
            var before =
                    switch (padding) {
                        case VALID -> 0;
                        case SAME -> missing(shape.size(axis), size[axis], stride) / 2;
                        case CAUSAL -> size[axis] - 1;
                    };
            begin[axis] = at.index()[axis] * stride - before;
        }
        return within(at, begin, size);
    }

    private static Seen within(Spot at, int[] begin, int[] size) {
        var shape = at.inputShape(0);
        var axes = size.length;
        var window = Shape.of(size);
        var inside = new ArrayList<Integer>();
        for (var i = 0; i < window.count(); i++) {
            var place = java.util.Arrays.copyOf(Grid.place(window, i), axes + 1);
            for (var axis = 0; axis < axes; axis++) {
                place[axis] += begin[axis];
            }
            place[axes] = at.last();
            var from = Grid.number(shape, place);
            if (from >= 0) {
                inside.add(from);
            }
        }
        return new Seen(Products.sizes(window), inside);
    }

    private static int missing(int size, int reach, int stride) {
        return Math.max(0, (Math.ceilDiv(size, stride) - 1) * stride + reach - size);
    }
}
