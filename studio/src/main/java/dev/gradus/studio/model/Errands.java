package dev.gradus.studio.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was asked and is not answered yet. Of two requests about the same, the newer counts; another model
/// or input makes all others pointless, and ends what is being computed for them.
final class Errands {
    private static final Set<String> EVERYTHING = Set.of("open", "input");

    private static final Set<String> KEPT_FOR_AN_INPUT = Set.of("models", "open", "answer");

    private final Map<String, Asked> waiting = new LinkedHashMap<>();
    private @Nullable String running;
    private @Nullable Thread worker;
    private boolean ended;

    synchronized void add(Asked asked) {
        var about = asked.about();
        if (about.equals("open")) {
            waiting.keySet().removeIf(it -> !it.equals("models"));
        } else if (about.equals("input")) {
            waiting.keySet().removeIf(it -> !KEPT_FOR_AN_INPUT.contains(it));
        }
        waiting.remove(about);
        waiting.put(about, asked);
        if (running != null && isOvertaken(running, about) && worker != null) {
            worker.interrupt();
        }
        notifyAll();
    }

    /// A model that is being opened is not given up for an input that was meant for it.
    private static boolean isOvertaken(String running, String about) {
        return running.equals(about)
                || EVERYTHING.contains(about)
                        && !EVERYTHING.contains(running)
                        && !running.equals("models")
                || about.equals("open") && running.equals("input");
    }

    /// Returns the next, as soon as there is one; nothing after the end.
    synchronized @Nullable Asked next() {
        worker = Thread.currentThread();
        running = null;
        while (waiting.isEmpty() && !ended) {
            try {
                wait();
            } catch (InterruptedException _) {
                // meant for what has just been done: there is something new
            }
        }
        // an interrupt that came too late must not meet what comes next
        Thread.interrupted();
        if (ended) {
            return null;
        }
        var about = waiting.keySet().iterator().next();
        running = about;
        return Objects.requireNonNull(waiting.remove(about));
    }

    synchronized void end() {
        ended = true;
        if (worker != null) {
            worker.interrupt();
        }
        notifyAll();
    }
}
