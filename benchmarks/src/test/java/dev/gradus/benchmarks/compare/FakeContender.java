package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.host.Host;
import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Workload;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A contender that misbehaves as the system property `fake` says.
public final class FakeContender implements Contender {
    private static final String MANNER = System.getProperty("fake", "");

    private FakeContender(int threads) {
        if (MANNER.equals("unable")) {
            throw new UnsatisfiedLinkError("no fake in java.library.path");
        }
        if (MANNER.equals("silent")) {
            sleepLong();
        }
    }

    public static void main(String[] arguments) {
        // Taken before the host moves it away, as a native library would do.
        var raw =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (MANNER.equals("noisy")) {
            raw.print("no line break at the end");
        }
        Host.run(arguments, FakeContender::new);
    }

    @Override
    public String describe() {
        return "fake 1.0";
    }

    @Override
    public Optional<Task> prepare(Workload workload) {
        System.out.println("the host moves this to standard error");
        return workload.name().equals("W4") ? Optional.empty() : Optional.of(new FakeTask());
    }

    private static void sleepLong() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class FakeTask implements Task {
        private int steps;

        @Override
        public void step() {
            steps++;
            switch (MANNER) {
                case "crash" -> {
                    System.err.println("[fake.cpp:7] Error: a tensor fell over");
                    Runtime.getRuntime().halt(134);
                }
                case "hang" -> sleepLong();
                case "throw" -> throw new IllegalStateException("step " + steps + "\nis too much");
                default -> {}
            }
        }

        @Override
        public double result() {
            return MANNER.equals("wrong") ? 3 : 2;
        }
    }
}
