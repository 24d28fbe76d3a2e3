package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.batchNorm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.nn.Mode;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BatchNormTest {
    private final BatchNorm layer = batchNorm().build(Shape.of(2), Seed.seed(1));

    @Test
    void keepsItsRunningNumbersWhenAValueIsMerelyLookedAt() {
        layer.apply(Tensor.of(new float[][] {{5, 6}, {7, 8}})).toFloats();
        assertThat(layer.runningMean().toFloats()).containsExactly(0, 0);
        assertThat(layer.runningVariance().toFloats()).containsExactly(1, 1);
    }

    @Test
    void keepsItsRunningNumbersInAStepWithAnEmptyBatch() {
        Mode.TRAINING.compute(layer.apply(Tensor.zeros(0, 2)));
        assertThat(layer.runningMean().toFloats()).containsExactly(0, 0);
        assertThat(layer.runningVariance().toFloats()).containsExactly(1, 1);
    }

    @Test
    void makesItsShiftOfASingleExampleInTraining() {
        var y = Mode.TRAINING.compute(layer.apply(Tensor.of(new float[][] {{5, 6}})));
        assertThat(y.toFloats()).containsExactly(0, 0);
        assertThat(layer.runningVariance().toFloats()).containsExactly(0.9f, 0.9f);
    }
}
