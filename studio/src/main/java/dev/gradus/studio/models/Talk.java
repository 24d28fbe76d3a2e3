package dev.gradus.studio.models;

import dev.gradus.io.Json;
import dev.gradus.studio.server.Answers;
import dev.gradus.studio.server.Conversation;
import dev.gradus.studio.server.Questions;
import dev.gradus.studio.server.Request;
import dev.gradus.studio.server.Wire;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/// The studio's side of a page that needs a model: lets it choose or train one, and answers what else it asks.
///
/// Of a question that is asked again before its turn only the newest counts: while somebody draws, only the
/// newest picture is looked at.
public final class Talk implements Conversation, Answers<Request> {
    private static final String OPEN = "open";
    private static final Set<String> ABOUT_ALL_MODELS = Set.of("list", "train", "stop");

    private final Wire wire;
    private final Choosing choosing;
    private final Function<Request, Map<String, Object>> page;
    private final Questions<Request> questions;

    /// Begins.
    ///
    /// @param thread the name of the thread that answers
    /// @param page answers what is about neither the list nor training
    public Talk(String thread, Wire wire, Function<Request, Map<String, Object>> page) {
        this.wire = wire;
        this.page = page;
        this.choosing = new Choosing(Shelf.ofProcess(), this::tell);
        this.questions = new Questions<>(thread, this);
    }

    /// Returns what is chosen.
    public Choosing choosing() {
        return choosing;
    }

    /// Returns whether the question that is being answered was asked anew: what takes long may be given up.
    public boolean isOvertaken() {
        return questions.isOvertaken();
    }

    @Override
    public void said(String text) {
        questions.said(text);
    }

    @Override
    public Request read(String text) {
        return Request.of(text);
    }

    @Override
    public void answer(Request request) {
        if (!choosing.answers(request)) {
            tell(page.apply(request));
        }
    }

    @Override
    public void refuse(Request request, String why) {
        tell(Map.of("is", "refused", "to", request.what(), "why", why));
    }

    @Override
    public boolean supersedes(Request newer, Request older) {
        return newer.what().equals(older.what());
    }

    /// Another model, or another moment of this one, makes pointless what is computed of the one before; but a
    /// model that is just being opened at another moment may be nearly there.
    @Override
    public boolean ends(Request newer, Request running) {
        return newer.what().equals(OPEN)
                && !ABOUT_ALL_MODELS.contains(running.what())
                && !(running.what().equals(OPEN)
                        && Objects.equals(newer.parts().get("id"), running.parts().get("id")));
    }

    /// Sends words to the page.
    public void tell(Map<String, Object> words) {
        wire.tell(Json.line(words));
    }

    @Override
    public void end() {
        choosing.close();
        questions.end();
    }
}
