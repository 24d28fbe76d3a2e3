// expects: The biases are missing
class Exercise {
    static class Dense {
        final double[][] weight;
        final double[] bias;
        final boolean bends;

        Dense(double[][] weight, double[] bias, boolean bends) {
            this.weight = weight;
            this.bias = bias;
            this.bends = bends;
        }

        double[][] forward(double[][] x) {
            double[][] y = new double[x.length][bias.length];
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < bias.length; j++) {
                    double sum = bias[j];
                    for (int p = 0; p < weight.length; p++) {
                        sum += x[i][p] * weight[p][j];
                    }
                    y[i][j] = bends ? Math.max(0, sum) : sum;
                }
            }
            return y;
        }
    }

    static int parameters(int[] sizes) {
        int count = 0;
        for (int k = 1; k < sizes.length; k++) {
            count += sizes[k - 1] * sizes[k];
        }
        return count;
    }

    static int fashion() {
        return parameters(new int[] {784, 100, 100, 10});
    }
}
