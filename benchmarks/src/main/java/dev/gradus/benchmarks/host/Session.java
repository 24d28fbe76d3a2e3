package dev.gradus.benchmarks.host;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Contender.Task;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Workload;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Answers the commands of one conversation.
final class Session {
    /// More would make a line of a megabyte.
    private static final int MOST_LATENCIES = 20_000;

    /// Loops are promoted in the background; the compiler pauses between them, but not as long.
    private static final int QUIET_SECONDS = 5;

    private final Contender contender;
    private Task task = new Nothing();

    Session(Contender contender) {
        this.contender = contender;
    }

    String describe() {
        return contender.describe();
    }

    /// Returns the answer to a command with its arguments.
    String answer(String line) {
        var words = line.strip().split(" +", -1);
        var argument = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "prepare" -> prepare(argument);
            case "steps" -> steps(Integer.parseInt(argument));
            case "window" -> window(Long.parseLong(argument) * 1_000_000);
            case "settle" -> settle(Long.parseLong(argument) * 1_000_000);
            case "latencies" -> latencies(Long.parseLong(argument) * 1_000_000);
            case "memory" -> "ok " + Memory.now();
            case "allocations" ->
                    "ok " + Memory.allocatedBy(task::step, Integer.parseInt(argument));
            default -> "error unknown command " + words[0];
        };
    }

    private String prepare(String name) {
        // The one before makes room first.
        task = new Nothing();
        var next = task(contender, name);
        if (next.isEmpty()) {
            return "none";
        }
        task = next.get();
        return "ok";
    }

    /// Finds the task behind a name: a workload, one without dropout (`W2/plain`), or a probe (`probe/NAME`).
    static Optional<Task> task(Contender contender, String name) {
        if (name.startsWith("probe/")) {
            return contender instanceof Probes probes
                    ? probes.probe(name.substring("probe/".length()))
                    : Optional.empty();
        }
        if (name.endsWith("/plain")) {
            var workload = Workload.named(name.substring(0, name.length() - "/plain".length()));
            return contender.prepare(
                    workload instanceof Network network ? network.withoutDropout() : workload);
        }
        return contender.prepare(Workload.named(name));
    }

    private String steps(int count) {
        for (var i = 0; i < count; i++) {
            task.step();
        }
        return "ok " + Host.number(task.result());
    }

    /// Steps until the compiler has had nothing to do for some seconds, or the time is over: until then, vectors
    /// may still be objects. Says how many steps there were and how long they took.
    private String settle(long most) {
        var start = System.nanoTime();
        var steps = 0L;
        var compiled = -1L;
        for (var quiet = 0; quiet < QUIET_SECONDS && System.nanoTime() - start < most; quiet++) {
            var second = System.nanoTime() + 1_000_000_000L;
            while (System.nanoTime() < second) {
                task.step();
                steps++;
            }
            var now = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
            quiet = now == compiled ? quiet : -1;
            compiled = now;
        }
        return "ok " + steps + " " + (System.nanoTime() - start);
    }

    /// Steps until the time is over and says how many there were and how long they took.
    private String window(long nanoseconds) {
        var start = System.nanoTime();
        var steps = 0L;
        var chunk = 1L;
        while (true) {
            for (var i = 0L; i < chunk; i++) {
                task.step();
            }
            steps += chunk;
            var taken = System.nanoTime() - start;
            if (taken >= nanoseconds) {
                return "ok " + steps + " " + taken;
            }
            // Reading the clock after every step would be seen in the smallest kernels.
            var each = Math.max(1, taken / steps);
            var left = (nanoseconds - taken) / each;
            chunk = Math.clamp(Math.min(nanoseconds / 50 / each, left), 1, 1 << 20);
        }
    }

    private String latencies(long nanoseconds) {
        var all = new long[MOST_LATENCIES];
        var count = 0;
        var start = System.nanoTime();
        for (var now = start; count < all.length && now - start < nanoseconds; count++) {
            task.step();
            var then = System.nanoTime();
            all[count] = then - now;
            now = then;
        }
        return LongStream.of(all)
                .limit(count)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" ", "ok ", ""));
    }

    private static final class Nothing implements Task {
        @Override
        public void step() {
            throw new IllegalStateException("nothing is prepared: send \"prepare WORKLOAD\" first");
        }

        @Override
        public double result() {
            throw new IllegalStateException("nothing is prepared: send \"prepare WORKLOAD\" first");
        }
    }
}
