package dev.gradus.studio.trial;

import dev.gradus.studio.models.Asking;
import dev.gradus.studio.models.Example;
import dev.gradus.studio.models.Opened;
import dev.gradus.studio.models.Talk;
import dev.gradus.studio.server.Conversation;
import dev.gradus.studio.server.Request;
import dev.gradus.studio.server.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The side of the page to try a model on that answers: it makes of what was drawn what the model sees, and
/// says what the model makes of that.
public final class Trial implements Conversation {
    private final Talk talk;
    private final Asking asking = new Asking();
    private @Nullable Sight sight;

    /// Begins a conversation with the page at the other end of `wire`.
    public Trial(Wire wire) {
        this.talk = new Talk("gradus-try", wire, this::answer);
    }

    @Override
    public void said(String text) {
        talk.said(text);
    }

    private Map<String, Object> answer(Request request) {
        return switch (request.what()) {
            case "open" -> opened(talk.choosing().open(request));
            case "look" -> look(request);
            case "explain" ->
                    Asking.explain(
                            talk.choosing().opened(),
                            seen(),
                            request.index(
                                    "label", talk.choosing().opened().model().classes().size()));
            case "nearest" -> asking.nearest(talk.choosing().opened(), seen());
            case "example" -> example(request);
            default ->
                    throw new IllegalArgumentException(
                            "'%s' cannot be done".formatted(request.what()));
        };
    }

    private Map<String, Object> opened(Opened opened) {
        if (opened.step().isEmpty()) {
            // what is on the sheet stays there while one looks back
            sight = null;
        }
        var words = new LinkedHashMap<String, Object>();
        words.put("is", "opened");
        words.putAll(opened.words());
        words.put("classes", opened.model().classes());
        words.put("known", opened.learnedFromThem());
        words.put("most", Sight.MOST);
        words.put("tests", opened.parts().validation().size());
        return words;
    }

    private Map<String, Object> look(Request request) {
        var opened = talk.choosing().opened();
        var next = Sight.of(request, opened.subject());
        if (next.isEmpty()) {
            sight = null;
            return Map.of("is", "nothing");
        }
        sight = next;
        var words = new LinkedHashMap<>(Asking.answer(opened, next.seen().values()));
        words.put(
                "steps",
                next.steps().stream()
                        .map(it -> {
                            var step = new LinkedHashMap<>(Example.words(it.picture()));
                            step.put("name", it.name());
                            return step;
                        })
                        .toList());
        return words;
    }

    /// Returns an example that the model has not learned from, to be put on the canvas.
    private Map<String, Object> example(Request request) {
        var data = talk.choosing().opened().parts().validation();
        var words = Example.words(data, request.index("index", data.size()));
        words.put("is", "example");
        return words;
    }

    private float[] seen() {
        var present = sight;
        if (present == null) {
            throw new IllegalArgumentException("there is nothing on the canvas: draw something");
        }
        return present.seen().values();
    }

    @Override
    public void end() {
        talk.end();
    }
}
