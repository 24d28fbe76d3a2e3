// expects: The walk back has begun with the value of e
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
        double gradientOfE = c * d;
        double gradientOfC = gradientOfE * d;
        double gradientOfD = gradientOfE * c;
        double gradientOfB = gradientOfC * 1 + gradientOfD * a;
        double gradientOfA = gradientOfC * 1 + gradientOfD * b;
        return new double[] {gradientOfA, gradientOfB, gradientOfC, gradientOfD, gradientOfE};
    }
}
