package dev.gradus.studio.model;

import dev.gradus.nn.layer.Convolution;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.DepthwiseConvolution;
import dev.gradus.nn.layer.Flatten;
import dev.gradus.nn.layer.MaxPool;
import dev.gradus.nn.layer.MeanPool;
import dev.gradus.nn.layer.TransposedConvolution;
import dev.gradus.tensor.Parameter;
import java.util.List;

/// The weights that make one channel, as pictures.
final class Filters {
    private static final int MOST_PICTURES = 64;

    private Filters() {}

    static void describe(Bundle frame, Activations values, int number, int channel) {
        var place = values.place(number);
        switch (place.part()) {
            case Convolution(_, var weight, _) -> window(frame, place, weight, channel);
            case DepthwiseConvolution(_, var weight, _) -> window(frame, place, weight, channel);
            case TransposedConvolution(_, var weight, _) -> spread(frame, place, weight, channel);
            case Memory memory when memory.gate() >= 0 -> read(frame, memory, channel);
            case Dense(_, var weight, _) -> column(frame, values, place, weight, channel);
            case MaxPool pool -> frame.say("window", pool.size()).say("stride", pool.stride());
            case MeanPool pool -> frame.say("window", pool.size()).say("stride", pool.stride());
            default -> {}
        }
    }

    private static void window(Bundle frame, Place place, Parameter weight, int filter) {
        var axes = weight.rank() - 2;
        pictures(
                frame,
                weight,
                weight.size(axes),
                (index, channel) -> {
                    index[axes] = channel;
                    index[axes + 1] = filter;
                });
        var geometry = Products.geometry(place);
        frame.say("window", Products.sizes(weight.shape().range(0, axes)))
                .say("stride", ints(geometry.stride().toArray()))
                .say("before", ints(geometry.padLow().toArray()))
                .say("dilation", ints(geometry.dilation().toArray()));
    }

    /// What each number of the input lays down for one channel of the result.
    private static void spread(Bundle frame, Place place, Parameter weight, int filter) {
        var axes = weight.rank() - 2;
        var groups = Products.geometry(place).groups();
        var filters = weight.size(axes);
        var channels = weight.size(-1) / groups;
        pictures(
                frame,
                weight,
                channels,
                (index, channel) -> {
                    index[axes] = filter % filters;
                    index[axes + 1] = filter / filters * channels + channel;
                });
    }

    private interface Choice {
        void set(int[] index, int channel);
    }

    private static void pictures(Bundle frame, Parameter weight, int seen, Choice choice) {
        var axes = weight.rank() - 2;
        var pictures = Sample.spread(seen, MOST_PICTURES);
        var window = weight.shape().range(0, axes);
        var columns = window.size(-1);
        var numbers = new float[pictures.size() * window.count()];
        var all = new Weight(weight);
        for (var i = 0; i < pictures.size(); i++) {
            for (var at = 0; at < window.count(); at++) {
                var index = java.util.Arrays.copyOf(Grid.place(window, at), axes + 2);
                choice.set(index, pictures.get(i));
                numbers[i * window.count() + at] = (float) all.at(index);
            }
        }
        frame.say("seen", seen)
                .say("weightShown", pictures)
                .say("weightRows", window.count() / columns)
                .say("weightColumns", columns)
                .add("weights", numbers);
    }

    /// The weights of a gate: those of what is read, then those of what was said before.
    private static void read(Bundle frame, Memory memory, int unit) {
        var layer = memory.layer();
        var column = memory.gate() * layer.spec().width() + unit;
        var features = layer.inputWeight().size(0);
        var numbers = new float[features + layer.spec().width()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] =
                    (float)
                            (i < features
                                    ? new Weight(layer.inputWeight()).at(i, column)
                                    : new Weight(layer.recurrentWeight()).at(i - features, column));
        }
        frame.say("seen", 1)
                .say("weightShown", List.of(0))
                .say("weightRows", 1)
                .say("weightColumns", numbers.length)
                .say("reads", features)
                .add("weights", numbers);
    }

    private static List<Integer> ints(int[] numbers) {
        return java.util.Arrays.stream(numbers).boxed().toList();
    }

    /// The weights of a unit stand as what it looks at stood before it was laid in a row.
    private static void column(
            Bundle frame, Activations values, Place place, Parameter weight, int unit) {
        var source = place;
        do {
            source = values.place(source.inputs().getFirst());
        } while (source.part() instanceof Flatten && source.inputs().size() == 1);
        var shape = source.shape();
        var inputs = weight.size(0);
        var view =
                shape.rank() >= 3 && shape.count() == inputs
                        ? View.of(source)
                        : new View(View.Layout.MAPS, 1, 1, inputs);
        var all = new Weight(weight);
        var numbers = new float[inputs];
        for (var i = 0; i < inputs; i++) {
            numbers[i] = (float) all.at(i, unit);
        }
        if (view.rows() == 1 && isSquare(inputs) && inputs > 100) {
            var side = (int) Math.round(Math.sqrt(inputs));
            view = new View(View.Layout.MAPS, 1, side, side);
        }
        var shown = Sample.spread(view.channels(), MOST_PICTURES);
        var pictures = new float[shown.size() * view.rows() * view.columns()];
        for (var i = 0; i < shown.size(); i++) {
            var one = view.channel(numbers, shown.get(i), 1);
            System.arraycopy(one, 0, pictures, i * one.length, one.length);
        }
        frame.say("seen", view.channels())
                .say("weightShown", shown)
                .say("weightRows", view.rows())
                .say("weightColumns", view.columns())
                .add("weights", pictures);
    }

    static boolean isSquare(int count) {
        var side = (int) Math.round(Math.sqrt(count));
        return side * side == count;
    }
}
