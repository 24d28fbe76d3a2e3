package dev.gradus.train.metric;

/// Examples about which a model was about as sure, and how often it was right.
///
/// @param low the least probability of the bin
/// @param high where the next bin begins; 1 for what was certain
/// @param count how many examples there are
/// @param confidence their mean probability
/// @param right the share of them that was right
public record ReliabilityBin(
        double low, double high, double count, double confidence, double right) {}
