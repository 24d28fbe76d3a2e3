package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.io.Json;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunRecorder;
import dev.gradus.train.record.RunState;
import dev.gradus.train.record.RunsDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of runs over its real socket, with runs of other processes.
class RunLiveTest {
    @TempDir Path folder;
    private Path runs;
    private Studio studio;

    @BeforeEach
    void open() {
        runs = folder.resolve("runs");
        System.setProperty("gradus.runs", runs.toString());
        studio = Studio.start(0, RunProgram::launch);
    }

    @AfterEach
    void close() {
        studio.close();
        System.clearProperty("gradus.runs");
    }

    private static Map<String, Object> word(Visitor visitor, Predicate<Map<String, Object>> wanted)
            throws InterruptedException {
        while (true) {
            var word = visitor.word();
            if (wanted.test(word)) {
                return word;
            }
        }
    }

    private static Map<String, Object> picture(
            Visitor visitor, Predicate<Map<String, Object>> wanted) throws InterruptedException {
        while (true) {
            var picture = Json.read(new String(visitor.picture(), StandardCharsets.UTF_8));
            if (wanted.test(picture)) {
                return picture;
            }
        }
    }

    private static Predicate<Map<String, Object>> runsOf(int count) {
        return word ->
                word.get("is").equals("runs") && ((List<?>) word.get("rows")).size() == count;
    }

    private static Map<?, ?> row(Map<String, Object> word, int index) {
        return (Map<?, ?>) ((List<?>) word.get("rows")).get(index);
    }

    @Test
    void aRunOfAnotherProcessAppearsIsPausedStoppedAndBranched() throws Exception {
        try (var visitor = new Visitor(studio, true, "run")) {
            assertThat(word(visitor, it -> it.get("is").equals("runs"))).containsEntry("all", 0L);
            visitor.say("{\"do\": \"example\"}");
            var id = row(word(visitor, runsOf(1)), 0).get("id");
            visitor.say("{\"do\": \"watch\", \"id\": \"%s\", \"others\": []}", id);
            var details = word(visitor, it -> it.get("is").equals("details"));
            assertThat(details).containsEntry("branch", "possible");
            assertThat(details.get("knobs"))
                    .isEqualTo(
                            Map.of(
                                    "rate",
                                    0.01,
                                    "l2",
                                    0.0,
                                    "dropout",
                                    0.1,
                                    "dropouts",
                                    1L,
                                    "batch",
                                    20L,
                                    "seed",
                                    1L,
                                    "epochs",
                                    12L));
            var running =
                    picture(
                            visitor,
                            it -> it.get("kind").equals("frame") && (Long) it.get("step") > 20);
            assertThat(running).containsEntry("state", "running").containsEntry("of", 144L);
            assertThat(((List<?>) ((Map<?, ?>) running.get("seen")).get("x")))
                    .hasSizeGreaterThan(19);

            visitor.say("{\"do\": \"ask\", \"id\": \"%s\", \"wish\": \"pause\"}", id);
            var paused = picture(visitor, it -> "paused".equals(it.get("state")));
            var run = RunsDirectory.of(runs).find(String.valueOf(id)).orElseThrow();
            assertThat(run.state()).isEqualTo(RunState.PAUSED);
            var checkpoint = ((List<?>) paused.get("checkpoints")).getFirst();

            visitor.say(
                    "{\"do\": \"branch\", \"id\": \"%s\", \"step\": %s, \"changes\": {\"learning rate\": 0.002}}",
                    id, checkpoint);
            var branched = row(word(visitor, runsOf(2)), 0);
            assertThat(branched.get("parent")).isEqualTo(id);
            assertThat(branched.get("parentStep")).isEqualTo(checkpoint);
            assertThat(branched.get("changes")).isEqualTo(Map.of("learning rate", 0.002));
            visitor.say(
                    "{\"do\": \"watch\", \"id\": \"%s\", \"others\": [\"%s\"]}",
                    id, branched.get("id"));
            picture(visitor, it -> it.get("kind").equals("other"));

            visitor.say("{\"do\": \"ask\", \"id\": \"%s\", \"wish\": \"stop\"}", id);
            picture(visitor, it -> "stopped".equals(it.get("state")));
            visitor.say("{\"do\": \"look\", \"step\": 3}");
            var look = word(visitor, it -> it.get("is").equals("look"));
            assertThat(look).containsEntry("step", 2L);
            assertThat(((List<?>) look.get("layers"))).hasSize(4);
            stopped(RunsDirectory.of(runs).find(String.valueOf(branched.get("id"))).orElseThrow());
        }
    }

    private static void stopped(RecordedRun run) throws InterruptedException {
        for (var i = 0; i < 600 && run.state().isRunning(); i++) {
            Thread.sleep(50);
        }
        assertThat(run.state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void whatSomebodyElseMayHavePutThereIsSurvived() throws Exception {
        HostileRuns.write(runs);
        try (var visitor = new Visitor(studio, true, "run")) {
            var all = word(visitor, it -> it.get("is").equals("runs"));
            var rows = (List<?>) all.get("rows");
            assertThat(rows).hasSize(5);
            for (var index = 0; index < rows.size(); index++) {
                var id = row(all, index).get("id");
                visitor.say("{\"do\": \"watch\", \"id\": \"%s\", \"others\": []}", id);
                var picture = picture(visitor, it -> it.get("id").equals(id));
                assertThat(picture).containsEntry("kind", "frame");
                visitor.say("{\"do\": \"look\", \"step\": 1}");
                word(visitor, it -> it.get("is").equals("look") && it.get("id").equals(id));
                visitor.say(
                        "{\"do\": \"branch\", \"id\": \"%s\", \"step\": 1, \"changes\": {\"seed\": 3}}",
                        id);
                assertThat(word(visitor, it -> it.get("is").equals("refused")).get("why"))
                        .asString()
                        .contains("no checkpoint");
                visitor.say("{\"do\": \"ask\", \"id\": \"%s\", \"wish\": \"stop\"}", id);
                assertThat(word(visitor, it -> it.get("is").equals("refused")).get("why"))
                        .asString()
                        .contains("has ended");
            }
        }
    }

    @Test
    void runsAreDeletedOnceTheyHaveEnded() throws Exception {
        try (var visitor = new Visitor(studio, true, "run")) {
            var process = RunProgram.start(runs, "plain");
            var born = row(word(visitor, runsOf(1)), 0);
            assertThat(born.get("name")).isEqualTo("RunProgram");
            assertThat(born.get("asked")).isEqualTo(false);
            visitor.say("{\"do\": \"delete\", \"ids\": [\"%s\"]}", born.get("id"));
            assertThat(word(visitor, it -> it.get("is").equals("refused")).get("why"))
                    .asString()
                    .contains("end that first");
            assertThat(process.waitFor()).isZero();
            visitor.say("{\"do\": \"delete\", \"ids\": [\"%s\"]}", born.get("id"));
            word(visitor, runsOf(0));
            assertThat(runs).isEmptyDirectory();
        }
    }

    @Test
    void whatTellsRunsOfOneNameApartIsSaid() throws Exception {
        for (var rate : List.of(0.1, 0.2)) {
            RunRecorder.start(
                            Recording.named("own").in(runs),
                            Map.of("rate", rate, "seed", 1),
                            "",
                            Optional.empty())
                    .close();
        }
        try (var visitor = new Visitor(studio, true, "run")) {
            var all = word(visitor, runsOf(2));
            // two that began in the same second are listed in either order
            assertThat(List.of(row(all, 0), row(all, 1)))
                    .filteredOn(it -> !((Map<?, ?>) it.get("differs")).isEmpty())
                    .singleElement()
                    .satisfies(it ->
                            assertThat(Json.line(Map.of("", it.get("differs"))))
                                    .containsPattern("rate\\W+0.[12]\\D+$"));
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        for (var nonsense :
                new String[] {
                    "nonsense",
                    "{}",
                    "{\"do\": \"delete\"}",
                    "{\"do\": \"watch\", \"id\": 3, \"others\": []}",
                    "{\"do\": \"ask\", \"id\": \"x\", \"wish\": \"delete\"}",
                    "{\"do\": \"branch\", \"id\": \"x\", \"step\": 1, \"changes\": {\"optimizer\": \"evil\"}}",
                    "{\"do\": \"branch\", \"id\": \"x\", \"step\": 1, \"changes\": {\"batch\": 0}}",
                    "{\"do\": \"branch\", \"id\": \"x\", \"step\": 1, \"changes\": {}}"
                }) {
            try (var visitor = new Visitor(studio, true, "run")) {
                visitor.say(nonsense.replace("%", "%%"));
                assertThat(visitor.closeCode()).as(nonsense).isEqualTo(1008);
            }
        }
        try (var visitor = new Visitor(studio, true, "run")) {
            visitor.say("{\"do\": \"watch\", \"id\": \"../../etc\", \"others\": []}");
            assertThat(word(visitor, it -> it.get("is").equals("refused")).get("why"))
                    .asString()
                    .contains("There is no run");
        }
    }
}
