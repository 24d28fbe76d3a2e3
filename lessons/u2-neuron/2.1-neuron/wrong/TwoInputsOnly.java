// expects: The places of an array of length n
// verdict: threw
class Exercise {
    static double weightedSum(double[] x, double[] w, double b) {
        return w[0] * x[0] + w[1] * x[1] + b;
    }

    static double neuron(double[] x, double[] w, double b) {
        return Math.tanh(weightedSum(x, w, b));
    }
}
