package dev.gradus.jvm.map;

/// Defines what `exp`, `log`, `tanh`, `sin`, `erf`, `pow` and the remainder are for one number.
///
/// Each method is a fixed sequence of IEEE operations on float32 (`Math.fma` is one rounding), and
/// `VectorMath` performs the same sequence in every lane, so both give the same bits at every
/// vector width. A platform's own functions could not be used: they differ between machines, and
/// between vector and scalar code.
///
/// The polynomials are minimax fits for the relative error of the whole function, made by Remez
/// exchange in 40-digit arithmetic and rounded to float32. The errors named below are the largest
/// found in units in the last place (ulp) against the same function in float64, over every 251st of
/// all float32 numbers.
public final class FloatMath {

    /// Adding this number, 1.5 · 2²³, rounds to a whole number and leaves it in the lowest bits.
    static final float ROUND = 0x1.8p23f;

    static final int ROUND_BITS = 0x4b400000;
    static final int ONE_BITS = 0x3f800000;
    static final int FRACTION_BITS = 23;

    static final float LOG2_E = 1.442695f;
    static final float LN2 = 0.6931472f;

    /// What `LN2` is short of the logarithm of 2, with the sign turned.
    static final float LN2_EXCESS = 1.9046542e-9f;

    /// Above this, `e^x` overflows.
    static final float EXP_HIGH = 89f;

    /// Below this, `e^x` is less than half the smallest subnormal number.
    static final float EXP_LOW = -104f;

    // (e^r - 1 - r) / r² for |r| <= ln(2) / 2; relative error of e^r: 3.3e-9
    static final float EXP_0 = 4.9999994e-01f;
    static final float EXP_1 = 1.6666517e-01f;
    static final float EXP_2 = 4.1668102e-02f;
    static final float EXP_3 = 8.3691655e-03f;
    static final float EXP_4 = 1.3838323e-03f;

    // (ln(1 + f) - f + f² / 2) / f³ for √½ - 1 <= f <= √2 - 1; relative error of the logarithm:
    // 6.4e-9
    static final float LOG_0 = 3.333333e-01f;
    static final float LOG_1 = -2.500082e-01f;
    static final float LOG_2 = 2.0001227e-01f;
    static final float LOG_3 = -1.6623357e-01f;
    static final float LOG_4 = 1.4201759e-01f;
    static final float LOG_5 = -1.3160183e-01f;
    static final float LOG_6 = 1.2761575e-01f;
    static final float LOG_7 = -7.6344945e-02f;

    /// The bits of √½: the logarithm's argument is brought to [√½, √2).
    static final int SQRT_HALF_BITS = 0x3f3504f3;

    /// Lifts subnormal numbers into the normal range.
    static final float LIFT = 0x1p24f;

    static final float LIFT_POWER = 24f;

    /// From here on `tanh` is computed from `e^(2x)`, below by a polynomial.
    static final float TANH_SPLIT = 0.6f;

    /// From 9.02 on `tanh` rounds to 1.
    static final float TANH_HIGH = 10f;

    // (tanh(x) / x - 1) / x² as a polynomial in x²; relative error of tanh: 2.8e-9
    static final float TANH_0 = -3.33333e-01f;
    static final float TANH_1 = 1.3331936e-01f;
    static final float TANH_2 = -5.3784717e-02f;
    static final float TANH_3 = 2.0798625e-02f;
    static final float TANH_4 = -5.8979667e-03f;

    /// Up to here the sine's argument is brought to [-π/2, π/2] by multiples of π in three parts.
    static final float SIN_HIGH = 100_000f;

    static final float ONE_OVER_PI = 0.31830987f;
    static final float PI_0 = 3.1415927f;
    static final float PI_1 = -8.742278e-8f;
    static final float PI_2 = -3.430249e-15f;
    // (sin(r) / r - 1) / r² as a polynomial in r²; relative error of the sine: 6.2e-9
    static final float SIN_0 = -1.666666e-01f;
    static final float SIN_1 = 8.333069e-03f;
    static final float SIN_2 = -1.9809774e-04f;
    static final float SIN_3 = 2.6060818e-06f;

    /// From here on `erf` is computed as 1 - e^(-t·q(t)), below by a polynomial.
    static final float ERF_SPLIT = 0.91f;

    /// From 3.92 on `erf` rounds to 1.
    static final float ERF_HIGH = 4f;

    // erf(x) / x - 1 as a polynomial in x²; relative error of erf: 8.9e-10
    static final float ERF_0 = 1.2837917e-01f;
    static final float ERF_1 = -3.7612629e-01f;
    static final float ERF_2 = 1.12836257e-01f;
    static final float ERF_3 = -2.685573e-02f;
    static final float ERF_4 = 5.1923925e-03f;
    static final float ERF_5 = -8.049515e-04f;
    static final float ERF_6 = 7.9950485e-05f;
    // -ln(1 - erf(t)) / t as a polynomial in t; relative error of erf: 1.0e-9
    static final float ERFC_0 = 1.1286371e+00f;
    static final float ERFC_1 = 6.3519806e-01f;
    static final float ERFC_2 = 1.0615896e-01f;
    static final float ERFC_3 = -2.3694431e-02f;
    static final float ERFC_4 = 3.6102508e-03f;
    static final float ERFC_5 = -3.1482897e-04f;
    static final float ERFC_6 = 1.0429584e-05f;

    private FloatMath() {}

    /// Returns `e^x`; error below 1.0 ulp, subnormal results included.
    ///
    /// `x = n·ln 2 + r`, so `e^x = 2^n·e^r` with a polynomial for `e^r`.
    public static float exp(float x) {
        float bounded = x > EXP_HIGH ? EXP_HIGH : x;
        bounded = bounded < EXP_LOW ? EXP_LOW : bounded;
        float rounded = Math.fma(bounded, LOG2_E, ROUND);
        int power = Float.floatToRawIntBits(rounded) - ROUND_BITS;
        // two factors, because 2^n alone may lie outside the normal numbers
        int half = power >> 1;
        return expOfRest(bounded, rounded) * powerOfTwo(half) * powerOfTwo(power - half);
    }

    /// Returns `e^x` for |x| <= 87, where neither 2^n nor the result leaves the normal numbers.
    private static float boundedExp(float x) {
        float rounded = Math.fma(x, LOG2_E, ROUND);
        return expOfRest(x, rounded) * powerOfTwo(Float.floatToRawIntBits(rounded));
    }

    private static float expOfRest(float x, float rounded) {
        float n = rounded - ROUND;
        float r = Math.fma(n, -LN2, x);
        r = Math.fma(n, LN2_EXCESS, r);
        float p = EXP_4;
        p = Math.fma(p, r, EXP_3);
        p = Math.fma(p, r, EXP_2);
        p = Math.fma(p, r, EXP_1);
        p = Math.fma(p, r, EXP_0);
        return Math.fma(r * r, p, r) + 1f;
    }

    /// Returns 2^power; bits above the lowest eight of `power` are shifted out.
    private static float powerOfTwo(int power) {
        return Float.intBitsToFloat((power << FRACTION_BITS) + ONE_BITS);
    }

    /// Returns the natural logarithm: NaN below 0, -∞ at 0; error below 0.9 ulp.
    ///
    /// `x = 2^n·(1 + f)`, so `ln x = n·ln 2 + ln(1 + f)` with a polynomial for the second part.
    public static float log(float x) {
        boolean tiny = x < Float.MIN_NORMAL;
        float lifted = tiny ? x * LIFT : x;
        int bits = Float.floatToRawIntBits(lifted);
        int power = (bits - SQRT_HALF_BITS) >> FRACTION_BITS;
        float n = tiny ? power - LIFT_POWER : power;
        float f = Float.intBitsToFloat(bits - (power << FRACTION_BITS)) - 1f;
        float square = f * f;
        float p = LOG_7;
        p = Math.fma(p, f, LOG_6);
        p = Math.fma(p, f, LOG_5);
        p = Math.fma(p, f, LOG_4);
        p = Math.fma(p, f, LOG_3);
        p = Math.fma(p, f, LOG_2);
        p = Math.fma(p, f, LOG_1);
        p = Math.fma(p, f, LOG_0);
        float correction = Math.fma(square * f, p, square * -0.5f);
        float result = Math.fma(n, LN2, f + correction);
        result = x < Float.POSITIVE_INFINITY ? result : x;
        float outside = x == 0f ? Float.NEGATIVE_INFINITY : Float.NaN;
        return x > 0f ? result : outside;
    }

    /// Returns the hyperbolic tangent; error below 1.4 ulp.
    ///
    /// `1 - 2 / (e^(2x) + 1)`, and near 0, where that loses digits, a polynomial.
    public static float tanh(float x) {
        float t = Math.abs(x);
        float square = t * t;
        float p = TANH_4;
        p = Math.fma(p, square, TANH_3);
        p = Math.fma(p, square, TANH_2);
        p = Math.fma(p, square, TANH_1);
        p = Math.fma(p, square, TANH_0);
        float small = Math.fma(t * square, p, t);
        float bounded = t > TANH_HIGH ? TANH_HIGH : t;
        float large = 1f - 2f / (boundedExp(bounded + bounded) + 1f);
        return withSign(t < TANH_SPLIT ? small : large, x);
    }

    /// Returns the logistic function `1 / (1 + e^-x)`; error below 2.5 ulp.
    ///
    /// With `e = e^-|x|`, which cannot overflow, it is `1 / (1 + e)` or, below 0, `e / (1 + e)`.
    public static float sigmoid(float x) {
        float e = exp(-Math.abs(x));
        return (x < 0f ? e : 1f) / (e + 1f);
    }

    /// Returns the sine of an angle in radians; error below 1.8 ulp.
    ///
    /// `x = n·π + r`, so `sin x = ±sin r` with a polynomial for `sin r`; π in three parts keeps `r`
    /// exact up to |x| = 100,000. Beyond, the float64 sine of the Java platform's reference
    /// (`StrictMath`) is rounded.
    public static float sin(float x) {
        float t = Math.abs(x);
        return t > SIN_HIGH ? (float) StrictMath.sin(x) : reducedSin(t, x);
    }

    private static float reducedSin(float t, float x) {
        float rounded = Math.fma(t, ONE_OVER_PI, ROUND);
        float n = rounded - ROUND;
        float r = Math.fma(n, -PI_0, t);
        r = Math.fma(n, -PI_1, r);
        r = Math.fma(n, -PI_2, r);
        float square = r * r;
        float p = SIN_3;
        p = Math.fma(p, square, SIN_2);
        p = Math.fma(p, square, SIN_1);
        p = Math.fma(p, square, SIN_0);
        float result = Math.fma(r * square, p, r);
        int odd = Float.floatToRawIntBits(rounded) << 31;
        int sign = Float.floatToRawIntBits(x) & Integer.MIN_VALUE;
        return Float.intBitsToFloat(Float.floatToRawIntBits(result) ^ odd ^ sign);
    }

    /// Returns the error function `2/√π ∫₀ˣ e^(-t²) dt`; error below 1.1 ulp.
    ///
    /// `1 - e^(-t·q(t))` for a polynomial `q`, and near 0, where that loses digits, a polynomial.
    public static float erf(float x) {
        float t = Math.abs(x);
        float square = t * t;
        float p = ERF_6;
        p = Math.fma(p, square, ERF_5);
        p = Math.fma(p, square, ERF_4);
        p = Math.fma(p, square, ERF_3);
        p = Math.fma(p, square, ERF_2);
        p = Math.fma(p, square, ERF_1);
        p = Math.fma(p, square, ERF_0);
        float small = Math.fma(t, p, t);
        float bounded = t > ERF_HIGH ? ERF_HIGH : t;
        float q = ERFC_6;
        q = Math.fma(q, bounded, ERFC_5);
        q = Math.fma(q, bounded, ERFC_4);
        q = Math.fma(q, bounded, ERFC_3);
        q = Math.fma(q, bounded, ERFC_2);
        q = Math.fma(q, bounded, ERFC_1);
        q = Math.fma(q, bounded, ERFC_0);
        float large = 1f - boundedExp(-bounded * q);
        return withSign(t < ERF_SPLIT ? small : large, x);
    }

    private static float withSign(float magnitude, float sign) {
        int signBit = Float.floatToRawIntBits(sign) & Integer.MIN_VALUE;
        return Float.intBitsToFloat(Float.floatToRawIntBits(magnitude) | signBit);
    }

    /// Returns `1 / x`.
    public static float reciprocal(float x) {
        return 1f / x;
    }

    /// Returns the square root, correctly rounded.
    public static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }

    /// Returns the largest whole number not above `x`.
    public static float floor(float x) {
        return (float) Math.floor(x);
    }

    /// Returns the remainder of `a / b` with the sign of `b`: `a - b·⌊a / b⌋` without rounding the
    /// quotient.
    ///
    /// A zero result keeps the sign of `a`; NaN for `b = 0` or infinite `a`.
    public static float remainder(float a, float b) {
        float rest = a % b;
        return rest != 0f && (rest < 0f) != (b < 0f) ? rest + b : rest;
    }

    /// Returns `x` to the power `y`; error below 0.51 ulp, special cases as `Math.pow`.
    ///
    /// `2^(y·log₂|x|)` in float64, so that results which float32 can hold, such as 3², are exact.
    public static float pow(float x, float y) {
        return FloatPower.pow(x, y);
    }
}
