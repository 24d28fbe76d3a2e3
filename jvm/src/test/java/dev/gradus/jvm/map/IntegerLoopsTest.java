package dev.gradus.jvm.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The loops over whole numbers agree with arithmetic that knows no limits, cut to the type's bits.
class IntegerLoopsTest {

    interface IntLoop {
        void run(int[] a, int aOffset, int[] b, int bOffset, int[] out, int outOffset, int n);
    }

    interface LongLoop {
        void run(long[] a, int aOffset, long[] b, int bOffset, long[] out, int outOffset, int n);
    }

    interface ByteLoop {
        void run(byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n);
    }

    enum Operation {
        ADD(IntLoops::add, LongLoops::add, ByteLoops::add, BigInteger::add),
        SUBTRACT(
                IntLoops::subtract, LongLoops::subtract, ByteLoops::subtract, BigInteger::subtract),
        MULTIPLY(
                IntLoops::multiply, LongLoops::multiply, ByteLoops::multiply, BigInteger::multiply),
        DIVIDE(
                IntLoops::divide,
                LongLoops::divide,
                ByteLoops::divide,
                IntegerLoopsTest::floorDivide),
        MAX(IntLoops::max, LongLoops::max, ByteLoops::max, BigInteger::max),
        MIN(IntLoops::min, LongLoops::min, ByteLoops::min, BigInteger::min),
        MODULO(
                IntLoops::modulo,
                LongLoops::modulo,
                ByteLoops::modulo,
                (a, b) -> a.subtract(b.multiply(floorDivide(a, b))));

        final IntLoop ints;
        final LongLoop longs;
        final ByteLoop bytes;
        final BinaryOperator<BigInteger> meaning;

        Operation(
                IntLoop ints, LongLoop longs, ByteLoop bytes, BinaryOperator<BigInteger> meaning) {
            this.ints = ints;
            this.longs = longs;
            this.bytes = bytes;
            this.meaning = meaning;
        }

        boolean divides() {
            return this == DIVIDE || this == MODULO;
        }
    }

    private static BigInteger floorDivide(BigInteger a, BigInteger b) {
        var parts = a.divideAndRemainder(b);
        boolean roundedUp = parts[1].signum() != 0 && parts[1].signum() != b.signum();
        return roundedUp ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static long[] numbers(long seed, long smallest, long largest) {
        var random = new Random(seed);
        var numbers = new long[2_000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] =
                    switch (i % 9) {
                        case 0 -> smallest;
                        case 1 -> largest;
                        case 2 -> -1;
                        case 3, 4, 5 -> random.nextInt(41) - 20;
                        default -> random.nextLong();
                    };
        }
        // shuffled, so that every kind meets every other
        for (int i = numbers.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            long kept = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = kept;
        }
        return numbers;
    }

    @ParameterizedTest
    @EnumSource
    void int64LoopKeepsTheLowest64Bits(Operation operation) {
        var a = numbers(1, Long.MIN_VALUE, Long.MAX_VALUE);
        var b = numbers(2, Long.MIN_VALUE, Long.MAX_VALUE);
        for (int i = 0; i < b.length; i++) {
            b[i] = operation.divides() && b[i] == 0 ? 7 : b[i];
        }
        var out = new long[a.length];
        operation.longs.run(a, 1, b, 2, out, 3, a.length - 3);
        for (int i = 0; i < a.length - 3; i++) {
            assertThat(out[i + 3])
                    .isEqualTo(
                            operation
                                    .meaning
                                    .apply(
                                            BigInteger.valueOf(a[i + 1]),
                                            BigInteger.valueOf(b[i + 2]))
                                    .longValue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void int32LoopKeepsTheLowest32Bits(Operation operation) {
        var wideA = numbers(3, Integer.MIN_VALUE, Integer.MAX_VALUE);
        var wideB = numbers(4, Integer.MIN_VALUE, Integer.MAX_VALUE);
        var a = new int[wideA.length];
        var b = new int[wideB.length];
        Casts.longToInt(wideA, 0, a, 0, a.length);
        Casts.longToInt(wideB, 0, b, 0, b.length);
        for (int i = 0; i < b.length; i++) {
            b[i] = operation.divides() && b[i] == 0 ? 7 : b[i];
        }
        var out = new int[a.length];
        operation.ints.run(a, 1, b, 2, out, 3, a.length - 3);
        for (int i = 0; i < a.length - 3; i++) {
            assertThat(out[i + 3])
                    .isEqualTo(
                            operation
                                    .meaning
                                    .apply(
                                            BigInteger.valueOf(a[i + 1]),
                                            BigInteger.valueOf(b[i + 2]))
                                    .intValue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void uint8LoopTreatsEveryPairModulo256(Operation operation) {
        var a = new byte[256];
        var b = new byte[256];
        var out = new byte[256];
        for (int x = 0; x < 256; x++) {
            a[x] = (byte) x;
        }
        for (int y = operation.divides() ? 1 : 0; y < 256; y++) {
            java.util.Arrays.fill(b, (byte) y);
            operation.bytes.run(a, 0, b, 0, out, 0, 256);
            for (int x = 0; x < 256; x++) {
                var expected =
                        operation.meaning.apply(BigInteger.valueOf(x), BigInteger.valueOf(y));
                assertThat(out[x]).isEqualTo(expected.byteValue());
            }
        }
    }

    @Test
    void comparisonOfBytesIsThatOfTheNumbers0To255() {
        byte[] a = {0, 127, (byte) 128, (byte) 255};
        byte[] out = new byte[4];
        ByteLoops.less(a, 0, (byte) 128, out, 0, 4);
        assertThat(out).containsExactly(1, 1, 0, 0);
        ByteLoops.equal(a, 0, (byte) 128, out, 0, 4);
        assertThat(out).containsExactly(0, 0, 1, 0);
        ByteLoops.negate(a, 0, out, 0, 4);
        assertThat(out).containsExactly(0, 129, 128, 1);
    }

    @Test
    void oneNumberStandsOnEitherSide() {
        int[] ints = {7, -7};
        int[] out = new int[2];
        IntLoops.divide(ints, 0, 2, out, 0, 2);
        assertThat(out).containsExactly(3, -4);
        IntLoops.divide(100, ints, 0, out, 0, 2);
        assertThat(out).containsExactly(14, -15);
        IntLoops.modulo(100, ints, 0, out, 0, 2);
        assertThat(out).containsExactly(2, -5);
        long[] longs = {3, -2};
        long[] longOut = new long[2];
        LongLoops.subtract(1, longs, 0, longOut, 0, 2);
        assertThat(longOut).containsExactly(-2, 3);
        LongLoops.select(new byte[] {0, 1}, 0, longs, 0, 9, longOut, 0, 2);
        assertThat(longOut).containsExactly(9, -2);
    }

    @Test
    void powersWrapAround() {
        assertThat(IntegerMath.power(3, 4)).isEqualTo(81);
        assertThat(IntegerMath.power(-2, 31)).isEqualTo(Integer.MIN_VALUE);
        assertThat(IntegerMath.power(0L, 0L)).isEqualTo(1);
        assertThat(IntegerMath.power(7L, 41L)).isEqualTo(BigInteger.valueOf(7).pow(41).longValue());
        assertThat(IntegerMath.power(11, 23)).isEqualTo(BigInteger.valueOf(11).pow(23).intValue());
    }

    @Test
    void aNegativeExponentIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> IntegerMath.power(2, -1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("2 to the power -1")
                .hasMessageContaining("cast to float32");
    }

    @ParameterizedTest
    @EnumSource(names = {"DIVIDE", "MODULO"})
    void divisionByZeroIsRefusedInEveryType(Operation operation) {
        assertThatThrownBy(
                        () -> operation.ints.run(new int[] {5}, 0, new int[1], 0, new int[1], 0, 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("5 divided by 0");
        assertThatThrownBy(() ->
                        operation.longs.run(new long[] {5}, 0, new long[1], 0, new long[1], 0, 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("5 divided by 0");
        assertThatThrownBy(() ->
                        operation.bytes.run(new byte[] {-1}, 0, new byte[1], 0, new byte[1], 0, 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("255 divided by 0");
    }

    @Test
    void truthValuesFollowTheirTables() {
        byte[] a = {0, 0, 1, 1, 5};
        byte[] b = {0, 1, 0, 1, 1};
        byte[] out = new byte[5];
        BoolLoops.and(a, 0, b, 0, out, 0, 5);
        assertThat(out).containsExactly(0, 0, 0, 1, 1);
        BoolLoops.or(a, 0, b, 0, out, 0, 5);
        assertThat(out).containsExactly(0, 1, 1, 1, 1);
        BoolLoops.less(a, 0, b, 0, out, 0, 5);
        assertThat(out).containsExactly(0, 1, 0, 0, 0);
        BoolLoops.equal(a, 0, b, 0, out, 0, 5);
        assertThat(out).containsExactly(1, 0, 0, 1, 1);
        BoolLoops.not(a, 0, out, 0, 5);
        assertThat(out).containsExactly(1, 1, 0, 0, 0);
    }
}
