package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Substitution;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubstitutionTest {
    private final Parameter weight = Parameter.of(Tensor.of(1, 2));

    @Test
    void computesTheSameWithOtherTensors() {
        var loss = weight.square().add(weight.mul(3)).sum();
        var shifted = Substitution.in(loss, Map.of(weight, weight.add(1)));
        assertThat(loss.item()).isEqualTo(14);
        assertThat(shifted.item()).isEqualTo(4 + 9 + 6 + 9);
        assertThat(Gradients.of(shifted, weight).toFloats()).containsExactly(7, 9);
    }

    @Test
    void sharesWhatDoesNotDependOnThem() {
        var other = Parameter.of(Tensor.of(5, 6)).exp();
        assertThat(Substitution.in(other, Map.of(weight, weight.add(1)))).isSameAs(other);
    }

    @Test
    void bothSeeTheSameRandomNumbers() {
        var x = Tensor.ones(1000);
        var y = Tensor.randomPerStep(x.shape()).less(0.5).where(x, Tensor.zerosLike(x));
        var twice = Substitution.in(y, Map.of(x, x.mul(2)));
        Step.run(List.of(y, twice), Map.of(), 3);
        assertThat(twice.toFloats()).containsExactly(y.mul(2).toFloats());
    }

    @Test
    void whatALayerRemembersFollowsFromTheOriginalAlone() {
        var memory = Parameter.state(Tensor.of(0, 0));
        var y = weight.assigning(memory, weight.mul(10)).sum();
        var copy = Substitution.in(y, Map.of(weight, weight.add(1)));
        Step.run(List.of(y, copy), Map.of(), 0);
        assertThat(copy.item()).isEqualTo(5);
        assertThat(memory.toFloats()).containsExactly(10, 20);
    }

    @Test
    void anotherShapeIsRefused() {
        assertThatThrownBy(() -> Substitution.in(weight.sum(), Map.of(weight, Tensor.ones(3))))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("[3] float32 cannot stand in for one of [2] float32");
    }
}
