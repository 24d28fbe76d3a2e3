package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.Lesson;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.LessonFile;
import dev.gradus.course.work.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lesson as a browser meets it, over its socket.
class LessonLiveTest {
    private static final Map<String, ?> INPUTS =
            Map.of("a", List.of(List.of(1, 2)), "b", List.of(List.of(3), List.of(4)));

    @TempDir Path folder;
    private Classroom classroom;
    private Lesson product;
    private Studio studio;
    private Visitor page;

    @BeforeEach
    void open() throws Exception {
        classroom = Learners.in(folder);
        product = classroom.course().lesson("1.3").orElseThrow();
        studio = Studio.start(0, Launcher.NONE, classroom);
        page = new Visitor(studio.link(), "lesson", false);
    }

    /// A check that is ended writes down what came of it: its folder must be there until then.
    @AfterEach
    void close() throws InterruptedException {
        page.close();
        studio.close();
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().matches("gradus-(lesson|check|picture)")) {
                thread.join(20_000);
            }
        }
    }

    private Map<String, Object> lesson(String number, boolean isTest) throws Exception {
        page.tell(Map.of("do", "open", "lesson", number, "test", isTest));
        return page.word("lesson");
    }

    private Map<String, Object> report(String program) throws Exception {
        page.tell(Map.of("do", "check", "edit", 1, "text", program));
        return page.word("report");
    }

    private static String matmul(String body) {
        return "class Exercise {\n    static double[][] matmul(double[][] a, double[][] b) {\n%s\n    }\n}\n"
                .formatted(body);
    }

    @Test
    void aLessonIsOpenedWithEverythingButTheAnswers() throws Exception {
        var lesson = lesson("1.3", false);
        assertThat(lesson)
                .containsEntry("title", "Matrix multiply")
                .containsEntry("program", product.starter())
                .containsEntry("picture", true)
                .containsEntry("swapped", false);
        assertThat(((Map<?, ?>) lesson.get("sections")).keySet().stream().map(String::valueOf))
                .containsExactly("predict", "idea", "visual", "exercise", "check");
        assertThat(lesson.toString()).doesNotContain("result[i][j] +=");
        page.tell(Map.of("do", "open", "lesson", "9.9", "test", false));
        assertThat(page.word()).containsEntry("is", "unknown").containsEntry("number", "9.9");
    }

    @Test
    void aWrongAnswerThenARightOneAndThePictureRunsIt() throws Exception {
        lesson("1.3", false);
        page.tell(Map.of("do", "ask", "id", 1, "question", "product", "inputs", INPUTS));
        assertThat((Map<?, ?>) page.word("answer").get("answer"))
                .extracting("result")
                .isEqualTo(List.of(List.of(11.0)));
        var wrong = report(matmul("        return new double[a.length][b[0].length];"));
        assertThat(wrong).containsEntry("verdict", "WRONG_ANSWER").doesNotContainKey("explain");
        assertThat((List<?>) wrong.get("checks")).hasSize(1);
        var part = (Map<?, ?>) ((List<?>) wrong.get("results")).getFirst();
        assertThat((Map<?, ?>) part.get("tally")).extracting("cases").isEqualTo(61L);

        page.tell(Map.of("do", "check", "edit", 2, "text", product.solution()));
        var passed = page.word("report");
        assertThat(page.word("swapped")).containsEntry("on", true);
        assertThat(passed).containsEntry("verdict", "PASSED").containsKey("explain");
        page.tell(Map.of("do", "swap", "on", false));
        assertThat(page.word("swapped")).containsEntry("on", false);
        assertThat(classroom.isPassed(product)).isTrue();
        assertThat(classroom.passedProgram(product)).hasValue(product.solution());
        assertThat(lesson("1.3", false))
                .containsEntry("swappable", true)
                .containsEntry("swapped", false);
    }

    /// Hands a file over as the page does, in parts.
    private Map<String, Object> offer(String text) throws Exception {
        for (var at = 0; at < text.length(); at += 40_000) {
            page.tell(
                    Map.of(
                            "do",
                            "part",
                            "text",
                            text.substring(at, Math.min(text.length(), at + 40_000))));
        }
        page.tell(Map.of("do", "look"));
        return page.word();
    }

    @Test
    void aLessonBecomesAFileAndIsShownBeforeItReplacesAnything() throws Exception {
        lesson("1.3", false);
        page.tell(Map.of("do", "save", "edit", 1, "text", product.solution()));
        page.word("saved");
        page.tell(Map.of("do", "pack", "picture", Map.of("tables", List.of(1.5))));
        var file = page.word("file");
        assertThat(file).containsEntry("name", "lesson-1.3.json");
        page.tell(Map.of("do", "save", "edit", 2, "text", "// mine"));
        page.word("saved");
        var offered = offer(String.valueOf(file.get("text")));
        assertThat(offered)
                .containsEntry("is", "offered")
                .containsEntry("lesson", "1.3")
                .containsEntry("program", product.solution())
                .containsEntry("isPresent", false)
                .containsEntry("picture", Map.of("tables", List.of(1.5)));
        var place = classroom.workspace().file(product);
        assertThat(place).hasContent("// mine");
        page.tell(Map.of("do", "take"));
        assertThat(page.word("taken")).containsEntry("kept", true);
        assertThat(page.word("lesson"))
                .containsEntry("program", product.solution())
                .containsEntry("swappable", false);
        assertThat(classroom.workspace().versions(product).getLast().source()).isEqualTo("// mine");
        // it is taken once, and nothing of it has been checked
        page.tell(Map.of("do", "take"));
        assertThat(page.word("trouble").get("why")).asString().contains("no file was looked at");
        assertThat(classroom.isPassed(product)).isFalse();
    }

    @Test
    void aFileOpenedFromTheCommandLineIsShownAndNotRun() throws Exception {
        lesson("1.3", false);
        page.tell(Map.of("do", "save", "edit", 1, "text", "// mine"));
        page.word("saved");
        var text =
                "{\"kind\":\"gradus-lesson\",\"version\":1,\"lesson\":\"1.3\",\"program\":\"// theirs\"}";
        LessonFile.of(text).take(classroom);
        assertThat(page.word("outside")).containsEntry("text", "// theirs");
        Files.writeString(classroom.workspace().file(product), "// typed in an editor");
        // the first check is of what the learner saved
        assertThat(page.word("outside")).containsEntry("text", "// typed in an editor");
        page.word("report");
        assertThat(classroom.workspace().progress().of("1.3").checks()).isEqualTo(1);
    }

    @Test
    void hostileFilesAreRefusedAndTheLessonStays() throws Exception {
        lesson("1.3", false);
        page.tell(Map.of("do", "save", "edit", 1, "text", "// mine"));
        page.word("saved");
        for (var hostile :
                List.of(
                        "",
                        "nothing",
                        "[".repeat(200_000),
                        "x".repeat(LessonFile.MOST_CHARACTERS + 100_000),
                        "{\"kind\":\"gradus-lesson\",\"version\":1,\"lesson\":\"9.9\",\"program\":\"\"}",
                        "{\"kind\":\"gradus-lesson\",\"version\":1,\"lesson\":\"../../x\",\"program\":\"\"}")) {
            assertThat(offer(hostile)).containsEntry("is", "refused");
        }
        page.tell(Map.of("do", "take"));
        page.word("trouble");
        assertThat(classroom.workspace().file(product)).hasContent("// mine");
        assertThat(classroom.workspace().versions(product))
                .extracting(Version::source)
                .containsOnly(product.starter());
    }

    @Test
    void eachLimitIsNamedWithItsLine() throws Exception {
        lesson("1.3", false);
        var loop =
                report(
                        matmul(
                                "        int i = 0;\n        while (i < 3) {\n            i *= 2;\n        }\n        return a;"));
        assertThat(loop)
                .containsEntry("verdict", "RAN_TOO_LONG")
                .containsEntry("running", "multiplies matrices");
        assertThat((Long) loop.get("line")).isBetween(4L, 5L);
        assertThat(
                        report(
                                matmul(
                                        "        var all = new java.util.ArrayList<int[]>();\n        while (true) { all.add(new int[100_000]); }")))
                .containsEntry("verdict", "USED_TOO_MUCH_MEMORY");
        assertThat(
                        report(
                                matmul(
                                        "        while (true) { new Thread(() -> { try { Thread.sleep(100_000); } catch (InterruptedException e) { } }).start(); }")))
                .containsEntry("verdict", "STARTED_TOO_MANY_THREADS");
        assertThat(report(matmul("        System.exit(1);\n        return a;")))
                .containsEntry("verdict", "ENDED_THE_PROGRAM")
                .containsEntry("line", 3L);
        assertThat(report(matmul("        return a")))
                .containsEntry("verdict", "DOES_NOT_COMPILE")
                .containsEntry("line", 3L);
        assertThat(report(product.starter())).containsEntry("verdict", "NOT_STARTED");
        assertThat(classroom.workspace().versions(product)).hasSize(7);
    }

    @Test
    void aCheckCanBeStoppedAndTheCodeIsSafe() throws Exception {
        lesson("1.3", false);
        var program = matmul("        while (true) { }");
        page.tell(Map.of("do", "check", "edit", 1, "text", program));
        page.word("checking");
        page.tell(Map.of("do", "stop"));
        page.word("stopped");
        assertThat(classroom.workspace().file(product)).hasContent(program);
        assertThat(report(product.solution())).containsEntry("verdict", "PASSED");
    }

    @Test
    void whatAnotherEditorSavesIsLoadedAndChecked() throws Exception {
        lesson("1.3", false);
        page.tell(Map.of("do", "save", "edit", 4, "text", "class Exercise { }"));
        assertThat(page.word("saved")).containsEntry("edit", 4L);
        Files.writeString(classroom.workspace().file(product), product.solution());
        assertThat(page.word("outside")).containsEntry("text", product.solution());
        assertThat(page.word("report")).containsEntry("verdict", "PASSED");
    }

    @Test
    void twoEditorsAtOnceLoseNothing() throws Exception {
        lesson("1.3", false);
        page.tell(Map.of("do", "save", "edit", 1, "text", "one"));
        page.word("saved");
        Files.writeString(classroom.workspace().file(product), "theirs");
        page.tell(Map.of("do", "save", "edit", 2, "text", "two"));
        var word = page.word();
        // whichever is noticed first, what was typed is not written over it unasked
        assertThat(String.valueOf(word.get("is"))).isIn("conflict", "outside");
        page.tell(Map.of("do", "keep", "text", "two"));
        page.tell(Map.of("do", "history"));
        assertThat(page.word("history").toString()).contains("theirs", "two", "one");
    }

    @Test
    void aResetIsUndoneAndAVersionBroughtBack() throws Exception {
        lesson("1.3", false);
        page.tell(Map.of("do", "save", "edit", 1, "text", "mine"));
        page.tell(Map.of("do", "reset"));
        var reset = page.word("program");
        assertThat(reset).containsEntry("text", product.starter());
        page.tell(Map.of("do", "restore", "number", reset.get("undo")));
        assertThat(page.word("program")).containsEntry("text", "mine");
        page.tell(Map.of("do", "restore", "number", 77));
        assertThat(page.word("trouble").get("why")).asString().contains("no version 77");
    }

    @Test
    void hintsComeOneByOneAndTheSolutionIsNoted() throws Exception {
        lesson("1.3", false);
        page.tell(Map.of("do", "hint"));
        assertThat((List<?>) page.word("hints").get("shown")).hasSize(1);
        page.tell(Map.of("do", "hint"));
        assertThat((List<?>) page.word("hints").get("shown")).hasSize(2);
        page.tell(Map.of("do", "solution"));
        assertThat(page.word("solution"))
                .containsEntry("text", product.solution())
                .containsKey("explain");
        assertThat(classroom.workspace().progress().of("1.3").isSolutionShown()).isTrue();
    }

    @Test
    void whereTheLearnerStoppedAndWhatWasAnsweredIsThereAgain() throws Exception {
        lesson("1.3", false);
        page.tell(Map.of("do", "stand", "phase", "exercise"));
        page.tell(Map.of("do", "answered", "question", "question 1", "answer", "12"));
        page.tell(Map.of("do", "stand", "phase", "nowhere"));
        assertThat(page.word("trouble").get("why")).asString().contains("no part nowhere");
        assertThat(lesson("1.3", false))
                .containsEntry("phase", "exercise")
                .containsEntry("answers", Map.of("question 1", "12"));
        assertThat(classroom.workspace().file(product)).hasContent(product.starter());
        try (var path = new Visitor(studio.link(), "path", false)) {
            path.say("look");
            assertThat(path.word("path"))
                    .containsEntry("next", "1.3")
                    .containsEntry("phase", "exercise");
        }
    }

    @Test
    void whoPassesTheLastExerciseHasTestedOut() throws Exception {
        var unit = classroom.course().units().get(1);
        var last = unit.testOutLesson().orElseThrow();
        lesson(last.number(), true);
        assertThat(report(last.solution())).containsEntry("verdict", "PASSED");
        try (var path = new Visitor(studio.link(), "path", false)) {
            path.say("look");
            var units = (List<?>) path.word("path").get("units");
            assertThat(units.get(1).toString()).contains("tested").doesNotContain("state=open");
            assertThat(units.get(0).toString()).doesNotContain("tested");
        }
        assertThat(classroom.next().map(Lesson::number)).hasValue("0.1");
    }

    @Test
    void aPictureThatHangsIsNamedAndGoesOn() throws Exception {
        lesson("1.3", false);
        page.tell(Map.of("do", "ask", "id", 5, "question", "nothing", "inputs", INPUTS));
        assertThat(page.word("answer")).containsEntry("id", 5L).containsKey("failed");
        page.tell(Map.of("do", "ask", "id", 6, "question", "product", "inputs", INPUTS));
        assertThat(page.word("answer")).containsEntry("id", 6L).containsKey("answer");
    }

    @Test
    void aLongProgramIsSavedAndOneThatIsTooLongEndsTheConversation() throws Exception {
        lesson("1.3", false);
        var program = "// \"grüße\"\n".repeat(9_000).substring(0, 99_000);
        page.tell(Map.of("do", "save", "edit", 1, "text", program));
        page.word("saved");
        assertThat(classroom.workspace().file(product)).hasContent(program);
        page.tell(Map.of("do", "save", "edit", 2, "text", "x".repeat(100_001)));
        assertThat(page.closeCode()).isEqualTo(1008);
        assertThat(classroom.workspace().file(product)).hasContent(program);
    }

    /// A browser says what was typed last and is gone at once.
    @Test
    void whatIsSaidLastIsStillSaved() throws Exception {
        lesson("1.3", false);
        for (var i = 1; i <= 20; i++) {
            page.tell(Map.of("do", "save", "edit", i, "text", "// " + i));
        }
        page.close();
        var file = classroom.workspace().file(product);
        for (var i = 0;
                i < 600 && !(Files.exists(file) && Files.readString(file).equals("// 20"));
                i++) {
            Thread.sleep(50);
        }
        assertThat(file).hasContent("// 20");
    }

    private Map<?, ?> onThePath(Lesson lesson) throws Exception {
        try (var path = new Visitor(studio.link(), "path", false)) {
            path.say("look");
            return ((List<?>) path.word("path").get("units"))
                    .stream()
                            .flatMap(unit -> ((List<?>) ((Map<?, ?>) unit).get("lessons")).stream())
                            .map(it -> (Map<?, ?>) it)
                            .filter(it -> lesson.number().equals(it.get("number")))
                            .findFirst()
                            .orElseThrow();
        }
    }

    @Test
    void whatTheLearnersProgramDrewStandsOnThePathOnceItHasPassed() throws Exception {
        lesson("1.3", false);
        var pixels = new byte[3 * 72 * 72];
        java.util.Arrays.fill(pixels, (byte) 7);
        var made =
                Map.of(
                        "do",
                        "made",
                        "pixels",
                        java.util.Base64.getEncoder().encodeToString(pixels));
        page.tell(made);
        report(product.solution());
        assertThat(onThePath(product).containsKey("made")).isFalse();
        page.tell(made);
        page.tell(Map.of("do", "history"));
        page.word("history");
        var kept = String.valueOf(onThePath(product).get("made"));
        assertThat(kept).isNotBlank().hasSizeLessThan(1000);
        page.tell(Map.of("do", "made", "pixels", "<script>"));
        assertThat(page.word("trouble").get("why").toString()).contains("base64");
        assertThat(onThePath(product).get("made")).isEqualTo(kept);
        // a notebook may have been changed by anybody
        classroom.workspace().note(product, "made", "<img src=x onerror=alert(1)>");
        assertThat(onThePath(product).containsKey("made")).isFalse();
    }
}
