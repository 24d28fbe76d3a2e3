// expects: The result lies on its side
class Exercise {
    static double[][] matmul(double[][] a, double[][] b) {
        double[][] result = new double[b[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int p = 0; p < b.length; p++) {
                    result[j][i] += a[i][p] * b[p][j];
                }
            }
        }
        return result;
    }
}
