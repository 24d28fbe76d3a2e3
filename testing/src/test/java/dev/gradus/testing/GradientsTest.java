package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Device;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientsTest {
    private final Tensor x = Tensor.of(1, 2, 3);

    @Test
    void theSlopeOfTheSquareIsTwiceTheNumber() {
        assertThat(Gradients.of(x.square().sum(), x).toFloats()).containsExactly(2, 4, 6);
    }

    @Test
    void gradientsOfGradientsAreGradients() {
        var first = Gradients.of(x.pow(3).sum(), x);
        var second = Gradients.of(first.sum(), x);
        assertThat(second.toFloats()).containsExactly(6, 12, 18);
        assertThat(Gradients.of(second.sum(), x).toFloats()).containsExactly(6, 6, 6);
    }

    @Test
    void atTheirKinksFunctionsHaveTheSlopePeopleExpect() {
        var zero = Tensor.of(0f);
        assertThat(Gradients.of(zero.relu().sum(), zero).item()).isEqualTo(0);
        assertThat(Gradients.of(zero.abs().sum(), zero).item()).isEqualTo(0);
        assertThat(Gradients.of(zero.softplus().sum(), zero).item()).isEqualTo(0.5);
        assertThat(Gradients.of(zero.sigmoid().sum(), zero).item()).isEqualTo(0.25);
    }

    @Test
    void farFromZeroSlopesAreNumbersStill() {
        var far = Tensor.of(-1000f, -100f, 100f, 1000f);
        for (var y : List.of(far.sigmoid(), far.softplus(), far.tanh())) {
            assertThat(Gradients.of(y.sum(), far).toFloats()).doesNotContain(Float.NaN);
        }
    }

    @Test
    void anIndexOutsideItsRowDoesNotReachIntoTheNext() {
        var rows = Tensor.of(new float[][] {{1, 2}, {3, 4}});
        var indices = Tensor.of(new long[] {2, 0}, 2, 1);
        assertThatThrownBy(() -> rows.gather(1, indices).toFloats())
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theCosineOfALargeAngleIsAsExactAsTheAngle() {
        assertThat(Tensor.of(1000f).cos().item()).isCloseTo(Math.cos(1000), within(5e-7));
    }

    @Test
    void aHugePowerOfAWholeNumberIsTakenAtOnce() {
        var power = Tensor.of(new long[] {3}, 1).pow(Tensor.of(new long[] {Long.MAX_VALUE}, 1));
        var interpreted = Device.run(Device.INTERPRETER, () -> power.add(0.0).toLongs());
        assertThat(interpreted).isEqualTo(power.toLongs());
    }

    @Test
    void whatIsNotUsedHasZeros() {
        var unused = Parameter.of(Tensor.ones(2, 2));
        var gradients = Gradients.of(x.sum(), List.of(unused, x));
        assertThat(gradients.getFirst().shape()).isEqualTo(Shape.of(2, 2));
        assertThat(gradients.getFirst().toFloats()).containsOnly(0);
        assertThat(gradients.getLast().toFloats()).containsOnly(1);
    }

    @Test
    void severalUsesAddUp() {
        assertThat(Gradients.of(x.mul(x).add(x).sum(), x).toFloats()).containsExactly(3, 5, 7);
    }

    @Test
    void nothingFlowsThroughADetachedTensor() {
        var y = x.mul(x.detach()).sum();
        assertThat(Gradients.of(y, x).toFloats()).containsExactly(1, 2, 3);
        assertThat(Gradients.of(x.detach().sum(), x).toFloats()).containsOnly(0);
    }

    @Test
    void nothingFlowsThroughWholeNumbers() {
        var y = x.cast(DType.INT64).cast(DType.FLOAT32).mul(2.5).sum();
        assertThat(Gradients.of(y, x).toFloats()).containsOnly(0);
    }

    @Test
    void aCastToTheOtherFractionsPassesTheGradientOn() {
        var gradient = Gradients.of(x.cast(DType.FLOAT64).mul(0.5).sum(), x);
        assertThat(gradient.type()).isEqualTo(DType.FLOAT32);
        assertThat(gradient.toFloats()).containsOnly(0.5f);
    }

    @Test
    void wholeNumbersAreRefusedByPlaceAndType() {
        var labels = Tensor.of(new long[] {1, 2}, 2);
        assertThatThrownBy(() -> Gradients.of(x.sum(), List.of(x, labels)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("input 2 of 2", "[2]", "int64", "cast to float32");
        assertThatThrownBy(() -> Gradients.of(labels.sum(), x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("int64");
    }

    @Test
    void onlyASingleNumberHasAGradient() {
        assertThatThrownBy(() -> Gradients.of(x.mul(2), x))
                .isInstanceOf(ShapeException.class)
                .hasMessageContainingAll("[3]", "sum() or mean()");
    }

    @Test
    void weightsOfTheResultsStandInForASum() {
        var gradients = Gradients.of(x.square(), Tensor.of(1, 0, -1), List.of(x));
        assertThat(gradients.getFirst().toFloats()).containsExactly(2, 0, -6);
    }

    @Test
    void theGradientOfAnIntermediateResultIsThereToo() {
        var hidden = x.mul(3);
        assertThat(Gradients.of(hidden.square().sum(), hidden).toFloats())
                .containsExactly(6, 12, 18);
        assertThat(Gradients.of(hidden.sum(), hidden).toFloats()).containsOnly(1);
    }

    @Test
    void equalLargestNumbersShareTheGradient() {
        var tied = Tensor.of(1, 5, 5, 2);
        assertThat(Gradients.of(tied.max(), tied).toFloats()).containsExactly(0, 0.5f, 0.5f, 0);
    }

    @Test
    void theProductHasAGradientWhereAFactorIsZero() {
        var factors = Tensor.of(2, 0, 3);
        assertThat(Gradients.of(factors.prod(), factors).toFloats()).containsExactly(0, 6, 0);
    }

    @Test
    void reluIsFlatAtZeroAndSaturatedFunctionsStayNumbers() {
        var zero = Tensor.of(0);
        assertThat(Gradients.of(zero.relu().sum(), zero).item()).isZero();
        var far = Tensor.of(-200, 200);
        assertThat(Gradients.of(far.sigmoid().sum(), far).square().sum().item()).isZero();
        assertThat(Gradients.of(far.softplus().sum(), far).toFloats()).containsExactly(0, 1);
        assertThat(Gradients.of(far.softmax(0).max(), far).square().sum().item()).isZero();
        assertThat(Gradients.of(far.logSumExp(0), far).toFloats()).containsExactly(0, 1);
    }
}
