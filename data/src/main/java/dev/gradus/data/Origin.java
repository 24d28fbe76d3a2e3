package dev.gradus.data;

/// Says where data come from and under what terms they may be used.
///
/// @param source where they were published
/// @param licence the terms, by name and holder
public record Origin(String source, String licence) {
    /// Data of one's own, or of which nothing is known.
    public static final Origin UNSTATED = new Origin("not stated", "not stated");
}
