package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.Device;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RandomnessTest {
    private static final int MANY = 200_000;

    @Test
    void theSameSeedGivesTheSameNumbersOnEveryDevice() {
        var expected =
                Device.run(Device.INTERPRETER, () -> Tensor.random(1000).seed(42).toFloats());
        for (var device : Device.all()) {
            var numbers = Device.run(device, () -> Tensor.random(1000).seed(42).toFloats());
            assertThat(numbers).as(device.name()).isEqualTo(expected);
        }
        assertThat(Tensor.random(1000).seed(43).toFloats()).isNotEqualTo(expected);
    }

    @Test
    void aScopeWithASeedRepeatsAllItsNumbers() {
        assertThat(two(7)).isEqualTo(two(7));
        assertThat(two(7)).isNotEqualTo(two(8));
        assertThat(two(7)[0]).isNotEqualTo(two(7)[1]);
    }

    private static float[] two(long seed) {
        return Randomness.with(
                seed, () -> Tensor.stack(0, Tensor.random(), Tensor.random()).toFloats());
    }

    @Test
    void aTensorOfRandomNumbersKeepsThem() {
        var x = Tensor.random(100);
        assertThat(x.sub(x).abs().max().item()).isZero();
        assertThat(x.toFloats()).isEqualTo(x.add(0).toFloats());
    }

    @Test
    void numbersAreUniformBetweenZeroAndOne() {
        var x = Tensor.random(MANY).seed(1);
        assertThat(x.min().item()).isBetween(0.0, 1e-4);
        assertThat(x.max().item()).isBetween(1 - 1e-4, Math.nextDown(1.0));
        // five standard errors of the mean and of the variance
        assertThat(x.mean().item()).isBetween(0.5 - 0.0033, 0.5 + 0.0033);
        assertThat(x.variance().item()).isBetween(1 / 12.0 - 0.0009, 1 / 12.0 + 0.0009);
    }

    @Test
    void normalNumbersHaveMeanZeroAndDeviationOne() {
        var x = Randomness.with(1, () -> Tensor.randomNormal(MANY));
        assertThat(x.mean().item()).isBetween(-0.0112, 0.0112);
        assertThat(x.variance().item()).isBetween(1 - 0.016, 1 + 0.016);
        assertThat(x.abs().max().item()).isBetween(3.5, 7.0);
    }

    @Test
    void neighboursAndNeighbouringSeedsAreUnrelated() {
        var x = Tensor.random(MANY).seed(1).sub(0.5);
        var y = Tensor.random(MANY).seed(2).sub(0.5);
        assertThat(x.mul(y).mean().item()).isBetween(-0.001, 0.001);
        var next = x.slice(1, MANY).mul(x.slice(0, MANY - 1)).mean();
        assertThat(next.item()).isBetween(-0.001, 0.001);
    }

    @Test
    void keysOfStepsDiffer() {
        assertThat(Randomness.stepKey(1, 1)).isNotEqualTo(Randomness.stepKey(1, 2));
        assertThat(Randomness.stepKey(1, 2)).isNotEqualTo(Randomness.stepKey(2, 1));
        assertThat(Randomness.stepKey(1, 1)).isEqualTo(Randomness.stepKey(1, 1));
    }
}
