package dev.gradus.studio.playground;

import dev.gradus.nn.Hook;
import dev.gradus.nn.Hooks;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.layer.Dense;
import dev.gradus.studio.playground.Command.Picture;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the pictures of a run: what every neuron answers all over the plane, asked from the network
/// itself in few batches; of what is not looked at, nothing is computed.
///
/// A frame is binary, little-endian, and may hold NaN. `frames.js` reads what is written here.
final class Frames {
    static final int SCENE = 1;
    static final int FRAME = 2;

    private static final int PLAYING = 1;
    private static final int BACK = 2;
    private static final int GRADIENTS = 4;
    private static final int GRID = 8;
    private static final int PATH = 16;

    /// How many places the whole network is asked at in each direction.
    static final int FIELD = 100;

    private final Experiment experiment;
    private final long id;
    private final int side;
    private final Tensor tiles;
    private final Tensor field;
    private final Warp warp;

    /// @param id what tells this run from others on the same wire
    Frames(Experiment experiment, long id) {
        this.experiment = experiment;
        this.id = id;
        this.side = side(experiment.setup().layers().stream().mapToInt(n -> n).sum());
        this.tiles = features(Plane.grid(side, Plane.REACH));
        this.field = features(Plane.grid(FIELD, Plane.WIDE_REACH));
        this.warp = new Warp(experiment.setup(), experiment.points());
    }

    /// How many places a neuron is asked at in each direction: the more neurons, the smaller they are
    /// drawn.
    private static int side(int neurons) {
        return neurons <= 40 ? 34 : neurons <= 100 ? 24 : 18;
    }

    private Tensor features(Tensor places) {
        return Feature.of(experiment.setup().features(), places).realize();
    }

    /// Returns what stays the same during a run: the points, and what each feature is everywhere.
    byte[] scene() {
        var frame = new FrameWriter();
        var all = experiment.points();
        var regression = experiment.setup().data().isRegression() ? 1 : 0;
        frame.whole(
                SCENE, (int) id, all.size(), experiment.setup().unseenPoints(), side, regression);
        for (var point : all) {
            frame.numbers((float) point.x(), (float) point.y(), (float) point.target());
        }
        for (var feature : Feature.values()) {
            frame.numbers(Feature.of(List.of(feature), Plane.grid(side, Plane.REACH)).toFloats());
        }
        return frame.bytes();
    }

    /// Returns a picture.
    ///
    /// @param network the network to look into
    /// @param entry the epoch it is of
    /// @param moment what else there is to say
    /// @param history how it came there
    /// @param surface the surface its path is drawn on
    byte[] frame(
            Sequential network,
            History.Entry entry,
            Moment moment,
            List<History.Entry> history,
            Optional<Surface> surface) {
        var view = moment.view();
        var whole = view.picture() == Picture.BOUNDARY;
        var outputs = new ArrayList<Tensor>();
        var watched = Hooks.into(network, Hook.outputs((_, output) -> outputs.add(output)));
        var place = features(Plane.place(moment.x(), moment.y()));
        watched.apply(Tensor.concatenate(0, place, tiles));
        if (whole) {
            outputs.add(network.apply(field));
        }
        Tensor.realize(outputs.toArray(Tensor[]::new));
        var everywhere = whole ? outputs.removeLast().toFloats() : new float[0];
        var path = view.picture() == Picture.SURFACE ? surface : Optional.<Surface>empty();

        var frame = new FrameWriter();
        var answers = entry.answers();
        var flags =
                (moment.playing() ? PLAYING : 0)
                        + (moment.back() ? BACK : 0)
                        + (view.gradients() ? GRADIENTS : 0)
                        + (view.picture() == Picture.GRID ? GRID : 0)
                        + (path.isPresent() ? PATH : 0);
        frame.whole(FRAME, (int) id, (int) entry.epoch(), flags, network.layers().size());
        frame.whole(
                side, whole ? FIELD : 0, answers.numbers().length, history.size(), place.size(1));
        frame.whole((int) moment.latest(), moment.shareOfWatching());
        for (var output : outputs) {
            frame.whole(output.size(1));
        }
        frame.numbers((float) answers.train().loss(), (float) answers.test().loss());
        frame.numbers((float) answers.train().right(), (float) answers.test().right());
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
        frame.numbers(everywhere);
        for (var past : history) {
            frame.numbers((float) past.epoch());
            frame.numbers((float) past.train().loss(), (float) past.test().loss());
            frame.numbers((float) past.train().right(), (float) past.test().right());
        }
        frame.numbers(
                (float) answers.train().crossEntropy(), (float) answers.test().crossEntropy());
        if (view.gradients()) {
            Slopes.of(experiment, network).forEach(frame::numbers);
        }
        if (view.picture() == Picture.GRID) {
            grid(frame, network);
        }
        path.ifPresent(measured -> {
            history.forEach(past -> frame.numbers(measured.place(past.weights())));
            frame.numbers(measured.place(entry.weights()));
        });
        return frame.bytes();
    }

    private void grid(FrameWriter frame, Sequential network) {
        frame.whole(Warp.SIDE, warp.chosen().length);
        frame.whole(warp.chosen());
        for (var layer : warp.of(network)) {
            frame.numbers((float) layer.share());
            frame.numbers(layer.places());
        }
    }
}
