package dev.gradus.course.check;

/// Counts what a program does with numbers: the same on every machine, unlike time.
public final class Cost {
    /// Numbers in rows that count how often they are read and written.
    public static final class Matrix {
        private final double[][] numbers;
        private final Cost cost;

        private Matrix(double[][] numbers, Cost cost) {
            this.numbers = numbers;
            this.cost = cost;
        }

        /// Returns how many rows there are.
        public int rows() {
            return numbers.length;
        }

        /// Returns how many columns there are.
        public int columns() {
            return numbers.length == 0 ? 0 : numbers[0].length;
        }

        /// Reads a number.
        public double get(int row, int column) {
            cost.reads++;
            return numbers[row][column];
        }

        /// Writes a number.
        public void set(int row, int column, double value) {
            cost.writes++;
            numbers[row][column] = value;
        }
    }

    private long reads;
    private long writes;
    private long operations;

    Cost() {}

    /// Returns these numbers, counting from now on.
    public Matrix matrix(double[][] numbers) {
        var copy = new double[numbers.length][];
        for (var i = 0; i < copy.length; i++) {
            copy[i] = numbers[i].clone();
        }
        return new Matrix(copy, this);
    }

    /// Counts operations of any other kind.
    public void count(long more) {
        operations += more;
    }

    /// Returns how many numbers have been read.
    public long reads() {
        return reads;
    }

    /// Returns how many numbers have been written.
    public long writes() {
        return writes;
    }

    /// Returns how many other operations have been counted.
    public long operations() {
        return operations;
    }
}
