// expects: Only the first row has got the bias
class Exercise {
    static double[][] addBias(double[][] x, double[] bias) {
        double[][] result = new double[x.length][x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[0].length; j++) {
                result[i][j] = x[i][j] + (i == 0 ? bias[j] : 0);
            }
        }
        return result;
    }

    static boolean fits(int[] a, int[] b) {
        for (int k = 1; k <= Math.min(a.length, b.length); k++) {
            int first = a[a.length - k];
            int second = b[b.length - k];
            if (first != second && first != 1 && second != 1) {
                return false;
            }
        }
        return true;
    }
}
