package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The playground as a browser meets it, over its socket.
class PlaygroundLiveTest {
    private static final int SCENE = 1;
    private static final int FRAME = 2;
    private static final int EPOCH = 2 * 4;
    private static final int LAYERS = 4 * 4;

    private static Studio studio;

    @BeforeAll
    static void start() {
        studio = Studio.start(0);
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    /// The shares of seen and unseen points it gets right stand behind the sizes of the layers.
    private static float unseenRight(ByteBuffer frame) {
        return frame.getFloat((12 + frame.getInt(LAYERS) + 3) * 4);
    }

    @Test
    void theSpiralIsLearnt() throws Exception {
        try (var visitor = new Visitor(studio, true)) {
            visitor.say("{\"do\": \"pace\", \"speed\": \"fast\"}");
            assertThat(visitor.word()).containsEntry("is", "refused");
            visitor.say(Visitor.SPIRAL, 5, true);
            visitor.say("{\"do\": \"pace\", \"speed\": \"fast\"}");
            var scene = visitor.frame(SCENE);
            assertThat(scene.getInt(4)).isEqualTo(5);
            assertThat(scene.getInt(8)).isEqualTo(300);
            assertThat(scene.getInt(12)).isEqualTo(90);
            var frame = visitor.frame(FRAME);
            while (unseenRight(frame) <= 0.95 && frame.getInt(EPOCH) < 20_000) {
                frame = visitor.frame(FRAME);
            }
            assertThat(unseenRight(frame)).isGreaterThan(0.95f);
            assertThat(frame.getInt(4)).isEqualTo(5);
        }
    }

    @Test
    void stepsAreCountedAndEarlierEpochsCanBeLookedAt() throws Exception {
        try (var visitor = new Visitor(studio, true)) {
            visitor.say(Visitor.SPIRAL, 1, false);
            var first = visitor.frame(FRAME);
            assertThat(first.getInt(EPOCH)).isZero();
            visitor.say("{\"do\": \"step\"}");
            assertThat(visitor.frame(FRAME).getInt(EPOCH)).isEqualTo(1);
            visitor.say("{\"do\": \"look\", \"epoch\": 0}");
            var back = visitor.frame(FRAME);
            assertThat(back.getInt(EPOCH)).isZero();
            // the flag says that it is an earlier one
            assertThat(back.getInt(3 * 4)).isEqualTo(2);
            var numbers = (12 + first.getInt(LAYERS)) * 4;
            for (var i = 0; i < 6; i++) {
                assertThat(back.getFloat(numbers + 4 * i))
                        .isEqualTo(first.getFloat(numbers + 4 * i));
            }
        }
    }

    @Test
    void aWeightCanBeSetByHand() throws Exception {
        try (var visitor = new Visitor(studio, true)) {
            visitor.say(Visitor.SPIRAL, 1, false);
            visitor.frame(FRAME);
            visitor.say(
                    "{\"do\": \"weight\", \"layer\": 0, \"from\": 1, \"to\": 2, \"value\": -2.5}");
            var frame = visitor.frame(FRAME);
            // header, layer sizes, 7 figures, 4 inputs at the marked place; weights row by row
            var weights = (12 + 3 + 7 + 4) * 4;
            assertThat(frame.getFloat(weights + (1 * 6 + 2) * 4)).isEqualTo(-2.5f);
            visitor.say("{\"do\": \"weight\", \"layer\": 3, \"from\": 0, \"to\": 0, \"value\": 1}");
            assertThat(visitor.word()).containsEntry("is", "refused");
        }
    }

    @Test
    void aNumberThatIsLostIsExplainedAndTheRunWaitsBeforeIt() throws Exception {
        try (var visitor = new Visitor(studio, true)) {
            visitor.say(
                    Visitor.SPIRAL
                            .replace("adam", "sgd")
                            .replace("tanh", "linear")
                            .replace("0.03", "10"),
                    1,
                    true);
            var lost = visitor.word();
            assertThat(lost).containsEntry("is", "lost");
            assertThat((String) lost.get("layer")).contains("dense(");
            assertThat((String) lost.get("why")).contains("lower the learning rate");
            var frame = visitor.frame(FRAME);
            while (frame.getInt(3 * 4) != 2) {
                frame = visitor.frame(FRAME);
            }
            // the last epoch whose answers are numbers is shown, and it is paused
            assertThat((long) frame.getInt(EPOCH)).isLessThanOrEqualTo((Long) lost.get("epoch"));
            assertThat(frame.getFloat((12 + 3) * 4)).isFinite();
        }
    }

    @Test
    void twoBrowsersHaveARunEach() throws Exception {
        try (var one = new Visitor(studio, true);
                var other = new Visitor(studio, true)) {
            one.say(Visitor.SPIRAL, 1, false);
            other.say(Visitor.SPIRAL.replace("[6, 4]", "[3]"), 2, false);
            one.say("{\"do\": \"step\"}");
            one.say("{\"do\": \"step\"}");
            var mine = one.frame(FRAME);
            while (mine.getInt(EPOCH) < 2) {
                mine = one.frame(FRAME);
            }
            assertThat(mine.getInt(LAYERS)).isEqualTo(3);
            var others = other.frame(FRAME);
            assertThat(others.getInt(LAYERS)).isEqualTo(2);
            assertThat(others.getInt(EPOCH)).isZero();
        }
    }

    @Test
    void aPageThatDrawsNothingGetsTwoPicturesWhileTrainingGoesOn() throws Exception {
        try (var visitor = new Visitor(studio, false)) {
            visitor.say(Visitor.SPIRAL, 1, true);
            visitor.frame(SCENE);
            visitor.frame(FRAME);
            Thread.sleep(1500);
            assertThat(visitor.waitingFrames()).isEqualTo(1);
            visitor.say("drawn");
            visitor.say("drawn");
            visitor.frame(FRAME);
            assertThat(visitor.frame(FRAME).getInt(EPOCH)).isGreaterThan(10);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{}",
                "{\"do\": \"fly\"}",
                "{\"do\": 7}",
                "{\"do\": \"mark\", \"x\": \"left\", \"y\": 0}",
                "{\"do\": \"begin\", \"id\": 99999999999, \"playing\": true}"
            })
    void whatMakesNoSenseEndsTheConnection(String message) throws Exception {
        try (var visitor = new Visitor(studio, true)) {
            visitor.say("%s", message);
            assertThat(visitor.closeCode()).isEqualTo(1008);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"points\": 300|\"points\": 100000",
                "[6, 4]|[6, 400]",
                "[6, 4]|[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
                "0.03|-1",
                "\"seed\": 7|\"seed\": 7.5",
                "spiral|cube",
                "spiral|hills",
                "spiral|own",
                "\"x\", \"y\"|\"x\", \"x\"",
                "\"noise\": 0.1|\"noise\": null"
            })
    void limitsOfASetupHold(String change) throws Exception {
        var parts = change.split("\\|", -1);
        try (var visitor = new Visitor(studio, true)) {
            visitor.say(Visitor.SPIRAL.replace(parts[0], parts[1]), 1, false);
            assertThat(visitor.closeCode()).isEqualTo(1008);
        }
    }

    /// A table comes in parts; its words come back as they are, and a run of it begins.
    @Test
    void aTableOfOnesOwnIsLearntFrom() throws Exception {
        try (var visitor = new Visitor(studio, true)) {
            var own =
                    Visitor.SPIRAL.replace(
                            "\"spiral\"",
                            "\"own\", \"own\": {\"x\": 0, \"y\": 1, \"label\": 2, \"plus\": \"<b>\"}");
            visitor.say(own, 1, false);
            assertThat((String) visitor.word().get("why")).contains("the data are not here");
            var rows = new StringBuilder("a,b,kind\\n");
            for (var i = 0; i < 40; i++) {
                rows.append("%d.5,%d,%s\\n".formatted(i, i * i % 7, i % 3 == 0 ? "<b>" : "c"));
            }
            rows.append("7,,c\\n");
            var half = rows.length() / 2;
            part(visitor, 0, rows.substring(0, half));
            part(visitor, 1, rows.substring(half));
            var told = visitor.word();
            assertThat(told).containsEntry("is", "table").containsEntry("rows", 41L);
            assertThat(told.get("columns").toString())
                    .contains("name=b", "missing=1", "lines=[42]", "values=[<b>, c]");
            visitor.say(own, 2, false);
            assertThat(visitor.frame(SCENE).getInt(8)).isEqualTo(40);
            visitor.say("{\"do\": \"step\"}");
            assertThat(visitor.frame(FRAME).getInt(4)).isEqualTo(2);
        }
    }

    private static void part(Visitor visitor, int part, String text) {
        visitor.say(
                "{\"do\": \"table\", \"name\": \"t.csv\", \"header\": \"guess\", \"part\": %d, \"parts\": 2, \"text\": \"%s\"}"
                        .formatted(part, text));
    }

    @Test
    void aTableThatIsNoneIsExplainedAndTheRunGoesOn() throws Exception {
        try (var visitor = new Visitor(studio, true)) {
            visitor.say(Visitor.SPIRAL, 1, false);
            part(visitor, 0, "a,b\\n1,2\\n");
            part(visitor, 1, "3\\n");
            assertThat((String) visitor.word().get("why")).startsWith("line 3, column 2");
            visitor.say("{\"do\": \"step\"}");
            var frame = visitor.frame(FRAME);
            while (frame.getInt(EPOCH) < 1) {
                frame = visitor.frame(FRAME);
            }
        }
    }

    @Test
    void partsOutOfOrderEndTheConnection() throws Exception {
        try (var visitor = new Visitor(studio, true)) {
            part(visitor, 1, "a");
            assertThat(visitor.closeCode()).isEqualTo(1008);
        }
    }

    /// Each section behind the history is there if it is looked at, and only then.
    @Test
    void whatIsLookedAtIsInThePicture() throws Exception {
        try (var visitor = new Visitor(studio, true)) {
            visitor.say(Visitor.SPIRAL, 1, false);
            var plain = visitor.frame(FRAME);
            var weights = 4 * 6 + 6 + 6 * 4 + 4 + 4 + 1;
            view(visitor, "boundary", true);
            var slopes = frameWith(visitor, 4);
            assertThat(slopes.limit()).isEqualTo(plain.limit() + 4 * weights);
            view(visitor, "grid", false);
            var grid = frameWith(visitor, 8);
            var places = 25 * 25 + 150;
            assertThat(grid.limit())
                    .isEqualTo(
                            plain.limit() - 4 * 100 * 100 + 4 * (2 + 150 + 2 * (1 + 2 * places)));
        }
    }

    private static void view(Visitor visitor, String picture, boolean gradients) {
        visitor.say(
                "{\"do\": \"view\", \"picture\": \"%s\", \"gradients\": %s}"
                        .formatted(picture, gradients));
    }

    private static ByteBuffer frameWith(Visitor visitor, int flag) throws InterruptedException {
        var frame = visitor.frame(FRAME);
        while ((frame.getInt(3 * 4) & flag) == 0) {
            frame = visitor.frame(FRAME);
        }
        return frame;
    }

    @Test
    void theLossSurfaceIsMeasuredBesideTheRun() throws Exception {
        try (var visitor = new Visitor(studio, true)) {
            visitor.say(Visitor.SPIRAL, 1, false);
            for (var i = 0; i < 6; i++) {
                visitor.say("{\"do\": \"step\"}");
            }
            view(visitor, "surface", false);
            assertThat(visitor.word()).containsEntry("is", "survey").containsEntry("share", 0L);
            var surface = visitor.frame(3);
            assertThat(surface.getInt(4)).isEqualTo(1);
            assertThat(surface.getInt(8)).isEqualTo(6);
            assertThat(surface.limit()).isEqualTo(4 * (4 + 4 + 2 + 33 * 33));
            var frame = frameWith(visitor, 16);
            // the last epoch lies in the middle of its own plane
            assertThat(frame.getFloat(frame.limit() - 8)).isZero();
        }
    }

    @Test
    void aBranchGoesOnFromWhereOneLooksAndTheRunIsKept() throws Exception {
        try (var visitor = new Visitor(studio, true)) {
            visitor.say(Visitor.SPIRAL, 1, false);
            for (var i = 0; i < 6; i++) {
                visitor.say("{\"do\": \"step\"}");
            }
            visitor.say("{\"do\": \"look\", \"epoch\": 3}");
            visitor.say(Visitor.SPIRAL.replace("begin", "branch").replace("0.03", "0.3"), 2, false);
            visitor.say("{\"do\": \"step\"}");
            var frame = visitor.frame(FRAME);
            while (frame.getInt(4) != 2 || frame.getInt(EPOCH) != 4) {
                frame = visitor.frame(FRAME);
            }
            visitor.say("{\"do\": \"export\"}");
            assertThat((String) visitor.word().get("text"))
                    .contains(
                            "epoch = 0; epoch < 3;",
                            "optimizer.learningRate(0.3)",
                            "epoch = 3; epoch < 4;");
            visitor.say("{\"do\": \"return\", \"id\": 1}");
            while (frame.getInt(4) != 1 || frame.getInt(10 * 4) != 6) {
                frame = visitor.frame(FRAME);
            }
            visitor.say(
                    Visitor.SPIRAL.replace("begin", "branch").replace("[6, 4]", "[3]"), 3, false);
            assertThat((String) visitor.word().get("why")).contains("a branch has the points");
        }
    }

    @Test
    void runsRaceFromTheSameSeed() throws Exception {
        try (var visitor = new Visitor(studio, true)) {
            visitor.say(Visitor.SPIRAL, 1, false);
            visitor.say(
                    """
                    {"do": "race", "id": 4, "epochs": 20, "lanes": [{"optimizer": "adam", "rate": 0.03}, {"optimizer": "sgd", "rate": 10}]}\
                    """);
            var first = lanes(visitor.word());
            while (first.get(0).get("points").toString().length() < 3) {
                first = lanes(visitor.word());
            }
            assertThat(first).hasSize(2);
            // the same first weights
            assertThat(points(first.get(0)).getFirst()).isEqualTo(points(first.get(1)).getFirst());
        }
    }

    @SuppressWarnings("unchecked")
    private static java.util.List<java.util.Map<String, Object>> lanes(
            java.util.Map<String, Object> word) {
        assertThat(word).containsEntry("is", "race").containsEntry("id", 4L);
        return (java.util.List<java.util.Map<String, Object>>) word.get("lanes");
    }

    private static java.util.List<?> points(java.util.Map<String, Object> lane) {
        return (java.util.List<?>) lane.get("points");
    }
}
