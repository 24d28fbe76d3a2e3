package dev.gradus.jvm.convolve;

/// What a pass computes.
enum Kind {
    FORWARD,
    INPUT_GRADIENT,
    WEIGHTS_GRADIENT
}
