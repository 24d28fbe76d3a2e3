// expects: The knobs have changed places
class Exercise {
    static double predict(double x, double w, double b) {
        return b * x + w;
    }

    static double loss(double[] xs, double[] ys, double w, double b) {
        return 0;
    }
}
