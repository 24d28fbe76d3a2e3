class Exercise {
    static double[] sumAxis(double[][] x, int axis) {
        double[] result = new double[axis == 0 ? x[0].length : x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[0].length; j++) {
                result[axis == 0 ? j : i] += x[i][j];
            }
        }
        return result;
    }
}
