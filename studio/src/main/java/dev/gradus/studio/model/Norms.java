package dev.gradus.studio.model;

import dev.gradus.nn.layer.BatchNorm;
import dev.gradus.nn.layer.GroupNorm;
import dev.gradus.nn.layer.InstanceNorm;
import dev.gradus.nn.layer.LayerNorm;
import dev.gradus.nn.layer.RmsNorm;
import dev.gradus.nn.layer.UnitNorm;
import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.studio.model.Calculation.Term;
import dev.gradus.tensor.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Normalisations: `(x - mean) × factor + shift` is the sum of `x × factor`, `-mean × factor` and the shift.
final class Norms {
    /// Below this a squared length counts as this.
    private static final double LEAST = 1e-24;

    private Norms() {}

    static Calculation batch(Spot at, BatchNorm norm) {
        var channel = at.last();
        var mean = new Weight(norm.runningMean()).at(channel);
        var variance = new Weight(norm.runningVariance()).at(channel);
        var scale = scale(norm.weight(), channel);
        return normalised(
                at,
                mean,
                scale / Math.sqrt(variance + norm.spec().epsilon()),
                at.bias(norm.bias(), channel));
    }

    static Calculation layer(Spot at, LayerNorm norm) {
        var features = norm.weight().count();
        var row = at.flat() / features;
        var moments = Moments.of(at.input(0), i -> i / features == row);
        return normalised(
                at,
                moments.mean,
                new Weight(norm.weight()).at(at.last())
                        / Math.sqrt(moments.variance + norm.spec().epsilon()),
                OptionalDouble.of(new Weight(norm.bias()).at(at.last())));
    }

    static Calculation group(Spot at, GroupNorm norm) {
        var channels = at.shape().size(-1);
        var each = channels / norm.spec().groups();
        var group = at.last() / each;
        var moments = Moments.of(at.input(0), i -> i % channels / each == group);
        return normalised(
                at,
                moments.mean,
                scale(norm.weight(), at.last())
                        / Math.sqrt(moments.variance + norm.spec().epsilon()),
                at.bias(norm.bias(), at.last()));
    }

    private static double scale(Optional<Parameter> weight, int channel) {
        return weight.map(it -> new Weight(it).at(channel)).orElse(1.0);
    }

    static Calculation instance(Spot at, InstanceNorm norm) {
        var channels = at.shape().size(-1);
        var moments = Moments.of(at.input(0), i -> i % channels == at.last());
        return normalised(
                at,
                moments.mean,
                scale(norm.weight(), at.last())
                        / Math.sqrt(moments.variance + norm.spec().epsilon()),
                at.bias(norm.bias(), at.last()));
    }

    /// Each number over the length of the row it stands in.
    static Calculation length(Spot at, UnitNorm norm) {
        var shape = at.shape();
        var axis = norm.axis() < 0 ? shape.rank() + norm.axis() : norm.axis();
        var along = shape.range(axis + 1, shape.rank()).count();
        var size = shape.size(axis);
        var square = Moments.of(at.input(0), i -> sameRow(i, at.flat(), along, size)).square();
        var factor = 1 / Math.sqrt(Math.max(square * size, LEAST));
        return at.sum(Kind.WEIGHTED, List.of(at.term(0, at.flat(), factor)));
    }

    private static boolean sameRow(int i, int flat, int along, int size) {
        return i % along == flat % along && i / along / size == flat / along / size;
    }

    static Calculation meanSquare(Spot at, RmsNorm norm) {
        var features = norm.weight().count();
        var row = at.flat() / features;
        var moments = Moments.of(at.input(0), i -> i / features == row);
        var factor =
                new Weight(norm.weight()).at(at.last())
                        / Math.sqrt(moments.square() + norm.spec().epsilon());
        return at.sum(Kind.WEIGHTED, List.of(at.term(0, at.flat(), factor)));
    }

    private static Calculation normalised(
            Spot at, double mean, double factor, OptionalDouble shift) {
        return at.sum(
                Kind.NORMALISED,
                List.of(at.term(0, at.flat(), factor), new Term(-1, -1, -mean, factor)),
                shift);
    }

    private record Moments(double mean, double variance) {
        /// Returns the mean of the squares.
        double square() {
            return variance + mean * mean;
        }

        static Moments of(float[] x, IntPredicate counts) {
            var chosen =
                    IntStream.range(0, x.length).filter(counts).mapToDouble(i -> x[i]).toArray();
            var mean =
                    IntStream.range(0, chosen.length)
                            .mapToDouble(i -> chosen[i])
                            .average()
                            .orElse(0);
            var variance =
                    IntStream.range(0, chosen.length)
                            .mapToDouble(i -> (chosen[i] - mean) * (chosen[i] - mean))
                            .average()
                            .orElse(0);
            return new Moments(mean, variance);
        }
    }
}
