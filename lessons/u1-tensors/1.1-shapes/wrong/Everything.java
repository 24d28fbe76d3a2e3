// expects: This is the sum of all numbers
class Exercise {
    static double[] sumAxis(double[][] x, int axis) {
        double sum = 0;
        for (double[] row : x) {
            for (double number : row) {
                sum += number;
            }
        }
        return new double[] {sum};
    }
}
