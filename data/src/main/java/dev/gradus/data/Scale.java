package dev.gradus.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Divides every number by the same divisor, so that pixels from 0 to 255 become 0 to 1:
/// `y = x / divisor`.
///
/// Nothing is measured, so nothing needs to be fitted.
///
/// @param divisor what to divide by
public record Scale(float divisor) implements Preprocessing {
    static final String KIND = "scale";

    /// @throws IllegalArgumentException if the divisor is zero, infinite or no number
    public Scale {
        if (divisor == 0 || !Float.isFinite(divisor)) {
            throw new IllegalArgumentException(
                    "Scale cannot divide by %s: give a finite number other than 0"
                            .formatted(divisor));
        }
    }

    /// Returns the scale that brings pixels from 0 to 255 to 0 to 1.
    public static Scale pixels() {
        return new Scale(255);
    }

    static Scale of(Description entries) {
        return new Scale((float) entries.number("divisor"));
    }

    @Override
    public void apply(float[] values, int offset, int length) {
        for (var i = offset; i < offset + length; i++) {
            values[i] /= divisor;
        }
    }

    @Override
    public Optional<FittedOn> fittedOn() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> description() {
        var entries = new LinkedHashMap<String, Object>();
        entries.put("kind", KIND);
        entries.put("divisor", (double) divisor);
        return entries;
    }

    @Override
    public String toString() {
        return "divide by " + divisor;
    }
}
