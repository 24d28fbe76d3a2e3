package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.LINEAR;
import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.convTranspose2d;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.reshape;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Layers;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Says an example in few numbers and makes it again from these, and so learns without labels what
/// examples have in common (Hinton and Salakhutdinov 2006). What it makes badly is unlike what it has
/// seen.
///
/// The network is a Sequential of two: `encoder` makes the few numbers, `decoder` what the example was. It
/// is trained to give back what it is given, `meanSquaredError(net.apply(x), x)`; the numbers are what
/// `net.upTo("encoder")` makes.
public final class Autoencoder {
    private Autoencoder() {}

    /// Returns one of dense layers, of these widths down to the few numbers and back again:
    /// `Autoencoder.dense(Shape.of(28, 28, 1), 128, 32)`.
    ///
    /// - input and output: `[batch, input...]`
    ///
    /// @throws IllegalArgumentException if no width is given
    public static Sequential.Spec dense(Shape input, int... widths) {
        checkSome("widths", widths);
        var encoder = new ArrayList<LayerSpec>(List.of(flatten()));
        var decoder = new ArrayList<LayerSpec>();
        for (var i = 0; i < widths.length; i++) {
            var last = i == widths.length - 1;
            encoder.add(Layers.dense(widths[i], last ? LINEAR : RELU));
        }
        for (var i = widths.length - 2; i >= 0; i--) {
            decoder.add(Layers.dense(widths[i], RELU));
        }
        decoder.add(Layers.dense(input.count()));
        decoder.add(reshape(input.toArray()));
        return both(encoder, decoder);
    }

    /// Returns one of convolutions, each of which halves height and width and makes this many channels,
    /// and of transposed ones back again (Masci, Meier, Cireşan and Schmidhuber 2011):
    /// `Autoencoder.convolutional(Shape.of(28, 28, 1), 16, 8)`.
    ///
    /// - input and output: `[batch, height, width, channels]`
    ///
    /// @throws IllegalArgumentException if the picture cannot be halved so often
    public static Sequential.Spec convolutional(Shape input, int... filters) {
        checkSome("numbers of filters", filters);
        checkHalves(input, filters.length);
        var encoder = new ArrayList<LayerSpec>();
        var decoder = new ArrayList<LayerSpec>();
        for (var i = 0; i < filters.length; i++) {
            var last = i == filters.length - 1;
            encoder.add(conv2d(filters[i], 3, last ? LINEAR : RELU).stride(2).padding(SAME));
            var made = i == 0 ? input.size(-1) : filters[i - 1];
            var activation = i == 0 ? LINEAR : RELU;
            decoder.add(convTranspose2d(made, 3, activation).stride(2).padding(SAME));
        }
        Collections.reverse(decoder);
        return both(encoder, decoder);
    }

    private static Sequential.Spec both(List<LayerSpec> encoder, List<LayerSpec> decoder) {
        return Sequential.of(
                new Sequential.Spec(encoder).named("encoder"),
                new Sequential.Spec(decoder).named("decoder"));
    }

    private static void checkSome(String what, int... numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException(
                    "an autoencoder was given no %s: the last one is how many numbers are left"
                            .formatted(what));
        }
    }

    private static void checkHalves(Shape input, int times) {
        var step = 1 << times;
        if (input.rank() != 3 || input.size(0) % step != 0 || input.size(1) % step != 0) {
            throw new IllegalArgumentException(
                    "an autoencoder was given pictures %s: give [height, width, channels], where %d convolutions need height and width that %d divides"
                            .formatted(input, times, step));
        }
    }
}
