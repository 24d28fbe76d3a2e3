package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Results as a browser meets them, over the socket.
class ResultsLiveTest {
    @TempDir private static Path runs;
    private static Studio studio;
    private static String id = "";

    @BeforeAll
    static void start() throws Exception {
        System.setProperty("gradus.runs", runs.toString());
        studio = Studio.start(0);
        try (var visitor = visitor()) {
            visitor.say("{\"do\": \"train\", \"subject\": \"spirals\"}");
            id = String.valueOf(visitor.word("trained").get("id"));
        }
    }

    @AfterAll
    static void stop() {
        studio.close();
        System.clearProperty("gradus.runs");
    }

    private static Visitor visitor() throws Exception {
        return new Visitor(studio, true, "results");
    }

    private static Map<String, Object> open(Visitor visitor, String part) throws Exception {
        visitor.say("{\"do\": \"open\", \"id\": \"%s\", \"part\": \"%s\"}", id, part);
        return visitor.word("results");
    }

    @Test
    void whatWasTrainedIsListedAndOpened() throws Exception {
        try (var visitor = visitor()) {
            visitor.say("{\"do\": \"list\"}");
            var models = (List<?>) visitor.word("models").get("models");
            assertThat(models)
                    .anySatisfy(it -> assertThat(((Map<?, ?>) it).get("id")).isEqualTo(id));
            var results = open(visitor, "validation");
            assertThat(results).containsEntry("unseen", true).containsEntry("examples", 400L);
            assertThat((Double) results.get("accuracy")).isGreaterThan(0.9);
            var confusion = (List<?>) results.get("confusion");
            var right =
                    (Long) ((List<?>) confusion.get(0)).get(0)
                            + (Long) ((List<?>) confusion.get(1)).get(1);
            assertThat(results.get("right")).isEqualTo(right);
        }
    }

    @Test
    void aCellHoldsTheExamplesThatItCounts() throws Exception {
        try (var visitor = visitor()) {
            var confusion = (List<?>) open(visitor, "validation").get("confusion");
            visitor.say("{\"do\": \"cell\", \"truth\": 0, \"said\": 1, \"from\": 0}");
            var cell = visitor.word("cell");
            assertThat(cell.get("total")).isEqualTo(((List<?>) confusion.get(0)).get(1));
            for (var example : (List<?>) cell.get("examples")) {
                var words = (Map<?, ?>) example;
                assertThat(words.get("truth")).isEqualTo(0L);
                assertThat(((Map<?, ?>) ((List<?>) words.get("ranking")).getFirst()).get("label"))
                        .isEqualTo(1L);
                assertThat((List<?>) words.get("values")).hasSize(2);
            }
        }
    }

    @Test
    void anExampleCanBeChangedAndAskedAgain() throws Exception {
        try (var visitor = visitor()) {
            open(visitor, "validation");
            visitor.say("{\"do\": \"cell\", \"truth\": 0, \"said\": 0, \"from\": 0}");
            var example = (Map<?, ?>) ((List<?>) visitor.word("cell").get("examples")).getFirst();
            visitor.say("{\"do\": \"probe\", \"values\": %s}", example.get("values"));
            var ranking = (List<?>) visitor.word("answer").get("ranking");
            var before = (Map<?, ?>) ((List<?>) example.get("ranking")).getFirst();
            assertThat(((Map<?, ?>) ranking.getFirst()).get("label"))
                    .isEqualTo(before.get("label"));
            visitor.say("{\"do\": \"explain\", \"values\": [0.3, 0.2], \"label\": 1}");
            assertThat((List<?>) visitor.word("explanation").get("effects")).hasSize(2);
        }
    }

    @Test
    void theTableOfThresholdsIsOneTable() throws Exception {
        try (var visitor = visitor()) {
            var results = open(visitor, "validation");
            visitor.say("{\"do\": \"threshold\", \"label\": 1}");
            var words = visitor.word("threshold");
            var table = (List<?>) words.get("table");
            assertThat(table).hasSize(201);
            var half = (List<?>) table.get(100);
            // at one half of two classes it is what the confusion matrix says
            var kind = (Map<?, ?>) ((List<?>) results.get("kinds")).get(1);
            assertThat((Double) half.get(3)).isEqualTo((Double) kind.get("precision"));
            assertThat((Double) half.get(4)).isEqualTo((Double) kind.get("recall"));
            assertThat((Double) half.get(5)).isEqualTo((Double) kind.get("f1"));
            visitor.say("{\"do\": \"cost\", \"label\": 1, \"missed\": 50, \"needless\": 1}");
            var cost = visitor.word("cost");
            var costs = (List<?>) cost.get("costs");
            assertThat(((Number) costs.get(100)).doubleValue())
                    .isEqualTo(50.0 * (Long) half.get(2) + (Long) half.get(1));
            assertThat(costs)
                    .allSatisfy(it ->
                            assertThat(((Number) it).doubleValue())
                                    .isGreaterThanOrEqualTo(
                                            ((Number) cost.get("least")).doubleValue()));
        }
    }

    @Test
    void looksAtTheTestPartAreCounted() throws Exception {
        try (var visitor = visitor()) {
            var before = (Long) open(visitor, "validation").get("looks");
            assertThat(open(visitor, "test").get("looks")).isEqualTo(before + 1);
            assertThat(open(visitor, "validation").get("looks")).isEqualTo(before + 1);
        }
    }

    @Test
    void oneLooksBackAtHowItLearned() throws Exception {
        try (var visitor = visitor()) {
            var model = open(visitor, "validation");
            var run = (Map<?, ?>) model.get("run");
            assertThat((List<?>) run.get("losses")).hasSizeGreaterThan(20);
            assertThat(run.get("seed")).isEqualTo(1L);
            assertThat(model).doesNotContainKey("step");
            var checkpoints = (List<?>) run.get("checkpoints");
            assertThat(checkpoints).hasSizeGreaterThan(3);
            var first = ((Map<?, ?>) checkpoints.getFirst()).get("step");
            var then = moment(visitor, first);
            assertThat(then).containsEntry("step", first).containsEntry("unseen", true);
            assertThat((Double) then.get("logLoss")).isGreaterThan((Double) model.get("logLoss"));
            visitor.say("{\"do\": \"mistakes\", \"from\": 0}");
            // the examples are those of that moment too
            assertThat(visitor.word("mistakes").get("total"))
                    .isEqualTo((Long) then.get("examples") - (Long) then.get("right"));
            var back = moment(visitor, null);
            assertThat(back.get("confusion")).isEqualTo(model.get("confusion"));
            visitor.say(
                    "{\"do\": \"open\", \"id\": \"%s\", \"part\": \"validation\", \"step\": 1}",
                    id);
            assertThat(visitor.word())
                    .containsEntry("is", "refused")
                    .containsEntry("why", "there is no checkpoint after step 1 any more");
        }
    }

    private static Map<String, Object> moment(Visitor visitor, Object step) throws Exception {
        visitor.say(
                "{\"do\": \"open\", \"id\": \"%s\", \"part\": \"validation\", \"step\": %s}",
                id, step);
        return visitor.word("results");
    }

    @Test
    void theLastRunStandsAtTheFootOfThePath() throws Exception {
        try (var path = new Visitor(studio, true, "path")) {
            path.say("look");
            var run = path.word("run");
            assertThat(String.valueOf(run.get("name"))).startsWith("studio, ");
            assertThat((List<?>) run.get("losses")).isNotEmpty();
            assertThat(run.get("isRunning")).isInstanceOf(Boolean.class);
        }
    }

    /// While a slider is dragged everything in between may be left out; the newest is answered.
    @Test
    void theNewestMomentWins() throws Exception {
        try (var visitor = visitor()) {
            var run = (Map<?, ?>) open(visitor, "validation").get("run");
            var checkpoints = (List<?>) run.get("checkpoints");
            for (var checkpoint : checkpoints) {
                visitor.say(
                        "{\"do\": \"open\", \"id\": \"%s\", \"part\": \"validation\", \"step\": %s}",
                        id, ((Map<?, ?>) checkpoint).get("step"));
            }
            var last = ((Map<?, ?>) checkpoints.getLast()).get("step");
            var answers = 1;
            while (!last.equals(visitor.word("results").get("step"))) {
                answers++;
            }
            assertThat(answers).isLessThanOrEqualTo(checkpoints.size());
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedAndTheTalkGoesOn() throws Exception {
        try (var visitor = visitor()) {
            for (var said :
                    List.of(
                            "{\"do\": \"cell\", \"truth\": 0, \"said\": 0, \"from\": 0}",
                            "{\"do\": \"open\", \"id\": \"saved:/etc/passwd\", \"part\": \"test\"}",
                            "{\"do\": \"open\", \"id\": 5, \"part\": \"test\"}",
                            "{\"do\": \"train\", \"subject\": \"cats\"}",
                            "{\"do\": \"fly\"}")) {
                visitor.say(said);
                assertThat(visitor.word()).as(said).containsEntry("is", "refused");
            }
            open(visitor, "validation");
            for (var said :
                    List.of(
                            "{\"do\": \"cell\", \"truth\": 2, \"said\": 0, \"from\": 0}",
                            "{\"do\": \"cell\", \"truth\": -1, \"said\": 0, \"from\": 0}",
                            "{\"do\": \"probe\", \"values\": [1]}",
                            "{\"do\": \"probe\", \"values\": [1, 1e300]}",
                            "{\"do\": \"probe\", \"values\": [1, 1e10]}",
                            "{\"do\": \"probe\", \"values\": [1, \"2\"]}",
                            "{\"do\": \"cost\", \"label\": 1, \"missed\": -1, \"needless\": 1}",
                            "{\"do\": \"threshold\", \"label\": 7}")) {
                visitor.say(said);
                assertThat(visitor.word()).as(said).containsEntry("is", "refused");
            }
            visitor.say("{\"do\": \"probe\", \"values\": [0.1, 0.2]}");
            assertThat(visitor.word()).containsEntry("is", "answer");
        }
        try (var visitor = visitor()) {
            visitor.say("no JSON");
            assertThat(visitor.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void aTrainingThatIsStoppedKeepsWhatWasLearnt() throws Exception {
        try (var visitor = visitor()) {
            visitor.say("{\"do\": \"train\", \"subject\": \"garments\"}");
            visitor.word("training");
            visitor.say("{\"do\": \"train\", \"subject\": \"garments\"}");
            var refused = visitor.word();
            while (Set.of("training", "epoch").contains(refused.get("is"))) {
                refused = visitor.word();
            }
            assertThat(refused).containsEntry("is", "refused");
            visitor.say("{\"do\": \"stop\"}");
            var end = visitor.word();
            while (Set.of("training", "epoch").contains(end.get("is"))) {
                end = visitor.word();
            }
            // it was stopped within the first epoch, after which what it learnt is looked at all
            // the same
            assertThat(end.get("is")).isIn("trained", "failed");
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
