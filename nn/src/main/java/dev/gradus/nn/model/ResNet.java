package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.globalMean;
import static dev.gradus.nn.Layers.maxPool;
import static dev.gradus.nn.Layers.zeroPad;
import static dev.gradus.nn.model.Residual.EXPANSION;
import static dev.gradus.nn.model.Residual.ceil;
import static dev.gradus.nn.model.Residual.convolution;
import static dev.gradus.nn.model.Residual.stage;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Sequential;
import java.util.List;

/// Tells what is on a picture, with as many layers as you like: each block only adds something to what
/// it is given, so that gradients reach the first layer of a thousand (He, Zhang, Ren and Sun 2015).
///
/// The networks are Sequentials: the first layers, then stages of blocks, each of half the height and
/// width and more channels than the one before, then the mean of each channel and a dense layer, which
/// gives logits. Weights are named after the places: `stage1.0.conv1.weight` is in the first block of the
/// first stage. What the network has found out stands in the layer `features`: see
/// [Sequential#upTo(String)].
public final class ResNet {
    private static final int CIFAR_SIZE = 32;

    private ResNet() {}

    /// Returns the network of section 4.2 of the paper for small pictures, with `depth = 6 n + 2` layers
    /// in three stages of `n` blocks, and shortcuts without weights (option A).
    ///
    /// - input: `[batch, 32, 32, 3]`
    /// - output: `[batch, classes]`
    ///
    /// | depth | parameters, for 10 classes |
    /// |---|---|
    /// | 20 | 269,722 |
    /// | 56 | 853,018 |
    /// | 110 | 1,727,962 |
    /// | 1202 | 19,421,274 |
    ///
    /// @throws IllegalArgumentException if there is no such depth
    public static Sequential.Spec cifar(int depth, int classes) {
        var n = blocks("cifar", depth, 6);
        return Sequential.of(
                convolution(16, 3).padding(SAME),
                batchNorm(),
                RELU,
                plain(n, new Residual(CIFAR_SIZE, 16, 16, 1)).named("stage1"),
                plain(n, new Residual(CIFAR_SIZE, 16, 32, 2)).named("stage2"),
                plain(n, new Residual(CIFAR_SIZE / 2, 32, 64, 2)).named("stage3"),
                globalMean().named("features"),
                dense(classes));
    }

    private static Sequential.Spec plain(int blocks, Residual first) {
        return new Sequential.Spec(stage(blocks, first, first.filters(), Residual::plain));
    }

    /// Returns the network whose blocks normalise before they convolve, for small pictures, with
    /// `depth = 9 n + 2` layers in three stages of `n` bottlenecks (He, Zhang, Ren and Sun 2016).
    ///
    /// - input: `[batch, 32, 32, 3]`
    /// - output: `[batch, classes]`
    ///
    /// | depth | parameters, for 10 classes |
    /// |---|---|
    /// | 164 | 1,703,258 |
    /// | 1001 | 10,327,706 |
    ///
    /// @throws IllegalArgumentException if there is no such depth
    public static Sequential.Spec preActivation(int depth, int classes) {
        var n = blocks("preActivation", depth, 9);
        return Sequential.of(
                convolution(16, 3).padding(SAME),
                preActivation(n, new Residual(CIFAR_SIZE, 16, 16, 1)).named("stage1"),
                preActivation(n, new Residual(CIFAR_SIZE, 64, 32, 2)).named("stage2"),
                preActivation(n, new Residual(CIFAR_SIZE / 2, 128, 64, 2)).named("stage3"),
                batchNorm(),
                RELU,
                globalMean().named("features"),
                dense(classes));
    }

    private static Sequential.Spec preActivation(int blocks, Residual first) {
        var made = first.filters() * EXPANSION;
        return new Sequential.Spec(stage(blocks, first, made, Residual::preActivation));
    }

    /// Returns the network for photographs of 224 × 224, of 18, 34, 50, 101 or 152 layers.
    ///
    /// - input: `[batch, 224, 224, 3]`
    /// - output: `[batch, classes]`
    ///
    /// | depth | parameters, for 1000 classes | multiply-adds |
    /// |---|---|---|
    /// | 18 | 11,689,512 | 1.81 G |
    /// | 34 | 21,797,672 | 3.66 G |
    /// | 50 | 25,557,032 | 4.09 G |
    /// | 101 | 44,549,160 | 7.80 G |
    /// | 152 | 60,192,808 | 11.51 G |
    ///
    /// From 50 on a block is a bottleneck, whose middle convolution is the one that halves the picture.
    ///
    /// @throws IllegalArgumentException if there is no such depth
    public static Sequential.Spec imagenet(int depth, int classes) {
        return imagenet(depth, 224, classes);
    }

    /// Returns the network for photographs of `size` × `size`.
    ///
    /// @throws IllegalArgumentException if there is no such depth
    public static Sequential.Spec imagenet(int depth, int size, int classes) {
        var blocks =
                switch (depth) {
                    case 18 -> List.of(2, 2, 2, 2);
                    case 34, 50 -> List.of(3, 4, 6, 3);
                    case 101 -> List.of(3, 4, 23, 3);
                    case 152 -> List.of(3, 8, 36, 3);
                    default ->
                            throw new IllegalArgumentException(
                                    "ResNet.imagenet was asked for %d layers: there are 18, 34, 50, 101 and 152"
                                            .formatted(depth));
                };
        var wide = depth >= 50;
        var half = ceil(size, 2);
        var quarter = ceil(half, 2);
        return Sequential.of(
                zeroPad(3),
                convolution(64, 7).stride(2),
                batchNorm(),
                RELU,
                // nothing is below 0 here, so a border of zeros never is the largest
                zeroPad(1),
                maxPool(3).stride(2),
                photographs(blocks.get(0), new Residual(quarter, 64, 64, 1), wide).named("stage1"),
                photographs(blocks.get(1), after(quarter, 64, wide), wide).named("stage2"),
                photographs(blocks.get(2), after(ceil(quarter, 2), 128, wide), wide)
                        .named("stage3"),
                photographs(blocks.get(3), after(ceil(quarter, 4), 256, wide), wide)
                        .named("stage4"),
                globalMean().named("features"),
                dense(classes));
    }

    private static Residual after(int size, int filters, boolean wide) {
        return new Residual(size, wide ? filters * EXPANSION : filters, 2 * filters, 2);
    }

    private static LayerSpec photographs(int blocks, Residual first, boolean wide) {
        var made = wide ? first.filters() * EXPANSION : first.filters();
        return new Sequential.Spec(
                stage(blocks, first, made, wide ? Residual::bottleneck : Residual::projected));
    }

    private static int blocks(String name, int depth, int each) {
        var blocks = (depth - 2) / each;
        if (blocks < 1 || depth != each * blocks + 2) {
            throw new IllegalArgumentException(
                    "ResNet.%s was asked for %d layers: it has %d n + 2 of them, such as %d or %d"
                            .formatted(name, depth, each, each + 2, 3 * each + 2));
        }
        return blocks;
    }
}
