package dev.gradus.studio.models;

import dev.gradus.studio.server.Request;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets a page choose a model from the list, or train one.
public final class Choosing implements AutoCloseable {
    private final Shelf shelf;
    private final Consumer<Map<String, Object>> tell;
    private @Nullable Training training;
    private @Nullable Opened chosen;
    private @Nullable Opened opened;

    /// @param tell sends words to the page
    public Choosing(Shelf shelf, Consumer<Map<String, Object>> tell) {
        this.shelf = shelf;
        this.tell = tell;
    }

    /// Answers a request of those that are about the list and about training.
    ///
    /// @return whether it was one
    public boolean answers(Request request) {
        switch (request.what()) {
            case "list" -> list();
            case "train" -> train(Subject.of(request.text("subject")));
            case "stop" -> stop();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void list() {
        var words = new LinkedHashMap<String, Object>();
        words.put("is", "models");
        words.put("models", shelf.judgeable().stream().map(Entry::words).toList());
        words.put("subjects", Arrays.stream(Subject.values()).map(Subject::word).toList());
        tell.accept(words);
    }

    private synchronized void train(Subject subject) {
        if (training != null && !training.isOver()) {
            throw new IllegalArgumentException("a model is being trained: wait, or stop it");
        }
        training = new Training(subject, shelf, tell).start();
    }

    private synchronized void stop() {
        if (training != null) {
            training.stop();
        }
    }

    /// Opens a model. Where a moment of its run is asked for, the model that is open is not read again: it is
    /// looked at as it stood then, or, where that moment is null, as it is.
    ///
    /// @throws IllegalArgumentException if that cannot be
    public Opened open(Request request) {
        var id = request.text("id");
        var known = chosen;
        if (known == null || !known.entry().id().equals(id) || !request.says("step")) {
            known = shelf.open(id);
            chosen = known;
        }
        var next = request.has("step") ? known.at(request.whole("step")) : known;
        opened = next;
        return next;
    }

    /// Returns the model that is open.
    ///
    /// @throws IllegalArgumentException if none is
    public Opened opened() {
        var present = opened;
        if (present == null) {
            throw new IllegalArgumentException("no model is open: choose one");
        }
        return present;
    }

    /// Ends a training; what was learnt until then stays on the shelf.
    @Override
    public void close() {
        stop();
    }
}
