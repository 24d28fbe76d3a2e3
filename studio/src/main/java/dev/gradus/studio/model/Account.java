package dev.gradus.studio.model;

import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.AdaptiveMaxPool;
import dev.gradus.nn.layer.BatchNorm;
import dev.gradus.nn.layer.Convolution;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.DepthwiseConvolution;
import dev.gradus.nn.layer.Embedding;
import dev.gradus.nn.layer.Flatten;
import dev.gradus.nn.layer.GatedUnit;
import dev.gradus.nn.layer.GlobalMax;
import dev.gradus.nn.layer.GlobalMean;
import dev.gradus.nn.layer.GroupNorm;
import dev.gradus.nn.layer.InstanceNorm;
import dev.gradus.nn.layer.LayerNorm;
import dev.gradus.nn.layer.MaxPool;
import dev.gradus.nn.layer.MeanPool;
import dev.gradus.nn.layer.PositionEmbedding;
import dev.gradus.nn.layer.Prelu;
import dev.gradus.nn.layer.Reshape;
import dev.gradus.nn.layer.RmsNorm;
import dev.gradus.nn.layer.TransposedConvolution;
import dev.gradus.nn.layer.UnitNorm;
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
import java.util.Optional;

/// Gives account of one number of a place.
final class Account {
    private Account() {}

    /// Draws up the account of a number.
    private interface Teller {
        Calculation tell(Spot at);
    }

    /// Returns how number `flat` of what place `number` makes came about.
    static Calculation of(Activations values, int number, int flat) {
        var at = new Spot(values, number, flat);
        return teller(at.place().part())
                .map(it -> it.tell(at))
                .orElseGet(() -> at.isHandedOn() ? passed(at) : byFormula(at));
    }

    /// Returns whether a layer is accounted for in its own words, so that it need not be parted.
    static boolean tells(Object part) {
        return teller(part).isPresent();
    }

    private static Optional<Teller> teller(Object part) {
        Teller teller =
                switch (part) {
                    case Place.Input _ -> Account::given;
                    case Dense dense -> at -> Products.dense(at, dense);
                    case Convolution convolution -> at -> Products.convolution(at, convolution);
                    case DepthwiseConvolution convolution ->
                            at -> Products.depthwise(at, convolution);
                    case TransposedConvolution convolution ->
                            at -> Products.transposed(at, convolution);
                    case TokenLogits logits -> at -> Products.logits(at, logits);
                    case Looks looks -> at -> Heads.score(at, looks);
                    case Takes takes -> at -> Heads.taken(at, takes);
                    case Weighed weighed -> weighed::account;
                    case Bag bag -> bag::account;
                    case Memory memory -> at -> Memories.account(at, memory);
                    case MaxPool pool -> at -> Pools.largest(at, pool);
                    case MeanPool pool -> at -> Pools.mean(at, pool);
                    case AdaptiveMaxPool _ -> Pools::largestOfPiece;
                    case GlobalMean _ -> at -> Pools.global(at, Kind.WEIGHTED);
                    case GlobalMax _ -> at -> Pools.global(at, Kind.LARGEST);
                    case BatchNorm norm -> at -> Norms.batch(at, norm);
                    case LayerNorm norm -> at -> Norms.layer(at, norm);
                    case RmsNorm norm -> at -> Norms.meanSquare(at, norm);
                    case GroupNorm norm -> at -> Norms.group(at, norm);
                    case InstanceNorm norm -> at -> Norms.instance(at, norm);
                    case UnitNorm norm -> at -> Norms.length(at, norm);
                    case GatedUnit _ -> null;
                    case Activation bend -> at -> bent(at, bend);
                    case Prelu prelu -> at -> prelu(at, prelu);
                    case Embedding embedding -> at -> lookedUp(at, embedding);
                    case PlaceVectors vectors -> at -> placed(at, new Weight(vectors.weight()));
                    case PositionEmbedding vectors ->
                            at -> placed(at, new Weight(vectors.weight()));
                    case Flatten _ -> Account::passed;
                    case Reshape _ -> Account::passed;
                    case Add _ -> at -> sum(at, 1);
                    case Average _ -> at -> sum(at, 1.0 / at.place().inputs().size());
                    case Subtract _ -> Account::difference;
                    case Multiply _ -> Merges::product;
                    case Maximum _ -> at -> Merges.extreme(at, Kind.LARGEST);
                    case Minimum _ -> at -> Merges.extreme(at, Kind.SMALLEST);
                    case Concatenate concatenate -> at -> Merges.joined(at, concatenate);
                    case Dot dot when !dot.normalized() -> Merges::dot;
                    case Formula.Step step -> at -> Steps.account(at, step);
                    default -> null;
                };
        return Optional.ofNullable(teller);
    }

    /// A layer that is parted no further makes its numbers in one step.
    private static Calculation byFormula(Spot at) {
        var place = at.place();
        var given = place.inputs().stream().map(it -> at.values().place(it).output()).toList();
        var steps = Formula.of(place.sum().orElse(place.output()), given);
        return steps.size() == 1 ? Steps.account(at, steps.getFirst()) : untold(at, "long");
    }

    private static Calculation given(Spot at) {
        return Calculation.of(Kind.GIVEN, List.of(), at.value(), "", at.value());
    }

    private static Calculation untold(Spot at, String why) {
        return Calculation.of(Kind.UNTOLD, List.of(), at.value(), why, at.value());
    }

    private static Calculation passed(Spot at) {
        var term = at.term(0, at.flat(), 1);
        return Calculation.of(Kind.PASSED, List.of(term), term.input(), "", at.value());
    }

    private static Calculation bent(Spot at, Activation bend) {
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
