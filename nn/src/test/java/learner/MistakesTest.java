package learner;

import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.seed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// Mistakes in a program of one's own, which lies outside of Gradus' packages, name its line and
/// say what to do.
class MistakesTest {
    private static int lineBefore() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber() - 1);
    }

    @Test
    void anInputOfAnotherShapeIsExplainedWithPlaceAndFix() {
        var model =
                Sequential.of(flatten(), dense(128), dense(10)).build(Shape.of(4, 4, 8), seed(1));
        var pictures = Tensor.zeros(32, 28, 28, 1);
        var mistake = catchThrowable(() -> model.apply(pictures));
        var line = lineBefore();
        assertThat(mistake)
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        """
                        dense(128) was built for 128 features but receives 784 (input [32, 28, 28, 1] flattened to [32, 784]).
                          in  Sequential[1] dense(128)       MistakesTest.java:%d
                          fix build the model for this input: Sequential.of(...).build(Shape.of(28, 28, 1), seed(1))\
                        """
                                .formatted(line));
    }

    @Test
    void aMissingAxisOfTheBatchIsNoticed() {
        var model = Sequential.of(conv2d(2, 3)).build(Shape.of(28, 28, 1), seed(1));
        assertThatThrownBy(() -> model.apply(Tensor.zeros(28, 28, 1)))
                .hasMessageContaining("receives 3 axes (input [28, 28, 1])")
                .hasMessageContaining("fix add the axis of the batch: x.unsqueeze(0)");
    }

    @Test
    void aMistakeInANetworkWithinANetworkNamesTheWayThere() {
        var inner = Sequential.of(dense(3), dense(4));
        var model = Sequential.of(flatten(), inner).build(Shape.of(2), seed(1));
        assertThatThrownBy(() -> model.apply(Tensor.zeros(1, 5)))
                .hasMessageContaining("dense(3) was built for 2 features but receives 5")
                .hasMessageContaining("in  Sequential[1] Sequential[0] dense(3) ")
                .hasMessageContaining("fix build the model for this input")
                .hasMessageContaining("Shape.of(5)");
    }

    @Test
    void aMistakeInALayerOfOnesOwnIsPlacedToo() {
        var inner = Sequential.of(dense(3)).build(Shape.of(2), seed(1));
        Layer own = x -> inner.apply(x.reshape(-1, 1));
        var model = Sequential.of((input, seed) -> x -> x).build(Shape.of(2), seed(1));
        assertThat(model.apply(Tensor.zeros(1, 2)).shape()).isEqualTo(Shape.of(1, 2));
        assertThatThrownBy(() -> own.apply(Tensor.zeros(3, 2)))
                .hasMessageContaining("in  Sequential[0] dense(3)")
                .hasMessageContaining("MistakesTest.java:");
    }

    @Test
    void aMistakeWhileBuildingNamesTheLayer() {
        var spec = Sequential.of(flatten(), conv2d(8, 3));
        assertThatThrownBy(() -> spec.build(Shape.of(28, 28, 1), seed(1)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("conv2d(8, 3) looks at [height, width, channels]")
                .hasMessageContaining("in  Sequential[1] conv2d(8, 3)")
                .hasMessageContaining("MistakesTest.java:");
    }

    @Test
    void fractionsInAnEmbeddingAreRefusedWithTheWayToCast() {
        var model = Sequential.of(embedding(5, 2)).build(Shape.of(3), seed(1));
        assertThatThrownBy(() -> model.apply(Tensor.zeros(1, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .isNotInstanceOf(ShapeException.class)
                .hasMessageContaining("embedding(5, 2) looks up whole numbers but receives float32")
                .hasMessageContaining("in  Sequential[0] embedding(5, 2)");
    }
}
