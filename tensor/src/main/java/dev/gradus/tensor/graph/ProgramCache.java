package dev.gradus.tensor.graph;

import dev.gradus.tensor.Device;
import dev.gradus.tensor.ProgramStatistics;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps the programs used last, so that a step whose structure has been seen before is not compiled
/// again.
final class ProgramCache {
    /// A run uses a handful of programs; a network that looks different at each step must not fill memory.
    private static final int BOUND = 256;

    private static final ProgramCache SHARED = new ProgramCache();

    private record Key(Structure structure, Device device) {}

    private final Map<Key, Program> programs = new LinkedHashMap<>(64, 0.75f, true);
    private long hits;
    private long misses;
    private long evictions;

    static Program get(Structure structure, Device device) {
        return SHARED.find(structure, device);
    }

    /// Counts a program that [Replays] has kept ready.
    static void countReplay() {
        synchronized (SHARED) {
            SHARED.hits++;
        }
    }

    static ProgramStatistics statistics() {
        return SHARED.count();
    }

    private Program find(Structure structure, Device device) {
        var key = new Key(structure, device);
        synchronized (this) {
            var program = programs.get(key);
            if (program != null) {
                hits++;
                return program;
            }
            misses++;
        }
        // compiled outside the lock: two threads may compile the same program, and either will do
        var compiled = Program.compile(structure, device, true);
        synchronized (this) {
            programs.put(key, compiled);
            if (programs.size() > BOUND) {
                programs.remove(programs.keySet().iterator().next());
                evictions++;
            }
        }
        return compiled;
    }

    private synchronized ProgramStatistics count() {
        return new ProgramStatistics(hits, misses, evictions, programs.size(), BOUND);
    }
}
