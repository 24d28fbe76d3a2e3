// expects: This is where it began
class Exercise {
    static double[] gradient(double[] xs, double[] ys, double[] weights) {
        double slopeW = 0;
        double slopeB = 0;
        for (int i = 0; i < xs.length; i++) {
            double difference = weights[0] * xs[i] + weights[1] - ys[i];
            slopeW += 2 * difference * xs[i] / xs.length;
            slopeB += 2 * difference / xs.length;
        }
        return new double[] {slopeW, slopeB};
    }

    static double[] step(double[] weights, double[] gradient, double rate) {
        double[] result = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            result[i] = weights[i] - rate * gradient[i];
        }
        return result;
    }

    static double[] descend(double[] xs, double[] ys, double[] start, double rate, int steps) {
        double[] weights = start;
        for (int i = 0; i < steps; i++) {
            step(weights, gradient(xs, ys, weights), rate);
        }
        return weights;
    }

    static double[] fit(double[] xs, double[] ys) {
        return descend(xs, ys, new double[] {0, 0}, 0.1, 200);
    }
}
