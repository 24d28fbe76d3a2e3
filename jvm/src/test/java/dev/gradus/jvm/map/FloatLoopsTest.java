package dev.gradus.jvm.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every loop, in the width in force, gives the bits of its scalar definition.
class FloatLoopsTest {

    private static final int COUNT = 100_000;

    interface UnaryLoop {
        void run(float[] a, int aOffset, float[] out, int outOffset, int n);
    }

    interface BinaryLoop {
        void run(float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n);
    }

    interface RightScalarLoop {
        void run(float[] a, int aOffset, float b, float[] out, int outOffset, int n);
    }

    interface LeftScalarLoop {
        void run(float a, float[] b, int bOffset, float[] out, int outOffset, int n);
    }

    interface Comparison {
        void run(float[] a, int aOffset, float[] b, int bOffset, byte[] out, int outOffset, int n);
    }

    interface Definition {
        float of(float x);
    }

    interface BinaryDefinition {
        float of(float x, float y);
    }

    interface Relation {
        boolean holds(float x, float y);
    }

    enum Unary {
        NEGATE(FloatLoops::negate, x -> -x),
        EXP(FloatLoops::exp, FloatMath::exp),
        LOG(FloatLoops::log, FloatMath::log),
        SQRT(FloatLoops::sqrt, FloatMath::sqrt),
        RECIPROCAL(FloatLoops::reciprocal, FloatMath::reciprocal),
        SIN(FloatLoops::sin, FloatMath::sin),
        TANH(FloatLoops::tanh, FloatMath::tanh),
        SIGMOID(FloatLoops::sigmoid, FloatMath::sigmoid),
        ERF(FloatLoops::erf, FloatMath::erf),
        FLOOR(FloatLoops::floor, FloatMath::floor);

        final UnaryLoop loop;
        final Definition definition;

        Unary(UnaryLoop loop, Definition definition) {
            this.loop = loop;
            this.definition = definition;
        }
    }

    enum Binary {
        ADD(
                FloatLoops::add,
                FloatLoops::add,
                (a, b, bo, o, oo, n) -> FloatLoops.add(b, bo, a, o, oo, n),
                Float::sum),
        SUBTRACT(FloatLoops::subtract, FloatLoops::subtract, FloatLoops::subtract, (x, y) -> x - y),
        MULTIPLY(
                FloatLoops::multiply,
                FloatLoops::multiply,
                (a, b, bo, o, oo, n) -> FloatLoops.multiply(b, bo, a, o, oo, n),
                (x, y) -> x * y),
        DIVIDE(FloatLoops::divide, FloatLoops::divide, FloatLoops::divide, (x, y) -> x / y),
        MAX(
                FloatLoops::max,
                FloatLoops::max,
                (a, b, bo, o, oo, n) -> FloatLoops.max(b, bo, a, o, oo, n),
                Math::max),
        MIN(
                FloatLoops::min,
                FloatLoops::min,
                (a, b, bo, o, oo, n) -> FloatLoops.min(b, bo, a, o, oo, n),
                Math::min),
        POWER(FloatLoops::power, FloatLoops::power, FloatLoops::power, FloatMath::pow),
        MODULO(FloatLoops::modulo, FloatLoops::modulo, FloatLoops::modulo, FloatMath::remainder);

        final BinaryLoop loop;
        final RightScalarLoop rightScalar;
        final LeftScalarLoop leftScalar;
        final BinaryDefinition definition;

        Binary(
                BinaryLoop loop,
                RightScalarLoop rightScalar,
                LeftScalarLoop leftScalar,
                BinaryDefinition definition) {
            this.loop = loop;
            this.rightScalar = rightScalar;
            this.leftScalar = leftScalar;
            this.definition = definition;
        }
    }

    enum Compare {
        LESS(FloatLoops::less, (x, y) -> x < y),
        EQUAL(FloatLoops::equal, (x, y) -> x == y);

        final Comparison loop;
        final Relation relation;

        Compare(Comparison loop, Relation relation) {
            this.loop = loop;
            this.relation = relation;
        }
    }

    @ParameterizedTest
    @EnumSource
    void unaryLoopGivesTheBitsOfItsDefinition(Unary unary) {
        var a = Values.floats(1, COUNT);
        var out = new float[a.length];
        unary.loop.run(a, 0, out, 0, a.length);
        for (int i = 0; i < a.length; i++) {
            same(out[i], unary.definition.of(a[i]), a[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void unaryLoopTouchesItsRangeOnlyAndMayWorkInPlace(Unary unary) {
        var values = Values.floats(2, 1200);
        for (int n : Values.SIZES) {
            var out = values.clone();
            unary.loop.run(out, 7, out, 7, n);
            for (int i = 0; i < values.length; i++) {
                boolean within = i >= 7 && i < 7 + n;
                same(out[i], within ? unary.definition.of(values[i]) : values[i], values[i]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void binaryLoopGivesTheBitsOfItsDefinition(Binary binary) {
        var a = Values.floats(3, COUNT);
        var b = Values.floats(4, COUNT);
        var out = new float[a.length];
        binary.loop.run(a, 0, b, 0, out, 0, a.length);
        for (int i = 0; i < a.length; i++) {
            same(out[i], binary.definition.of(a[i], b[i]), a[i], b[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void binaryLoopMeetsEverySpecialValueWithEveryOther(Binary binary) {
        var a = Values.floats(5, 60);
        var right = new float[a.length];
        var left = new float[a.length];
        for (float b : Values.special()) {
            binary.rightScalar.run(a, 0, b, right, 0, a.length);
            binary.leftScalar.run(b, a, 0, left, 0, a.length);
            for (int i = 0; i < a.length; i++) {
                same(right[i], binary.definition.of(a[i], b), a[i], b);
                same(left[i], binary.definition.of(b, a[i]), b, a[i]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void binaryLoopTouchesItsRangeOnlyAndMayWorkInPlace(Binary binary) {
        var a = Values.floats(6, 1200);
        var b = Values.floats(7, 1200);
        for (int n : Values.SIZES) {
            var out = b.clone();
            binary.loop.run(a, 3, out, 11, out, 11, n);
            for (int i = 0; i < b.length; i++) {
                boolean within = i >= 11 && i < 11 + n;
                same(out[i], within ? binary.definition.of(a[i - 8], b[i]) : b[i], b[i]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void comparisonIsOneWhereItHoldsAndElseZero(Compare compare) {
        var a = Values.floats(8, 3000);
        var b = Values.floats(9, 3000);
        for (int i = 0; i < a.length; i += 3) {
            b[i] = a[i];
        }
        for (int n : Values.SIZES) {
            var out = new byte[a.length];
            Arrays.fill(out, (byte) 9);
            compare.loop.run(a, 2, b, 2, out, 5, n);
            for (int i = 0; i < out.length - 5; i++) {
                int expected = i >= n ? 9 : compare.relation.holds(a[i + 2], b[i + 2]) ? 1 : 0;
                assertThat(out[i + 5]).isEqualTo((byte) expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void comparisonWithOneNumberIsThatWithAnArrayFullOfIt(Compare compare) {
        var a = Values.floats(10, 3000);
        var b = new float[a.length];
        var expected = new byte[a.length];
        var out = new byte[a.length];
        for (float y : Values.special()) {
            Arrays.fill(b, y);
            compare.loop.run(a, 0, b, 0, expected, 0, a.length);
            if (compare == Compare.LESS) {
                FloatLoops.less(a, 0, y, out, 0, a.length);
                assertThat(out).isEqualTo(expected);
                compare.loop.run(b, 0, a, 0, expected, 0, a.length);
                FloatLoops.less(y, a, 0, out, 0, a.length);
            } else {
                FloatLoops.equal(a, 0, y, out, 0, a.length);
            }
            assertThat(out).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void selectTakesTheFirstWhereTheConditionIsNotZero(Choice choice) {
        var a = Values.floats(11, 1200);
        var b = Values.floats(12, 1200);
        var condition = new byte[1200];
        for (int i = 0; i < condition.length; i++) {
            // every byte other than 0 is true, so that a stray one cannot mean two things
            condition[i] = (byte) (i % 5 == 0 || i % 7 < 3 ? 0 : i);
        }
        for (int n : Values.SIZES) {
            var out = new float[1200];
            choice.select.run(condition, a, b, out, n);
            for (int i = 0; i < n; i++) {
                float x = choice.oneFirst ? a[0] : a[i + 1];
                float y = choice.oneSecond ? b[0] : b[i + 2];
                same(out[i + 3], condition[i + 4] != 0 ? x : y, x, y);
            }
            assertThat(out[n + 3]).isZero();
        }
    }

    interface Selection {
        void run(byte[] condition, float[] a, float[] b, float[] out, int n);
    }

    enum Choice {
        ARRAYS((c, a, b, out, n) -> FloatLoops.select(c, 4, a, 1, b, 2, out, 3, n), false, false),
        RIGHT_SCALAR(
                (c, a, b, out, n) -> FloatLoops.select(c, 4, a, 1, b[0], out, 3, n), false, true),
        LEFT_SCALAR(
                (c, a, b, out, n) -> FloatLoops.select(c, 4, a[0], b, 2, out, 3, n), true, false),
        SCALARS((c, a, b, out, n) -> FloatLoops.select(c, 4, a[0], b[0], out, 3, n), true, true);

        final Selection select;
        final boolean oneFirst;
        final boolean oneSecond;

        Choice(Selection select, boolean oneFirst, boolean oneSecond) {
            this.select = select;
            this.oneFirst = oneFirst;
            this.oneSecond = oneSecond;
        }
    }

    /// All NaNs count as equal; -0 and +0 do not.
    private static void same(float actual, float expected, float... operands) {
        if (Float.floatToIntBits(actual) != Float.floatToIntBits(expected)) {
            assertThat(actual).as("of %s", Arrays.toString(operands)).isEqualTo(expected);
            throw new AssertionError(
                    "got "
                            + actual
                            + ", expected "
                            + expected
                            + " of "
                            + Arrays.toString(operands));
        }
    }
}
