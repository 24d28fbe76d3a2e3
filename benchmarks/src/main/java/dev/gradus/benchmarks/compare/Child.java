package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.host.Host;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A contender in a process of its own, and the conversation with it.
///
/// It may print what it likes, die or fall silent: that becomes a [Trouble] which says so.
final class Child implements AutoCloseable {
    private static final String ERROR = "error ";

    private final String name;
    private final Process process;
    private final Path log;
    private final long started;
    private final BlockingQueue<Line> replies = new LinkedBlockingQueue<>();

    /// Whether an answer may still come that nobody waits for.
    private boolean isLost;

    /// What the child said and when, by the clock of this process.
    ///
    /// @param text the reply without its prefix; nothing once the child has closed its output
    record Line(Optional<String> text, long nanoseconds) {}

    private Child(String name, Process process, Path log, long started) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.started = started;
        Thread.ofPlatform().daemon().name("output of " + name).start(this::listen);
    }

    /// Starts a process; whatever it says on standard error goes to `log`.
    static Child start(Launch launch, Path log) throws Trouble {
        var builder = new ProcessBuilder(launch.command());
        builder.environment().putAll(launch.environment());
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            builder.redirectError(log.toFile());
            var started = System.nanoTime();
            return new Child(launch.name(), builder.start(), log, started);
        } catch (IOException failure) {
            throw new Trouble("cannot start: " + failure.getMessage());
        }
    }

    /// Waits until the contender is there and returns how it describes itself.
    String awaitReady(Duration limit) throws Trouble {
        return payload("ready", next("starting", limit));
    }

    /// Sends a command and returns what came after `ok`, or nothing where the contender cannot do it.
    Optional<String> ask(String command, Duration limit) throws Trouble {
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException _) {
            throw ended();
        }
        var text = next("\"" + command + "\"", limit);
        return text.equals("none") ? Optional.empty() : Optional.of(payload("ok", text));
    }

    /// Waits for a reply that comes without being asked for and returns how many nanoseconds after the
    /// start of the process it came, or nothing where the contender cannot do what it was started for.
    Optional<Long> await(String expected, Duration limit) throws Trouble {
        var line = take("reaching \"" + expected + "\"", limit);
        var text = line.text().orElseThrow(this::ended);
        if (text.equals("none")) {
            return Optional.empty();
        }
        payload(expected, text);
        return Optional.of(line.nanoseconds() - started);
    }

    /// Tells whether it can be asked more.
    boolean isUsable() {
        return !isLost && process.isAlive();
    }

    /// Returns the processor time it has used so far, in clock ticks.
    long ticks() {
        return ProcessorTime.ofProcess(process.pid());
    }

    /// Asks it to leave, and sees that it does.
    @Override
    public void close() {
        try {
            process.getOutputStream().write("quit\n".getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            if (process.waitFor(3, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException _) {
            // It is gone already.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private String next(String what, Duration limit) throws Trouble {
        return take(what, limit).text().orElseThrow(this::ended);
    }

    private Line take(String what, Duration limit) throws Trouble {
        try {
            var line = replies.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                isLost = true;
                process.destroyForcibly();
                throw new Trouble(
                        "gave no answer to %s within %d s".formatted(what, limit.toSeconds()));
            }
            return line;
        } catch (InterruptedException _) {
            isLost = true;
            Thread.currentThread().interrupt();
            throw new Trouble("was interrupted");
        }
    }

    private String payload(String expected, String text) throws Trouble {
        if (text.startsWith(ERROR)) {
            throw new Trouble(text.substring(ERROR.length()));
        }
        if (!text.equals(expected) && !text.startsWith(expected + " ")) {
            isLost = true;
            throw new Trouble("answered \"%s\" where \"%s\" was due".formatted(text, expected));
        }
        return text.substring(expected.length()).strip();
    }

    private Trouble ended() {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                return new Trouble("closed its output and went on");
            }
            var last = lastWords().map(words -> ": " + words).orElse("");
            return new Trouble("ended with status " + process.exitValue() + last);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Trouble("was interrupted");
        }
    }

    /// Finds the line of the log that says most: the name of an exception, else the last one.
    private Optional<String> lastWords() {
        try {
            var lines =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                            .map(String::strip)
                            .toList();
            return lines.stream()
                    .filter(line -> line.contains("Exception") || line.contains("Error"))
                    .findFirst()
                    .or(() -> lines.stream().reduce((_, last) -> last));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(Host.PREFIX)) {
                    var text = line.substring(Host.PREFIX.length()).strip();
                    replies.add(new Line(Optional.of(text), System.nanoTime()));
                }
            }
        } catch (IOException | UncheckedIOException _) {
            // A process that is killed breaks off in the middle; that is an end like any other.
        }
        replies.add(new Line(Optional.empty(), System.nanoTime()));
    }

    @Override
    public String toString() {
        return name;
    }
}
