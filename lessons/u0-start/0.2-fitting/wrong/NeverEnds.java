// expects: Often a loop never ends
// verdict: ran too long
class Exercise {
    static double predict(double x, double w, double b) {
        return w * x + b;
    }

    static double loss(double[] xs, double[] ys, double w, double b) {
        double sum = 0;
        int i = 0;
        while (i < xs.length) {
            sum += Math.pow(predict(xs[i], w, b) - ys[i], 2);
        }
        return sum / xs.length;
    }
}
