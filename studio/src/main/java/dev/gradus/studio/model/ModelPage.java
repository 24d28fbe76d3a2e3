package dev.gradus.studio.model;

import dev.gradus.io.Json;
import dev.gradus.io.PlainText;
import dev.gradus.nn.Parameters;
import dev.gradus.studio.models.Past;
import dev.gradus.studio.models.Shelf;
import dev.gradus.studio.server.Answers;
import dev.gradus.studio.server.Conversation;
import dev.gradus.studio.server.Questions;
import dev.gradus.studio.server.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The studio's side of the page that looks into models: a thread that opens them, gives them inputs and says
/// how their numbers came about.
public final class ModelPage implements Conversation {
    private static final int SPACE = ' ';

    private final Wire wire;
    private final Library library;
    private final Questions<Asked> questions;
    private @Nullable Subject subject;
    private @Nullable Inputs inputs;
    private @Nullable Given given;
    private @Nullable Activations values;
    private @Nullable Projector projector;
    private int output;

    /// Begins a conversation with the page at the other end of `wire`.
    public ModelPage(Wire wire) {
        this(wire, new Library(Shelf.ofProcess()));
    }

    ModelPage(Wire wire, Library library) {
        this.wire = wire;
        this.library = library;
        this.questions = new Questions<>("gradus-model", new Page());
    }

    @Override
    public void said(String text) {
        questions.said(text);
    }

    @Override
    public void end() {
        questions.end();
    }

    private final class Page implements Answers<Asked> {
        @Override
        public Asked read(String text) {
            return Asked.of(text);
        }

        @Override
        public void answer(Asked asked) {
            try {
                ModelPage.this.answer(asked);
            } catch (OutOfMemoryError e) {
                values = null;
                throw e;
            }
        }

        @Override
        public void refuse(Asked asked, String why) {
            tell(Map.of("is", "refused", "of", asked.about(), "why", readable(why)));
        }

        @Override
        public boolean supersedes(Asked newer, Asked older) {
            return newer.supersedes(older);
        }

        /// What is computed for something that nobody wants any more is given up.
        @Override
        public boolean ends(Asked newer, Asked running) {
            return newer.supersedes(running);
        }
    }

    private static String readable(String why) {
        return String.join("\n", why.lines().limit(8).map(PlainText::of).toList());
    }

    private void answer(Asked asked) {
        switch (asked) {
            case Asked.Models _ -> models();
            case Asked.Open(var id) -> open(id);
            case Asked.Example(var number) -> give(fitting().example(number));
            case Asked.Zeros _ -> give(fitting().zeros());
            case Asked.Noise(var seed) -> give(fitting().noise(seed));
            case Asked.Typed(var numbers) -> give(fitting().typed(numbers));
            case Asked.Text(var text) -> give(fitting().text(text));
            case Asked.Answered(var number) -> answered(number);
            case Asked.Layer(var place) -> wire.tell(Frames.layer(seen(place), place).bytes());
            case Asked.Channel(var place, var channel, var source) ->
                    wire.tell(
                            Frames.channel(
                                            source ? "source" : "channel",
                                            seen(place),
                                            place,
                                            channel)
                                    .bytes());
            case Asked.Number(var place, var channel, var row, var column) ->
                    wire.tell(Frames.number(seen(place), place, channel, row, column).bytes());
            case Asked.What(var covering, var target) -> mattered(covering, target);
            case Asked.Points(var place) -> points(place);
            case Asked.Near(var point) -> {
                if (projector != null) {
                    wire.tell(projector.near(point));
                }
            }
        }
    }

    private void models() {
        tell(
                Map.of(
                        "is",
                        "models",
                        "models",
                        library.list().stream()
                                .map(it -> {
                                    var words = new LinkedHashMap<String, Object>();
                                    words.put("id", it.id());
                                    words.put(
                                            "origin",
                                            it.origin().name().toLowerCase(java.util.Locale.ROOT));
                                    words.put("name", it.name());
                                    it.when()
                                            .ifPresent(
                                                    when -> words.put("when", when.toEpochMilli()));
                                    words.put("step", it.step());
                                    return words;
                                })
                                .toList()));
    }

    private void open(String id) {
        var entry =
                library.find(id)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "it is not there any more, or never was"));
        var opened = entry.load().get();
        var found = opened.walk();
        subject = opened;
        values = null;
        projector = null;
        output = 0;
        var fits = new Inputs(opened, found);
        inputs = fits;
        var anatomy = Anatomy.of(found);
        var words = new LinkedHashMap<String, Object>();
        words.put("is", "model");
        words.put("id", id);
        words.put("name", entry.name());
        words.put("origin", entry.origin().name().toLowerCase(java.util.Locale.ROOT));
        entry.when().ifPresent(when -> words.put("when", when.toEpochMilli()));
        words.put("step", entry.step());
        entry.run().ifPresent(run -> words.put("run", Past.of(run).words()));
        words.put("trained", opened.trained());
        words.put("classes", opened.classes());
        words.put("parameters", Parameters.count(opened.layer()));
        words.put("offers", fits.offers());
        words.put("outputs", found.outputs());
        words.put("outputNames", opened.outputs());
        words.put("places", anatomy.described());
        words.put("tree", anatomy.tree());
        tell(words);
        var pictures = fits.pictures();
        if (pictures.length > 0) {
            wire.tell(
                    new Bundle("examples")
                            .say("rows", Inputs.SIDE)
                            .say("columns", Inputs.SIDE)
                            .add("pictures", pictures)
                            .bytes());
        }
        give(fits.first());
    }

    private void give(Given example) {
        var network = Objects.requireNonNull(subject);
        var computed = Activations.of(network.layer(), network.names(), example.tensors());
        given = example;
        values = computed;
        show(network, example, computed);
    }

    private void answered(int number) {
        var network = required(subject);
        var count = network.outputs().size();
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException(
                    "there is no output %d: they go from 0 to %d".formatted(number, count - 1));
        }
        output = number;
        if (given != null && values != null) {
            show(network, given, values);
        }
    }

    private void show(Subject network, Given example, Activations computed) {
        var answer = Answer.of(network, Objects.requireNonNull(inputs), computed, output);
        wire.tell(Frames.network(computed, example, answer).bytes());
    }

    private Inputs fitting() {
        return required(inputs);
    }

    private Activations seen(int place) {
        var present = required(values);
        if (place < 0 || place >= present.found().places().size()) {
            throw new IllegalArgumentException(
                    "there is no place %d: they go from 0 to %d"
                            .formatted(place, present.found().places().size() - 1));
        }
        return present;
    }

    private static <T> T required(@Nullable T present) {
        if (present == null) {
            throw new IllegalArgumentException("no model is open yet: open one");
        }
        return present;
    }

    private void mattered(boolean covering, int target) {
        var network = required(subject);
        var example = required(given);
        var map =
                covering
                        ? Mattered.byCovering(network, example, output, target, blank())
                        : Mattered.byGradient(network, example, output, target);
        wire.tell(
                new Bundle("mattered")
                        .say("covering", covering)
                        .say("target", target)
                        .say("rows", map.rows())
                        .say("columns", map.columns())
                        .say("size", map.size())
                        .add("map", map.numbers())
                        .bytes());
    }

    /// A token that says little takes the place of one that is covered: a space, if there is one.
    private int blank() {
        var letters = required(subject).vocabulary();
        if (letters.isEmpty()) {
            return 0;
        }
        try {
            return (int) letters.get().encode(Character.toString(SPACE))[0];
        } catch (IllegalArgumentException _) {
            return 0;
        }
    }

    private void points(int place) {
        var made = Projector.of(required(subject), fitting(), required(values), place);
        projector = made;
        wire.tell(made.frame());
    }

    private void tell(Map<String, Object> words) {
        wire.tell(Json.line(words));
    }
}
