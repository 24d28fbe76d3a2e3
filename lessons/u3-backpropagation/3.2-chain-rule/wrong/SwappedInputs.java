// expects: In d = a × b the factors are swapped
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
        double gradientOfB = gradientOfC * 1 + gradientOfD * b;
        double gradientOfA = gradientOfC * 1 + gradientOfD * a;
        return new double[] {gradientOfA, gradientOfB, gradientOfC, gradientOfD, gradientOfE};
    }
}
