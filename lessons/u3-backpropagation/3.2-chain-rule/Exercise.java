/// Lesson 3.2: five numbers, and what each of them is to blame for.
///
/// c = a + b, d = a × b, e = c × d
class Exercise {
    /// Returns the values of a, b, c, d, e.
    static double[] values(double a, double b) {
        return new double[5];
    }

    /// Returns how much e grows with a, b, c, d and e.
    static double[] gradients(double a, double b) {
        return new double[5];
    }
}
