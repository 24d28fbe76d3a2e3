// expects: the method has changed its input x
class Exercise {
    static double[][] addBias(double[][] x, double[] bias) {
        for (double[] row : x) {
            for (int j = 0; j < row.length; j++) {
                row[j] += bias[j];
            }
        }
        return x;
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
