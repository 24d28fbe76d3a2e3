package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trying a model as a browser does it, over the socket.
class TrialLiveTest {
    @TempDir private static Path runs;
    private static Studio studio;

    @BeforeAll
    static void start() {
        System.setProperty("gradus.runs", runs.toString());
        studio = Studio.start(0);
    }

    @AfterAll
    static void stop() {
        studio.close();
        System.clearProperty("gradus.runs");
    }

    /// White paper with a dark line from top to bottom.
    private static String one() {
        var bytes = new byte[60 * 80];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 60 >= 36 && i % 60 < 42 && i / 60 > 9 && i / 60 < 70 ? 10 : 255);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static final String LOOK =
            "{\"do\": \"look\", \"width\": 60, \"height\": 80, \"pixels\": \"%s\", \"invert\": true, \"centre\": true}";

    @Test
    void digitsAreLearntAndALineIsAOne() throws Exception {
        try (var visitor = new Visitor(studio, true, "try")) {
            visitor.say(LOOK, one());
            assertThat(visitor.word()).containsEntry("is", "refused");
            visitor.say("{\"do\": \"train\", \"subject\": \"digits\"}");
            var trained = visitor.word("trained");
            visitor.say("{\"do\": \"open\", \"id\": \"%s\"}", trained.get("id"));
            assertThat(visitor.word("opened"))
                    .containsEntry("subject", "digits")
                    .containsEntry("known", true);
            visitor.say("{\"do\": \"nearest\"}");
            assertThat(visitor.word()).containsEntry("is", "refused");
            visitor.say(LOOK, one());
            var answer = visitor.word("answer");
            assertThat((List<?>) answer.get("steps")).hasSize(3);
            var first = (Map<?, ?>) ((List<?>) answer.get("ranking")).getFirst();
            assertThat(first.get("label")).isEqualTo(1L);
            visitor.say("{\"do\": \"explain\", \"label\": 1}");
            assertThat((List<?>) visitor.word("explanation").get("effects")).hasSize(784);
            visitor.say("{\"do\": \"nearest\"}");
            var nearest = (List<?>) visitor.word("nearest").get("examples");
            assertThat(nearest).hasSize(6);
            assertThat(nearest)
                    .filteredOn(it -> ((Map<?, ?>) it).get("truth").equals(1L))
                    .hasSizeGreaterThan(3);
            visitor.say("{\"do\": \"example\", \"index\": 3}");
            assertThat(visitor.word("example")).containsKey("pixels");
        }
        // what is held back is known nearly always
        try (var visitor = new Visitor(studio, true, "results")) {
            visitor.say("{\"do\": \"list\"}");
            var models = (List<?>) visitor.word("models").get("models");
            var digits =
                    models.stream()
                            .map(it -> (Map<?, ?>) it)
                            .filter(it -> "digits".equals(it.get("subject")))
                            .findFirst()
                            .orElseThrow();
            visitor.say("{\"do\": \"open\", \"id\": \"%s\", \"part\": \"test\"}", digits.get("id"));
            assertThat((Double) visitor.word("results").get("accuracy")).isGreaterThan(0.95);
        }
    }
}
