package dev.gradus.benchmarks.contender;

import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Kernel;

/// Computes nothing, so that what remains of a step is what it costs to write it down, find its program
/// and hand over its kernels.
final class IdleBackend implements Backend {
    @Override
    public String name() {
        return "idle";
    }

    @Override
    public int priority() {
        return -1;
    }

    @Override
    public Availability availability() {
        return new Availability.Ready("computes nothing");
    }

    @Override
    public Executable compile(Kernel kernel) {
        return _ -> {};
    }
}
