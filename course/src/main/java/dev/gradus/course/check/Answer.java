package dev.gradus.course.check;

import org.jspecify.annotations.Nullable;

/// What a method answers to inputs: the learner's, the specification, or a typical mistake.
@FunctionalInterface
public interface Answer {
    /// Returns the answer.
    ///
    /// @throws Exception whatever the method throws
    @Nullable Object to(Inputs inputs) throws Exception;
}
