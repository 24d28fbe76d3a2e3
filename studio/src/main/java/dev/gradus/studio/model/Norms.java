package dev.gradus.studio.model;

import dev.gradus.nn.layer.BatchNorm;
import dev.gradus.nn.layer.GroupNorm;
import dev.gradus.nn.layer.LayerNorm;
import dev.gradus.nn.layer.RmsNorm;
import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.studio.model.Calculation.Term;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Normalisations: `(x - mean) × factor + shift` is the sum of `x × factor`, `-mean × factor` and the shift.
final class Norms {
    private Norms() {}

    static Calculation batch(Spot at, BatchNorm norm) {
        var channel = at.last();
        var mean = new Weight(norm.runningMean()).at(channel);
        var variance = new Weight(norm.runningVariance()).at(channel);
        var scale = norm.weight().isPresent() ? new Weight(norm.weight().get()).at(channel) : 1;
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
        var scale = norm.weight().isPresent() ? new Weight(norm.weight().get()).at(at.last()) : 1;
        return normalised(
                at,
                moments.mean,
                scale / Math.sqrt(moments.variance + norm.spec().epsilon()),
                at.bias(norm.bias(), at.last()));
    }

    static Calculation meanSquare(Spot at, RmsNorm norm) {
        var features = norm.weight().count();
        var row = at.flat() / features;
        var moments = Moments.of(at.input(0), i -> i / features == row);
        var square = moments.variance + moments.mean * moments.mean;
        var factor =
                new Weight(norm.weight()).at(at.last()) / Math.sqrt(square + norm.spec().epsilon());
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
