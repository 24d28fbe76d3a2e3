/// Lesson 1.3: every row meets every column.
class Exercise {
    /// Returns the matrix product of a, [n, k], and b, [k, m]: a table of shape [n, m].
    static double[][] matmul(double[][] a, double[][] b) {
        return new double[a.length][b[0].length];
    }
}
