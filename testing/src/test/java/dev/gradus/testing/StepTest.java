package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.Device;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepTest {
    private final Parameter weight = Parameter.of(Tensor.of(1, 2));
    private final Parameter count = Parameter.state(Tensor.of(0));

    @Test
    void outputsAreComputedAndParametersChangedInOneGo() {
        var loss = weight.square().sum();
        Step.run(List.of(loss), Map.of(weight, weight.mul(10)), 1);
        assertThat(loss.item()).isEqualTo(5);
        assertThat(weight.toFloats()).containsExactly(10, 20);
        assertThat(weight.version()).isEqualTo(1);
    }

    @Test
    void allNewValuesComeFromTheOldOnes() {
        var other = Parameter.of(Tensor.of(3, 4));
        Step.run(List.of(), Map.of(weight, other.add(0), other, weight.add(0)), 1);
        assertThat(weight.toFloats()).containsExactly(3, 4);
        assertThat(other.toFloats()).containsExactly(1, 2);
    }

    @Test
    void aParameterMayTakeTheValueOfAnotherAsItIs() {
        var other = Parameter.of(Tensor.of(3, 4));
        Step.run(List.of(), Map.of(weight, other, other, weight), 1);
        assertThat(weight.toFloats()).containsExactly(3, 4);
        assertThat(other.toFloats()).containsExactly(1, 2);
    }

    @Test
    void aLongRunOfStepsIsThatOfPlainArithmetic() {
        for (var step = 0; step < 50; step++) {
            var loss = weight.sub(3).square().sum();
            var gradient = Gradients.of(loss, weight);
            Step.run(List.of(loss), Map.of(weight, weight.sub(gradient.mul(0.25))), step);
        }
        assertThat(weight.toFloats()).containsExactly(3, 3);
        assertThat(weight.version()).isEqualTo(50);
    }

    @Test
    void assignmentsAreCarriedOutByStepsOnly() {
        var noted = weight.mul(2).assigning(count, count.add(1));
        assertThat(noted.toFloats()).containsExactly(2, 4);
        assertThat(count.item()).isZero();
        Step.run(List.of(weight.mul(2).assigning(count, count.add(1))), Map.of(), 1);
        assertThat(count.item()).isEqualTo(1);
    }

    @Test
    void anAssignmentThatTheStepDoesNotComputeIsNotCarriedOut() {
        weight.mul(2).assigning(count, count.add(1));
        Step.run(List.of(weight.sum()), Map.of(), 1);
        assertThat(count.item()).isZero();
    }

    @Test
    void assigningAParameterTwiceIsRefused() {
        var twice = weight.assigning(count, count.add(1)).assigning(count, count.add(2));
        assertThatThrownBy(() -> Step.run(List.of(twice), Map.of(), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("twice");
        assertThat(count.item()).isZero();
    }

    @Test
    void updatingWhatIsAssignedIsRefused() {
        var assigned = weight.sum().assigning(count, count.add(1));
        assertThatThrownBy(() -> Step.run(List.of(assigned), Map.of(count, count.add(5)), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("twice");
        assertThat(count.item()).isZero();
    }

    @Test
    void theModeIsThatOfTheMomentOfComputing() {
        var outside = Tensor.byMode(weight.mul(100), weight);
        assertThat(outside.toFloats()).containsExactly(1, 2);
        var inside = Tensor.byMode(weight.mul(100), weight);
        Step.run(List.of(inside), Map.of(), 1);
        assertThat(inside.toFloats()).containsExactly(100, 200);
    }

    @Test
    void theModeNotTakenIsNotComputed() {
        var outOfRange = Tensor.of(1, 2).take(0, Tensor.of(new long[] {7}, 1));
        assertThat(Tensor.byMode(outOfRange, Tensor.of(5)).item()).isEqualTo(5);
    }

    @Test
    void gradientsFollowTheModeToo() {
        var y = Tensor.byMode(weight.mul(3), weight.mul(5)).sum();
        assertThat(Gradients.of(y, weight).toFloats()).containsOnly(5);
        Step.run(List.of(), Map.of(weight, Gradients.of(y, weight)), 1);
        assertThat(weight.toFloats()).containsOnly(3);
    }

    @Test
    void whatWasLookedAtBeforeIsComputedAnewInTrainingMode() {
        var y = Tensor.byMode(weight.mul(100), weight);
        assertThat(y.toFloats()).containsExactly(1, 2);
        Step.run(List.of(), Map.of(weight, y.add(1)), 1);
        assertThat(weight.toFloats()).containsExactly(101, 201);
    }

    @Test
    void randomNumbersAreThoseOfTheStep() {
        assertThat(noise(1)).isEqualTo(noise(1));
        assertThat(noise(1)).isNotEqualTo(noise(2));
    }

    private static float[] noise(long key) {
        var noise = Tensor.randomPerStep(dev.gradus.tensor.Shape.of(8)).mul(1);
        Step.run(List.of(noise), Map.of(), key);
        return noise.toFloats();
    }

    @Test
    void eachPlaceHasRandomNumbersOfItsOwn() {
        var shape = dev.gradus.tensor.Shape.of(8);
        var first = Tensor.randomPerStep(shape).mul(1);
        var second = Tensor.randomPerStep(shape).mul(1);
        Step.run(List.of(first, second), Map.of(), 1);
        assertThat(first.toFloats()).isNotEqualTo(second.toFloats());
    }

    @Test
    void oneDrawIsTheSameForwardAndBackward() {
        var mask = Tensor.randomPerStep(weight.shape());
        var y = weight.mul(mask).sum();
        var slope = Gradients.of(y, weight);
        Step.run(List.of(y, slope), Map.of(), 3);
        assertThat(slope.mul(Tensor.of(1, 2)).sum().item()).isEqualTo(y.item());
    }

    @Test
    void theInterpreterTakesTheSameSteps() {
        Device.run(
                Device.INTERPRETER,
                () -> {
                    Step.run(List.of(), Map.of(weight, weight.mul(2)), 1);
                    return null;
                });
        assertThat(weight.toFloats()).containsExactly(2, 4);
    }

    @Test
    void aGradientThroughWhatAStepHasComputedIsRefused() {
        var w = Parameter.of(Tensor.of(3f));
        var loss = w.square().sum();
        Step.run(List.of(loss), Map.of(w, w.mul(0.5)), 1);
        assertThat(loss.item()).isEqualTo(9);
        assertThatThrownBy(() -> Gradients.of(loss, w))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("detach()");
        assertThatThrownBy(() -> Gradients.of(loss.mul(w.sum()), w))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatAStepHasComputedIsAConstantOnceDetached() {
        var w = Parameter.of(Tensor.of(3f));
        var loss = w.square().sum();
        Step.run(List.of(loss), Map.of(w, w.mul(0.5)), 1);
        var next = loss.detach().mul(w.sum());
        assertThat(Gradients.of(next, w).item()).isEqualTo(9);
        Step.run(List.of(next), Map.of(w, w.add(1)), 2);
        assertThat(next.item()).isEqualTo(13.5);
    }
}
