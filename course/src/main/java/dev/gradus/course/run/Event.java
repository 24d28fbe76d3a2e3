package dev.gradus.course.run;

import dev.gradus.course.check.CheckResult;
import java.util.List;

/// What the checked program's Java tells the one that started it, while it runs.
sealed interface Event {
    /// Which checks there are.
    record Planned(List<String> checks) implements Event {
        /// Copies the list.
        public Planned {
            checks = List.copyOf(checks);
        }
    }

    /// A check begins.
    record Started(String check) implements Event {}

    /// A check has ended.
    record Finished(CheckResult result) implements Event {}

    /// All checks have ended.
    record Done() implements Event {}

    /// The time is over; `line` is where the program was, or 0.
    record TimeOver(int line) implements Event {}

    /// There were too many threads.
    record ThreadsOver() implements Event {}

    /// A thread of the learner's ran out of memory.
    record MemoryOver() implements Event {}

    /// The program ends Java; `line` is where, or 0.
    record Exited(int line) implements Event {}

    /// The checks themselves failed.
    record Broken(String why) implements Event {}
}
