// expects: It accepts a case that is bad: two slopes have changed places
class Exercise {
    interface Formula {
        double at(double[] x);
    }

    interface Gradient {
        double[] at(double[] x);
    }

    static double[] nudged(Formula formula, double[] x, double h) {
        double[] slopes = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double before = x[i];
            x[i] = before + h;
            double up = formula.at(x);
            x[i] = before - h;
            double down = formula.at(x);
            x[i] = before;
            slopes[i] = (up - down) / (2 * h);
        }
        return slopes;
    }

    static boolean gradCheck(Formula formula, Gradient gradient, double[] x) {
        double[] analytic = gradient.at(x);
        double[] nudged = nudged(formula, x, 0.00001);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += analytic[i] - nudged[i];
        }
        return Math.abs(sum) < 0.002;
    }
}
