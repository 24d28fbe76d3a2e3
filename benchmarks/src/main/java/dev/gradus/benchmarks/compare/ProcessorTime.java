package dev.gradus.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Tells whether the machine was ours alone while something was measured.
///
/// Counts the time for which some processor was busy, or was taken away by the hypervisor, and takes
/// off what the contenders and this process used. Where the system does not say (other than on
/// Linux), nobody is suspected.
final class ProcessorTime {
    private static final double TICKS_A_SECOND = 100;

    /// Of one processor; some milliseconds a second go to every system's own housekeeping.
    private static final double MOST_FOR_OTHERS = 0.05;

    private final List<Child> children;
    private final long started = System.nanoTime();
    private final long others;

    private ProcessorTime(List<Child> children) {
        this.children = children;
        this.others = others(children);
    }

    /// Starts to watch.
    static ProcessorTime watch(Child... children) {
        return new ProcessorTime(List.of(children));
    }

    /// Tells whether others have had next to nothing since the start.
    boolean wasOurs() {
        var seconds = (System.nanoTime() - started) / 1e9;
        return isLittle(others(children) - others, seconds);
    }

    static boolean isLittle(long ticks, double seconds) {
        // A tick more or less is how the counters are rounded.
        return (ticks - 2) / TICKS_A_SECOND <= MOST_FOR_OTHERS * seconds;
    }

    static long ofProcess(long process) {
        return ofProcess(first(Path.of("/proc/" + process + "/stat")));
    }

    private static long others(List<Child> children) {
        var ours = ofProcess(ProcessHandle.current().pid());
        for (var child : children) {
            ours += child.ticks();
        }
        return ofMachine(first(Path.of("/proc/stat"))) - ours;
    }

    /// Reads `cpu user nice system idle iowait irq softirq steal ...`.
    static long ofMachine(String line) {
        var fields = line.strip().split(" +", -1);
        if (fields.length < 9) {
            return 0;
        }
        return Arrays.stream(new int[] {1, 2, 3, 6, 7, 8})
                .mapToLong(field -> Long.parseLong(fields[field]))
                .sum();
    }

    /// Reads the times in user and system mode, those of the process and of its children that are gone:
    /// fields 14 to 17. The second field is a name that may have spaces and closes with a bracket.
    static long ofProcess(String line) {
        var fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" +", -1);
        return fields.length < 15
                ? 0
                : Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum();
    }

    private static String first(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException _) {
            return "";
        }
    }
}
