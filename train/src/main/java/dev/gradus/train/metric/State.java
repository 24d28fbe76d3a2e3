package dev.gradus.train.metric;

/// What a score remembers. It is handed on as plain numbers, to be kept, sent or merged.
interface State {
    /// Returns everything as numbers.
    double[] numbers();

    /// Takes in the numbers of another state of this kind.
    ///
    /// @throws IllegalArgumentException if they are not
    void take(double[] numbers);
}
