// expects: This is up as it arrives
import module java.base;

class Exercise {
    static double[][] leftOfMatmul(double[][] up, double[][] b) {
        double[][] result = new double[up.length][b.length];
        for (int i = 0; i < up.length; i++) {
            for (int p = 0; p < b.length; p++) {
                for (int j = 0; j < b[0].length; j++) {
                    result[i][p] += up[i][j] * b[p][j];
                }
            }
        }
        return result;
    }

    static double[][] rightOfMatmul(double[][] a, double[][] up) {
        double[][] result = new double[a[0].length][up[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int p = 0; p < a[0].length; p++) {
                for (int j = 0; j < up[0].length; j++) {
                    result[p][j] += a[i][p] * up[i][j];
                }
            }
        }
        return result;
    }

    static double[][] ofStretched(double[][] up, int rows, int columns) {
        return up;
    }

    static double[][] ofSum(double up, int rows, int columns) {
        double[][] result = new double[rows][columns];
        for (double[] row : result) {
            Arrays.fill(row, up);
        }
        return result;
    }

    /// A table that remembers where it came from.
    static class Table {
        final double[][] number;
        final double[][] gradient;
        final String made;
        final List<Table> from;

        Table(double[][] number) {
            this(number, "given", List.of());
        }

        Table(double[][] number, String made, List<Table> from) {
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

        /// Adds a table that has this shape, or 1 in place of a size.
        Table plus(Table other) {
            double[][] result = new double[rows()][columns()];
            for (int i = 0; i < rows(); i++) {
                for (int j = 0; j < columns(); j++) {
                    int row = other.rows() == 1 ? 0 : i;
                    int column = other.columns() == 1 ? 0 : j;
                    result[i][j] = number[i][j] + other.number[row][column];
                }
            }
            return new Table(result, "plus", List.of(this, other));
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

        /// Returns the sum of all numbers, as a table of one number.
        Table sum() {
            double sum = 0;
            for (double[] row : number) {
                for (double one : row) {
                    sum += one;
                }
            }
            return new Table(new double[][] {{sum}}, "sum", List.of(this));
        }

        void share() {
            switch (made) {
                case "matmul" -> {
                    from.get(0).receive(leftOfMatmul(gradient, from.get(1).number));
                    from.get(1).receive(rightOfMatmul(from.get(0).number, gradient));
                }
                case "plus" -> {
                    for (Table part : from) {
                        part.receive(ofStretched(gradient, part.rows(), part.columns()));
                    }
                }
                case "relu" -> {
                    double[][] open = new double[rows()][columns()];
                    for (int i = 0; i < rows(); i++) {
                        for (int j = 0; j < columns(); j++) {
                            open[i][j] = number[i][j] > 0 ? gradient[i][j] : 0;
                        }
                    }
                    from.get(0).receive(open);
                }
                case "sum" -> {
                    Table part = from.get(0);
                    part.receive(ofSum(gradient[0][0], part.rows(), part.columns()));
                }
                default -> {}
            }
        }

        /// Adds what arrives to what is there.
        void receive(double[][] up) {
            for (int i = 0; i < rows(); i++) {
                for (int j = 0; j < columns(); j++) {
                    gradient[i][j] += up[i][j];
                }
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
}
