package dev.gradus.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/// Something that a processor can only do so often a second, whoever programs it: what bounds a figure.
///
/// @param bytes how much memory each thread goes through again and again; 0 for arithmetic
public record Limit(Kind kind, int bytes) {
    /// What is done.
    public enum Kind {
        /// Multiply and add, in registers.
        FMA,
        /// Read numbers, to sum them up.
        READ,
        /// `c = a + b`: read two numbers, write one.
        ADD
    }

    /// All limits: sizes that fit into the first cache, the second, the third, and none.
    public static final List<Limit> ALL = all();

    private static List<Limit> all() {
        var all = new ArrayList<Limit>();
        all.add(new Limit(Kind.FMA, 0));
        for (var kind : List.of(Kind.READ, Kind.ADD)) {
            for (var kilobytes : new int[] {16, 256, 4096, 131_072}) {
                all.add(new Limit(kind, kilobytes * 1024));
            }
        }
        return List.copyOf(all);
    }

    /// Returns the name in the report, such as `roof:read:4MB`.
    public String name() {
        var name = "roof:" + kind.name().toLowerCase(java.util.Locale.ROOT);
        if (bytes == 0) {
            return name;
        }
        var megabyte = 1 << 20;
        return bytes < megabyte
                ? "%s:%dKB".formatted(name, bytes >> 10)
                : "%s:%dMB".formatted(name, bytes / megabyte);
    }
}
