package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterTest {
    private final Parameter weight = Parameter.of(Tensor.of(1, 2));

    @Test
    void itIsATensorWithItsPresentValue() {
        assertThat(weight.mul(3).toFloats()).containsExactly(3, 6);
        assertThat(weight.toFloats()).containsExactly(1, 2);
        assertThat(weight.version()).isZero();
    }

    @Test
    void itsNumbersAreItsOwn() {
        var numbers = Tensor.of(1, 2);
        var parameter = Parameter.of(numbers);
        parameter.set(Tensor.of(5, 6));
        assertThat(numbers.toFloats()).containsExactly(1, 2);
    }

    @Test
    void aChangeCountsAndIsSeenByWhatIsBuiltAfterIt() {
        weight.set(Tensor.of(5, 6));
        assertThat(weight.version()).isEqualTo(1);
        assertThat(weight.mul(2).toFloats()).containsExactly(10, 12);
    }

    @Test
    void whatWasBuiltBeforeAChangeIsRefusedAfterIt() {
        var stale = weight.mul(2);
        weight.set(Tensor.of(5, 6));
        weight.set(Tensor.of(7, 8));
        assertThatThrownBy(stale::toFloats)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("shape [2]", "2 changes ago", "build it again");
    }

    @Test
    void aStepWithSomethingStaleChangesNothing() {
        var stale = weight.mul(2);
        weight.set(Tensor.of(5, 6));
        assertThatThrownBy(() -> Step.run(List.of(), Map.of(weight, stale), 1))
                .isInstanceOf(IllegalStateException.class);
        assertThat(weight.toFloats()).containsExactly(5, 6);
        assertThat(weight.version()).isEqualTo(1);
    }

    @Test
    void whatWasComputedBeforeAChangeKeepsItsValue() {
        var early = weight.mul(2).realize();
        weight.set(Tensor.of(5, 6));
        assertThat(early.toFloats()).containsExactly(2, 4);
        assertThat(early.add(1).toFloats()).containsExactly(3, 5);
    }

    @Test
    void anotherShapeOrTypeIsRefused() {
        assertThatThrownBy(() -> weight.set(Tensor.of(1, 2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContainingAll("[2]", "[3]");
        assertThatThrownBy(() -> weight.set(Tensor.of(1, 2).cast(DType.FLOAT64)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContainingAll("float32", "float64");
        var update = Map.<Parameter, Tensor>of(weight, Tensor.ones(3));
        assertThatThrownBy(() -> Step.run(List.of(), update, 1)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Tensor.ones(2).assigning(weight, Tensor.ones(3)))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void onlyParametersAreTrainableStateIsNot() {
        assertThat(weight.trainable()).isTrue();
        assertThat(Parameter.state(Tensor.ones(2)).trainable()).isFalse();
    }
}
