package dev.gradus.jvm.map;

/// Computes powers of float32 numbers in float64, for [FloatMath#pow].
///
/// Float64 because an error of the logarithm is multiplied by the exponent. There is no vector
/// form: powers that training needs, squares and roots, are products and [FloatMath#sqrt].
final class FloatPower {

    // ln((1 + s) / (1 - s)) = 2s·(1 + s²·A(s²)) for 1 + f = (1 + s) / (1 - s); relative error 2e-16
    private static final double ATANH_0 = 0.3333333333329336;
    private static final double ATANH_1 = 0.20000000026271034;
    private static final double ATANH_2 = 0.1428570854133203;
    private static final double ATANH_3 = 0.11111687625455208;
    private static final double ATANH_4 = 0.09061760588397486;
    private static final double ATANH_5 = 0.0841067297070949;
    private static final double TWO_LOG2_E = 2.8853900817779268;
    private static final long SQRT_HALF_DOUBLE_BITS = 0x3fe6a09e667f3bcdL;

    // (2^r - 1) / r for |r| <= ½; relative error of 2^r: 8.2e-13
    private static final double POWER_0 = 0.6931471805481941;
    private static final double POWER_1 = 0.24022650698114104;
    private static final double POWER_2 = 0.0555041093534731;
    private static final double POWER_3 = 0.00961812861553402;
    private static final double POWER_4 = 0.0013333454778965323;
    private static final double POWER_5 = 0.00015403825700168104;
    private static final double POWER_6 = 1.5309178535052114e-05;
    private static final double POWER_7 = 1.3178918319958941e-06;

    private FloatPower() {}

    static float pow(float x, float y) {
        float magnitude = Math.abs(x);
        boolean ordinary =
                magnitude > 0f
                        && magnitude < Float.POSITIVE_INFINITY
                        && Math.abs(y) < Float.POSITIVE_INFINITY;
        if (!ordinary) {
            return (float) Math.pow(x, y);
        }
        float power = (float) powerOfTwo(y * log2(magnitude));
        if (x > 0f) {
            return power;
        }
        if (Math.rint(y) != y) {
            return y == 0f ? 1f : Float.NaN;
        }
        // from 2²⁴ on every float32 is an even number
        boolean odd = Math.abs(y) < 0x1p24f && ((int) y & 1) != 0;
        return odd ? -power : power;
    }

    private static double log2(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long power = (bits - SQRT_HALF_DOUBLE_BITS) >> 52;
        double m = Double.longBitsToDouble(bits - (power << 52));
        double s = (m - 1) / (m + 1);
        double square = s * s;
        double p = ATANH_5;
        p = Math.fma(p, square, ATANH_4);
        p = Math.fma(p, square, ATANH_3);
        p = Math.fma(p, square, ATANH_2);
        p = Math.fma(p, square, ATANH_1);
        p = Math.fma(p, square, ATANH_0);
        return Math.fma(TWO_LOG2_E, Math.fma(s * square, p, s), (double) power);
    }

    private static double powerOfTwo(double exponent) {
        double bounded = exponent > 200 ? 200 : exponent;
        bounded = bounded < -200 ? -200 : bounded;
        double n = Math.rint(bounded);
        double r = bounded - n;
        double p = POWER_7;
        p = Math.fma(p, r, POWER_6);
        p = Math.fma(p, r, POWER_5);
        p = Math.fma(p, r, POWER_4);
        p = Math.fma(p, r, POWER_3);
        p = Math.fma(p, r, POWER_2);
        p = Math.fma(p, r, POWER_1);
        p = Math.fma(p, r, POWER_0);
        return Math.fma(r, p, 1) * Double.longBitsToDouble(((long) n + 1023) << 52);
    }
}
