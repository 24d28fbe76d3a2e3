// expects: A single line does as well
class Exercise {
    static double network(double[] w, double[] x) {
        double first = neuron(x, new double[] {w[0], w[1]}, w[2]);
        double second = neuron(x, new double[] {w[3], w[4]}, w[5]);
        return neuron(new double[] {first, second}, new double[] {w[6], w[7]}, w[8]);
    }

    static double[] byHand() {
        return new double[] {3, 3, 3, -3, -3, 3, 3, 3, -3};
    }

    static double[] train(double[][] xs, double[] ys, double[] start) {
        double[] w = start;
        for (int i = 0; i < 500; i++) {
            w = step(w, gradient(w, xs, ys), 50);
        }
        return w;
    }

    static double neuron(double[] x, double[] w, double b) {
        double sum = b;
        for (int i = 0; i < x.length; i++) {
            sum += w[i] * x[i];
        }
        return Math.tanh(sum);
    }

    static double loss(double[] w, double[][] xs, double[] ys) {
        double sum = 0;
        for (int i = 0; i < xs.length; i++) {
            double difference = network(w, xs[i]) - ys[i];
            sum += difference * difference;
        }
        return sum / xs.length;
    }

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
