package dev.gradus.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import dev.gradus.cli.text.Numbers;
import java.lang.management.ManagementFactory;

/// How many processors and how much memory are there?
final class MachineCheck {
    private static final long SMALL_HEAP = 768L << 20;

    private MachineCheck() {}

    static Finding processors() {
        var cores = Runtime.getRuntime().availableProcessors();
        return Finding.good(
                "processor",
                "%s, %s"
                        .formatted(
                                Numbers.counted(cores, "core", "cores"),
                                System.getProperty("os.arch")));
    }

    static Finding memory() {
        var heap = Runtime.getRuntime().maxMemory();
        var total = machineMemory();
        var found =
                "%s for Gradus%s"
                        .formatted(
                                Numbers.bytes(heap),
                                total == 0 ? "" : " of " + Numbers.bytes(total));
        return heap >= SMALL_HEAP
                ? Finding.good("memory", found)
                : Finding.notice(
                        "memory",
                        found + ", which is little",
                        "Give it more, for instance with GRADUS_JAVA_OPTS=\"-XX:+UseSerialGC -Xmx2g\".");
    }

    /// Returns the memory of the machine in bytes, or 0 where nothing tells it.
    static long machineMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }
}
