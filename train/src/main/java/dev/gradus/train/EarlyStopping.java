package dev.gradus.train;

/// Ends training when the validation examples are no longer recognised better: what the network
/// learns from then on, it learns by heart.
///
/// @param patience how many epochs in a row may pass without an improvement
/// @param smallest how much better an epoch must be to count as an improvement
public record EarlyStopping(int patience, double smallest) {
    /// Checks the numbers.
    public EarlyStopping {
        if (patience < 1) {
            throw new IllegalArgumentException(
                    "early stopping was given a patience of %d epochs: give 1 or more"
                            .formatted(patience));
        }
        if (!(smallest >= 0)) {
            throw new IllegalArgumentException(
                    "early stopping was given the smallest improvement %s: give 0 or more"
                            .formatted(smallest));
        }
    }

    /// Returns the usual rule: a patience of 3 epochs, in which any improvement counts.
    public static EarlyStopping early() {
        return new EarlyStopping(3, 0);
    }

    /// Returns this rule with another patience.
    public EarlyStopping patience(int epochs) {
        return new EarlyStopping(epochs, smallest);
    }

    /// Returns this rule with improvements that count from `size` on.
    public EarlyStopping smallest(double size) {
        return new EarlyStopping(patience, size);
    }
}
