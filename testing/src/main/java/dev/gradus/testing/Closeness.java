package dev.gradus.testing;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.backend.Buffer;

/// How near to each other numbers must be that were computed in different ways.
///
/// Whole numbers and truth values must be equal. Fractions may differ by what rounding explains: a
/// few units in the last place for each operation, more where many numbers are added up.
public final class Closeness {
    /// How much further than the interpreter, which rounds once for each operation, a result may
    /// stray.
    private static final double STRAYING = 8;

    private Closeness() {}

    /// Fails unless `got` and `want` hold the same numbers to the last bit.
    public static void assertSame(String what, Buffer got, Buffer want) {
        checkKind(what, got, want);
        for (var i = 0; i < want.size(); i++) {
            var same =
                    want.type().isFloating()
                            ? Double.doubleToLongBits(got.getDouble(i))
                                    == Double.doubleToLongBits(want.getDouble(i))
                            : got.getLong(i) == want.getLong(i);
            if (!same) {
                throw differ(what, i, got, want, 0);
            }
        }
    }

    /// Fails unless each number of `got` agrees with `want` up to `tolerance` times its own size
    /// or, where numbers cancel, the size of the largest.
    public static void assertClose(String what, Buffer got, Buffer want, double tolerance) {
        checkSize(what, got, want);
        var largest = largest(want);
        for (var i = 0; i < want.size(); i++) {
            var allowed = tolerance * (Math.abs(want.getDouble(i)) + largest);
            if (!agree(got.getDouble(i), want.getDouble(i), allowed)) {
                throw differ(what, i, got, want, allowed);
            }
        }
    }

    /// Fails unless `got` is as good a result as rounding allows.
    ///
    /// @param interpreted the result by definition, rounded after each operation
    /// @param exact the result by definition, in float64 throughout
    /// @param effort how much arithmetic stands behind it
    /// @param scale the size of numbers on the way that may have cancelled, 0 if none can have
    public static void assertAsGood(
            String what,
            Buffer got,
            Buffer interpreted,
            Buffer exact,
            Effort effort,
            double scale) {
        checkSize(what, got, interpreted);
        if (!interpreted.type().isFloating()) {
            assertSame(what, got, interpreted);
            return;
        }
        var single = effort.operations() <= 1 && effort.terms() == 1;
        var largest = single ? 0 : Math.max(scale, largest(exact));
        var strayed = 0.0;
        for (var i = 0; i < exact.size() && !single; i++) {
            var distance = Math.abs(interpreted.getDouble(i) - exact.getDouble(i));
            strayed = Double.isFinite(distance) ? Math.max(strayed, distance) : strayed;
        }
        var units = 8 + effort.operations() + 8 * Math.sqrt(effort.terms() - 1.0);
        for (var i = 0; i < exact.size(); i++) {
            var want = rounded(exact.getDouble(i), got.type());
            var allowed =
                    unit(got.type()) * units * (Math.abs(want) + largest)
                            + STRAYING * strayed
                            + smallest(got.type());
            if (!agree(got.getDouble(i), want, allowed)
                    && !agree(got.getDouble(i), interpreted.getDouble(i), allowed)) {
                throw differ(what, i, got, exact, allowed);
            }
        }
    }

    /// Returns half the distance from 1 to the next larger number.
    public static double unit(DType type) {
        return type == DType.FLOAT64 ? 0x1p-53 : 0x1p-24;
    }

    private static double rounded(double number, DType type) {
        return type == DType.FLOAT64 ? number : (float) number;
    }

    private static double smallest(DType type) {
        return type == DType.FLOAT64 ? Double.MIN_NORMAL : Float.MIN_NORMAL;
    }

    private static boolean agree(double got, double want, double allowed) {
        return Double.compare(got, want) == 0 || Math.abs(got - want) <= allowed;
    }

    private static double largest(Buffer numbers) {
        var largest = 0.0;
        for (var i = 0; i < numbers.size(); i++) {
            var size = Math.abs(numbers.getDouble(i));
            largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
        }
        return largest;
    }

    private static void checkKind(String what, Buffer got, Buffer want) {
        checkSize(what, got, want);
        if (got.type() != want.type()) {
            throw new AssertionError(
                    "%s: expected type %s but got %s".formatted(what, want.type(), got.type()));
        }
    }

    private static void checkSize(String what, Buffer got, Buffer want) {
        if (got.size() != want.size()) {
            throw new AssertionError(
                    "%s: expected %d numbers but got %d".formatted(what, want.size(), got.size()));
        }
    }

    private static AssertionError differ(
            String what, int index, Buffer got, Buffer want, double allowed) {
        return new AssertionError(
                "%s: at position %d of %d expected %s but got %s (allowed difference %.3g)"
                        .formatted(
                                what,
                                index,
                                want.size(),
                                text(want, index),
                                text(got, index),
                                allowed));
    }

    private static String text(Buffer numbers, int index) {
        return numbers.type().isFloating()
                ? Double.toString(numbers.getDouble(index))
                : Long.toString(numbers.getLong(index));
    }
}
