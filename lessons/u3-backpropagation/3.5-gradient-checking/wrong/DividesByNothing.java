// expects: It rejects a case that is good: right: all slopes 0
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
        for (int i = 0; i < x.length; i++) {
            double size = Math.max(Math.abs(analytic[i]), Math.abs(nudged[i]));
            double difference = Math.abs(analytic[i] - nudged[i]);
            if (!(difference / size <= 0.01)) {
                return false;
            }
        }
        return true;
    }
}
