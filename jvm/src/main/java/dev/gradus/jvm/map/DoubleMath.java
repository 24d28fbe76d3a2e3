package dev.gradus.jvm.map;

/// Defines the float64 functions that the Java platform lacks.
public final class DoubleMath {

    /// erf(x) / x as a polynomial in x² for |x| <= 1, lowest power first; a minimax fit by Remez
    /// exchange in 40-digit arithmetic, relative error 7.3e-18.
    private static final double[] SMALL = {
        1.1283791670955126,
        -0.3761263890318352,
        0.11283791670944185,
        -0.026866170643111458,
        0.005223977606118393,
        -0.0008548325929310457,
        0.00012055293576777468,
        -1.4924712299609983e-05,
        1.6447131541262487e-06,
        -1.620631352519064e-07,
        1.3710979372067498e-08,
        -7.779466538474252e-10
    };

    /// e^(t²)·(1 - erf(t)) as a polynomial in s = (t - 2) / (t + 2) for 1 <= t <= 6, lowest power
    /// first; a fit of the same kind, error of the error function 5.46e-19.
    private static final double[] LARGE = {
        0.25539567631050575,
        -0.4271858474139568,
        0.2416581942424688,
        -0.07897858101641561,
        0.0037328923985397136,
        0.006997461785664143,
        -0.0008471425905096823,
        -0.0009819764795507078,
        4.353615970907321e-05,
        0.0001742884710984084,
        2.7623189695265233e-05,
        -2.66114758688225e-05,
        -1.2644093449352277e-05
    };

    /// From here on the error function rounds to 1.
    private static final double ONE_FROM = 6;

    private DoubleMath() {}

    /// Returns the logistic function `1 / (1 + e^-x)`, with `e^-|x|` so that nothing overflows.
    public static double sigmoid(double x) {
        double e = Math.exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (e + 1);
    }

    /// Returns the error function `2/√π ∫₀ˣ e^(-t²) dt`; error below 2 ulp.
    public static double erf(double x) {
        double t = Math.abs(x);
        if (t <= 1) {
            return x * polynomial(SMALL, t * t);
        }
        if (t >= ONE_FROM) {
            return Math.copySign(1, x);
        }
        double complement = Math.exp(-t * t) * polynomial(LARGE, (t - 2) / (t + 2));
        return Math.copySign(1 - complement, x);
    }

    /// Returns the remainder of `a / b` with the sign of `b`, as [FloatMath#remainder] does.
    public static double remainder(double a, double b) {
        double rest = a % b;
        return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
