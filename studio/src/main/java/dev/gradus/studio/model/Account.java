package dev.gradus.studio.model;

import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.BatchNorm;
import dev.gradus.nn.layer.Convolution;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.DepthwiseConvolution;
import dev.gradus.nn.layer.Embedding;
import dev.gradus.nn.layer.Flatten;
import dev.gradus.nn.layer.GlobalMax;
import dev.gradus.nn.layer.GlobalMean;
import dev.gradus.nn.layer.GroupNorm;
import dev.gradus.nn.layer.LayerNorm;
import dev.gradus.nn.layer.MaxPool;
import dev.gradus.nn.layer.MeanPool;
import dev.gradus.nn.layer.PositionEmbedding;
import dev.gradus.nn.layer.Prelu;
import dev.gradus.nn.layer.Reshape;
import dev.gradus.nn.layer.RmsNorm;
import dev.gradus.nn.merge.Add;
import dev.gradus.nn.merge.Average;
import dev.gradus.nn.merge.Concatenate;
import dev.gradus.nn.merge.Dot;
import dev.gradus.nn.merge.Maximum;
import dev.gradus.nn.merge.Minimum;
import dev.gradus.nn.merge.Multiply;
import dev.gradus.nn.merge.Subtract;
import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.studio.model.Calculation.Term;
import java.util.List;

/// Gives account of one number of a place.
final class Account {
    private Account() {}

    /// Returns how number `flat` of what place `number` makes came about.
    static Calculation of(Activations values, int number, int flat) {
        var at = new Spot(values, number, flat);
        return switch (at.place().part()) {
            case Place.Input _ -> Calculation.of(Kind.GIVEN, List.of(), at.value(), "", at.value());
            case Dense dense -> Products.dense(at, dense);
            case Convolution convolution -> Products.convolution(at, convolution);
            case DepthwiseConvolution convolution -> Products.depthwise(at, convolution);
            case TokenLogits logits -> Products.logits(at, logits);
            case Looks looks -> Heads.score(at, looks);
            case Takes takes -> Heads.taken(at, takes);
            case MaxPool pool -> Pools.largest(at, pool);
            case MeanPool pool -> Pools.mean(at, pool);
            case GlobalMean _ -> Pools.global(at, Kind.WEIGHTED);
            case GlobalMax _ -> Pools.global(at, Kind.LARGEST);
            case BatchNorm norm -> Norms.batch(at, norm);
            case LayerNorm norm -> Norms.layer(at, norm);
            case RmsNorm norm -> Norms.meanSquare(at, norm);
            case GroupNorm norm -> Norms.group(at, norm);
            case Activation bend -> bent(at, bend);
            case Prelu prelu -> prelu(at, prelu);
            case Embedding embedding -> lookedUp(at, embedding);
            case PlaceVectors vectors -> placed(at, new Weight(vectors.weight()));
            case PositionEmbedding vectors -> placed(at, new Weight(vectors.weight()));
            case Flatten _ -> passed(at);
            case Reshape _ -> passed(at);
            case Add _ -> sum(at, 1);
            case Average _ -> sum(at, 1.0 / at.place().inputs().size());
            case Subtract _ -> difference(at);
            case Multiply _ -> Merges.product(at);
            case Maximum _ -> Merges.extreme(at, Kind.LARGEST);
            case Minimum _ -> Merges.extreme(at, Kind.SMALLEST);
            case Concatenate concatenate -> Merges.joined(at, concatenate);
            case Dot dot when !dot.normalized() -> Merges.dot(at);
            default -> at.isHandedOn() ? passed(at) : untold(at);
        };
    }

    private static Calculation untold(Spot at) {
        return Calculation.of(Kind.UNTOLD, List.of(), at.value(), "", at.value());
    }

    private static Calculation passed(Spot at) {
        var term = at.term(0, at.flat(), 1);
        return Calculation.of(Kind.PASSED, List.of(term), term.input(), "", at.value());
    }

    private static Calculation bent(Spot at, Activation bend) {
        // one that looks at a whole row, or takes halves of it, has no single number behind a
        // result
        if (at.input(0).length != at.values().of(at.number()).length) {
            return untold(at);
        }
        var term = at.term(0, at.flat(), 1);
        return Calculation.of(
                bend instanceof Activation.Linear ? Kind.PASSED : Kind.BENT,
                List.of(term),
                term.input(),
                bend instanceof Activation.Linear ? "" : bend.toString(),
                at.value());
    }

    private static Calculation prelu(Spot at, Prelu prelu) {
        var slope = new Weight(prelu.weight()).at(at.last());
        var x = at.input(0)[at.flat()];
        return at.sum(Kind.WEIGHTED, List.of(at.term(0, at.flat(), x > 0 ? 1 : slope)));
    }

    private static Calculation lookedUp(Spot at, Embedding embedding) {
        var width = embedding.spec().width();
        var word = at.flat() / width;
        var token = (int) at.input(0)[word];
        var found =
                token == embedding.spec().padding()
                        ? 0
                        : new Weight(embedding.weight()).at(token, at.flat() % width);
        return Calculation.of(
                Kind.PASSED, List.of(new Term(-1, word, found, 1)), found, "", at.value());
    }

    private static Calculation placed(Spot at, Weight vectors) {
        var index = at.index();
        var vector = new Term(-1, -1, vectors.at(index[0], index[1]), 1);
        return at.sum(Kind.ADDED, List.of(at.term(0, at.flat(), 1), vector));
    }

    private static Calculation sum(Spot at, double weight) {
        var terms =
                java.util.stream.IntStream.range(0, at.place().inputs().size())
                        .mapToObj(i -> at.term(i, at.flat(), weight))
                        .toList();
        return at.sum(weight == 1 ? Kind.ADDED : Kind.WEIGHTED, terms);
    }

    private static Calculation difference(Spot at) {
        return at.sum(Kind.ADDED, List.of(at.term(0, at.flat(), 1), at.term(1, at.flat(), -1)));
    }
}
