package dev.gradus.train;

import dev.gradus.train.record.Launch;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunChanges;
import dev.gradus.train.record.RunCheckpoint;
import dev.gradus.train.record.RunsDirectory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// What this process was told to go on with (`gradus runs resume`) or to branch from (`gradus runs
/// branch`): the first training in it that has the settings and data of that run does.
///
/// @param from where it goes on
/// @param changes what a branch does otherwise
record ProcessOrder(Continuation from, RunChanges changes) {
    private static final AtomicBoolean TAKEN = new AtomicBoolean();

    static Optional<ProcessOrder> ofProcess() {
        if (TAKEN.get()) {
            return Optional.empty();
        }
        return branch(said(Launch.BRANCH, Launch.BRANCH_VARIABLE))
                .or(() -> resume(said(Launch.RESUME, Launch.RESUME_VARIABLE)));
    }

    private static String said(String property, String variable) {
        return System.getProperty(property, System.getenv().getOrDefault(variable, ""));
    }

    private static Optional<ProcessOrder> branch(String said) {
        return RunChanges.Order.of(said)
                .flatMap(order ->
                        find(order.run())
                                .flatMap(run ->
                                        run.checkpoint(order.step())
                                                .map(it -> Continuation.branch(run, it)))
                                .map(from -> new ProcessOrder(from, order.changes())));
    }

    private static Optional<ProcessOrder> resume(String said) {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        var at = said.indexOf('@');
        return find(at < 0 ? said : said.substring(0, at))
                .flatMap(run ->
                        (at < 0 ? run.lastCheckpoint() : checkpoint(run, said.substring(at + 1)))
                                .map(it -> Continuation.resume(run, it)))
                .map(from -> new ProcessOrder(from, RunChanges.NONE));
    }

    private static Optional<RecordedRun> find(String id) {
        return RunsDirectory.ofUser().flatMap(runs -> runs.find(id));
    }

    private static Optional<RunCheckpoint> checkpoint(RecordedRun run, String step) {
        try {
            return run.checkpoint(Long.parseLong(step));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Returns what the run does otherwise than its program says, because it is a branch itself.
    RunChanges changesBefore() {
        return from.run().description().plan().changes();
    }

    /// Returns whether it is meant for a training of these settings and data, and takes it then: a
    /// program may train several networks.
    boolean takenFor(Map<String, Object> settings, Supplier<Map<String, Object>> data) {
        return from.differences(settings, data.get()).isEmpty() && TAKEN.compareAndSet(false, true);
    }
}
