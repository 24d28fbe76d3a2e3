package dev.gradus.course;

import dev.gradus.course.check.Inputs;
import org.jspecify.annotations.Nullable;

/// Computes the numbers that the picture of a lesson shows.
///
/// A lesson has one by the name `Picture`, beside its `picture.js`, which draws. It calls the methods of
/// `Exercise`: those of the solution, until the learner's own program has passed; from then on the picture
/// runs what the learner wrote.
public interface LessonPicture {
    /// Returns what the picture asks for: null, a number, a truth value, a text, an array of numbers, a
    /// tensor, or a record, list or map of such values.
    ///
    /// @param question what is asked, by the name that `picture.js` uses
    /// @param inputs what it depends on
    @Nullable Object answer(String question, Inputs inputs);
}
