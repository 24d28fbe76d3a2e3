// expects: The places of an array of length n are 0 to n - 1
// verdict: threw
class Exercise {
    static double predict(double x, double w, double b) {
        return w * x + b;
    }

    static double loss(double[] xs, double[] ys, double w, double b) {
        double sum = 0;
        for (int i = 0; i <= xs.length; i++) {
            sum += Math.pow(predict(xs[i], w, b) - ys[i], 2);
        }
        return sum / xs.length;
    }
}
