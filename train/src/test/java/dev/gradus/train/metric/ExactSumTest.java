package dev.gradus.train.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    private static double sum(double... values) {
        var sum = new ExactSum();
        for (var value : values) {
            sum.add(value);
        }
        return sum.value();
    }

    @Test
    void losesNothingBetweenTheLargestAndTheSmallest() {
        assertThat(sum(1e300, 1, -1e300, Double.MIN_VALUE, -1)).isEqualTo(Double.MIN_VALUE);
        assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE))
                .isEqualTo(Double.MAX_VALUE);
        assertThat(sum(0.1, 0.2, -0.3)).isEqualTo(0x1p-55);
        assertThat(sum()).isZero();
    }

    @Test
    void isRoundedOnceAsTheDecimalSumIs() {
        var chance = new Random(3);
        for (var i = 0; i < 500; i++) {
            var values = new double[40];
            var exact = BigDecimal.ZERO;
            for (var k = 0; k < values.length; k++) {
                values[k] = chance.nextGaussian() * Math.scalb(1, chance.nextInt(200) - 100);
                exact = exact.add(new BigDecimal(values[k]));
            }
            assertThat(sum(values)).isEqualTo(exact.doubleValue());
        }
    }

    @Test
    void roundsTiesToEvenAndWhatIsJustBesideThemAway() {
        assertThat(sum(1, 0x1p-53)).isEqualTo(1);
        assertThat(sum(1, 0x1p-53, 0x1p-1000)).isEqualTo(1 + 0x1p-52);
        assertThat(sum(-1, -0x1p-53)).isEqualTo(-1);
        assertThat(sum(-1, -0x1p-53, -0x1p-1000)).isEqualTo(-1 - 0x1p-52);
        assertThat(sum(-1, -0x1p-53, 0x1p-1000)).isEqualTo(-1);
    }

    @Test
    void doesNotDependOnTheOrder() {
        var chance = new Random(4);
        var values = chance.doubles(1000).boxed().toArray(Double[]::new);
        var first = sum(Arrays.stream(values).mapToDouble(x -> x).toArray());
        for (var i = 0; i < 20; i++) {
            Collections.shuffle(Arrays.asList(values), chance);
            assertThat(sum(Arrays.stream(values).mapToDouble(x -> x).toArray())).isEqualTo(first);
        }
    }

    @Test
    void productsAreNotRoundedEither() {
        var sum = new ExactSum();
        sum.addProduct(0.1, 0.1, 0.1);
        var exact = new BigDecimal(0.1).pow(3);
        sum.add(-exact.doubleValue());
        assertThat(sum.value())
                .isEqualTo(exact.subtract(new BigDecimal(exact.doubleValue())).doubleValue());
    }

    @Test
    void whatIsNotFiniteStaysSo() {
        assertThat(sum(1, Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(sum(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)).isNaN();
        assertThat(sum(Double.NaN, 3)).isNaN();
    }

    @Test
    void travelsAsNumbers() {
        var first = new ExactSum();
        first.add(-0.3);
        first.add(1e-20);
        var numbers = new double[ExactSum.NUMBERS];
        first.write(numbers, 0);
        var second = new ExactSum();
        second.add(0.1);
        second.take(numbers, 0);
        assertThat(second.value()).isEqualTo(sum(0.1, 1e-20, -0.3));
    }
}
