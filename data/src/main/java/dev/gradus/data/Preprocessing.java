package dev.gradus.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns numbers as they were collected into numbers a network learns well from.
///
/// Whatever is measured for this (a mean, a deviation) is measured on the training part alone, and
/// a saved model carries it: an example in use must be treated exactly as the examples in training.
/// Each value is computed by itself in float32 in a fixed order, so the bits are the same on every
/// machine and in every batch.
///
/// [#description] gives plain values (text, numbers, lists, maps) that can be written as JSON;
/// [#of] makes the same preprocessing of them again.
public sealed interface Preprocessing permits Scale, Standardize, Chain {
    /// Treats one example in place.
    ///
    /// @param values holds the example's numbers, among others
    /// @param offset where they begin
    /// @param length how many they are
    /// @throws IllegalArgumentException if this was fitted to examples of another length
    void apply(float[] values, int offset, int length);

    /// Returns one example treated, and leaves `raw` as it was.
    ///
    /// @throws IllegalArgumentException if this was fitted to examples of another length
    default float[] apply(float[] raw) {
        var values = raw.clone();
        apply(values, 0, values.length);
        return values;
    }

    /// Returns what this was fitted on, if it has been fitted on anything.
    Optional<FittedOn> fittedOn();

    /// Returns everything needed to make this again, as text, numbers, lists and maps.
    Map<String, Object> description();

    /// Returns the preprocessing that changes nothing.
    static Preprocessing none() {
        return new Chain(List.of());
    }

    /// Makes a preprocessing from its description.
    ///
    /// @throws IllegalArgumentException if something is missing, misspelt or out of range
    static Preprocessing of(Map<?, ?> description) {
        var entries = new Description(description);
        return switch (entries.text("kind")) {
            case Scale.KIND -> Scale.of(entries);
            case Standardize.KIND -> Standardize.of(entries);
            case Chain.KIND -> Chain.of(entries);
            case String kind ->
                    throw new IllegalArgumentException(
                            "preprocessing of kind \"%s\" is not known; known are %s, %s, %s"
                                    .formatted(kind, Scale.KIND, Standardize.KIND, Chain.KIND));
        };
    }
}
