/// Lesson 3.1: a layer, and how many numbers it learns.
class Exercise {
    /// Neurons side by side that look at the same inputs.
    static class Dense {
        /// A row for each input, a column for each neuron: [inputs, outputs].
        final double[][] weight;

        /// A number for each neuron: [outputs].
        final double[] bias;

        /// Whether everything below 0 becomes 0, as in a hidden layer.
        final boolean bends;

        Dense(double[][] weight, double[] bias, boolean bends) {
            this.weight = weight;
            this.bias = bias;
            this.bends = bends;
        }

        /// Returns what the neurons answer to a batch x, [batch, inputs]: a table [batch, outputs].
        double[][] forward(double[][] x) {
            return new double[x.length][bias.length];
        }
    }

    /// Returns how many parameters a network has: sizes[0] inputs, then a layer for each further size.
    static int parameters(int[] sizes) {
        return 0;
    }

    /// Returns the answer to the question about the network that tells clothes apart.
    static int fashion() {
        return 0;
    }
}
