package dev.gradus.jvm.map;

/// Runs one operation over a run of uint8 numbers: the steps of an elementwise kernel.
///
/// A Java `byte` holds the numbers 0 to 255 in its 8 bits, 128 to 255 as negative ones; sums wrap
/// around at 256, and order, quotient and remainder are those of the numbers 0 to 255.
///
/// The arguments are those of [FloatLoops].
public final class ByteLoops {

    private ByteLoops() {}

    /// The negative modulo 256: `256 - x`.
    public static void negate(byte[] a, int aOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) -a[aOffset + i];
        }
    }

    /// The sum `a + b`, modulo 256.
    public static void add(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] + b[bOffset + i]);
        }
    }

    /// The sum `a + b`, modulo 256.
    public static void add(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] + b);
        }
    }

    /// The difference `a - b`, modulo 256.
    public static void subtract(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] - b[bOffset + i]);
        }
    }

    /// The difference `a - b`, modulo 256.
    public static void subtract(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] - b);
        }
    }

    /// The difference `a - b`, modulo 256.
    public static void subtract(byte a, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a - b[bOffset + i]);
        }
    }

    /// The product `a × b`, modulo 256.
    public static void multiply(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] * b[bOffset + i]);
        }
    }

    /// The product `a × b`, modulo 256.
    public static void multiply(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] * b);
        }
    }

    /// The quotient `a / b` rounded down; dividing by 0 throws `ArithmeticException`.
    public static void divide(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] =
                    (byte) IntegerMath.divide(a[aOffset + i] & 0xff, b[bOffset + i] & 0xff);
        }
    }

    /// The quotient `a / b` rounded down; dividing by 0 throws `ArithmeticException`.
    public static void divide(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) IntegerMath.divide(a[aOffset + i] & 0xff, b & 0xff);
        }
    }

    /// The quotient `a / b` rounded down; dividing by 0 throws `ArithmeticException`.
    public static void divide(byte a, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) IntegerMath.divide(a & 0xff, b[bOffset + i] & 0xff);
        }
    }

    /// The larger number.
    public static void max(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) Math.max(a[aOffset + i] & 0xff, b[bOffset + i] & 0xff);
        }
    }

    /// The larger number.
    public static void max(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) Math.max(a[aOffset + i] & 0xff, b & 0xff);
        }
    }

    /// The smaller number.
    public static void min(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) Math.min(a[aOffset + i] & 0xff, b[bOffset + i] & 0xff);
        }
    }

    /// The smaller number.
    public static void min(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) Math.min(a[aOffset + i] & 0xff, b & 0xff);
        }
    }

    /// The power `a^b`, modulo 256.
    public static void power(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] =
                    (byte) IntegerMath.power(a[aOffset + i] & 0xff, b[bOffset + i] & 0xff);
        }
    }

    /// The power `a^b`, modulo 256.
    public static void power(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) IntegerMath.power(a[aOffset + i] & 0xff, b & 0xff);
        }
    }

    /// The power `a^b`, modulo 256.
    public static void power(byte a, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) IntegerMath.power(a & 0xff, b[bOffset + i] & 0xff);
        }
    }

    /// The remainder of `a / b`; `b = 0` throws `ArithmeticException`.
    public static void modulo(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] =
                    (byte) IntegerMath.modulo(a[aOffset + i] & 0xff, b[bOffset + i] & 0xff);
        }
    }

    /// The remainder of `a / b`; `b = 0` throws `ArithmeticException`.
    public static void modulo(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) IntegerMath.modulo(a[aOffset + i] & 0xff, b & 0xff);
        }
    }

    /// The remainder of `a / b`; `b = 0` throws `ArithmeticException`.
    public static void modulo(byte a, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) IntegerMath.modulo(a & 0xff, b[bOffset + i] & 0xff);
        }
    }

    /// 1 where `a < b`, else 0.
    public static void less(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) ((a[aOffset + i] & 0xff) < (b[bOffset + i] & 0xff) ? 1 : 0);
        }
    }

    /// 1 where `a < b`, else 0.
    public static void less(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) ((a[aOffset + i] & 0xff) < (b & 0xff) ? 1 : 0);
        }
    }

    /// 1 where `a < b`, else 0.
    public static void less(byte a, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) ((a & 0xff) < (b[bOffset + i] & 0xff) ? 1 : 0);
        }
    }

    /// 1 where `a = b`, else 0.
    public static void equal(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] == b[bOffset + i] ? 1 : 0);
        }
    }

    /// 1 where `a = b`, else 0.
    public static void equal(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] == b ? 1 : 0);
        }
    }

    /// `a` where the condition is not 0, else `b`.
    public static void select(
            byte[] condition,
            int conditionOffset,
            byte[] a,
            int aOffset,
            byte[] b,
            int bOffset,
            byte[] out,
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
            byte[] a,
            int aOffset,
            byte b,
            byte[] out,
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
            byte a,
            byte[] b,
            int bOffset,
            byte[] out,
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
            byte a,
            byte b,
            byte[] out,
            int outOffset,
            int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = condition[conditionOffset + i] != 0 ? a : b;
        }
    }
}
