package dev.gradus.studio.run;

import java.util.List;
import java.util.stream.IntStream;

/// Numbers as pages are told them: with the digits a screen can show, and those that JSON does not know
/// as text.
final class Plain {
    private static final int DIGITS = 6;

    private Plain() {}

    static Object number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0 || value == Math.rint(value) && Math.abs(value) < 1e15) {
            return value;
        }
        var power = DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        if (power > 300 || power < -300) {
            return value;
        }
        // a power below 0 has no exact value of its own
        return power >= 0
                ? Math.round(value * Math.pow(10, power)) / Math.pow(10, power)
                : Math.round(value / Math.pow(10, -power)) * Math.pow(10, -power);
    }

    static List<Object> steps(Series series, List<Integer> places) {
        return places.stream().map(i -> number(series.step(i))).toList();
    }

    static List<Object> values(Series series, List<Integer> places) {
        return places.stream().map(i -> number(series.value(i))).toList();
    }

    static List<Object> numbers(double... values) {
        return IntStream.range(0, values.length).mapToObj(i -> number(values[i])).toList();
    }
}
