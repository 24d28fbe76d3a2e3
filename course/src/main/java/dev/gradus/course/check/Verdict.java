package dev.gradus.course.check;

import dev.gradus.course.Words;
import java.util.Locale;

/// What came of checking a program.
public enum Verdict {
    /// Every check held.
    PASSED,
    /// It ran, and gave something else than it should.
    WRONG_ANSWER,
    /// It stopped with an exception.
    THREW,
    /// The compiler refused it.
    DOES_NOT_COMPILE,
    /// It was stopped for taking too long.
    RAN_TOO_LONG,
    /// It wanted more memory than it may use.
    USED_TOO_MUCH_MEMORY,
    /// A method called itself until there was no room for another call.
    CALLED_ITSELF_TOO_OFTEN,
    /// It was stopped for starting too many threads.
    STARTED_TOO_MANY_THREADS,
    /// It ended Java in the middle of a check.
    ENDED_THE_PROGRAM,
    /// It is the starter, unchanged.
    NOT_STARTED,
    /// The lesson itself failed; the learner is not to blame.
    LESSON_IS_BROKEN;

    /// Returns the verdict in words, such as `wrong answer`.
    public String said() {
        return Words.say("verdict." + name().toLowerCase(Locale.ROOT));
    }
}
