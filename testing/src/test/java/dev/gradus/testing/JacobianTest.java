package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tensor.Autograd;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Jacobian;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class JacobianTest {
    private final Parameter x = Parameter.of(Tensor.of(1, -2, 3));

    @Test
    void eachNumberOfTheResultHasItsRow() {
        var matrix = Tensor.of(new float[][] {{1, 2}, {3, 4}, {5, 6}});
        var y = x.unsqueeze(0).matmul(matrix);
        var jacobian = Jacobian.of(y, x);
        assertThat(jacobian.shape()).isEqualTo(Shape.of(1, 2, 3));
        assertThat(jacobian.toFloats()).containsExactly(1, 3, 5, 2, 4, 6);
    }

    @Test
    void theHessianHoldsSecondDerivatives() {
        // y = a²b + c³
        var y = x.get(0).square().mul(x.get(1)).add(x.get(2).pow(3));
        var hessian = Jacobian.hessian(y, x);
        assertThat(hessian.toFloats()).containsExactly(-4, 2, 0, 2, 0, 0, 0, 0, 18);
    }

    @Test
    void theProductWithAVectorIsThatOfTheWholeHessian() {
        var v = Tensor.of(new double[] {0.3, -1, 2}, 3);
        var w = Parameter.of(x.cast(DType.FLOAT64));
        var y = w.sin().mul(w.flip(0).exp()).sum().square();
        var product = Autograd.hessianVectorProduct(y, w, v);
        var expected = Autograd.hessian(y, w).matmul(v.unsqueeze(1)).squeeze(1);
        assertThat(product.toDoubles()).containsExactly(expected.toDoubles(), within(1e-9));
    }

    @Test
    void severalTensorsAreOneVectorTogether() {
        var a = Parameter.of(Tensor.of(2));
        var b = Parameter.of(Tensor.of(5));
        var y = a.square().mul(b).sum();
        var products =
                Jacobian.hessianVectorProduct(
                        y, List.of(a, b), List.of(Tensor.of(1), Tensor.of(10)));
        assertThat(products.get(0).toFloats()).containsExactly(2 * 5 + 2 * 2 * 10);
        assertThat(products.get(1).toFloats()).containsExactly(2 * 2);
    }

    @Test
    void aJacobianHasAGradient() {
        var trace = Jacobian.of(x.pow(3), x).mul(Tensor.eye(3)).sum();
        assertThat(Gradients.of(trace, x).toFloats()).containsExactly(6, -12, 18);
    }

    @Test
    void nothingHasAJacobianWithoutRows() {
        assertThat(Jacobian.of(x.slice(0, 0), x).shape()).isEqualTo(Shape.of(0, 3));
    }

    @Test
    void aDirectionOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> Autograd.hessianVectorProduct(x.sum(), x, Tensor.ones(2)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("directions of shapes [[2]]");
    }

    @Test
    void noGradientFlowsThroughWhatIsMadeWithoutOne() {
        var target = Autograd.noGradient(() -> x.mul(10));
        assertThat(Autograd.gradient(target.mul(x).sum(), x).toFloats())
                .containsExactly(10, -20, 30);
    }
}
