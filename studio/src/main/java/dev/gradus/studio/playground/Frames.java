package dev.gradus.studio.playground;

import dev.gradus.nn.Hook;
import dev.gradus.nn.Hooks;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.layer.Dense;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Makes the pictures of a run: what every neuron answers all over the plane, asked from the network
/// itself in three batches.
///
/// A frame is binary, little-endian, and may hold NaN. `frames.js` reads what is written here.
final class Frames {
    static final int SCENE = 1;
    static final int FRAME = 2;

    /// How many places a neuron is asked at in each direction, and the whole network.
    static final int TILE = 34;

    static final int FIELD = 100;

    private final Experiment experiment;
    private final long id;
    private final Tensor tiles;
    private final Tensor field;
    private final Tensor points;

    /// @param id what tells this run from others on the same wire
    Frames(Experiment experiment, long id) {
        this.experiment = experiment;
        this.id = id;
        this.tiles = features(Plane.grid(TILE, Plane.REACH));
        this.field = features(Plane.grid(FIELD, Plane.WIDE_REACH));
        this.points = features(Experiment.coordinates(experiment.points()));
    }

    private Tensor features(Tensor places) {
        return Feature.of(experiment.setup().features(), places).realize();
    }

    /// Returns what stays the same during a run: the points, and what each feature is everywhere.
    byte[] scene() {
        var frame = new FrameWriter();
        var all = experiment.points();
        frame.whole(SCENE, (int) id, all.size(), experiment.setup().unseenPoints(), TILE);
        for (var point : all) {
            frame.numbers((float) point.x(), (float) point.y(), point.label());
        }
        for (var feature : Feature.values()) {
            frame.numbers(Feature.of(List.of(feature), Plane.grid(TILE, Plane.REACH)).toFloats());
        }
        return frame.bytes();
    }

    /// Returns what a network answers to the points.
    Answers answers(Sequential network) {
        return Answers.of(experiment.setup(), experiment.points(), points, network);
    }

    /// Returns a picture.
    ///
    /// @param network the network to look into
    /// @param entry the epoch it is of
    /// @param moment what else there is to say
    /// @param history how it came there
    byte[] frame(
            Sequential network, History.Entry entry, Moment moment, List<History.Entry> history) {
        var answers = answers(network);
        var outputs = new ArrayList<Tensor>();
        var watched = Hooks.into(network, Hook.outputs((_, output) -> outputs.add(output)));
        var place = features(Plane.place(moment.x(), moment.y()));
        watched.apply(Tensor.concatenate(0, place, tiles));
        var everywhere = network.apply(field);
        outputs.add(everywhere);
        Tensor.realize(outputs.toArray(Tensor[]::new));
        outputs.removeLast();

        var frame = new FrameWriter();
        frame.whole(FRAME, (int) id, (int) entry.epoch(), moment.flags(), network.layers().size());
        frame.whole(TILE, FIELD, answers.numbers().length, history.size(), place.size(1));
        frame.whole((int) moment.latest(), moment.shareOfWatching());
        for (var output : outputs) {
            frame.whole(output.size(1));
        }
        frame.numbers((float) answers.train().loss(), (float) answers.test().loss());
        frame.numbers((float) answers.train().accuracy(), (float) answers.test().accuracy());
        frame.numbers((float) answers.train().f1(), (float) answers.test().f1());
        frame.numbers((float) moment.epochsPerSecond());
        frame.numbers(place.toFloats());
        for (var layer : network.layers()) {
            if (layer instanceof Dense(_, var weight, var bias)) {
                frame.numbers(weight.toFloats());
                frame.numbers(bias.orElseThrow().toFloats());
            }
        }
        frame.numbers(answers.numbers());
        for (var output : outputs) {
            frame.numbers(output.transpose().toFloats());
        }
        frame.numbers(everywhere.toFloats());
        for (var past : history) {
            frame.numbers((float) past.epoch());
            frame.numbers((float) past.train().loss(), (float) past.test().loss());
            frame.numbers((float) past.train().accuracy(), (float) past.test().accuracy());
        }
        return frame.bytes();
    }
}
