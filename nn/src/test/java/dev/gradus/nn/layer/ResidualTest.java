package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.denseBlock;
import static dev.gradus.nn.Layers.dropPath;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.residual;
import static dev.gradus.nn.Layers.squeezeExcitation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Mode;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.initializer.Constant;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ResidualTest {
    private static final Seed SEED = Seed.seed(1);

    @Test
    void isTheIdentityWhereTheLayersMakeNothing() {
        var layer = residual(dense(3).initializer(new Constant(0))).build(Shape.of(3), SEED);
        assertThat(layer.apply(Tensor.of(new float[][] {{1, -2, 3}})).toFloats())
                .containsExactly(1, -2, 3);
    }

    @Test
    void passesExamplesWhosePathIsDroppedUnchanged() {
        var layer = residual(dense(1).initializer(new Constant(1)), dropPath(0.5));
        var y = layer.build(Shape.of(1), SEED).apply(Tensor.ones(200, 1));
        assertThat(Mode.TRAINING.compute(y).toFloats()).contains(1, 3).containsOnly(1, 3);
    }

    @Test
    void explainsWhatCannotBeAdded() {
        assertThatThrownBy(() -> residual(dense(5)).build(Shape.of(3), SEED))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "residual(dense(5)) makes [5] of an example, to which [3] cannot be added (input [1, 3]): let the layers keep the shape, or give the shortcut a layer that makes the same of it, such as .shortcut(dense(5).withoutBias())");
        // shapes that would meet by broadcasting are no sum of branches either
        assertThatThrownBy(() -> residual(dense(1)).build(Shape.of(3), SEED))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void aMistakeInsideShowsTheLayerAndWhereTheWholeStands() {
        var net =
                Sequential.of(dense(4), residual(dense(4), dense(4)).shortcut(dense(4)))
                        .build(Shape.of(3), SEED);
        assertThatThrownBy(() -> net.layers().getLast().apply(Tensor.ones(2, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("dense(4) was built for 4 features but receives 5");
        var wrong = Sequential.of(dense(4), residual(dense(4), conv2d(2, 3)));
        assertThatThrownBy(() -> wrong.build(Shape.of(3), SEED))
                .hasMessageContaining("conv2d(2, 3) looks at [height, width, channels]")
                .hasMessageContaining("in  Sequential[1] residual(dense(4), conv2d(2, 3))");
    }

    @Test
    void showsALayerOfOnesOwnWithoutItsAddress() {
        LayerSpec own = (_, _) -> x -> x;
        assertThat(residual(own, dense(2))).hasToString("residual(layer of your own, dense(2))");
    }

    @Test
    void takesWhatItsLayersTake() {
        assertThat(residual(embedding(5, 3)).inputType()).isEqualTo(DType.INT64);
        assertThat(denseBlock(dense(2)).inputType()).isEqualTo(DType.FLOAT32);
    }

    @Test
    void aDenseBlockBeginsEachOfItsLayersWithWeightsOfItsOwn() {
        var block = denseBlock(2, dense(3)).build(Shape.of(3), SEED);
        var names = Parameters.of(block);
        assertThat(names.get("layers.0.weight").toFloats())
                .isNotEqualTo(names.get("layers.1.weight").slice(0, 3).toFloats());
    }

    @Test
    void aDenseBlockExplainsWhatDoesNotLieSideBySide() {
        assertThatThrownBy(() -> denseBlock(conv2d(2, 3)).build(Shape.of(5, 5, 1), SEED))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("one makes [3, 3, 2] of [5, 5, 1]")
                .hasMessageContaining("give convolutions padding(SAME)");
    }

    @Test
    void squeezeExcitationSeesTheWholePictureAndWeighsEachChannelAlikeEverywhere() {
        Layer layer = squeezeExcitation(1).build(Shape.of(2, 2, 3), SEED);
        var x = Tensor.ones(1, 2, 2, 3);
        var weights = layer.apply(x).toFloats();
        for (var i = 0; i < weights.length; i++) {
            assertThat(weights[i]).isEqualTo(weights[i % 3]).isBetween(0f, 1f);
        }
    }

    @Test
    void squeezeExcitationRefusesFeaturesWithoutPositions() {
        assertThatThrownBy(() -> squeezeExcitation(2).build(Shape.of(4), SEED))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("[spatial..., channels] but receives 1 axes");
        assertThatThrownBy(() -> squeezeExcitation(0)).hasMessageContaining("reduction = 0");
    }
}
