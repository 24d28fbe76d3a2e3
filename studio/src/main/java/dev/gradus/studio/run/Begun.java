package dev.gradus.studio.run;

import dev.gradus.studio.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Begins runs in processes of their own, and says why one did not come about.
///
/// Such a process goes on when the page is closed, as any run does; it is stopped like any other.
final class Begun {
    private static final int LONGEST_WORDS = 4_000;
    private static final int MOST_LINES = 40;
    private static final Semaphore PLACES = new Semaphore(4);

    private final Launcher launcher;
    private final Consumer<String> failed;

    /// @param failed is told why, on another thread
    Begun(Launcher launcher, Consumer<String> failed) {
        this.launcher = launcher;
        this.failed = failed;
    }

    boolean isPossible() {
        return launcher.gradus(List.of()).isPresent();
    }

    /// Begins the command.
    ///
    /// @throws IllegalArgumentException if it cannot be begun
    void start(List<String> arguments, Path folder, Map<String, String> variables) {
        var builder =
                launcher.gradus(arguments)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "This studio cannot begin runs. Use the command line."));
        if (!folder.toFile().isDirectory()) {
            throw new IllegalArgumentException(
                    "The folder it was begun in is no longer there: %s".formatted(folder));
        }
        if (!PLACES.tryAcquire()) {
            throw new IllegalArgumentException(
                    "Four runs that were begun here are still going on: let one of them end first.");
        }
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            Thread.ofVirtual().name("gradus-studio-begun").start(() -> follow(process));
        } catch (IOException e) {
            PLACES.release();
            throw new IllegalArgumentException(
                    "It could not be begun: %s".formatted(e.getMessage()), e);
        }
    }

    private void follow(Process process) {
        var last = new ArrayDeque<String>();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("WARNING: Using incubator")) {
                    last.add(line.length() > 500 ? line.substring(0, 500) : line);
                }
                if (last.size() > MOST_LINES) {
                    last.remove();
                }
            }
            if (process.waitFor() != 0) {
                failed.accept(words(last));
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            failed.accept(String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            PLACES.release();
        }
    }

    private static String words(ArrayDeque<String> lines) {
        var text = String.join("\n", lines).replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "");
        return text.length() > LONGEST_WORDS ? text.substring(text.length() - LONGEST_WORDS) : text;
    }
}
