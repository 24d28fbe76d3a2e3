/// Lesson 2.4: down the slope, step by step.
class Exercise {
    /// Returns the slopes of the mean squared error along w and b, for weights {w, b}. Leave this as it is.
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

    /// Returns new weights, one step downhill.
    static double[] step(double[] weights, double[] gradient, double rate) {
        return new double[weights.length];
    }

    /// Returns the weights after that many steps from start.
    static double[] descend(double[] xs, double[] ys, double[] start, double rate, int steps) {
        return new double[] {0, 0};
    }

    /// Returns the weights {w, b} of a line that fits the examples.
    static double[] fit(double[] xs, double[] ys) {
        return new double[] {0, 0};
    }
}
