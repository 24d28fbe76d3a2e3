// expects: Only the path through the product
class Exercise {
    static double[] values(double a, double b) {
        double c = a + b;
        double d = a * b;
        double e = c * d;
        return new double[] {a, b, c, d, e};
    }

    static double[] gradients(double a, double b) {
        double c = a + b;
        double d = a * b;
        double gradientOfE = 1;
        double gradientOfC = gradientOfE * d;
        double gradientOfD = gradientOfE * c;
        double gradientOfB = gradientOfD * a;
        double gradientOfA = gradientOfD * b;
        return new double[] {gradientOfA, gradientOfB, gradientOfC, gradientOfD, gradientOfE};
    }
}
