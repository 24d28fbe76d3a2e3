class Exercise {
    static double weightedSum(double[] x, double[] w, double b) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += w[i] * x[i];
        }
        return sum + b;
    }

    static double neuron(double[] x, double[] w, double b) {
        return Math.tanh(weightedSum(x, w, b));
    }
}
