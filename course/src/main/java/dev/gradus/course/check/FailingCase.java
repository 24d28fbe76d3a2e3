package dev.gradus.course.check;

import java.util.List;
import java.util.Optional;

/// The smallest case that fails, as data that can be printed or drawn.
///
/// @param inputs what the method was given
/// @param expected what it should return
/// @param got what it returned
/// @param difference the first place where they differ, or how their shapes do, as a sentence
/// @param place the indices of that place, where it is one number among several
public record FailingCase(
        List<Named> inputs,
        Shown expected,
        Shown got,
        String difference,
        Optional<List<Integer>> place) {
    /// A value and what it is called.
    public record Named(String name, Shown value) {}

    /// Copies the list.
    public FailingCase {
        inputs = List.copyOf(inputs);
    }
}
