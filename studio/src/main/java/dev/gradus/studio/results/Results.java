package dev.gradus.studio.results;

import dev.gradus.studio.models.Asking;
import dev.gradus.studio.models.Opened;
import dev.gradus.studio.models.Talk;
import dev.gradus.studio.server.Conversation;
import dev.gradus.studio.server.Request;
import dev.gradus.studio.server.Wire;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The side of the page of results that judges: it opens a model, puts data through it, and answers what the
/// page asks about that.
public final class Results implements Conversation {
    private static final double MOST_COST = 1e6;
    private static final int MOST_EXAMPLES = 10_000;

    private final Talk talk;
    private final Bench bench;
    private @Nullable Judged judged;

    /// Begins a conversation with the page at the other end of `wire`.
    public Results(Wire wire) {
        this.talk = new Talk("gradus-results", wire, this::answer);
        this.bench = new Bench(talk::tell, talk::isOvertaken);
    }

    @Override
    public void said(String text) {
        talk.said(text);
    }

    private Map<String, Object> answer(Request request) {
        return switch (request.what()) {
            case "open" -> open(request);
            case "cell" -> {
                var classes = judged().classes();
                yield Cells.cell(
                        judged(),
                        request.index("truth", classes),
                        request.index("said", classes),
                        request.index("from", MOST_EXAMPLES));
            }
            case "mistakes" -> Cells.mistakes(judged(), request.index("from", MOST_EXAMPLES));
            case "threshold" ->
                    Thresholds.of(judged(), request.index("label", judged().classes())).words();
            case "cost" ->
                    Thresholds.of(judged(), request.index("label", judged().classes()))
                            .costs(
                                    request.number("missed", 0, MOST_COST),
                                    request.number("needless", 0, MOST_COST));
            case "probe" -> {
                var example = example(request);
                yield Asking.answer(judged().opened(), example);
            }
            case "explain" -> {
                var example = example(request);
                yield Asking.explain(
                        judged().opened(), example, request.index("label", judged().classes()));
            }
            default ->
                    throw new IllegalArgumentException(
                            "'%s' cannot be done".formatted(request.what()));
        };
    }

    private float[] example(Request request) {
        return request.numbers("values", judged().opened().model().inputShape().count());
    }

    private Map<String, Object> open(Request request) {
        var part = request.choice("part", Opened.Part.values());
        if (!request.says("step")) {
            bench.clear();
        }
        var next = bench.judge(talk.choosing().open(request), part);
        judged = next;
        return Overview.of(next);
    }

    private Judged judged() {
        var present = judged;
        if (present == null) {
            throw new IllegalArgumentException("no model is open: choose one");
        }
        return present;
    }

    @Override
    public void end() {
        talk.end();
    }
}
