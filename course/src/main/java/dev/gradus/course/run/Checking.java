package dev.gradus.course.run;

import dev.gradus.course.Lesson;
import dev.gradus.course.check.Check;
import dev.gradus.course.check.CheckList;
import dev.gradus.course.check.Mishap;
import dev.gradus.course.check.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Runs the checks of a lesson on a program that is loaded already.
final class Checking {
    private static final String CHECKS = "Checks";

    private Checking() {}

    /// Runs all checks, or as many as can be run, and tells what happens.
    static void run(Lesson lesson, ClassLoader loader, Consumer<Event> told) {
        List<Check> checks;
        try {
            var constructor = loader.loadClass(CHECKS).getDeclaredConstructor();
            constructor.setAccessible(true);
            checks = ((CheckList) constructor.newInstance()).of(lesson);
        } catch (ReflectiveOperationException | RuntimeException e) {
            told.accept(new Event.Broken(describe(e)));
            return;
        }
        told.accept(new Event.Planned(checks.stream().map(Check::name).toList()));
        for (var check : checks) {
            told.accept(new Event.Started(check.name()));
            try {
                var result = check.run();
                told.accept(new Event.Finished(result));
                if (isFatal(result.verdict())) {
                    break;
                }
            } catch (RuntimeException e) {
                told.accept(new Event.Broken(describe(e)));
                return;
            }
        }
        told.accept(new Event.Done());
    }

    // what is left of such a program is in no state to be checked further
    private static boolean isFatal(Verdict verdict) {
        return switch (verdict) {
            case USED_TOO_MUCH_MEMORY, STARTED_TOO_MANY_THREADS -> true;
            case PASSED,
                    WRONG_ANSWER,
                    THREW,
                    DOES_NOT_COMPILE,
                    RAN_TOO_LONG,
                    CALLED_ITSELF_TOO_OFTEN,
                    ENDED_THE_PROGRAM,
                    NOT_STARTED,
                    LESSON_IS_BROKEN ->
                    false;
        };
    }

    private static String describe(Throwable failure) {
        var message = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        var cause = failure.getCause();
        return cause == null ? message : message + ": " + Mishap.of(cause).message();
    }
}
