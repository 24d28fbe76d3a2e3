package dev.gradus.benchmarks.host;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads how much memory this process took.
final class Memory {
    private Memory() {}

    /// Returns the most memory the process has ever held and the most that the Java heap has, both in
    /// bytes; 0 stands for unknown.
    static String now() {
        var heap =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum();
        return resident() + " " + heap;
    }

    private static long resident() {
        var status = Path.of("/proc/self/status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }

    /// Returns how many bytes of heap a call of `step` takes in all threads, over `count` calls.
    static String allocatedBy(Runnable step, int count) {
        if (!(ManagementFactory.getThreadMXBean()
                instanceof com.sun.management.ThreadMXBean threads)) {
            throw new UnsupportedOperationException("this JVM does not count what it allocates");
        }
        // Reading the counter takes a little heap itself: read it once before it matters.
        threads.getTotalThreadAllocatedBytes();
        var before = threads.getTotalThreadAllocatedBytes();
        for (var i = 0; i < count; i++) {
            step.run();
        }
        var after = threads.getTotalThreadAllocatedBytes();
        return Host.number((double) (after - before) / count);
    }
}
