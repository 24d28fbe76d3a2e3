package dev.gradus.jvm.map;

/// Runs one operation over a run of int64 numbers: the steps of an elementwise kernel.
///
/// Plain Java: the compiler makes vector instructions of it where it can.
///
/// The arguments are those of [FloatLoops].
public final class LongLoops {

    private LongLoops() {}

    /// The negative: `-x`, wrapping around.
    public static void negate(long[] a, int aOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = -a[aOffset + i];
        }
    }

    /// The sum `a + b`, wrapping around.
    public static void add(
            long[] a, int aOffset, long[] b, int bOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] + b[bOffset + i];
        }
    }

    /// The sum `a + b`, wrapping around.
    public static void add(long[] a, int aOffset, long b, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] + b;
        }
    }

    /// The difference `a - b`, wrapping around.
    public static void subtract(
            long[] a, int aOffset, long[] b, int bOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] - b[bOffset + i];
        }
    }

    /// The difference `a - b`, wrapping around.
    public static void subtract(long[] a, int aOffset, long b, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] - b;
        }
    }

    /// The difference `a - b`, wrapping around.
    public static void subtract(long a, long[] b, int bOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a - b[bOffset + i];
        }
    }

    /// The product `a × b`, wrapping around.
    public static void multiply(
            long[] a, int aOffset, long[] b, int bOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] * b[bOffset + i];
        }
    }

    /// The product `a × b`, wrapping around.
    public static void multiply(long[] a, int aOffset, long b, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] * b;
        }
    }

    /// The quotient `a / b` rounded down; dividing by 0 throws `ArithmeticException`.
    public static void divide(
            long[] a, int aOffset, long[] b, int bOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.divide(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The quotient `a / b` rounded down; dividing by 0 throws `ArithmeticException`.
    public static void divide(long[] a, int aOffset, long b, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.divide(a[aOffset + i], b);
        }
    }

    /// The quotient `a / b` rounded down; dividing by 0 throws `ArithmeticException`.
    public static void divide(long a, long[] b, int bOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.divide(a, b[bOffset + i]);
        }
    }

    /// The larger number.
    public static void max(
            long[] a, int aOffset, long[] b, int bOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.max(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The larger number.
    public static void max(long[] a, int aOffset, long b, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.max(a[aOffset + i], b);
        }
    }

    /// The smaller number.
    public static void min(
            long[] a, int aOffset, long[] b, int bOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.min(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The smaller number.
    public static void min(long[] a, int aOffset, long b, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.min(a[aOffset + i], b);
        }
    }

    /// The power `a^b`, wrapping around; `b < 0` throws `ArithmeticException`.
    public static void power(
            long[] a, int aOffset, long[] b, int bOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.power(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The power `a^b`, wrapping around; `b < 0` throws `ArithmeticException`.
    public static void power(long[] a, int aOffset, long b, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.power(a[aOffset + i], b);
        }
    }

    /// The power `a^b`, wrapping around; `b < 0` throws `ArithmeticException`.
    public static void power(long a, long[] b, int bOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.power(a, b[bOffset + i]);
        }
    }

    /// The remainder of `a / b` with the sign of `b`; `b = 0` throws `ArithmeticException`.
    public static void modulo(
            long[] a, int aOffset, long[] b, int bOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.modulo(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The remainder of `a / b` with the sign of `b`; `b = 0` throws `ArithmeticException`.
    public static void modulo(long[] a, int aOffset, long b, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.modulo(a[aOffset + i], b);
        }
    }

    /// The remainder of `a / b` with the sign of `b`; `b = 0` throws `ArithmeticException`.
    public static void modulo(long a, long[] b, int bOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.modulo(a, b[bOffset + i]);
        }
    }

    /// 1 where `a < b`, else 0.
    public static void less(
            long[] a, int aOffset, long[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] < b[bOffset + i] ? 1 : 0);
        }
    }

    /// 1 where `a < b`, else 0.
    public static void less(long[] a, int aOffset, long b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] < b ? 1 : 0);
        }
    }

    /// 1 where `a < b`, else 0.
    public static void less(long a, long[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a < b[bOffset + i] ? 1 : 0);
        }
    }

    /// 1 where `a = b`, else 0.
    public static void equal(
            long[] a, int aOffset, long[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] == b[bOffset + i] ? 1 : 0);
        }
    }

    /// 1 where `a = b`, else 0.
    public static void equal(long[] a, int aOffset, long b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] == b ? 1 : 0);
        }
    }

    /// `a` where the condition is not 0, else `b`.
    public static void select(
            byte[] condition,
            int conditionOffset,
            long[] a,
            int aOffset,
            long[] b,
            int bOffset,
            long[] out,
            int outOffset,
            int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] =
                    condition[conditionOffset + i] != 0 ? a[aOffset + i] : b[bOffset + i];
        }
    }

    /// `a` where the condition is not 0, else `b`.
    public static void select(
            byte[] condition,
            int conditionOffset,
            long[] a,
            int aOffset,
            long b,
            long[] out,
            int outOffset,
            int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = condition[conditionOffset + i] != 0 ? a[aOffset + i] : b;
        }
    }

    /// `a` where the condition is not 0, else `b`.
    public static void select(
            byte[] condition,
            int conditionOffset,
            long a,
            long[] b,
            int bOffset,
            long[] out,
            int outOffset,
            int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = condition[conditionOffset + i] != 0 ? a : b[bOffset + i];
        }
    }

    /// `a` where the condition is not 0, else `b`.
    public static void select(
            byte[] condition,
            int conditionOffset,
            long a,
            long b,
            long[] out,
            int outOffset,
            int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = condition[conditionOffset + i] != 0 ? a : b;
        }
    }
}
