package dev.gradus.train.record;

import org.jspecify.annotations.Nullable;

/// Numbers as they stand in the files of a run: those that JSON does not know are text.
final class Numeral {
    private Numeral() {}

    static Object of(double number) {
        return Double.isFinite(number) ? (Object) number : Double.toString(number);
    }

    /// Returns the number, or not a number for what is none.
    static double read(@Nullable Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case String text when text.equals("Infinity") -> Double.POSITIVE_INFINITY;
            case String text when text.equals("-Infinity") -> Double.NEGATIVE_INFINITY;
            case null, default -> Double.NaN;
        };
    }
}
