package dev.gradus.jvm.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DoubleLoopsTest {

    interface UnaryLoop {
        void run(double[] a, int aOffset, double[] out, int outOffset, int n);
    }

    interface BinaryLoop {
        void run(
                double[] a,
                int aOffset,
                double[] b,
                int bOffset,
                double[] out,
                int outOffset,
                int n);
    }

    enum Unary {
        NEGATE(DoubleLoops::negate, x -> -x),
        EXP(DoubleLoops::exp, Math::exp),
        LOG(DoubleLoops::log, Math::log),
        SQRT(DoubleLoops::sqrt, Math::sqrt),
        RECIPROCAL(DoubleLoops::reciprocal, x -> 1 / x),
        SIN(DoubleLoops::sin, Math::sin),
        TANH(DoubleLoops::tanh, Math::tanh),
        SIGMOID(DoubleLoops::sigmoid, DoubleMath::sigmoid),
        ERF(DoubleLoops::erf, DoubleMath::erf),
        FLOOR(DoubleLoops::floor, Math::floor);

        final UnaryLoop loop;
        final DoubleUnaryOperator definition;

        Unary(UnaryLoop loop, DoubleUnaryOperator definition) {
            this.loop = loop;
            this.definition = definition;
        }
    }

    enum Binary {
        ADD(DoubleLoops::add, (x, y) -> x + y),
        SUBTRACT(DoubleLoops::subtract, (x, y) -> x - y),
        MULTIPLY(DoubleLoops::multiply, (x, y) -> x * y),
        DIVIDE(DoubleLoops::divide, (x, y) -> x / y),
        MAX(DoubleLoops::max, Math::max),
        MIN(DoubleLoops::min, Math::min),
        POWER(DoubleLoops::power, Math::pow),
        MODULO(DoubleLoops::modulo, DoubleMath::remainder);

        final BinaryLoop loop;
        final DoubleBinaryOperator definition;

        Binary(BinaryLoop loop, DoubleBinaryOperator definition) {
            this.loop = loop;
            this.definition = definition;
        }
    }

    private static double[] doubles(long seed) {
        var floats = Values.floats(seed, 200);
        var doubles = new double[floats.length];
        Casts.floatToDouble(floats, 0, doubles, 0, floats.length);
        return doubles;
    }

    @ParameterizedTest
    @EnumSource
    void unaryLoopGivesItsDefinition(Unary unary) {
        var a = doubles(1);
        var out = a.clone();
        unary.loop.run(out, 1, out, 1, a.length - 1);
        for (int i = 1; i < a.length; i++) {
            assertThat(out[i]).isEqualTo(Double.valueOf(unary.definition.applyAsDouble(a[i])));
        }
    }

    @ParameterizedTest
    @EnumSource
    void binaryLoopGivesItsDefinition(Binary binary) {
        var a = doubles(2);
        var b = doubles(3);
        var out = new double[a.length];
        binary.loop.run(a, 1, b, 2, out, 3, a.length - 3);
        for (int i = 0; i < a.length - 3; i++) {
            double expected = binary.definition.applyAsDouble(a[i + 1], b[i + 2]);
            assertThat(out[i + 3]).isEqualTo(Double.valueOf(expected));
        }
    }

    @Test
    void oneNumberStandsOnEitherSide() {
        double[] a = {2, 5};
        double[] out = new double[2];
        DoubleLoops.subtract(a, 0, 1, out, 0, 2);
        assertThat(out).containsExactly(1, 4);
        DoubleLoops.subtract(1, a, 0, out, 0, 2);
        assertThat(out).containsExactly(-1, -4);
        DoubleLoops.select(new byte[] {0, 1}, 0, a, 0, 9, out, 0, 2);
        assertThat(out).containsExactly(9, 5);
        byte[] truth = new byte[2];
        DoubleLoops.less(3, a, 0, truth, 0, 2);
        assertThat(truth).containsExactly(0, 1);
        DoubleLoops.equal(a, 0, 2, truth, 0, 2);
        assertThat(truth).containsExactly(1, 0);
    }

    // the values are the first 20 digits, computed in 30-digit arithmetic (mpmath 1.3)
    @ParameterizedTest
    @CsvSource({
        "1e-8, 1.1283791670955125599e-8",
        "0.25, 0.27632639016823693299",
        "0.5, 0.52049987781304653768",
        "1, 0.84270079294971486934",
        "1.5, 0.96610514647531072707",
        "2, 0.99532226501895273416",
        "3, 0.99997790950300141456",
        "4.5, 0.99999999980338395585",
        "5.9, 0.9999999999999999281",
    })
    void errorFunctionIsAccurate(double x, double expected) {
        assertThat(Math.abs(DoubleMath.erf(x) - expected))
                .isLessThanOrEqualTo(2 * Math.ulp(expected));
        assertThat(DoubleMath.erf(-x)).isEqualTo(-DoubleMath.erf(x));
    }

    @Test
    void errorFunctionKeepsZeroNaNAndTheEnds() {
        assertThat(DoubleMath.erf(-0.0)).isEqualTo(Double.valueOf(-0.0));
        assertThat(DoubleMath.erf(Double.NaN)).isNaN();
        assertThat(DoubleMath.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(DoubleMath.erf(6)).isEqualTo(1);
    }
}
