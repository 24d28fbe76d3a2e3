package dev.gradus.nn.layer;

/// What lies beyond the edge of a picture.
public enum Padding {
    /// Nothing: windows stay inside, and the result is smaller than the input.
    VALID,
    /// As many zeros on each side as it takes for a result of size `input / stride`, rounded up; an
    /// odd one goes after the last.
    SAME,
    /// As many zeros before the first as a window looks back, and none after the last: what is made
    /// of a moment does not know what comes after it (van den Oord et al. 2016).
    CAUSAL
}
