package dev.gradus.studio.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What the page is shown of the numbers of a network.
final class Frames {
    /// So many numbers are sent of all places together, roughly.
    private static final int BUDGET = 1_500_000;

    private static final int MOST_TILES = 8;
    private static final int SIDE = 28;
    private static final int SMALL_SIDE = 12;
    private static final int UNITS = 64;
    private static final int FEW_UNITS = 16;
    private static final int MOST_CELLS = 1 << 16;
    private static final int MOST_CHANNELS = 64;
    private static final int BARS = 24;

    private Frames() {}

    /// Every place as a few small pictures, with figures of all it makes.
    static Bundle network(Activations values, Given given, Answer answer) {
        var places = values.found().places().size();
        var small = (long) places * MOST_TILES * SIDE * SIDE > BUDGET;
        var tiles = new ArrayList<Object>();
        var numbers = new ArrayList<float[]>();
        for (var i = 0; i < places; i++) {
            var view = view(values, i);
            var picked =
                    Sample.of(view, values.of(i), tiles(small, places), side(small), units(places));
            tiles.add(
                    List.of(
                            picked.channels().size(),
                            picked.rows(),
                            picked.columns(),
                            picked.whole() ? 1 : 0,
                            picked.channels()));
            numbers.add(picked.numbers());
        }
        return new Bundle("activations")
                .say("tiles", tiles)
                .say("tokens", given.tokens())
                .say("label", given.label())
                .say("note", given.note())
                .say("answer", answer.described())
                .add("figures", figures(values))
                .add("answer", answer.numbers())
                .add("raw", given.raw())
                .add("numbers", joined(numbers));
    }

    private static int tiles(boolean small, int places) {
        return small ? (places > 400 ? 1 : MOST_TILES / 2) : MOST_TILES;
    }

    private static int side(boolean small) {
        return small ? SMALL_SIDE : SIDE;
    }

    private static int units(int places) {
        return places > 400 ? FEW_UNITS : UNITS;
    }

    static View view(Activations values, int place) {
        var it = values.place(place);
        return it.part() instanceof Place.Input && !it.output().type().isFloating()
                ? View.ofTokens(it.shape())
                : View.of(it);
    }

    private static float[] figures(Activations values) {
        var all = new float[values.found().places().size() * 6];
        for (var i = 0; i < values.found().places().size(); i++) {
            put(all, 6 * i, Figures.of(values.of(i)));
        }
        return all;
    }

    private static void put(float[] all, int at, Figures it) {
        all[at] = (float) it.mean();
        all[at + 1] = (float) it.deviation();
        all[at + 2] = (float) it.least();
        all[at + 3] = (float) it.most();
        all[at + 4] = (float) it.zeros() / Math.max(1, it.count());
        all[at + 5] = it.lost();
    }

    private static float[] joined(List<float[]> parts) {
        var all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /// All channels of one place, with what its weights are like.
    static Bundle layer(Activations values, int place) {
        var view = view(values, place);
        var sample = Sample.of(view, values.of(place), MOST_CHANNELS, SIDE, 256);
        var frame =
                new Bundle("layer")
                        .say("place", place)
                        .say("channels", view.channels())
                        .say("shown", sample.channels())
                        .say("rows", sample.rows())
                        .say("columns", sample.columns())
                        .say("whole", sample.whole())
                        .say("parameters", parameters(values.place(place)))
                        .add("numbers", sample.numbers())
                        .add("bars", Bars.of(values.of(place), BARS).all());
        Figures.parameters(values.place(place)).values().stream()
                .filter(it -> it.type().isFloating() && it.count() > 0)
                .findFirst()
                .ifPresent(it -> frame.add("weightBars", Bars.of(it.toFloats(), BARS).all()));
        return frame;
    }

    private static List<Object> parameters(Place place) {
        var all = new ArrayList<Object>();
        Figures.parameters(place)
                .forEach((name, parameter) -> {
                    var figures = Figures.of(parameter.toFloats());
                    all.add(
                            Map.of(
                                    "name", name,
                                    "shape", parameter.shape().toArray(),
                                    "trained", parameter.trainable() && !place.frozen(),
                                    "mean", figures.mean(),
                                    "deviation", figures.deviation(),
                                    "least", figures.least(),
                                    "most", figures.most()));
                });
        return all;
    }

    /// One channel whole, before and behind its activation, and the weights that made it.
    static Bundle channel(String is, Activations values, int place, int channel) {
        var view = view(values, place);
        if (channel < 0 || channel >= view.channels()) {
            throw new IllegalArgumentException(
                    "there is no channel %d: they go from 0 to %d"
                            .formatted(channel, view.channels() - 1));
        }
        var step = 1;
        while (Math.ceilDiv(view.rows(), step) * Math.ceilDiv(view.columns(), step) > MOST_CELLS) {
            step++;
        }
        var strongest = strongest(view, values.sum(place), channel);
        var frame =
                new Bundle(is)
                        .say("place", place)
                        .say("channel", channel)
                        .say("rows", view.rows())
                        .say("columns", view.columns())
                        .say("step", step)
                        .say("strongest", strongest)
                        .add("map", view.channel(values.of(place), channel, step))
                        .add("sum", view.channel(shownSum(values, place), channel, step));
        Filters.describe(frame, values, place, channel);
        return frame;
    }

    /// Scores of places where a head may not look are shown as not there.
    private static float[] shownSum(Activations values, int place) {
        var sum = values.sum(place);
        if (!(values.place(place).part() instanceof Looks)) {
            return sum;
        }
        var shown = sum.clone();
        for (var i = 0; i < shown.length; i++) {
            shown[i] = shown[i] <= Looks.NOWHERE / 2 ? Float.NaN : shown[i];
        }
        return shown;
    }

    private static int strongest(View view, float[] numbers, int channel) {
        return IntStream.range(0, view.rows() * view.columns())
                .boxed()
                .max(
                        Comparator.comparingDouble(i -> {
                            var row = i / view.columns();
                            return numbers[view.flat(channel, row, i % view.columns())];
                        }))
                .orElse(0);
    }

    /// One number with its whole computation.
    static Bundle number(Activations values, int place, int channel, int row, int column) {
        var view = view(values, place);
        if (channel < 0
                || channel >= view.channels()
                || row < 0
                || row >= view.rows()
                || column < 0
                || column >= view.columns()) {
            throw new IllegalArgumentException(
                    "there is no number at channel %d, row %d, column %d: there are %d × %d in each of %d channels"
                            .formatted(
                                    channel,
                                    row,
                                    column,
                                    view.rows(),
                                    view.columns(),
                                    view.channels()));
        }
        var flat = view.flat(channel, row, column);
        var frame =
                new Bundle("number")
                        .say("place", place)
                        .say("channel", channel)
                        .say("row", row)
                        .say("column", column);
        return Told.of(values, place, flat, frame);
    }
}
