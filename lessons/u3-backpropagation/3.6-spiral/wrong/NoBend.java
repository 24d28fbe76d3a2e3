// expects: There is no bend between the layers
import module java.base;

class Exercise {
    static class Mlp {
        final List<Dense> layers = new ArrayList<>();

        Mlp(int[] sizes, long seed) {
            Random random = new Random(seed);
            for (int k = 1; k < sizes.length; k++) {
                layers.add(new Dense(sizes[k - 1], sizes[k], random));
            }
        }

        Table forward(Table x) {
            Table h = x;
            for (int k = 0; k < layers.size(); k++) {
                h = layers.get(k).forward(h);
            }
            return h;
        }

        List<Table> parameters() {
            List<Table> parameters = new ArrayList<>();
            for (Dense layer : layers) {
                parameters.add(layer.weight);
                parameters.add(layer.bias);
            }
            return parameters;
        }
    }

    static double[] train(Mlp mlp, double[][] x, int[] labels, double rate, int steps) {
        Table input = new Table(x);
        double[] curve = new double[steps];
        for (int i = 0; i < steps; i++) {
            Table loss = mlp.forward(input).crossEntropy(labels);
            curve[i] = loss.number[0][0];
            loss.backward();
            for (Table parameter : mlp.parameters()) {
                for (int r = 0; r < parameter.rows(); r++) {
                    for (int c = 0; c < parameter.columns(); c++) {
                        parameter.number[r][c] -= rate * parameter.gradient[r][c];
                        parameter.gradient[r][c] = 0;
                    }
                }
            }
        }
        return curve;
    }

    /// A table that remembers where it came from.
    static class Table {
        final double[][] number;
        final double[][] gradient;
        final String made;
        final List<Table> from;

        /// The right class of each row, where it was made by crossEntropy.
        private int[] labels = {};

        Table(double[][] number) {
            this(number, "given", List.of());
        }

        private Table(double[][] number, String made, List<Table> from) {
            this.number = number;
            this.gradient = new double[number.length][number[0].length];
            this.made = made;
            this.from = from;
        }

        int rows() {
            return number.length;
        }

        int columns() {
            return number[0].length;
        }

        Table matmul(Table other) {
            double[][] result = new double[rows()][other.columns()];
            for (int i = 0; i < rows(); i++) {
                for (int p = 0; p < columns(); p++) {
                    for (int j = 0; j < other.columns(); j++) {
                        result[i][j] += number[i][p] * other.number[p][j];
                    }
                }
            }
            return new Table(result, "matmul", List.of(this, other));
        }

        /// Adds a table of one row to every row.
        Table plus(Table bias) {
            double[][] result = new double[rows()][columns()];
            for (int i = 0; i < rows(); i++) {
                for (int j = 0; j < columns(); j++) {
                    result[i][j] = number[i][j] + bias.number[0][j];
                }
            }
            return new Table(result, "plus", List.of(this, bias));
        }

        Table relu() {
            double[][] result = new double[rows()][columns()];
            for (int i = 0; i < rows(); i++) {
                for (int j = 0; j < columns(); j++) {
                    result[i][j] = Math.max(0, number[i][j]);
                }
            }
            return new Table(result, "relu", List.of(this));
        }

        /// Returns the mean cross-entropy of all rows, which hold logits.
        Table crossEntropy(int[] labels) {
            double sum = 0;
            for (int i = 0; i < rows(); i++) {
                double largest = Arrays.stream(number[i]).max().getAsDouble();
                double powers = 0;
                for (double logit : number[i]) {
                    powers += Math.exp(logit - largest);
                }
                sum += Math.log(powers) - (number[i][labels[i]] - largest);
            }
            Table loss = new Table(new double[][] {{sum / rows()}}, "crossEntropy", List.of(this));
            loss.labels = labels;
            return loss;
        }

        void share() {
            switch (made) {
                case "matmul" -> {
                    Table a = from.get(0);
                    Table b = from.get(1);
                    for (int i = 0; i < a.rows(); i++) {
                        for (int p = 0; p < a.columns(); p++) {
                            for (int j = 0; j < columns(); j++) {
                                a.gradient[i][p] += gradient[i][j] * b.number[p][j];
                                b.gradient[p][j] += a.number[i][p] * gradient[i][j];
                            }
                        }
                    }
                }
                case "plus" -> {
                    for (int i = 0; i < rows(); i++) {
                        for (int j = 0; j < columns(); j++) {
                            from.get(0).gradient[i][j] += gradient[i][j];
                            from.get(1).gradient[0][j] += gradient[i][j];
                        }
                    }
                }
                case "relu" -> {
                    for (int i = 0; i < rows(); i++) {
                        for (int j = 0; j < columns(); j++) {
                            from.get(0).gradient[i][j] += number[i][j] > 0 ? gradient[i][j] : 0;
                        }
                    }
                }
                case "crossEntropy" -> {
                    Table logits = from.get(0);
                    for (int i = 0; i < logits.rows(); i++) {
                        double[] p = softmax(logits.number[i]);
                        p[labels[i]] -= 1;
                        for (int j = 0; j < logits.columns(); j++) {
                            logits.gradient[i][j] += gradient[0][0] * p[j] / logits.rows();
                        }
                    }
                }
                default -> {}
            }
        }

        /// Gives everything behind this table of one number its gradient.
        void backward() {
            LinkedHashSet<Table> order = new LinkedHashSet<>();
            collect(order);
            gradient[0][0] = 1;
            for (Table table : order.reversed()) {
                table.share();
            }
        }

        void collect(LinkedHashSet<Table> order) {
            if (order.contains(this)) {
                return;
            }
            for (Table table : from) {
                table.collect(order);
            }
            order.add(this);
        }
    }

    static double[] softmax(double[] logits) {
        double largest = Arrays.stream(logits).max().getAsDouble();
        double[] p = new double[logits.length];
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            p[j] = Math.exp(logits[j] - largest);
            sum += p[j];
        }
        for (int j = 0; j < p.length; j++) {
            p[j] /= sum;
        }
        return p;
    }

    /// A layer whose weights begin at random.
    static class Dense {
        final Table weight;
        final Table bias;

        Dense(int inputs, int outputs, Random random) {
            double[][] numbers = new double[inputs][outputs];
            for (double[] row : numbers) {
                for (int j = 0; j < outputs; j++) {
                    row[j] = random.nextGaussian() * Math.sqrt(2.0 / inputs);
                }
            }
            weight = new Table(numbers);
            bias = new Table(new double[1][outputs]);
        }

        Table forward(Table x) {
            return x.matmul(weight).plus(bias);
        }
    }
}
