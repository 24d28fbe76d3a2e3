package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.CustomGradient;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomGradientTest {
    private final Parameter x = Parameter.of(Tensor.of(-3, 0.5f, 4));

    @Test
    void theGradientIsThatOfTheRuleAndNotOfTheOperations() {
        var clipped = CustomGradient.of(a -> a.mul(10), (_, up) -> up.clamp(-1, 1));
        var y = clipped.apply(x);
        assertThat(y.toFloats()).containsExactly(-30, 5, 40);
        var weights = Tensor.of(-7, 0.25f, 7);
        assertThat(Gradients.of(y.mul(weights).sum(), x).toFloats()).containsExactly(-1, 0.25f, 1);
    }

    @Test
    void aFunctionWithoutASlopeCanBeGivenOne() {
        var rounded = CustomGradient.of(a -> a.add(0.5).floor(), (_, up) -> up);
        assertThat(rounded.apply(x).toFloats()).containsExactly(-3, 1, 4);
        assertThat(Gradients.of(rounded.apply(x).sum(), x).toFloats()).containsExactly(1, 1, 1);
    }

    @Test
    void aRuleHasGradientsOfItsOwn() {
        var square = CustomGradient.of(a -> a.square(), (a, up) -> up.mul(a).mul(2));
        var slope = Gradients.of(square.apply(square.apply(x)).sum(), x);
        var curvature = Gradients.of(slope.sum(), x);
        assertThat(slope.toFloats()).containsExactly(-108, 0.5f, 256);
        assertThat(curvature.toFloats()).containsExactly(108, 3, 192);
    }

    @Test
    void eachOfSeveralInputsHasItsGradient() {
        var other = Parameter.of(Tensor.of(1, 2, 3));
        var product =
                CustomGradient.ofAll(
                        in -> in.get(0).mul(in.get(1)),
                        (in, _, up) -> List.of(up.mul(in.get(1)).mul(10), up.mul(in.get(0))));
        var gradients = Gradients.of(product.apply(x, other).sum(), List.of(x, other));
        assertThat(gradients.get(0).toFloats()).containsExactly(10, 20, 30);
        assertThat(gradients.get(1).toFloats()).containsExactly(-3, 0.5f, 4);
    }

    @Test
    void aRuleThatAnswersInAnotherShapeIsRefused() {
        var wrong = CustomGradient.of(a -> a, (_, up) -> up.sum());
        assertThatThrownBy(() -> Gradients.of(wrong.apply(x).sum(), x))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("shapes [[3]] but gave [[]]");
    }
}
