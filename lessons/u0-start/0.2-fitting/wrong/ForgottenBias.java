// expects: b is not used
class Exercise {
    static double predict(double x, double w, double b) {
        return w * x;
    }

    static double loss(double[] xs, double[] ys, double w, double b) {
        return 0;
    }
}
