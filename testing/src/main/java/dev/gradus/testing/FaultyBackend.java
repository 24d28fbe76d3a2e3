package dev.gradus.testing;

import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Kernel;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs kernels on another backend, and lets something happen before the one that is chosen.
///
/// Without a choice it counts the kernels that run.
public final class FaultyBackend implements Backend {
    private final Backend real;
    private final AtomicInteger run = new AtomicInteger();
    private volatile int chosen = -1;
    private volatile Runnable fault = () -> {};

    /// Creates a backend that runs on `real`.
    public FaultyBackend(Backend real) {
        this.real = real;
    }

    /// Lets `fault` happen before kernel number `kernel`, counted from 0 from now on.
    public void at(int kernel, Runnable fault) {
        this.fault = fault;
        this.chosen = kernel;
        run.set(0);
    }

    /// Lets nothing happen any more, and counts from 0 again.
    public void never() {
        at(-1, () -> {});
    }

    /// Returns how many kernels have been started since the last choice.
    public int kernels() {
        return run.get();
    }

    @Override
    public String name() {
        return "faulty " + real.name();
    }

    @Override
    public int priority() {
        return real.priority();
    }

    @Override
    public Availability availability() {
        return real.availability();
    }

    @Override
    public Executable compile(Kernel kernel) {
        var code = real.compile(kernel);
        return slots -> {
            if (run.getAndIncrement() == chosen) {
                fault.run();
            }
            code.run(slots);
        };
    }
}
