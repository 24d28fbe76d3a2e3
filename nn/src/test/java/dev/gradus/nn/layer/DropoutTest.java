package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.dropout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Mode;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DropoutTest {
    @Test
    void silencesItsShareInTrainingAndScalesTheRest() {
        var y = Mode.TRAINING.compute(dropout(0.25).apply(Tensor.ones(100, 100))).toFloats();
        var silenced = 0;
        for (var number : y) {
            assertThat(number).isIn(0f, (float) (1 / 0.75));
            silenced += number == 0 ? 1 : 0;
        }
        // five deviations of a binomial distribution
        assertThat(silenced / 10_000.0).isCloseTo(0.25, within(5 * 0.0044));
    }

    @Test
    void passesEverythingOutsideOfTraining() {
        var x = Tensor.of(1, -2, 3);
        assertThat(dropout(0.9).apply(x).toFloats()).containsExactly(1, -2, 3);
    }

    @Test
    void silencesOthersInTheNextStepAndTheSameInARepeatedOne() {
        assertThat(inStep(1)).isEqualTo(inStep(1)).isNotEqualTo(inStep(2));
    }

    @Test
    void silencesOthersInAnotherLayerOfTheSameStep() {
        var x = Tensor.ones(200);
        var a = dropout(0.5).apply(x);
        var b = dropout(0.5).apply(x);
        Step.run(List.of(a, b), Map.of(), 1);
        assertThat(a.toFloats()).isNotEqualTo(b.toFloats());
    }

    @Test
    void refusesARateThatIsNoShareBelowOne() {
        for (var rate : new double[] {-0.1, 1, 20, Double.NaN}) {
            assertThatThrownBy(() -> dropout(rate))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("dropout was given the rate " + rate);
        }
    }

    private static float[] inStep(long key) {
        var y = dropout(0.5).apply(Tensor.ones(200));
        Step.run(List.of(y), Map.of(), key);
        return y.toFloats();
    }
}
