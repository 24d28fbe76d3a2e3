// expects: These are the local slopes at a and b alone
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
        double gradientOfB = 1 + a;
        double gradientOfA = 1 + b;
        return new double[] {gradientOfA, gradientOfB, gradientOfC, gradientOfD, gradientOfE};
    }
}
