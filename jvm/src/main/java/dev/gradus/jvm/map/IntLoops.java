package dev.gradus.jvm.map;

/// Runs one operation over a run of int32 numbers: the steps of an elementwise kernel.
///
/// Plain Java: the compiler makes vector instructions of it where it can.
///
/// The arguments are those of [FloatLoops].
public final class IntLoops {

    private IntLoops() {}

    /// The negative: `-x`, wrapping around.
    public static void negate(int[] a, int aOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = -a[aOffset + i];
        }
    }

    /// The sum `a + b`, wrapping around.
    public static void add(
            int[] a, int aOffset, int[] b, int bOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] + b[bOffset + i];
        }
    }

    /// The sum `a + b`, wrapping around.
    public static void add(int[] a, int aOffset, int b, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] + b;
        }
    }

    /// The difference `a - b`, wrapping around.
    public static void subtract(
            int[] a, int aOffset, int[] b, int bOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] - b[bOffset + i];
        }
    }

    /// The difference `a - b`, wrapping around.
    public static void subtract(int[] a, int aOffset, int b, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] - b;
        }
    }

    /// The difference `a - b`, wrapping around.
    public static void subtract(int a, int[] b, int bOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a - b[bOffset + i];
        }
    }

    /// The product `a × b`, wrapping around.
    public static void multiply(
            int[] a, int aOffset, int[] b, int bOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] * b[bOffset + i];
        }
    }

    /// The product `a × b`, wrapping around.
    public static void multiply(int[] a, int aOffset, int b, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] * b;
        }
    }

    /// The quotient `a / b` rounded down; dividing by 0 throws `ArithmeticException`.
    public static void divide(
            int[] a, int aOffset, int[] b, int bOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.divide(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The quotient `a / b` rounded down; dividing by 0 throws `ArithmeticException`.
    public static void divide(int[] a, int aOffset, int b, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.divide(a[aOffset + i], b);
        }
    }

    /// The quotient `a / b` rounded down; dividing by 0 throws `ArithmeticException`.
    public static void divide(int a, int[] b, int bOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.divide(a, b[bOffset + i]);
        }
    }

    /// The larger number.
    public static void max(
            int[] a, int aOffset, int[] b, int bOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.max(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The larger number.
    public static void max(int[] a, int aOffset, int b, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.max(a[aOffset + i], b);
        }
    }

    /// The smaller number.
    public static void min(
            int[] a, int aOffset, int[] b, int bOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.min(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The smaller number.
    public static void min(int[] a, int aOffset, int b, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.min(a[aOffset + i], b);
        }
    }

    /// The power `a^b`, wrapping around; `b < 0` throws `ArithmeticException`.
    public static void power(
            int[] a, int aOffset, int[] b, int bOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.power(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The power `a^b`, wrapping around; `b < 0` throws `ArithmeticException`.
    public static void power(int[] a, int aOffset, int b, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.power(a[aOffset + i], b);
        }
    }

    /// The power `a^b`, wrapping around; `b < 0` throws `ArithmeticException`.
    public static void power(int a, int[] b, int bOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.power(a, b[bOffset + i]);
        }
    }

    /// The remainder of `a / b` with the sign of `b`; `b = 0` throws `ArithmeticException`.
    public static void modulo(
            int[] a, int aOffset, int[] b, int bOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.modulo(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The remainder of `a / b` with the sign of `b`; `b = 0` throws `ArithmeticException`.
    public static void modulo(int[] a, int aOffset, int b, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.modulo(a[aOffset + i], b);
        }
    }

    /// The remainder of `a / b` with the sign of `b`; `b = 0` throws `ArithmeticException`.
    public static void modulo(int a, int[] b, int bOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = IntegerMath.modulo(a, b[bOffset + i]);
        }
    }

    /// 1 where `a < b`, else 0.
    public static void less(
            int[] a, int aOffset, int[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] < b[bOffset + i] ? 1 : 0);
        }
    }

    /// 1 where `a < b`, else 0.
    public static void less(int[] a, int aOffset, int b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] < b ? 1 : 0);
        }
    }

    /// 1 where `a < b`, else 0.
    public static void less(int a, int[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a < b[bOffset + i] ? 1 : 0);
        }
    }

    /// 1 where `a = b`, else 0.
    public static void equal(
            int[] a, int aOffset, int[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] == b[bOffset + i] ? 1 : 0);
        }
    }

    /// 1 where `a = b`, else 0.
    public static void equal(int[] a, int aOffset, int b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] == b ? 1 : 0);
        }
    }

    /// `a` where the condition is not 0, else `b`.
    public static void select(
            byte[] condition,
            int conditionOffset,
            int[] a,
            int aOffset,
            int[] b,
            int bOffset,
            int[] out,
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
            int[] a,
            int aOffset,
            int b,
            int[] out,
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
            int a,
            int[] b,
            int bOffset,
            int[] out,
            int outOffset,
            int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = condition[conditionOffset + i] != 0 ? a : b[bOffset + i];
        }
    }

    /// `a` where the condition is not 0, else `b`.
    public static void select(
            byte[] condition, int conditionOffset, int a, int b, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = condition[conditionOffset + i] != 0 ? a : b;
        }
    }
}
