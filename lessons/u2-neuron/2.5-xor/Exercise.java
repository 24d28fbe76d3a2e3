/// Lesson 2.5: two lines are more than one.
class Exercise {
    /// Returns the answer of the network with nine weights w to the two inputs x.
    static double network(double[] w, double[] x) {
        return 0;
    }

    /// Returns nine weights with which the network follows XOR.
    static double[] byHand() {
        return new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0};
    }

    /// Returns the weights that gradient descent finds from start.
    static double[] train(double[][] xs, double[] ys, double[] start) {
        return start;
    }

    // From here on everything is written already.

    static double neuron(double[] x, double[] w, double b) {
        double sum = b;
        for (int i = 0; i < x.length; i++) {
            sum += w[i] * x[i];
        }
        return Math.tanh(sum);
    }

    /// Returns the mean squared error of the network.
    static double loss(double[] w, double[][] xs, double[] ys) {
        double sum = 0;
        for (int i = 0; i < xs.length; i++) {
            double difference = network(w, xs[i]) - ys[i];
            sum += difference * difference;
        }
        return sum / xs.length;
    }

    /// Returns the slope along each weight, by nudging it up and down.
    static double[] gradient(double[] w, double[][] xs, double[] ys) {
        double nudge = 0.0001;
        double[] slopes = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            double[] up = w.clone();
            double[] down = w.clone();
            up[i] += nudge;
            down[i] -= nudge;
            slopes[i] = (loss(up, xs, ys) - loss(down, xs, ys)) / (2 * nudge);
        }
        return slopes;
    }

    static double[] step(double[] w, double[] gradient, double rate) {
        double[] result = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            result[i] = w[i] - rate * gradient[i];
        }
        return result;
    }
}
