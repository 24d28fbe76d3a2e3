package dev.gradus.train.record;

/// How a layer is doing in one step. What does not apply to it, such as the gradient of a layer
/// without parameters, is not a number.
///
/// @param layer its name, as in the names of its parameters
/// @param gradientNorm the length of the gradient of its parameters, taken as one vector
/// @param gradientMean the mean absolute value of that gradient
/// @param updateRatio the length of what the step changed in its parameters, divided by their length
///     before: about 0.001 is usual
/// @param mean the mean of what it put out
/// @param deviation the standard deviation of that
/// @param zeros the share of numbers in it that were exactly 0
/// @param dead the share of its units, along the last axis, that were 0 for every example of the
///     batch
public record LayerStatistics(
        String layer,
        double gradientNorm,
        double gradientMean,
        double updateRatio,
        double mean,
        double deviation,
        double zeros,
        double dead) {}
