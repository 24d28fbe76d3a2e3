// expects: What arrives on two paths has been multiplied
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
        double gradientOfB = gradientOfC * gradientOfD * a;
        double gradientOfA = gradientOfC * gradientOfD * b;
        return new double[] {gradientOfA, gradientOfB, gradientOfC, gradientOfD, gradientOfE};
    }
}
