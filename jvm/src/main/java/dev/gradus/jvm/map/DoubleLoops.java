package dev.gradus.jvm.map;

/// Runs one operation over a run of float64 numbers: the steps of an elementwise kernel.
///
/// Plain Java with the functions of `Math`: float64 serves to check gradients, not to train.
///
/// The arguments are those of [FloatLoops].
public final class DoubleLoops {

    private DoubleLoops() {}

    /// The negative: `-x`.
    public static void negate(double[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = -a[aOffset + i];
        }
    }

    /// The exponential `e^x`.
    public static void exp(double[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.exp(a[aOffset + i]);
        }
    }

    /// The natural logarithm.
    public static void log(double[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.log(a[aOffset + i]);
        }
    }

    /// The square root.
    public static void sqrt(double[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.sqrt(a[aOffset + i]);
        }
    }

    /// The reciprocal `1 / x`.
    public static void reciprocal(double[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = 1 / a[aOffset + i];
        }
    }

    /// The sine of an angle in radians.
    public static void sin(double[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.sin(a[aOffset + i]);
        }
    }

    /// The hyperbolic tangent.
    public static void tanh(double[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.tanh(a[aOffset + i]);
        }
    }

    /// The logistic function.
    public static void sigmoid(double[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = DoubleMath.sigmoid(a[aOffset + i]);
        }
    }

    /// The error function.
    public static void erf(double[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = DoubleMath.erf(a[aOffset + i]);
        }
    }

    /// The largest whole number not above `x`.
    public static void floor(double[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.floor(a[aOffset + i]);
        }
    }

    /// The sum `a + b`.
    public static void add(
            double[] a, int aOffset, double[] b, int bOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] + b[bOffset + i];
        }
    }

    /// The sum `a + b`.
    public static void add(double[] a, int aOffset, double b, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] + b;
        }
    }

    /// The difference `a - b`.
    public static void subtract(
            double[] a, int aOffset, double[] b, int bOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] - b[bOffset + i];
        }
    }

    /// The difference `a - b`.
    public static void subtract(
            double[] a, int aOffset, double b, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] - b;
        }
    }

    /// The difference `a - b`.
    public static void subtract(
            double a, double[] b, int bOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a - b[bOffset + i];
        }
    }

    /// The product `a × b`.
    public static void multiply(
            double[] a, int aOffset, double[] b, int bOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] * b[bOffset + i];
        }
    }

    /// The product `a × b`.
    public static void multiply(
            double[] a, int aOffset, double b, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] * b;
        }
    }

    /// The quotient `a / b`.
    public static void divide(
            double[] a, int aOffset, double[] b, int bOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] / b[bOffset + i];
        }
    }

    /// The quotient `a / b`.
    public static void divide(
            double[] a, int aOffset, double b, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] / b;
        }
    }

    /// The quotient `a / b`.
    public static void divide(
            double a, double[] b, int bOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a / b[bOffset + i];
        }
    }

    /// The larger number; NaN if either is NaN, and +0 is larger than -0.
    public static void max(
            double[] a, int aOffset, double[] b, int bOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.max(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The larger number; NaN if either is NaN, and +0 is larger than -0.
    public static void max(double[] a, int aOffset, double b, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.max(a[aOffset + i], b);
        }
    }

    /// The smaller number; NaN if either is NaN, and -0 is smaller than +0.
    public static void min(
            double[] a, int aOffset, double[] b, int bOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.min(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The smaller number; NaN if either is NaN, and -0 is smaller than +0.
    public static void min(double[] a, int aOffset, double b, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.min(a[aOffset + i], b);
        }
    }

    /// The power `a^b`.
    public static void power(
            double[] a, int aOffset, double[] b, int bOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.pow(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The power `a^b`.
    public static void power(
            double[] a, int aOffset, double b, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.pow(a[aOffset + i], b);
        }
    }

    /// The power `a^b`.
    public static void power(
            double a, double[] b, int bOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.pow(a, b[bOffset + i]);
        }
    }

    /// The remainder of `a / b` with the sign of `b`.
    public static void modulo(
            double[] a, int aOffset, double[] b, int bOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = DoubleMath.remainder(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The remainder of `a / b` with the sign of `b`.
    public static void modulo(
            double[] a, int aOffset, double b, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = DoubleMath.remainder(a[aOffset + i], b);
        }
    }

    /// The remainder of `a / b` with the sign of `b`.
    public static void modulo(
            double a, double[] b, int bOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = DoubleMath.remainder(a, b[bOffset + i]);
        }
    }

    /// 1 where `a < b`, else 0; 0 if either is NaN.
    public static void less(
            double[] a, int aOffset, double[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] < b[bOffset + i] ? 1 : 0);
        }
    }

    /// 1 where `a < b`, else 0; 0 if either is NaN.
    public static void less(double[] a, int aOffset, double b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] < b ? 1 : 0);
        }
    }

    /// 1 where `a < b`, else 0; 0 if either is NaN.
    public static void less(double a, double[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a < b[bOffset + i] ? 1 : 0);
        }
    }

    /// 1 where `a = b`, else 0; NaN equals nothing.
    public static void equal(
            double[] a, int aOffset, double[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] == b[bOffset + i] ? 1 : 0);
        }
    }

    /// 1 where `a = b`, else 0; NaN equals nothing.
    public static void equal(double[] a, int aOffset, double b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] == b ? 1 : 0);
        }
    }

    /// `a` where the condition is not 0, else `b`.
    public static void select(
            byte[] condition,
            int conditionOffset,
            double[] a,
            int aOffset,
            double[] b,
            int bOffset,
            double[] out,
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
            double[] a,
            int aOffset,
            double b,
            double[] out,
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
            double a,
            double[] b,
            int bOffset,
            double[] out,
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
            double a,
            double b,
            double[] out,
            int outOffset,
            int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = condition[conditionOffset + i] != 0 ? a : b;
        }
    }
}
