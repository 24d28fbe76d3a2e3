package dev.gradus.studio.server;

import dev.gradus.tensor.ComputationInterruptedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation in which the page asks and is answered: one thing after the other, on a thread of its own.
///
/// What a newer question makes pointless is left out, or ended while it is computed. Whatever goes wrong with one
/// is told, and the next one is taken.
///
/// @param <Q> what the page may ask
public final class Questions<Q> implements Conversation {
    /// How many may wait.
    static final int MOST = 64;

    private final Answers<Q> answers;
    private final List<Q> waiting = new ArrayList<>();
    private final Thread thread;
    private @Nullable Q running;
    private boolean isGivenUp;
    private boolean isOver;

    /// Begins.
    ///
    /// @param name the name of the thread
    public Questions(String name, Answers<Q> answers) {
        this.answers = answers;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::work);
    }

    @Override
    public void said(String text) {
        var question = answers.read(text);
        synchronized (this) {
            waiting.removeIf(older -> answers.supersedes(question, older));
            if (waiting.size() >= MOST) {
                throw new IllegalArgumentException("more was asked for than can be done");
            }
            waiting.add(question);
            if (running != null && answers.ends(question, running)) {
                giveUp();
            }
            notifyAll();
        }
    }

    @Override
    public synchronized void end() {
        isOver = true;
        giveUp();
        notifyAll();
    }

    private void giveUp() {
        isGivenUp = true;
        thread.interrupt();
    }

    /// Returns whether something waits that makes the question pointless that is being answered.
    public synchronized boolean isOvertaken() {
        var present = running;
        return isGivenUp
                || present != null
                        && waiting.stream().anyMatch(it -> answers.supersedes(it, present));
    }

    private void work() {
        for (var next = next(); next != null; next = next()) {
            carryOut(next);
        }
    }

    private void carryOut(Q question) {
        try {
            answers.answer(question);
        } catch (ComputationInterruptedException _) {
            // something newer was asked, or the page has gone
        } catch (IOException | RuntimeException e) {
            refuse(question, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError _) {
            refuse(
                    question,
                    "the memory of the studio, %d MB, does not suffice for it"
                            .formatted(Runtime.getRuntime().maxMemory() >> 20));
        } catch (StackOverflowError _) {
            refuse(question, "its parts are nested too deeply");
        }
    }

    /// What was given up may have ended in any error, such as that of a file closed by the interruption.
    private void refuse(Q question, String why) {
        synchronized (this) {
            if (isGivenUp) {
                return;
            }
        }
        answers.refuse(question, why);
    }

    /// Returns the next, as soon as there is one; nothing after the end.
    private synchronized @Nullable Q next() {
        running = null;
        while (waiting.isEmpty() && !isOver) {
            try {
                wait();
            } catch (InterruptedException _) {
                // meant for what has just been done: there is something new
            }
        }
        if (isOver) {
            return null;
        }
        // an interruption that came too late must not meet what comes next
        Thread.interrupted();
        isGivenUp = false;
        running = waiting.removeFirst();
        return running;
    }
}
