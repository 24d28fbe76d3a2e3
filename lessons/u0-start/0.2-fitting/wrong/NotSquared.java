// expects: too high and too low cancel out
class Exercise {
    static double predict(double x, double w, double b) {
        return w * x + b;
    }

    static double loss(double[] xs, double[] ys, double w, double b) {
        double sum = 0;
        for (int i = 0; i < xs.length; i++) {
            sum += predict(xs[i], w, b) - ys[i];
        }
        return sum / xs.length;
    }
}
