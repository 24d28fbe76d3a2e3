// expects: Rows of a meet rows of b
class Exercise {
    static double[][] matmul(double[][] a, double[][] b) {
        double[][] result = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                for (int p = 0; p < a[0].length; p++) {
                    result[i][j] += a[i][p] * b[j][p];
                }
            }
        }
        return result;
    }
}
