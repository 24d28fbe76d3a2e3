package dev.gradus.testing;

/// What the inputs of an operation look like in a test: their sizes, how they lie in memory, and
/// how unusual their numbers are.
public enum Variant {
    /// Single numbers without axes.
    SCALAR,
    /// No numbers at all: an axis has size 0.
    EMPTY,
    /// Axes of size 1 only.
    ONE,
    /// Sizes that no vector width divides.
    ODD,
    /// Shapes that meet by broadcasting.
    BROADCAST,
    /// As [#ODD], seen through a permutation of axes.
    PERMUTED,
    /// As [#ODD], seen in reverse order.
    FLIPPED,
    /// As [#ODD], every second number of a larger tensor.
    SLICED,
    /// Infinities, not-a-numbers, zeros of both signs and the ends of the range.
    EXTREME,
    /// More than a megabyte.
    LARGE;

    /// Returns whether PyTorch has been asked for the results: where only the memory differs from
    /// [#ODD], its results hold too.
    public boolean hasGoldens() {
        return switch (this) {
            case SCALAR, EMPTY, ONE, ODD, BROADCAST -> true;
            case PERMUTED, FLIPPED, SLICED, EXTREME, LARGE -> false;
        };
    }

    /// Returns whether a gradient can be compared with finite differences: the numbers are few and
    /// ordinary.
    public boolean isSmall() {
        return this != EXTREME && this != LARGE;
    }
}
