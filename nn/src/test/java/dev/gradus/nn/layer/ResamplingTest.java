package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.crop;
import static dev.gradus.nn.Layers.pixelShuffle;
import static dev.gradus.nn.Layers.pixelUnshuffle;
import static dev.gradus.nn.Layers.reflectionPad;
import static dev.gradus.nn.Layers.replicationPad;
import static dev.gradus.nn.Layers.upSample;
import static dev.gradus.nn.Layers.zeroPad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.nn.Sequential;
import dev.gradus.nn.Summary;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    private static final Tensor SEQUENCE = Tensor.of(new float[] {1, 2, 3}, 1, 3, 1);

    @Test
    void bordersAreZerosMirrorImagesOrCopies() {
        assertThat(zeroPad(2).apply(SEQUENCE).toFloats()).containsExactly(0, 0, 1, 2, 3, 0, 0);
        assertThat(reflectionPad(2).apply(SEQUENCE).toFloats())
                .containsExactly(3, 2, 1, 2, 3, 2, 1);
        assertThat(replicationPad(2).apply(SEQUENCE).toFloats())
                .containsExactly(1, 1, 1, 2, 3, 3, 3);
    }

    @Test
    void croppingUndoesEveryBorder() {
        var x = Tensor.randomNormal(2, 3, 4, 2).realize();
        var padded = reflectionPad(1, 2).after(2, 0).apply(x);
        assertThat(crop(1, 2).after(2, 0).apply(padded).toFloats()).containsExactly(x.toFloats());
    }

    @Test
    void newNumbersAreRepeatedOrLieBetweenTheirNeighbours() {
        assertThat(upSample(2).apply(SEQUENCE).toFloats()).containsExactly(1, 1, 2, 2, 3, 3);
        assertThat(upSample(2).linear().apply(SEQUENCE).toFloats())
                .containsExactly(1, 1.25f, 1.75f, 2.25f, 2.75f, 3);
    }

    @Test
    void labelsStayWholeNumbers() {
        var labels = Tensor.arange(4).reshape(1, 2, 2, 1);
        assertThat(upSample(1, 2).apply(labels).type()).isEqualTo(DType.INT64);
        assertThat(upSample(2, 1).apply(labels).toLongs()).containsExactly(0, 1, 0, 1, 2, 3, 2, 3);
    }

    @Test
    void aFactorOfOneChangesNothing() {
        assertThat(upSample(1).linear().apply(SEQUENCE).toFloats()).containsExactly(1, 2, 3);
        assertThat(pixelShuffle(1).apply(SEQUENCE).toFloats()).containsExactly(1, 2, 3);
        assertThat(reflectionPad(0).apply(SEQUENCE).toFloats()).containsExactly(1, 2, 3);
    }

    @Test
    void shufflingAndUnshufflingUndoEachOther() {
        var x = Tensor.arange(2 * 2 * 3 * 18).reshape(2, 2, 3, 18);
        var larger = pixelShuffle(3).apply(x);
        assertThat(larger.shape()).isEqualTo(Shape.of(2, 6, 9, 2));
        assertThat(pixelUnshuffle(3).apply(larger).toLongs()).containsExactly(x.toLongs());
    }

    @Test
    void theSquaresOfAChannelFollowEachOther() {
        // two channels of four numbers each, for one place
        var x = Tensor.of(new float[] {0, 1, 2, 3, 10, 11, 12, 13}, 1, 1, 1, 8);
        assertThat(pixelShuffle(2).apply(x).toFloats()).containsExactly(0, 10, 1, 11, 2, 12, 3, 13);
    }

    @Test
    void movingNumbersTakesNoMultiplicationOfMatrices() {
        assertThat(
                        Summary.of(Sequential.of(upSample(2).linear()), Shape.of(4, 4, 3))
                                .multiplyAdds())
                .isZero();
        assertThat(Summary.of(Sequential.of(pixelShuffle(2)), Shape.of(4, 4, 4)).multiplyAdds())
                .isZero();
    }

    @Test
    void whatDoesNotFitIsExplained() {
        assertThatThrownBy(() -> reflectionPad(3).apply(SEQUENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessageContainingAll("reflectionPad(3)", "3 numbers along axis 1", "fewer");
        assertThatThrownBy(() -> crop(2).after(1).apply(SEQUENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessageContainingAll("crop(2).after(1)", "3 numbers", "at least one");
        assertThatThrownBy(() -> replicationPad(1).apply(Tensor.zeros(1, 0, 1)))
                .hasMessageContainingAll("no numbers along axis 1", "no edge");
        assertThatThrownBy(() -> zeroPad(-1)).hasMessageContainingAll("zeroPad", "before = -1");
        assertThatThrownBy(() -> zeroPad(1, 2).apply(SEQUENCE))
                .hasMessageContainingAll("zeroPad(1, 2)", "2 numbers", "1 spatial axes");
        assertThatThrownBy(() -> zeroPad(1).apply(Tensor.zeros(2, 3)))
                .hasMessageContainingAll("zeroPad(1)", "[batch, spatial..., channels]");
        assertThatThrownBy(() -> pixelShuffle(2).apply(Tensor.zeros(1, 2, 2, 6)))
                .hasMessageContainingAll("pixelShuffle(2)", "6 channels", "4 of them");
        assertThatThrownBy(() -> pixelShuffle(1 << 30).apply(Tensor.zeros(1, 2, 2, 6)))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> pixelUnshuffle(2).apply(SEQUENCE))
                .hasMessageContainingAll("pixelUnshuffle(2)", "3 numbers along axis 1", "divide");
        assertThatThrownBy(() -> upSample(1 << 30).apply(SEQUENCE))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> upSample(0)).hasMessageContaining("factor = 0");
    }
}
