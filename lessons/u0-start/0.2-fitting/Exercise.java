/// Lesson 0.2: a line with two knobs, and how wrong it is.
class Exercise {
    /// Returns what the line with the knobs w and b predicts for x.
    static double predict(double x, double w, double b) {
        return 0;
    }

    /// Returns the mean of the squared differences between predictions and truth.
    static double loss(double[] xs, double[] ys, double w, double b) {
        return 0;
    }
}
