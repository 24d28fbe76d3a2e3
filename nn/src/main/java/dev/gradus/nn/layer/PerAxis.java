package dev.gradus.nn.layer;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.ShapeException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// Numbers of which there is one for each spatial axis, or one that counts for all of them.
final class PerAxis {
    private PerAxis() {}

    static List<Integer> of(int... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /// Returns one number for each of `axes` axes; as many as there are if they are several.
    static List<Integer> repeated(List<Integer> numbers, int axes) {
        return numbers.size() == 1 ? Collections.nCopies(axes, numbers.getFirst()) : numbers;
    }

    /// Returns one number for each of the `axes` spatial axes that `layer` receives.
    static List<Integer> along(Object layer, List<Integer> numbers, int axes) {
        var each = repeated(numbers, axes);
        if (each.size() != axes) {
            throw new ShapeException(
                    "%s was given %d numbers but receives %d spatial axes: give one for each, or one for all"
                            .formatted(layer, each.size(), axes));
        }
        return each;
    }

    static Ints ints(List<Integer> numbers) {
        return Ints.of(array(numbers));
    }

    static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(number -> number).toArray();
    }

    /// Returns the numbers as they are written in a program.
    static String text(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// Returns the numbers as they are written in a program, equal ones only once.
    static String shortText(List<Integer> numbers) {
        return numbers.stream().distinct().count() == 1
                ? numbers.getFirst().toString()
                : text(numbers);
    }
}
