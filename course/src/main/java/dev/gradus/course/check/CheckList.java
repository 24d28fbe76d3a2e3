package dev.gradus.course.check;

import dev.gradus.course.Lesson;
import java.util.List;

/// The checks of a lesson: the class `Checks` in its folder implements this.
public interface CheckList {
    /// Returns the checks in the order in which they are run; the simplest first.
    List<Check> of(Lesson lesson);
}
