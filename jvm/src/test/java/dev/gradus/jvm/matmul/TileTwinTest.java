package dev.gradus.jvm.matmul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gradus.jvm.Lanes;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every tile can be rehearsed, and promoting one in the middle of a run changes no bit.
class TileTwinTest {
    @ParameterizedTest
    @EnumSource
    void canBeRehearsed(TileTwin tile) {
        assumeThat(Lanes.vectors()).isTrue();
        assertThat(tile.rehearse(16)).isPositive();
        assertThat(tile.rehearse(64)).isGreaterThan(tile.rehearse(16));
    }

    @ParameterizedTest
    @CsvSource({"60, 115, false", "60, 115, true", "20, 47, false", "20, 47, true"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void isPromotedInTheMiddleOfARunWithoutChangingABit(int rows, int columns, boolean turned) {
        assumeThat(Lanes.GRADUAL).isTrue();
        var depth = 70;
        var a = numbers(rows * depth);
        var b = numbers(depth * columns);
        var first = product(a, b, rows, columns, depth, turned);
        while (!TileTwin.allFast(turned, columns, 0)) {
            var again = product(a, b, rows, columns, depth, turned);
            assertThat(Arrays.equals(again, first)).isTrue();
        }
        assertThat(product(a, b, rows, columns, depth, turned)).isEqualTo(first);
    }

    private static float[] product(
            float[] a, float[] b, int rows, int columns, int depth, boolean turned) {
        var c = new float[rows * columns];
        MatMul.multiply(
                a,
                0,
                turned ? 1 : depth,
                turned ? rows : 1,
                b,
                0,
                columns,
                1,
                c,
                0,
                columns,
                rows,
                columns,
                depth,
                false);
        return c;
    }

    private static float[] numbers(int count) {
        var numbers = new float[count];
        for (var i = 0; i < count; i++) {
            numbers[i] = (i * 37 % 101 - 50) / 17f;
        }
        return numbers;
    }
}
