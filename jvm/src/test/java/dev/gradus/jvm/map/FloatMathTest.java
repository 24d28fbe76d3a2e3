package dev.gradus.jvm.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FloatMathTest {

    enum Function {
        EXP(FloatMath::exp, Math::exp, 1.0),
        LOG(FloatMath::log, Math::log, 0.9),
        TANH(FloatMath::tanh, Math::tanh, 1.4),
        SIGMOID(FloatMath::sigmoid, DoubleMath::sigmoid, 2.5),
        SIN(FloatMath::sin, Math::sin, 1.8),
        ERF(FloatMath::erf, DoubleMath::erf, 1.1),
        SQRT(FloatMath::sqrt, Math::sqrt, 0.501),
        RECIPROCAL(FloatMath::reciprocal, x -> 1 / x, 0.501),
        FLOOR(FloatMath::floor, Math::floor, 0);

        final FloatLoopsTest.Definition function;
        final DoubleUnaryOperator reference;
        final double ulps;

        Function(FloatLoopsTest.Definition function, DoubleUnaryOperator reference, double ulps) {
            this.function = function;
            this.reference = reference;
            this.ulps = ulps;
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysWithinItsStatedErrorForAnyBits(Function function) {
        for (float x : Values.floats(1, 400_000)) {
            close(function.function.of(x), function.reference.applyAsDouble(x), function.ulps, x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysWithinItsStatedErrorWhereItsPiecesMeet(Function function) {
        for (float special : Values.special()) {
            float x = special;
            for (int step = 0; step < 2_000; step++) {
                close(
                        function.function.of(x),
                        function.reference.applyAsDouble(x),
                        function.ulps,
                        x);
                x = Math.nextUp(x);
            }
        }
    }

    @Test
    void sineIsAccurateNextToEveryMultipleOfPi() {
        for (int n = 1; n < 31_830; n++) {
            float x = (float) (n * Math.PI);
            close(FloatMath.sin(x), Math.sin(x), 1.8, x);
        }
    }

    @Test
    void exponentialReachesZeroAndInfinityWhereItShould() {
        assertThat(FloatMath.exp(0f)).isEqualTo(1f);
        assertThat(FloatMath.exp(-0f)).isEqualTo(1f);
        assertThat(FloatMath.exp(88.72284f)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(FloatMath.exp(-103.97f)).isEqualTo(Float.MIN_VALUE);
        assertThat(FloatMath.exp(-103.98f)).isZero();
    }

    @Test
    void logarithmOfZeroIsMinusInfinityAndOfLessNotANumber() {
        assertThat(FloatMath.log(0f)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(FloatMath.log(-0f)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(FloatMath.log(-Float.MIN_VALUE)).isNaN();
        assertThat(FloatMath.log(1f)).isZero();
    }

    @Test
    void powerStaysWithinItsStatedError() {
        DoubleBinaryOperator reference = Math::pow;
        var random = new Random(7);
        for (int i = 0; i < 400_000; i++) {
            float x = i % 3 == 0 ? Float.intBitsToFloat(random.nextInt()) : random.nextFloat() * 9;
            float y =
                    i % 2 == 0
                            ? Math.round(random.nextGaussian() * 9)
                            : (float) random.nextGaussian();
            close(FloatMath.pow(x, y), reference.applyAsDouble(x, y), 0.51, x, y);
        }
    }

    @Test
    void powerTreatsSpecialValuesAsMathDoes() {
        for (float x : Values.special()) {
            for (float y : Values.special()) {
                close(FloatMath.pow(x, y), Math.pow(x, y), 0.51, x, y);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, 9",
        "10, 10, 1e10",
        "-2, 3, -8",
        "2, -149, 1.4e-45",
        "9, 0.5, 3",
        "-3, 4, 81"
    })
    void powerIsExactWhereTheResultIsAFloat(float x, float y, float expected) {
        assertThat(FloatMath.pow(x, y)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 3, 1",
        "-7, 3, 2",
        "7, -3, -2",
        "-7, -3, -1",
        "-6, 3, -0.0",
        "5.5, 2, 1.5",
        "-1, Infinity, Infinity",
        "1, Infinity, 1",
        "1, 0, NaN",
        "Infinity, 2, NaN"
    })
    void remainderHasTheSignOfTheDivisor(float a, float b, float expected) {
        assertThat(FloatMath.remainder(a, b)).isEqualTo(Float.valueOf(expected));
        assertThat(DoubleMath.remainder(a, b)).isEqualTo(Double.valueOf(expected));
    }

    private static void close(float actual, double reference, double ulps, float... operands) {
        float rounded = (float) reference;
        boolean good;
        if (Float.isNaN(rounded) || Float.isInfinite(rounded) || rounded == 0f) {
            good = Float.floatToIntBits(actual) == Float.floatToIntBits(rounded);
        } else {
            good = Math.abs(actual - reference) <= ulps * Math.ulp(rounded);
        }
        if (!good) {
            assertThat(actual).as("of %s", java.util.Arrays.toString(operands)).isEqualTo(rounded);
            throw new AssertionError("zero of the other sign, of " + operands[0]);
        }
    }
}
