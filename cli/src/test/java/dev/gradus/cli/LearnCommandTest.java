package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.Course;
import dev.gradus.course.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnCommandTest {
    private static final String RIGHT = "class Exercise { static int answer() { return 784; } }";

    @TempDir Path folder;

    @Test
    void listsTheLessonsAndTheNextOne() {
        assertThat(learn("list").out())
                .contains("U0  Start here", "1.1", "Shapes", "open", "gradus learn start 0.1");
        assertThat(learn().out()).isEqualTo(learn("list").out());
    }

    @Test
    void startShowsTheLessonAndPutsTheStarterThereOnce() throws IOException {
        var result = learn("start");
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("0.1 Hello, studio", "Predict", "How many numbers", "Exercise")
                .contains(file("0.1-hello").toString(), "gradus learn check 0.1")
                .doesNotContain("784", "**");
        Files.writeString(file("0.1-hello"), RIGHT);
        assertThat(learn("start", "0.1").out()).contains("as you left it");
        assertThat(file("0.1-hello")).hasContent(RIGHT);
        assertThat(learn("list").out()).contains("begun");
    }

    @Test
    void theStarterIsPutThereAgainOnRequestAndUndoBringsTheWorkBack() throws IOException {
        learn("start", "0.1");
        Files.writeString(file("0.1-hello"), RIGHT);
        assertThat(learn("start", "0.1", "--again").out()).contains("kept");
        assertThat(Files.readString(file("0.1-hello"))).contains("return 0;");
        assertThat(learn("undo", "0.1").exitCode()).isZero();
        assertThat(file("0.1-hello")).hasContent(RIGHT);
    }

    @Test
    void checkSaysWhatIsExpectedBesideWhatCameAndThenExplains() throws IOException {
        learn("start", "0.1");
        Files.writeString(file("0.1-hello"), RIGHT.replace("784", "56"));
        var wrong = learn("check");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.out())
                .contains("wrong answer", "28 plus 28", "expected    got", "784         56");
        Files.writeString(file("0.1-hello"), RIGHT);
        var right = learn("check");
        assertThat(right.exitCode()).isZero();
        assertThat(right.out())
                .contains("passed", "You have just used", "Next: Learning is fitting");
        assertThat(learn("list").out()).contains("done");
        assertThat(learn("solution", "0.1").out()).contains("28 * 28");
    }

    @Test
    void hintsComeOneByOneAndTheSolutionWaits() {
        assertThat(learn("hint", "0.1").out()).contains("Hint 1 of 3", "another one");
        assertThat(learn("hint", "0.1").out()).contains("Hint 2 of 3");
        assertThat(learn("hint", "0.1").out()).contains("Hint 3 of 3", "--show");
        assertThat(learn("hint", "0.1").out()).contains("Hint 3 of 3");
        var locked = learn("solution", "0.1");
        assertThat(locked.exitCode()).isEqualTo(1);
        assertThat(locked.err()).contains("--show");
        assertThat(learn("solution", "0.1", "--show").out()).contains("28 * 28");
    }

    @Test
    void watchChecksWhenTheFileIsSavedUntilItPasses() throws Exception {
        learn("start", "0.1");
        var results = new ArrayList<Shell.Result>();
        var watching = Thread.ofPlatform().start(() -> results.add(learn("watch", "0.1")));
        var hello = Course.bundled().lesson("0.1").orElseThrow();
        while (new Workspace(folder).versions(hello).isEmpty()) {
            Thread.sleep(20);
        }
        Files.writeString(file("0.1-hello"), RIGHT);
        watching.join(60_000);
        assertThat(results).hasSize(1);
        assertThat(results.getFirst().out()).contains("not started yet", "passed");
    }

    @Test
    void workIsCarriedElsewhereInOneFile() throws IOException {
        learn("start", "0.1");
        Files.writeString(file("0.1-hello"), RIGHT);
        learn("check");
        var file = folder.resolve("work.zip");
        assertThat(learn("export", file, "--no-runs").out())
                .contains("1 lessons, 1 programs", "0 runs");
        var elsewhere = folder.resolve("elsewhere");
        assertThat(Shell.gradus("learn", "import", file, "--no-runs", "--folder", elsewhere).out())
                .contains("1 lessons, 1 programs");
        assertThat(elsewhere.resolve("0.1-hello").resolve("Exercise.java")).hasContent(RIGHT);
        assertThat(Shell.gradus("learn", "list", "--folder", elsewhere).out()).contains("done");
        var damaged = Files.writeString(folder.resolve("x.zip"), "nothing");
        assertThat(learn("import", damaged, "--no-runs").err())
                .contains("x.zip is not a file of work");
        assertThat(learn("import", folder.resolve("none.zip")).err()).contains("There is no file");
    }

    @Test
    void oneLessonIsCarriedElsewhereAndNothingThatIsThereIsLost() throws IOException {
        learn("start", "0.1");
        Files.writeString(file("0.1-hello"), RIGHT);
        var file = folder.resolve("hello.json");
        assertThat(learn("save", "0.1", file).out()).contains("holds lesson 0.1");
        Files.writeString(file("0.1-hello"), "class Exercise { /* mine */ }");
        assertThat(learn("open", file, "--show").out())
                .contains("Lesson 0.1, Hello, studio: a program of 1 lines", RIGHT);
        assertThat(file("0.1-hello")).hasContent("class Exercise { /* mine */ }");
        assertThat(learn("open", file).out())
                .contains(RIGHT, "Nothing of it has been run", "gradus learn undo 0.1");
        assertThat(file("0.1-hello")).hasContent(RIGHT);
        assertThat(learn("list").out()).doesNotContain("done");
        assertThat(learn("undo", "0.1").exitCode()).isZero();
        assertThat(file("0.1-hello")).hasContent("class Exercise { /* mine */ }");
        var hostile = Files.writeString(folder.resolve("x.json"), "[".repeat(100_000));
        var refused = learn("open", hostile);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("no file of a lesson").doesNotContain("Exception");
        assertThat(learn("open", folder.resolve("none.json")).err()).contains("There is no file");
        assertThat(learn("save", "9.9", file).err()).contains("There is no lesson 9.9");
    }

    @Test
    void aTrainingThatPassedTellsItsScores() throws IOException {
        learn("start", "2.4");
        var descent = Course.bundled().lesson("2.4").orElseThrow();
        Files.writeString(file("2.4-descent"), descent.solution());
        assertThat(learn("check", "2.4").out())
                .contains("passed", "Three trainings gave", "median", "seed 1:", "baseline");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(learn("start", "9.9").err()).contains("There is no lesson 9.9");
        assertThat(learn("start", "9.9").exitCode()).isEqualTo(2);
        assertThat(learn("check", "0.2").err()).contains("gradus learn start 0.2");
    }

    private Path file(String lesson) {
        return folder.resolve(lesson).resolve("Exercise.java");
    }

    private Shell.Result learn(Object... arguments) {
        var all = new ArrayList<Object>(List.of("learn"));
        all.addAll(List.of(arguments));
        all.add("--folder");
        all.add(folder);
        return Shell.gradus(all.toArray());
    }
}
