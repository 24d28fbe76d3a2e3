package dev.gradus.studio.model;

import dev.gradus.nn.layer.Embedding;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes points of what a network knows: examples as a layer sees them, or the vectors of its tokens.
final class Projector {
    private static final int EXAMPLES = 240;
    private static final int BATCH = 40;
    private static final int MOST_TOKENS = 2000;
    private static final int MOST_NUMBERS = 20_000;
    private static final int NEIGHBOURS = 8;

    private final Projection projection;
    private final Bundle frame;

    private Projector(Projection projection, Bundle frame) {
        this.projection = projection;
        this.frame = frame;
    }

    /// Returns the points of place `number`, or of the one that fits best if that is -1.
    static Projector of(Subject subject, Inputs inputs, Activations values, int number) {
        if (subject.input().isTokens()) {
            return tokens(inputs, values);
        }
        var place = number >= 0 ? number : lastButOne(values);
        if (inputs.data().isEmpty()) {
            throw new IllegalArgumentException(
                    "no bundled data set fits this network, and it has no vectors of tokens: there are no points to be shown");
        }
        return examples(subject, inputs, values, place);
    }

    /// What the last layer with weights is given is what the network has found out.
    private static int lastButOne(Activations values) {
        for (var i = values.found().places().size() - 1; i > 0; i--) {
            if (!Figures.parameters(values.place(i)).isEmpty()) {
                return values.place(i).inputs().getFirst();
            }
        }
        return 0;
    }

    private static Projector tokens(Inputs inputs, Activations values) {
        for (var i = 0; i < values.found().places().size(); i++) {
            if (values.place(i).part() instanceof Embedding(_, var weight)) {
                var count = Math.min(MOST_TOKENS, weight.size(0));
                var numbers = weight.toFloats();
                var width = weight.size(1);
                var points = new ArrayList<float[]>();
                var names = new ArrayList<String>();
                for (var token = 0; token < count; token++) {
                    points.add(Arrays.copyOfRange(numbers, token * width, (token + 1) * width));
                    names.add(inputs.name(token));
                }
                var projection = Projection.of(points);
                return new Projector(
                        projection,
                        frame(projection, i, "tokens")
                                .say("names", names)
                                .say("all", weight.size(0))
                                .add("labels", new float[0]));
            }
        }
        throw new IllegalArgumentException("the network has no vectors of tokens");
    }

    private static Projector examples(
            Subject subject, Inputs inputs, Activations values, int number) {
        if (number >= values.found().places().size()) {
            throw new IllegalArgumentException("there is no place " + number);
        }
        var each = values.place(number).shape().count();
        if (each > MOST_NUMBERS) {
            throw new IllegalArgumentException(
                    "that layer makes %,d numbers of an example: points of at most %,d are shown, so choose one further on"
                            .formatted(each, MOST_NUMBERS));
        }
        var data = inputs.data().orElseThrow();
        var count = Math.min(EXAMPLES, data.size());
        var points = new ArrayList<float[]>();
        var labels = new float[count];
        var pictures = new ArrayList<float[]>();
        for (var from = 0; from < count; from += BATCH) {
            var batch = new ArrayList<Tensor>();
            for (var i = from; i < Math.min(count, from + BATCH); i++) {
                batch.add(inputs.example(i).tensors().getFirst());
                labels[i] = data.label(i);
                pictures.add(data.features(i));
            }
            var x = Tensor.concatenate(0, batch.toArray(Tensor[]::new)).realize();
            var found = Walk.through(subject.layer(), subject.names(), List.of(x));
            var numbers = found.places().get(number).output().toFloats();
            for (var i = 0; i < batch.size(); i++) {
                points.add(Arrays.copyOfRange(numbers, i * each, (i + 1) * each));
            }
        }
        var projection = Projection.of(points);
        var shown =
                frame(projection, number, "examples")
                        .say("names", data.classes())
                        .add("labels", labels);
        if (data.exampleShape().count() == 28 * 28) {
            var all = new float[count * 28 * 28];
            for (var i = 0; i < count; i++) {
                System.arraycopy(pictures.get(i), 0, all, i * 28 * 28, 28 * 28);
            }
            shown.add("pictures", all);
        }
        return new Projector(projection, shown);
    }

    private static Bundle frame(Projection projection, int place, String what) {
        return new Bundle("projection")
                .say("place", place)
                .say("what", what)
                .say("dimensions", projection.points().getFirst().length)
                .add("places", projection.places())
                .add("shares", projection.shares());
    }

    byte[] frame() {
        return frame.bytes();
    }

    /// Returns the nearest points of a point.
    byte[] near(int point) {
        var near = projection.near(point, NEIGHBOURS);
        return new Bundle("near")
                .say("point", point)
                .say("points", near.stream().map(Projection.Near::point).toList())
                .add("distances", near.stream().mapToDouble(Projection.Near::distance).toArray())
                .bytes();
    }
}
