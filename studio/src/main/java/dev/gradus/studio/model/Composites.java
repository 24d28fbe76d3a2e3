package dev.gradus.studio.model;

import dev.gradus.nn.Layer;
import dev.gradus.nn.layer.Bidirectional;
import dev.gradus.nn.layer.DenseBlock;
import dev.gradus.nn.layer.EmbeddingBag;
import dev.gradus.nn.layer.GatedDense;
import dev.gradus.nn.layer.GlobalMean;
import dev.gradus.nn.layer.MixtureOfExperts;
import dev.gradus.nn.layer.Recurrent;
import dev.gradus.nn.layer.SeparableConvolution;
import dev.gradus.nn.layer.SqueezeExcitation;
import dev.gradus.nn.layer.Tied;
import dev.gradus.nn.layer.TimeDistributed;
import dev.gradus.nn.merge.Add;
import dev.gradus.nn.merge.Average;
import dev.gradus.nn.merge.Concatenate;
import dev.gradus.nn.merge.Multiply;
import dev.gradus.nn.model.Vae;
import dev.gradus.studio.model.Memory.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// Layers that consist of others, opened, so that each number inside of them can be reached.
///
/// @param walk the walk that notes their places down
/// @param path where the layer stands
record Composites(Walk walk, String path) {
    /// So many moments of a sequence are laid out side by side.
    private static final int MOST_MOMENTS = 200;

    static boolean opens(Object part) {
        return switch (part) {
            case Recurrent _, Bidirectional _, TimeDistributed _, SeparableConvolution _ -> true;
            case SqueezeExcitation _, GatedDense _, DenseBlock _, MixtureOfExperts _ -> true;
            case EmbeddingBag _, Tied _, Vae _ -> true;
            default -> false;
        };
    }

    /// Returns the word for what holds the parts together.
    static String kind(Object part) {
        return part instanceof Recurrent recurrent
                ? recurrent.spec().cell().getClass().getSimpleName()
                : part.getClass().getSimpleName();
    }

    int apply(Object part, List<Integer> inputs) {
        var only = inputs.getFirst();
        return switch (part) {
            case Recurrent layer -> recurrent(layer, only);
            case Bidirectional both -> bidirectional(both, only);
            case TimeDistributed layer -> moments(layer, only);
            case SeparableConvolution(_, var depthwise, var pointwise) ->
                    next(pointwise, "pointwise", next(depthwise, "depthwise", only));
            case SqueezeExcitation layer -> squeeze(layer, only);
            case GatedDense(_, var gate, var value) ->
                    meet(
                            new Multiply(),
                            "multiply",
                            next(gate, "gate", only),
                            next(value, "value", only));
            case DenseBlock block -> beside(block, only);
            case MixtureOfExperts mixture -> experts(mixture, only);
            case EmbeddingBag bag -> bag(bag, only);
            case Vae vae -> vae(vae, only);
            case Tied(_, var embedding, var inner) ->
                    meet(
                            new TokenLogits(embedding.weight()),
                            "logits",
                            next(inner, "inner", next(embedding, "embedding", only)));
            default -> throw new IllegalStateException(part + " is not opened");
        };
    }

    private int next(Layer layer, String name, int from) {
        return walk.apply(layer, List.of(from), Walk.join(path, name));
    }

    private int meet(Object merge, String name, Integer... from) {
        return walk.apply(merge, List.of(from), Walk.join(path, name));
    }

    /// All parts of a recurrent layer, each for the whole sequence.
    private int recurrent(Recurrent layer, int from) {
        var reading = Reading.of(layer, walk.value(from));
        var places = new EnumMap<Role, Integer>(Role.class);
        var last = from;
        for (var it : reading.parts().entrySet()) {
            var memory = new Memory(layer, it.getKey(), places);
            last =
                    walk.leaf(
                            path, memory, List.of(from), it.getValue().made(), it.getValue().sum());
            places.put(it.getKey(), last);
        }
        var said = reading.said();
        return said.isEmpty()
                ? last
                : walk.leaf(
                        path,
                        new Memory(layer, Role.SAID, places),
                        List.of(from),
                        said.get(),
                        Optional.empty());
    }

    private int bidirectional(Bidirectional both, int from) {
        var there = next(both.forward(), "forward", from);
        var back = next(both.backward(), "backward", from);
        return switch (both.spec().join()) {
            case CONCATENATE -> meet(new Concatenate(-1), "join", there, back);
            case SUM -> meet(new Add(), "join", there, back);
            case MEAN -> meet(new Average(), "join", there, back);
        };
    }

    /// Each moment by itself, the same layer again and again; of too many moments, in one piece.
    private int moments(TimeDistributed layer, int from) {
        var x = walk.value(from);
        if (x.size(1) > MOST_MOMENTS) {
            return walk.parted(
                    layer, layer.apply(x), List.of(from), path, Figures.parameters(layer));
        }
        var made = new ArrayList<Integer>();
        for (var t = 0; t < x.size(1); t++) {
            var moment = next(new Moment(t), "moment", from);
            made.add(next(layer.layer(), "layer", moment));
        }
        return meet(new Moments(), "moments", made.toArray(Integer[]::new));
    }

    private int squeeze(SqueezeExcitation layer, int from) {
        var mean = next(new GlobalMean(false), "mean", from);
        var excite = next(layer.excite(), "excite", next(layer.squeeze(), "squeeze", mean));
        return meet(new Scaled(), "scaled", from, excite);
    }

    private int beside(DenseBlock block, int from) {
        var all = from;
        for (var i = 0; i < block.layers().size(); i++) {
            var made = next(block.layers().get(i), "layers." + i, all);
            all = meet(new Concatenate(-1), "beside." + i, all, made);
        }
        return all;
    }

    private int experts(MixtureOfExperts mixture, int from) {
        var parts = new ArrayList<Integer>();
        parts.add(next(new Gates(mixture), "", from));
        for (var i = 0; i < mixture.experts().size(); i++) {
            parts.add(next(mixture.experts().get(i), "experts." + i, from));
        }
        return meet(new Weighed(), "weighed", parts.toArray(Integer[]::new));
    }

    /// Outside of training the code is the mean; how far codes would scatter is told beside it.
    private int vae(Vae vae, int from) {
        var features = next(vae.encoder(), "encoder", from);
        next(vae.logVariance(), "logVariance", features);
        return next(vae.decoder(), "decoder", next(vae.mean(), "mean", features));
    }

    private int bag(EmbeddingBag bag, int from) {
        var vectors = next(bag.embedding(), "embedding", from);
        return meet(new Bag(bag.spec()), "", from, vectors);
    }
}
