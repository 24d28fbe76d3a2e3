package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.globalMax;
import static dev.gradus.nn.Layers.globalMean;
import static dev.gradus.nn.Layers.layerNorm;
import static dev.gradus.nn.Layers.maxPool;
import static dev.gradus.nn.Layers.meanPool;

import dev.gradus.nn.Goldens;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Mode;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Layers agree with PyTorch's, in `float64`.
class LayerGoldensTest {
    private static final double TOLERANCE = 1e-12;

    enum Convolved {
        PLAIN(conv2d(3, 3)),
        SAME(conv2d(3, 3).padding(Padding.SAME)),
        STRIDE(conv2d(3, 3).padding(Padding.SAME).stride(2)),
        DILATION(conv2d(3, 2).dilation(2)),
        GROUPS(conv2d(6, 3).padding(Padding.SAME).groups(2)),
        DEPTHWISE(conv2d(4, 3).stride(2).groups(4));

        private final Convolution.Spec spec;

        Convolved(Convolution.Spec spec) {
            this.spec = spec;
        }
    }

    @ParameterizedTest
    @EnumSource
    void convolvesAsPyTorchDoes(Convolved c) {
        var name = "window.conv." + c.name().toLowerCase(java.util.Locale.ROOT);
        var layer =
                new Convolution(
                        c.spec,
                        Goldens.parameter(name + ".weight"),
                        Optional.of(Goldens.parameter(name + ".bias")));
        Goldens.assertEquals(layer.apply(Goldens.tensor("window.x")), name, TOLERANCE);
    }

    @Test
    void poolsAsPyTorchDoes() {
        Map<String, Layer> layers =
                Map.of(
                        "window.max", maxPool(2),
                        "window.max.same", maxPool(3).stride(2).padding(SAME),
                        "window.mean", meanPool(2),
                        "window.mean.same", meanPool(3).stride(2).padding(SAME),
                        "window.global.mean", globalMean(),
                        "window.global.max", globalMax());
        layers.forEach((name, layer) ->
                Goldens.assertEquals(layer.apply(Goldens.tensor("window.x")), name, TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LINEAR",
                "RELU",
                "LEAKY_RELU",
                "ELU",
                "GELU",
                "SILU",
                "SIGMOID",
                "TANH",
                "SOFTMAX"
            })
    void bendsAsPyTorchDoes(String name) throws ReflectiveOperationException {
        var activation = (Activation) Activation.class.getField(name).get(null);
        var x = Goldens.parameter("activation.x");
        var y = activation.apply(x);
        var weighted = y.mul(Tensor.arange(9).add(1).cast(DType.FLOAT64)).sum();
        Goldens.assertEquals(y, "activation." + name, TOLERANCE);
        Goldens.assertEquals(
                Gradients.of(weighted, x), "activation." + name + ".gradient", TOLERANCE);
    }

    @Test
    void normalisesTheFeaturesOfAnExampleAsPyTorchDoes() {
        var layer =
                new LayerNorm(
                        layerNorm(),
                        Goldens.parameter("norm.weight"),
                        Goldens.parameter("norm.bias"));
        Goldens.assertEquals(layer.apply(Goldens.tensor("norm.x")), "norm.layer", TOLERANCE);
    }

    @Test
    void normalisesOverTheBatchAndMovesTheRunningNumbersAsPyTorchDoes() {
        var layer =
                new BatchNorm(
                        batchNorm(),
                        Goldens.parameter("norm.weight"),
                        Goldens.parameter("norm.bias"),
                        Parameter.state(Tensor.zeros(3).cast(DType.FLOAT64)),
                        Parameter.state(Tensor.ones(3).cast(DType.FLOAT64)));
        for (var step = 0; step < 3; step++) {
            var name = "norm.batch." + step;
            var y = Mode.TRAINING.compute(layer.apply(Goldens.tensor(name + ".x")));
            Goldens.assertEquals(y, name + ".y", TOLERANCE);
            Goldens.assertEquals(layer.runningMean(), name + ".mean", TOLERANCE);
            Goldens.assertEquals(layer.runningVariance(), name + ".variance", TOLERANCE);
        }
        Goldens.assertEquals(
                layer.apply(Goldens.tensor("norm.x")), "norm.batch.inference", TOLERANCE);
    }

    @Test
    void looksUpAsPyTorchDoes() {
        var layer = new Embedding(embedding(5, 3), Goldens.parameter("embedding.weight"));
        Goldens.assertEquals(layer.apply(Goldens.whole("embedding.words")), "embedding", TOLERANCE);
    }
}
