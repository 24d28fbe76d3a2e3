/// Lesson 1.2: a row that is added to every row, and the rule behind it.
class Exercise {
    /// Returns a new table: x with bias added to each of its rows.
    static double[][] addBias(double[][] x, double[] bias) {
        return new double[x.length][x[0].length];
    }

    /// Returns whether tensors of these shapes can be broadcast to each other.
    static boolean fits(int[] a, int[] b) {
        return false;
    }
}
