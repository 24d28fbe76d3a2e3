package dev.gradus.studio.models;

import dev.gradus.io.Json;
import dev.gradus.studio.server.Wire;
import dev.gradus.tensor.ComputationInterruptedException;
import java.util.Map;
import java.util.function.Function;

/// The studio's side of a page that needs a model: lets it choose or train one, and answers what else it asks, one
/// thing after the other. Whatever goes wrong with a question is told, and the next one is taken.
public final class Talk implements AutoCloseable {
    private final Wire wire;
    private final Errands errands;
    private final Choosing choosing;

    /// Begins.
    ///
    /// @param thread the name of the thread that answers
    public Talk(String thread, Wire wire) {
        this.wire = wire;
        this.errands = new Errands(thread);
        this.choosing = new Choosing(Shelf.ofProcess(), this::tell);
    }

    /// Returns what is chosen.
    public Choosing choosing() {
        return choosing;
    }

    /// Takes what the page said.
    ///
    /// @param answer answers what is about neither the list nor training
    /// @throws IllegalArgumentException if it is no request, or too many wait
    public void said(String text, Function<Request, Map<String, Object>> answer) {
        var request = Request.of(text);
        errands.add(request.what(), () -> carryOut(request, answer));
    }

    private void carryOut(Request request, Function<Request, Map<String, Object>> answer) {
        try {
            if (!choosing.answers(request)) {
                tell(answer.apply(request));
            }
        } catch (ComputationInterruptedException e) {
            // the page has gone
            throw e;
        } catch (RuntimeException e) {
            tell(
                    Map.of(
                            "is", "refused",
                            "to", request.what(),
                            "why", String.valueOf(e.getMessage())));
        }
    }

    private void tell(Map<String, Object> words) {
        wire.tell(Json.line(words));
    }

    @Override
    public void close() {
        choosing.close();
        errands.close();
    }
}
