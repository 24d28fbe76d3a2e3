/// Lesson 2.1: a neuron weighs, adds up and bends.
class Exercise {
    /// Returns the inputs x times their weights w, added up, plus the bias b.
    static double weightedSum(double[] x, double[] w, double b) {
        return 0;
    }

    /// Returns what the neuron answers: the weighted sum, bent by tanh.
    static double neuron(double[] x, double[] w, double b) {
        return 0;
    }
}
