// expects: a minus is missing
class Exercise {
    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(x));
    }

    static double sigmoidSlope(double x) {
        double s = sigmoid(x);
        return s * (1 - s);
    }

    static double tanh(double x) {
        return Math.tanh(x);
    }

    static double tanhSlope(double x) {
        double t = tanh(x);
        return 1 - t * t;
    }

    static double relu(double x) {
        return Math.max(x, 0);
    }

    static double reluSlope(double x) {
        return x > 0 ? 1 : 0;
    }

    static double leakyRelu(double x) {
        return x > 0 ? x : 0.01 * x;
    }

    static double leakyReluSlope(double x) {
        return x > 0 ? 1 : 0.01;
    }
}
