package dev.gradus.train;

/// Why training ended.
///
/// @param reason the kind of end
/// @param explanation what happened, and what to do about it where something went wrong
public record Stopped(Reason reason, String explanation) {
    /// The kinds of end.
    public enum Reason {
        /// All epochs, or all steps, were done.
        ALL_EPOCHS,
        /// The validation examples were no longer recognised better.
        EARLY,
        /// The thread was interrupted, as by Ctrl-C.
        INTERRUPTED,
        /// A loss was no finite number.
        NOT_FINITE
    }

    @Override
    public String toString() {
        return explanation;
    }
}
