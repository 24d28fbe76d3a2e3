package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.groupNorm;
import static dev.gradus.nn.Layers.instanceNorm;
import static dev.gradus.nn.Layers.layerNorm;
import static dev.gradus.nn.Layers.rmsNorm;
import static dev.gradus.nn.Layers.unitNorm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GroupNormTest {
    private static final Seed SEED = Seed.seed(1);
    private final Tensor x = Randomness.with(4, () -> Tensor.randomNormal(3, 5, 6).realize());

    @Test
    void ofOneGroupOfFeaturesIsLayerNormOfARow() {
        var row = x.get(0);
        assertThat(groupNorm(1).build(Shape.of(6), SEED).apply(row).toFloats())
                .containsExactly(
                        layerNorm().build(Shape.of(6), SEED).apply(row).toFloats(), within(1e-5f));
    }

    @Test
    void ofAGroupForEachChannelIsInstanceNorm() {
        var shape = Shape.of(5, 6);
        assertThat(groupNorm(6).build(shape, SEED).apply(x).toFloats())
                .containsExactly(instanceNorm().build(shape, SEED).apply(x).toFloats());
    }

    @Test
    void hasNoParametersWithoutScaleAndShift() {
        var shape = Shape.of(5, 6);
        assertThat(Parameters.of(groupNorm(2).withoutScaleAndShift().build(shape, SEED))).isEmpty();
        assertThat(Parameters.of(batchNorm().withoutScaleAndShift().build(shape, SEED)))
                .containsOnlyKeys("runningMean", "runningVariance");
    }

    @Test
    void refusesGroupsThatDoNotDivideTheChannels() {
        assertThatThrownBy(() -> groupNorm(4).build(Shape.of(5, 6), SEED))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "groupNorm(4) parts the channels in 4 groups of one size but receives 6 (input [5, 6]): give a number that divides the channels");
        assertThatThrownBy(() -> groupNorm(0)).hasMessageContaining("groups = 0");
    }

    @Test
    void refusesOtherChannelsThanItWasBuiltFor() {
        assertThatThrownBy(() -> groupNorm(2).build(Shape.of(5, 4), SEED).apply(x))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("built for 4 channels but receives 6");
        assertThatThrownBy(() -> instanceNorm().build(Shape.of(5, 4), SEED).apply(x))
                .hasMessageContaining("built for 4 channels but receives 6");
        assertThatThrownBy(() -> rmsNorm().build(Shape.of(4), SEED).apply(x))
                .hasMessageContaining("built for 4 features but receives 6");
    }

    @Test
    void refusesAnInstanceWithoutPositions() {
        assertThatThrownBy(() -> instanceNorm().build(Shape.of(6), SEED))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("use layerNorm() where there are none");
    }

    @Test
    void refusesGuardsThatDoNotGuard() {
        assertThatThrownBy(() -> rmsNorm().epsilon(0)).hasMessageContaining("rmsNorm was given");
        assertThatThrownBy(() -> layerNorm().epsilon(-1)).hasMessageContaining("layerNorm was");
        assertThatThrownBy(() -> instanceNorm().epsilon(Double.NaN))
                .hasMessageContaining("instanceNorm was given epsilon NaN");
    }

    @Test
    void unitNormGivesVectorsOfLengthOneAndLeavesZerosAlone() {
        var y = unitNorm().apply(Tensor.of(new float[][] {{3, 4}, {0, 0}, {1e-5f, 0}}));
        assertThat(y.toFloats())
                .containsExactly(new float[] {0.6f, 0.8f, 0, 0, 1, 0}, within(1e-6f));
    }

    @Test
    void unitNormRefusesAnAxisThatExamplesDoNotHave() {
        assertThatThrownBy(() -> unitNorm(2).apply(x))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("along axis 2 of an example but an example has 2");
        // the axis of the batch is none of an example
        assertThatThrownBy(() -> unitNorm(-3).apply(x)).isInstanceOf(ShapeException.class);
    }
}
