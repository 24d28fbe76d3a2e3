// expects: Each product replaces the one before it
class Exercise {
    static double[][] matmul(double[][] a, double[][] b) {
        double[][] result = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int p = 0; p < b.length; p++) {
                    result[i][j] = a[i][p] * b[p][j];
                }
            }
        }
        return result;
    }
}
