/// Lesson 2.2: four bends and how steep they are.
class Exercise {
    static double sigmoid(double x) {
        return 0;
    }

    static double sigmoidSlope(double x) {
        return 0;
    }

    static double tanh(double x) {
        return 0;
    }

    static double tanhSlope(double x) {
        return 0;
    }

    static double relu(double x) {
        return 0;
    }

    static double reluSlope(double x) {
        return 0;
    }

    /// Returns x above 0, and a hundredth of it below.
    static double leakyRelu(double x) {
        return 0;
    }

    static double leakyReluSlope(double x) {
        return 0;
    }
}
