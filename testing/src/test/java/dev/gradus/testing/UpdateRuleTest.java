package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.CustomGradient;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.UpdateRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Steps by a rule are those of updates noted down anew each time, but the rule is asked only once for each
/// structure.
class UpdateRuleTest {
    private final Parameter weight = Parameter.of(Tensor.of(1, 2));
    private final AtomicInteger asked = new AtomicInteger();

    /// Walks downhill on all of `parameters`.
    private UpdateRule descent(Parameter... parameters) {
        return UpdateRule.of((outputs, numbers) -> {
            asked.incrementAndGet();
            var slopes = Gradients.of(outputs.getFirst(), List.of(parameters));
            var updates = new LinkedHashMap<Parameter, Tensor>();
            for (var i = 0; i < parameters.length; i++) {
                var change = slopes.get(i).mul(numbers.getFirst());
                updates.put(parameters[i], parameters[i].sub(change));
            }
            return updates;
        });
    }

    private static Tensor number(double value) {
        return Tensor.of(new float[] {(float) value}, new int[0]);
    }

    @Test
    void aRuleIsAskedOnceForEachStructure() {
        var rule = descent(weight);
        for (var step = 0; step < 10; step++) {
            Step.run(List.of(weight.square().sum()), rule, List.of(number(0.1)), step);
        }
        assertThat(asked).hasValue(1);
        Step.run(List.of(weight.square().sum().mul(2)), rule, List.of(number(0.1)), 10);
        assertThat(asked).hasValue(2);
        assertThat(weight.version()).isEqualTo(11);
    }

    @Test
    void aLossThatIsDetachedElsewhereIsAnotherStep() {
        var first = Parameter.of(Tensor.of(2, 3));
        var second = Parameter.of(Tensor.of(5, 7));
        var rule = descent(first, second);
        Step.run(List.of(first.mul(second.detach()).sum()), rule, List.of(number(1)), 0);
        assertThat(first.toFloats()).containsExactly(-3, -4);
        assertThat(second.toFloats()).containsExactly(5, 7);
        Step.run(List.of(first.detach().mul(second).sum()), rule, List.of(number(1)), 1);
        assertThat(first.toFloats()).containsExactly(-3, -4);
        assertThat(second.toFloats()).containsExactly(8, 11);
    }

    @Test
    void aLossWithAnotherGradientRuleIsAnotherStep() {
        var rule = descent(weight);
        var doubled = CustomGradient.of(x -> x, (_, up) -> up.mul(2));
        var reversed = CustomGradient.of(x -> x, (_, up) -> up.neg());
        for (var step = 0; step < 2; step++) {
            Step.run(List.of(doubled.apply(weight).sum()), rule, List.of(number(1)), 0);
            Step.run(List.of(reversed.apply(weight).sum()), rule, List.of(number(1)), 1);
        }
        assertThat(weight.toFloats()).containsExactly(1 - 4 + 2, 2 - 4 + 2);
        assertThat(asked).hasValue(2);
    }

    @Test
    void numbersAndDataMayDifferFromStepToStep() {
        var rule = descent(weight);
        var plain = Parameter.of(Tensor.of(1, 2));
        for (var step = 0; step < 10; step++) {
            var data = Tensor.of(step, 3 - step);
            var rate = 0.1 / (step + 1);
            var factor = 1.5 + step;
            var loss = weight.mul(data).sub(factor).square().mean();
            Step.run(List.of(loss), rule, List.of(number(rate)), step);
            var expected = plain.mul(data).sub(factor).square().mean();
            var slope = Gradients.of(expected, plain);
            Step.run(List.of(expected), Map.of(plain, plain.sub(slope.mul(number(rate)))), step);
            assertThat(loss.item()).isEqualTo(expected.item());
            assertThat(weight.toFloats()).containsExactly(plain.toFloats());
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void anotherParameterInTheSamePlaceIsAnotherStep() {
        var other = Parameter.of(Tensor.of(10, 20));
        var rule = descent(weight, other);
        Step.run(List.of(weight.square().sum()), rule, List.of(number(0.25)), 0);
        Step.run(List.of(other.square().sum()), rule, List.of(number(0.25)), 1);
        Step.run(List.of(other.square().sum()), rule, List.of(number(0.25)), 2);
        assertThat(weight.toFloats()).containsExactly(0.5f, 1);
        assertThat(other.toFloats()).containsExactly(2.5f, 5);
        assertThat(asked).hasValue(2);
    }

    @Test
    void theSameParameterInTwoPlacesIsNotTwoParametersOfEqualShape() {
        var other = Parameter.of(Tensor.of(10, 20));
        var rule = descent(weight, other);
        Step.run(List.of(weight.mul(other).sum()), rule, List.of(number(1)), 0);
        assertThat(weight.toFloats()).containsExactly(-9, -18);
        assertThat(other.toFloats()).containsExactly(9, 18);
        Step.run(List.of(weight.mul(weight).sum()), rule, List.of(number(0.5)), 1);
        assertThat(weight.toFloats()).containsExactly(0, 0);
        assertThat(other.toFloats()).containsExactly(9, 18);
    }

    @Test
    void theFirstStepAndTheNextOnesDrawTheSameRandomNumbers() {
        var first = noisy(weight, descent(weight), 7);
        weight.set(Tensor.of(1, 2));
        var rule = descent(weight);
        noisy(weight, rule, 3);
        weight.set(Tensor.of(1, 2));
        assertThat(noisy(weight, rule, 7)).containsExactly(first);
        assertThat(asked).hasValue(2);
    }

    private static float[] noisy(Parameter weight, UpdateRule rule, long key) {
        var kept = Tensor.randomPerStep(Shape.of(2)).less(0.5);
        var loss = kept.where(weight, Tensor.zeros(2)).square().sum();
        Step.run(List.of(loss), rule, List.of(number(0.1)), key);
        return weight.toFloats();
    }

    @Test
    void assignmentsOfLayersAreCarriedOutEachTime() {
        var count = Parameter.state(Tensor.of(0));
        var rule = descent(weight);
        for (var step = 0; step < 5; step++) {
            var loss = weight.square().sum().assigning(count, count.add(1));
            Step.run(List.of(loss), rule, List.of(number(0.1)), step);
        }
        assertThat(count.item()).isEqualTo(5);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aGradientThroughAnEarlierStepIsRefusedEvenWhenTheStructureIsKnown() {
        var rule = descent(weight);
        var data = Tensor.of(1, 1);
        Step.run(List.of(weight.mul(data).sum()), rule, List.of(number(0.1)), 0);
        var computed = weight.mul(3);
        Step.run(List.of(computed), Map.of(), 1);
        var loss = weight.mul(computed).sum();
        assertThatThrownBy(() -> Step.run(List.of(loss), rule, List.of(number(0.1)), 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("detach()");
        Step.run(List.of(weight.mul(computed.detach()).sum()), rule, List.of(number(0.1)), 2);
    }

    @Test
    void aRuleThatBringsDataOfItsOwnIsAskedAgain() {
        var rule =
                UpdateRule.of((outputs, numbers) ->
                        Map.of(weight, weight.add(Tensor.of(asked.incrementAndGet(), 0))));
        for (var step = 0; step < 3; step++) {
            Step.run(List.of(weight.sum()), rule, List.of(), step);
        }
        assertThat(weight.toFloats()).containsExactly(1 + 1 + 2 + 3, 2);
    }

    @Test
    void aValueOfAnotherShapeIsRefused() {
        var rule = UpdateRule.of((outputs, numbers) -> Map.of(weight, outputs.getFirst()));
        assertThatThrownBy(() -> Step.run(List.of(weight.sum()), rule, List.of(), 0))
                .isInstanceOf(ShapeException.class);
        assertThat(weight.version()).isZero();
    }
}
