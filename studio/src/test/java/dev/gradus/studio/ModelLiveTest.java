package dev.gradus.studio;

import static dev.gradus.Gradus.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.data.Scale;
import dev.gradus.data.fashion.FashionMnist;
import dev.gradus.io.Json;
import dev.gradus.io.Provenance;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Shape;
import dev.gradus.train.Model;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page that looks into models as a browser meets it, over its socket.
class ModelLiveTest {
    private static final Path FOLDER = Path.of("target");
    private static final Path GOOD = FOLDER.resolve("live-test.gradus");
    private static final Path LSTM = FOLDER.resolve("live-lstm.gradus");
    private static final Path TWO = FOLDER.resolve("live-two.gradus");
    private static final Path BROKEN = FOLDER.resolve("<img src=x onerror=alert(1)>\u202e.gradus");

    private static Studio studio;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(FOLDER);
        var layer =
                Sequential.of(flatten(), dense(8, RELU), dense(10))
                        .build(Shape.of(28, 28, 1), seed(1));
        Model.of(
                        layer,
                        Shape.of(28, 28, 1),
                        FashionMnist.classes(),
                        Scale.pixels(),
                        Provenance.unstated())
                .save(GOOD);
        var bytes = Files.readAllBytes(GOOD);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(BROKEN, bytes);
        SavedModels.recurrent(LSTM);
        SavedModels.twoOutputs(TWO);
        studio = Studio.start(0);
    }

    @AfterAll
    static void stop() throws Exception {
        studio.close();
        Files.deleteIfExists(GOOD);
        Files.deleteIfExists(LSTM);
        Files.deleteIfExists(TWO);
        Files.deleteIfExists(BROKEN);
    }

    /// The words at the head of a message with numbers.
    private static Map<String, Object> words(ByteBuffer frame) {
        var text = new byte[frame.getInt(0)];
        frame.get(Float.BYTES, text);
        return Json.read(new String(text, StandardCharsets.UTF_8));
    }

    /// The numbers under a name.
    private static float[] numbers(ByteBuffer frame, String name) {
        var begin = Float.BYTES + Math.ceilDiv(frame.getInt(0), Float.BYTES) * Float.BYTES;
        for (var array : (List<?>) words(frame).get("arrays")) {
            var parts = (List<?>) array;
            if (parts.get(0).equals(name)) {
                var all = new float[((Long) parts.get(2)).intValue()];
                for (var i = 0; i < all.length; i++) {
                    all[i] =
                            frame.getFloat(
                                    begin + Float.BYTES * (((Long) parts.get(1)).intValue() + i));
                }
                return all;
            }
        }
        throw new AssertionError("no " + name + " in " + words(frame));
    }

    private static ByteBuffer next(Visitor visitor, String is) throws InterruptedException {
        while (true) {
            var frame = visitor.frame();
            if (words(frame).get("is").equals(is)) {
                return frame;
            }
        }
    }

    private static Map<String, Object> open(Visitor visitor, String id)
            throws InterruptedException {
        visitor.say("%s", Json.line(Map.of("do", "open", "model", id)));
        return visitor.word();
    }

    @Test
    void theModelsAreListedAndNamesAreHarmless() throws Exception {
        try (var visitor = new Visitor(studio, true, "model")) {
            visitor.say("{\"do\": \"models\"}");
            var models = (List<?>) visitor.word().get("models");
            var names = models.stream().map(it -> (String) ((Map<?, ?>) it).get("name")).toList();
            assertThat(names)
                    .contains(
                            "target/live-test.gradus",
                            "lenet5",
                            "resnet20",
                            "gpt",
                            "perceptron",
                            "tower");
            assertThat(names).contains("target/<img src=x onerror=alert(1)>\uFFFD.gradus");
        }
    }

    @Test
    void aSavedModelOpensAndItsNumbersAreAccountedFor() throws Exception {
        try (var visitor = new Visitor(studio, true, "model")) {
            var model = open(visitor, "file/target/live-test.gradus");
            assertThat(model).containsEntry("is", "model").containsEntry("trained", true);
            assertThat((List<?>) model.get("places")).hasSize(4);
            var frame = next(visitor, "activations");
            assertThat(numbers(frame, "answer")).hasSize(10);
            assertThat(numbers(frame, "raw")).hasSize(784);
            visitor.say(
                    "{\"do\": \"number\", \"place\": 3, \"channel\": 4, \"row\": 0, \"column\": 0}");
            var number = next(visitor, "number");
            var sum = 0.0;
            for (var product : numbers(number, "products")) {
                sum += product;
            }
            var totals = numbers(number, "totals");
            assertThat(numbers(number, "products")).hasSize(8);
            assertThat(sum + totals[2]).isCloseTo(totals[1], within(1e-5));
            visitor.say("{\"do\": \"layer\", \"place\": 2}");
            assertThat(numbers(next(visitor, "layer"), "numbers")).hasSize(8);
            visitor.say("{\"do\": \"channel\", \"place\": 2, \"channel\": 3}");
            assertThat(numbers(next(visitor, "channel"), "weights")).hasSize(784);
        }
    }

    /// What an LSTM says comes with its gates and its memory, and each of these comes to what it says.
    @Test
    void whatAnLstmSaysIsToldGateByGate() throws Exception {
        try (var visitor = new Visitor(studio, true, "model")) {
            open(visitor, "file/target/live-lstm.gradus");
            next(visitor, "activations");
            visitor.say(
                    "{\"do\": \"number\", \"place\": 7, \"channel\": 2, \"row\": 0, \"column\": 3}");
            var number = next(visitor, "number");
            var account = (Map<?, ?>) words(number).get("account");
            assertThat(account.get("kind")).isEqualTo("multiplied");
            assertThat(account.get("moments")).isEqualTo(List.of(3L, 6L, 2L));
            var behind = (List<?>) words(number).get("behind");
            assertThat(behind.stream().map(it -> (Object) ((Map<?, ?>) it).get("place")).toList())
                    .isEqualTo(List.of(1L, 2L, 3L, 5L, 6L, 4L));
            var gate = new float[7];
            for (var i = 1; i <= 6; i++) {
                gate[i] = numbers(number, i + ".totals")[1];
            }
            var memory = gate[4];
            assertThat((double) gate[5]).isCloseTo(Math.tanh(memory), within(1e-6));
            assertThat((double) numbers(number, "totals")[1])
                    .isCloseTo(gate[6] * gate[5], within(1e-6));
        }
    }

    @Test
    void oneOfSeveralOutputsIsTheAnswer() throws Exception {
        try (var visitor = new Visitor(studio, true, "model")) {
            var model = open(visitor, "file/target/live-two.gradus");
            assertThat(model.get("outputNames")).isEqualTo(List.of("kind", "price"));
            assertThat(numbers(next(visitor, "activations"), "answer")).hasSize(3);
            visitor.say("{\"do\": \"answer\", \"output\": 1}");
            var frame = next(visitor, "activations");
            assertThat(numbers(frame, "answer")).hasSize(1);
            assertThat(((Map<?, ?>) words(frame).get("answer")).get("output")).isEqualTo(1L);
            visitor.say("{\"do\": \"zeros\"}");
            // another input is answered by the output that was chosen
            assertThat(numbers(next(visitor, "activations"), "answer")).hasSize(1);
            visitor.say("{\"do\": \"mattered\", \"how\": \"covering\", \"target\": 0}");
            assertThat(numbers(next(visitor, "mattered"), "map")).hasSize(4);
            visitor.say("{\"do\": \"answer\", \"output\": 2}");
            assertThat((String) visitor.word().get("why")).contains("from 0 to 1");
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    @Test
    void aDamagedFileIsNamedAndTheConversationGoesOn() throws Exception {
        try (var visitor = new Visitor(studio, true, "model")) {
            var word = open(visitor, "file/" + BROKEN);
            assertThat(word).containsEntry("is", "refused").containsEntry("of", "open");
            assertThat((String) word.get("why"))
                    .isNotEmpty()
                    .doesNotContain("\u202e", "Exception", "\tat ");
            assertThat(open(visitor, "made/perceptron")).containsEntry("is", "model");
            next(visitor, "activations");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file/../../etc/passwd",
                "file//etc/passwd",
                "run/../x/1",
                "made/nothing",
                "",
                "file/pom.xml"
            })
    void whatIsNotInTheListIsNotOpened(String id) throws Exception {
        try (var visitor = new Visitor(studio, true, "model")) {
            var word = open(visitor, id);
            assertThat(word).containsEntry("is", "refused");
            assertThat((String) word.get("why")).contains("not there");
        }
    }

    @Test
    void aPictureThatWasDrawnIsGivenPreparedAsTheOthersAre() throws Exception {
        try (var visitor = new Visitor(studio, true, "model")) {
            open(visitor, "made/lenet5");
            next(visitor, "activations");
            visitor.say("%s", "{\"do\": \"typed\", \"numbers\": [" + "255,".repeat(783) + "255]}");
            var frame = next(visitor, "activations");
            // the smallest and the largest number of what goes in: brightness from 0 to 1
            assertThat(numbers(frame, "figures")[2]).isEqualTo(1);
            assertThat(numbers(frame, "figures")[3]).isEqualTo(1);
        }
    }

    @Test
    void textIsReadAndAttentionIsShown() throws Exception {
        try (var visitor = new Visitor(studio, true, "model")) {
            var model = open(visitor, "made/gpt");
            next(visitor, "activations");
            visitor.say("{\"do\": \"text\", \"text\": \"Mr. Darcy\"}");
            var frame = next(visitor, "activations");
            assertThat(words(frame).get("tokens"))
                    .isEqualTo(List.of(List.of("M", "r", ".", " ", "D", "a", "r", "c", "y")));
            var places = (List<?>) model.get("places");
            var looks = 0;
            while (!((Map<?, ?>) places.get(looks)).get("kind").equals("Looks")) {
                looks++;
            }
            visitor.say("{\"do\": \"channel\", \"place\": %d, \"channel\": 1}", looks);
            var map = numbers(next(visitor, "channel"), "map");
            assertThat(map).hasSize(81);
            for (var row = 0; row < 9; row++) {
                var shares = 0f;
                for (var column = 0; column < 9; column++) {
                    shares += map[row * 9 + column];
                    assertThat(column <= row || map[row * 9 + column] == 0).isTrue();
                }
                assertThat(shares).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5f));
            }
            visitor.say("{\"do\": \"text\", \"text\": \"\u4f60\"}");
            assertThat((String) visitor.word().get("why")).contains("not among");
        }
    }

    @Test
    void theTowerOpens() throws Exception {
        try (var visitor = new Visitor(studio, true, "model")) {
            var model = open(visitor, "made/tower");
            assertThat((List<?>) model.get("places")).hasSize(1 + 1 + 333 * 10 + 3);
            // before, the folded blocks, and what is behind
            assertThat((List<?>) model.get("tree")).hasSize(6);
            var frame = next(visitor, "activations");
            assertThat(numbers(frame, "figures")).hasSize(6 * 3335);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"do\": \"layer\", \"place\": 99}",
                "{\"do\": \"channel\", \"place\": 1, \"channel\": 99}",
                "{\"do\": \"number\", \"place\": 1, \"channel\": 0, \"row\": 1, \"column\": 0}",
                "{\"do\": \"typed\", \"numbers\": [1]}",
                "{\"do\": \"text\", \"text\": \"a\"}",
                "{\"do\": \"example\", \"number\": 100000}",
                "{\"do\": \"mattered\", \"how\": \"gradient\", \"target\": 7}",
                "{\"do\": \"points\", \"place\": 99}"
            })
    void whatCannotBeIsRefused(String message) throws Exception {
        try (var visitor = new Visitor(studio, true, "model")) {
            open(visitor, "made/perceptron");
            next(visitor, "activations");
            visitor.say("%s", message);
            assertThat(visitor.word()).containsEntry("is", "refused");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "{\"do\": \"fly\"}",
                "{\"do\": \"open\", \"model\": 7}",
                "{\"do\": \"layer\", \"place\": \"first\"}",
                "{\"do\": \"typed\", \"numbers\": [\"a\"]}"
            })
    void whatMakesNoSenseEndsTheConnection(String message) throws Exception {
        try (var visitor = new Visitor(studio, true, "model")) {
            visitor.say("%s", message);
            assertThat(visitor.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void nothingIsShownBeforeAModelIsOpen() throws Exception {
        try (var visitor = new Visitor(studio, true, "model")) {
            visitor.say("{\"do\": \"zeros\"}");
            assertThat((String) visitor.word().get("why")).contains("no model is open");
        }
    }
}
