/// Lesson 3.5: a test for gradients.
class Exercise {
    /// A formula of several numbers.
    interface Formula {
        double at(double[] x);
    }

    /// What somebody says the slopes of a formula are.
    interface Gradient {
        double[] at(double[] x);
    }

    /// Returns the slope along each number of x, by a step of h to both sides.
    static double[] nudged(Formula formula, double[] x, double h) {
        return new double[x.length];
    }

    /// Returns whether the gradient is right at x.
    static boolean gradCheck(Formula formula, Gradient gradient, double[] x) {
        return true;
    }
}
