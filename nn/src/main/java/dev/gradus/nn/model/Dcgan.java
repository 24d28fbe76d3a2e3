package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.convTranspose2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.leakyRelu;
import static dev.gradus.nn.Layers.reshape;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.initializer.Normal;
import java.util.ArrayList;
import java.util.List;

/// Draws pictures like those it was shown, by two convolutional networks against each other: the generator
/// makes pictures of noise, the discriminator tells them from real ones, and each learns to win
/// (Radford, Metz and Chintala 2015).
///
/// ```java
/// var fake = generator.apply(Tensor.randomNormal(64, 100));
/// discriminatorOptimizer.step(
///         binaryCrossEntropy(discriminator.apply(real), ones)
///                 .add(binaryCrossEntropy(discriminator.apply(fake.detach()), zeros)));
/// generatorOptimizer.step(binaryCrossEntropy(discriminator.apply(fake), ones));
/// ```
///
/// Both optimizers are `adam(2e-4).betas(0.5, 0.999)`; pictures lie between -1 and 1. For pictures of
/// 64 × 64 × 3, codes of 100 numbers and 64 filters, the generator has 5,126,723 parameters and the
/// discriminator 4,315,649.
public final class Dcgan {
    private static final int WINDOW = 5;
    private static final int FIRST_SIZE = 4;
    private static final Normal INITIALIZER = new Normal(0.02);

    private Dcgan() {}

    /// Returns the network that makes pictures: a dense layer for 4 × 4 points, then transposed
    /// convolutions, each of which doubles height and width and halves the channels.
    ///
    /// - input: `[batch, code]`
    /// - output: `[batch, size, size, channels]`, between -1 and 1
    ///
    /// @param size height and width of a picture: 8, 16, 32, ...
    /// @param filters the channels before the last layer
    /// @throws IllegalArgumentException if there is no such size
    public static Sequential.Spec generator(int size, int channels, int filters) {
        var steps = steps(size);
        var first = filters << (steps - 1);
        var layers = new ArrayList<LayerSpec>();
        layers.add(dense(FIRST_SIZE * FIRST_SIZE * first).withoutBias().initializer(INITIALIZER));
        layers.add(reshape(FIRST_SIZE, FIRST_SIZE, first));
        layers.add(batchNorm());
        layers.add(RELU);
        for (var made = first / 2; made >= filters; made /= 2) {
            var larger = convTranspose2d(made, WINDOW).stride(2).padding(SAME);
            layers.add(larger.withoutBias().initializer(INITIALIZER));
            layers.add(batchNorm());
            layers.add(RELU);
        }
        var last = convTranspose2d(channels, WINDOW, TANH).stride(2).padding(SAME);
        layers.add(last.initializer(INITIALIZER));
        return new Sequential.Spec(layers);
    }

    /// Returns the network that tells pictures from real ones: convolutions, each of which halves height
    /// and width and doubles the channels.
    ///
    /// - input: `[batch, size, size, channels]`
    /// - output: logits `[batch, 1]`, above 0 for real
    ///
    /// @param size height and width of a picture: 8, 16, 32, ...
    /// @param filters the channels after the first layer
    /// @throws IllegalArgumentException if there is no such size
    public static Sequential.Spec discriminator(int size, int filters) {
        var layers = new ArrayList<LayerSpec>();
        // without a normalisation: the first layer is to see the numbers as they are
        var first = conv2d(filters, WINDOW, leakyRelu(0.2)).stride(2).padding(SAME);
        layers.add(first.initializer(INITIALIZER));
        for (var step = 1; step < steps(size); step++) {
            var smaller = conv2d(filters << step, WINDOW).stride(2).padding(SAME);
            layers.add(smaller.withoutBias().initializer(INITIALIZER));
            layers.addAll(List.of(batchNorm(), leakyRelu(0.2)));
        }
        layers.add(flatten());
        layers.add(dense(1).initializer(INITIALIZER));
        return new Sequential.Spec(layers);
    }

    private static int steps(int size) {
        if (size < 2 * FIRST_SIZE || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(
                    "Dcgan was asked for pictures of %1$d × %1$d: it doubles 4 × 4, so give 8, 16, 32, 64 and so on"
                            .formatted(size));
        }
        return Integer.numberOfTrailingZeros(size / FIRST_SIZE);
    }
}
