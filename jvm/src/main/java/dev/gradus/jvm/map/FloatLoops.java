package dev.gradus.jvm.map;

/// Runs one operation over a run of float32 numbers: the steps of an elementwise kernel.
///
/// `n` elements are read from `a` (and `b`) from the given offsets on and written to `out` from
/// `outOffset` on. `out` may be an input at the same offset; ranges that overlap otherwise give no
/// defined result. An operand without an offset is one number for all elements.
///
/// Where the vector form of a loop is in force ([FloatTwin]) it takes as many elements as fill whole
/// vectors, and the plain loop below the call takes the rest; otherwise it takes all. Both give the
/// same bits.
public final class FloatLoops {

    private FloatLoops() {}

    /// The negative: `-x`.
    public static void negate(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.NEGATE.vectors(n) ? VectorUnary.negate(a, aOffset, out, outOffset, n) : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = -a[aOffset + i];
        }
    }

    /// The exponential `e^x`.
    public static void exp(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int done = FloatTwin.EXP.vectors(n) ? VectorUnary.exp(a, aOffset, out, outOffset, n) : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = FloatMath.exp(a[aOffset + i]);
        }
    }

    /// The natural logarithm.
    public static void log(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int done = FloatTwin.LOG.vectors(n) ? VectorUnary.log(a, aOffset, out, outOffset, n) : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = FloatMath.log(a[aOffset + i]);
        }
    }

    /// The square root.
    public static void sqrt(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int done = FloatTwin.SQRT.vectors(n) ? VectorUnary.sqrt(a, aOffset, out, outOffset, n) : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = FloatMath.sqrt(a[aOffset + i]);
        }
    }

    /// The reciprocal `1 / x`.
    public static void reciprocal(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.RECIPROCAL.vectors(n)
                        ? VectorUnary.reciprocal(a, aOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = FloatMath.reciprocal(a[aOffset + i]);
        }
    }

    /// The sine of an angle in radians.
    public static void sin(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int done = FloatTwin.SIN.vectors(n) ? VectorUnary.sin(a, aOffset, out, outOffset, n) : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = FloatMath.sin(a[aOffset + i]);
        }
    }

    /// The hyperbolic tangent.
    public static void tanh(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int done = FloatTwin.TANH.vectors(n) ? VectorUnary.tanh(a, aOffset, out, outOffset, n) : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = FloatMath.tanh(a[aOffset + i]);
        }
    }

    /// The logistic function.
    public static void sigmoid(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.SIGMOID.vectors(n)
                        ? VectorUnary.sigmoid(a, aOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = FloatMath.sigmoid(a[aOffset + i]);
        }
    }

    /// The error function.
    public static void erf(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int done = FloatTwin.ERF.vectors(n) ? VectorUnary.erf(a, aOffset, out, outOffset, n) : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = FloatMath.erf(a[aOffset + i]);
        }
    }

    /// The largest whole number not above `x`.
    public static void floor(float[] a, int aOffset, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.FLOOR.vectors(n) ? VectorUnary.floor(a, aOffset, out, outOffset, n) : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = FloatMath.floor(a[aOffset + i]);
        }
    }

    /// The sum `a + b`.
    public static void add(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.ADD.vectors(n)
                        ? VectorArithmetic.add(a, aOffset, b, bOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] + b[bOffset + i];
        }
    }

    /// The sum `a + b`.
    public static void add(float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.ADD_NUMBER.vectors(n)
                        ? VectorArithmetic.add(a, aOffset, b, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] + b;
        }
    }

    /// The difference `a - b`.
    public static void subtract(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.SUBTRACT.vectors(n)
                        ? VectorArithmetic.subtract(a, aOffset, b, bOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] - b[bOffset + i];
        }
    }

    /// The difference `a - b`.
    public static void subtract(
            float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.SUBTRACT_NUMBER.vectors(n)
                        ? VectorArithmetic.subtract(a, aOffset, b, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] - b;
        }
    }

    /// The difference `a - b`.
    public static void subtract(
            float a, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.NUMBER_SUBTRACT.vectors(n)
                        ? VectorArithmetic.subtract(a, b, bOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = a - b[bOffset + i];
        }
    }

    /// The product `a × b`.
    public static void multiply(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.MULTIPLY.vectors(n)
                        ? VectorArithmetic.multiply(a, aOffset, b, bOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] * b[bOffset + i];
        }
    }

    /// The product `a × b`.
    public static void multiply(
            float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.MULTIPLY_NUMBER.vectors(n)
                        ? VectorArithmetic.multiply(a, aOffset, b, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] * b;
        }
    }

    /// The quotient `a / b`.
    public static void divide(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.DIVIDE.vectors(n)
                        ? VectorArithmetic.divide(a, aOffset, b, bOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] / b[bOffset + i];
        }
    }

    /// The quotient `a / b`.
    public static void divide(float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.DIVIDE_NUMBER.vectors(n)
                        ? VectorArithmetic.divide(a, aOffset, b, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] / b;
        }
    }

    /// The quotient `a / b`.
    public static void divide(float a, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.NUMBER_DIVIDE.vectors(n)
                        ? VectorArithmetic.divide(a, b, bOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = a / b[bOffset + i];
        }
    }

    /// The larger number; NaN if either is NaN, and +0 is larger than -0.
    public static void max(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.MAX.vectors(n)
                        ? VectorArithmetic.max(a, aOffset, b, bOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = Math.max(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The larger number; NaN if either is NaN, and +0 is larger than -0.
    public static void max(float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.MAX_NUMBER.vectors(n)
                        ? VectorArithmetic.max(a, aOffset, b, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = Math.max(a[aOffset + i], b);
        }
    }

    /// The smaller number; NaN if either is NaN, and -0 is smaller than +0.
    public static void min(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.MIN.vectors(n)
                        ? VectorArithmetic.min(a, aOffset, b, bOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = Math.min(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The smaller number; NaN if either is NaN, and -0 is smaller than +0.
    public static void min(float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        int done =
                FloatTwin.MIN_NUMBER.vectors(n)
                        ? VectorArithmetic.min(a, aOffset, b, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = Math.min(a[aOffset + i], b);
        }
    }

    /// The power `a^b`, as [FloatMath#pow] defines it.
    public static void power(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = FloatMath.pow(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The power `a^b`, as [FloatMath#pow] defines it.
    public static void power(float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = FloatMath.pow(a[aOffset + i], b);
        }
    }

    /// The power `a^b`, as [FloatMath#pow] defines it.
    public static void power(float a, float[] b, int bOffset, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = FloatMath.pow(a, b[bOffset + i]);
        }
    }

    /// The remainder of `a / b` with the sign of `b`, as [FloatMath#remainder] defines it.
    public static void modulo(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = FloatMath.remainder(a[aOffset + i], b[bOffset + i]);
        }
    }

    /// The remainder of `a / b` with the sign of `b`, as [FloatMath#remainder] defines it.
    public static void modulo(float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = FloatMath.remainder(a[aOffset + i], b);
        }
    }

    /// The remainder of `a / b` with the sign of `b`, as [FloatMath#remainder] defines it.
    public static void modulo(float a, float[] b, int bOffset, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = FloatMath.remainder(a, b[bOffset + i]);
        }
    }

    /// 1 where `a < b`, else 0; 0 if either is NaN.
    public static void less(
            float[] a, int aOffset, float[] b, int bOffset, byte[] out, int outOffset, int n) {
        int done =
                FloatTwin.LESS.vectors(n)
                        ? VectorChoice.less(a, aOffset, b, bOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] < b[bOffset + i] ? 1 : 0);
        }
    }

    /// 1 where `a < b`, else 0; 0 if either is NaN.
    public static void less(float[] a, int aOffset, float b, byte[] out, int outOffset, int n) {
        int done =
                FloatTwin.LESS_NUMBER.vectors(n)
                        ? VectorChoice.less(a, aOffset, b, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] < b ? 1 : 0);
        }
    }

    /// 1 where `a < b`, else 0; 0 if either is NaN.
    public static void less(float a, float[] b, int bOffset, byte[] out, int outOffset, int n) {
        int done =
                FloatTwin.NUMBER_LESS.vectors(n)
                        ? VectorChoice.less(a, b, bOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = (byte) (a < b[bOffset + i] ? 1 : 0);
        }
    }

    /// 1 where `a = b`, else 0; NaN equals nothing, -0 equals +0.
    public static void equal(
            float[] a, int aOffset, float[] b, int bOffset, byte[] out, int outOffset, int n) {
        int done =
                FloatTwin.EQUAL.vectors(n)
                        ? VectorChoice.equal(a, aOffset, b, bOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] == b[bOffset + i] ? 1 : 0);
        }
    }

    /// 1 where `a = b`, else 0; NaN equals nothing, -0 equals +0.
    public static void equal(float[] a, int aOffset, float b, byte[] out, int outOffset, int n) {
        int done =
                FloatTwin.EQUAL_NUMBER.vectors(n)
                        ? VectorChoice.equal(a, aOffset, b, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] == b ? 1 : 0);
        }
    }

    /// `a` where the condition is not 0, else `b`.
    public static void select(
            byte[] condition,
            int conditionOffset,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] out,
            int outOffset,
            int n) {
        int done =
                FloatTwin.SELECT.vectors(n)
                        ? VectorChoice.select(
                                condition,
                                conditionOffset,
                                a,
                                aOffset,
                                b,
                                bOffset,
                                out,
                                outOffset,
                                n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] =
                    condition[conditionOffset + i] != 0 ? a[aOffset + i] : b[bOffset + i];
        }
    }

    /// `a` where the condition is not 0, else `b`.
    public static void select(
            byte[] condition,
            int conditionOffset,
            float[] a,
            int aOffset,
            float b,
            float[] out,
            int outOffset,
            int n) {
        int done =
                FloatTwin.SELECT_OR_NUMBER.vectors(n)
                        ? VectorChoice.select(
                                condition, conditionOffset, a, aOffset, b, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = condition[conditionOffset + i] != 0 ? a[aOffset + i] : b;
        }
    }

    /// `a` where the condition is not 0, else `b`.
    public static void select(
            byte[] condition,
            int conditionOffset,
            float a,
            float[] b,
            int bOffset,
            float[] out,
            int outOffset,
            int n) {
        int done =
                FloatTwin.SELECT_NUMBER_OR.vectors(n)
                        ? VectorChoice.select(
                                condition, conditionOffset, a, b, bOffset, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = condition[conditionOffset + i] != 0 ? a : b[bOffset + i];
        }
    }

    /// `a` where the condition is not 0, else `b`.
    public static void select(
            byte[] condition,
            int conditionOffset,
            float a,
            float b,
            float[] out,
            int outOffset,
            int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = condition[conditionOffset + i] != 0 ? a : b;
        }
    }
}
