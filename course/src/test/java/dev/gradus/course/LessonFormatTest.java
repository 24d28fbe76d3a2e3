package dev.gradus.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever writes a lesson is told what is wrong with it, all at once and where.
class LessonFormatTest {
    private static final String PAGE =
            """
            # 7.1 Sample

            - minutes: 12
            - goal: Try it.
            - needs: nothing
            - seconds: 4

            ## Words

            - **sample**: one of many

            ## Predict

            Before.

            ```question number
            How many?
            (x) 3 | Yes.
            ( ) else | Count again.
            ```

            ## Idea

            Text.

            ```text
            ## no heading
            ```

            ## Visual

            ```visual box
            shape: 2 3
            ```

            ## Exercise

            Do it.

            ```question which
            Which?
            ( ) this | no
            (x) that | yes
            ```

            ## Check

            It is checked.

            ## Explain

            Why.

            ## Hint 1

            One.

            ## Hint 2

            Two.
            """;

    @TempDir Path folder;

    @Test
    void theTermsOfAFormulaHaveNames() throws IOException {
        var page = PAGE.replace("Text.\n", "```formula\ny = {sum: w·x} + {b: b}\n```\n");
        var formula =
                (Block.Formula) LessonReader.read(write(page)).section(Section.IDEA).getFirst();
        assertThat(formula.texts()).containsExactly("y = w·x + b");
        assertThat(formula.lines().getFirst())
                .extracting(Block.Formula.Piece::term)
                .containsExactly("", "sum", "", "b");
        var wrong = PAGE.replace("Text.\n", "```formula\ny = {sum w}\n```\n");
        assertThat(
                        catchThrowableOfType(
                                LessonFormatException.class, () -> LessonReader.read(write(wrong))))
                .hasMessageContaining("{w: weight}");
    }

    @Test
    void aPictureHasBothFilesOrNone() throws IOException {
        var lesson = write(PAGE);
        assertThat(LessonReader.read(lesson).picture()).isEmpty();
        Files.writeString(lesson.resolve("Picture.java"), "class Picture { }");
        assertThat(
                        catchThrowableOfType(
                                LessonFormatException.class, () -> LessonReader.read(lesson)))
                .hasMessageContaining("picture.js: this file is missing");
        Files.writeString(lesson.resolve("picture.js"), "export default 1;");
        assertThat(LessonReader.read(lesson).drawing()).hasValue("export default 1;");
    }

    @Test
    void aWholeLessonIsRead() throws IOException {
        var lesson = LessonReader.read(write(PAGE));
        assertThat(lesson.number()).isEqualTo("7.1");
        assertThat(lesson.title()).isEqualTo("Sample");
        assertThat(lesson.minutes()).isEqualTo(12);
        assertThat(lesson.limits().time()).hasSeconds(4);
        assertThat(lesson.needs()).isEmpty();
        assertThat(lesson.terms()).containsExactly(new Term("sample", "one of many"));
        assertThat(lesson.hints()).containsExactly("One.", "Two.");
        assertThat(lesson.section(Section.IDEA))
                .containsExactly(new Block.Prose("Text."), new Block.Code("text", "## no heading"));
        assertThat(lesson.visuals().getFirst().parameters()).containsEntry("shape", "2 3");
        assertThat(lesson.question("which").right().text()).isEqualTo("that");
        assertThat(lesson.wrongAnswers()).hasSize(3);
        assertThat(lesson.wrongAnswers().getFirst().message()).isEqualTo("message 0");
    }

    @Test
    void aMissingSectionIsNamed() throws IOException {
        assertThat(problems(PAGE.replace("## Explain", "## Explanation")))
                .anyMatch(it -> it.contains("lesson.md:50: there is no section Explanation"))
                .anyMatch(it -> it.contains("there is no section ## Explain"));
    }

    @Test
    void whatIsMissingInTheHeadIsNamed() throws IOException {
        assertThat(
                        problems(
                                PAGE.replace("- goal: Try it.\n", "")
                                        .replace("- minutes: 12", "- minutes: some")))
                .anyMatch(it -> it.contains("there is no line - goal:"))
                .anyMatch(it -> it.contains("minutes is some; it must be a number"));
        assertThat(problems(PAGE.replace("- seconds", "- sekonds")))
                .anyMatch(it -> it.contains("a lesson has no sekonds"));
        assertThat(problems(PAGE.replace("# 7.1 Sample", "Sample")))
                .anyMatch(it ->
                        it.contains("lesson.md:1: the first line must be a number and a title"));
        assertThat(problems(PAGE.replace("# 7.1", "# 7.2")))
                .anyMatch(it -> it.contains("must begin with 7.2-"));
    }

    @Test
    void aQuestionNeedsOneRightChoiceAndASentenceForEach() throws IOException {
        assertThat(problems(PAGE.replace("(x) 3 | Yes.", "( ) 3 | Yes.")))
                .anyMatch(it -> it.contains("one right choice (x)") && it.contains("0 and 2"));
        assertThat(problems(PAGE.replace("( ) this | no", "( ) this")))
                .anyMatch(it -> it.contains(":42: a choice is written"));
        assertThat(problems(PAGE.replace("(x) 3 |", "(x) three |")))
                .anyMatch(it -> it.contains("three is no number"));
        assertThat(problems(PAGE.replace("```question number", "```text")))
                .anyMatch(it -> it.contains("the section Predict has no block ```question"));
    }

    @Test
    void aBlockThatIsNeverClosedIsFound() throws IOException {
        assertThat(problems(PAGE + "\n## Words\n\n## Idea\n\n```java\nint i;\n"))
                .anyMatch(it -> it.contains("this block is never closed"))
                .anyMatch(it -> it.contains("there are two sections Idea"));
        assertThat(problems(PAGE.replace("shape: 2 3\n```", "shape: 2 3")))
                .anyMatch(it -> it.contains("picture is described by lines"));
    }

    @Test
    void missingFilesAndWrongAnswersWithoutAMessageAreNamed() throws IOException {
        var place = write(PAGE);
        Files.delete(place.resolve("Solution.java"));
        Files.writeString(place.resolve("wrong").resolve("W0.java"), "class Exercise {}");
        Files.writeString(
                place.resolve("wrong").resolve("W1.java"), "// expects: x\n// verdict: bad\n");
        assertThat(problems(place))
                .contains("7.1-sample/Solution.java: this file is missing")
                .anyMatch(it -> it.contains("wrong/W0.java:1: the first line must say"))
                .anyMatch(it ->
                        it.contains("there is no verdict bad; there are passed, wrong answer"));
    }

    @Test
    void aLessonMayNeedOnlyLessonsBeforeIt() throws IOException {
        write(PAGE.replace("- needs: nothing", "- needs: 7.2"));
        Files.writeString(folder.resolve("u7").resolve("unit.md"), "# U7 Seven\n\nAbout.\n");
        var failure = catchThrowableOfType(LessonFormatException.class, () -> Course.read(folder));
        assertThat(failure).hasMessageContaining("it needs 7.2, which is no lesson before it");
        write(PAGE);
        var unit = Course.read(folder).units().getFirst();
        assertThat(unit.title()).isEqualTo("Seven");
        assertThat(unit.about()).isEqualTo("About.");
    }

    private Path write(String page) throws IOException {
        var place = Files.createDirectories(folder.resolve("u7").resolve("7.1-sample"));
        Files.writeString(place.resolve("lesson.md"), page);
        for (var name : List.of("Exercise", "Solution", "Checks")) {
            Files.writeString(place.resolve(name + ".java"), "class " + name + " {}\n");
        }
        var wrong = Files.createDirectories(place.resolve("wrong"));
        for (var i = 0; i < 3; i++) {
            Files.writeString(wrong.resolve("W" + i + ".java"), "// expects: message " + i + "\n");
        }
        return place;
    }

    private List<String> problems(String page) throws IOException {
        return problems(write(page));
    }

    private static List<String> problems(Path place) {
        var failure =
                catchThrowableOfType(LessonFormatException.class, () -> LessonReader.read(place));
        assertThat(failure).isNotNull();
        return failure.problems().stream().map(it -> it.toString()).toList();
    }

    @Test
    void aUnitMayNameTheLessonThatStandsForIt() throws IOException {
        write(PAGE);
        var page = folder.resolve("u7").resolve("unit.md");
        Files.writeString(page, "# U7 Seven\n\n- test-out: 7.1\n\nAbout.\n");
        var unit = Course.read(folder).units().getFirst();
        assertThat(unit.about()).isEqualTo("About.");
        assertThat(unit.testOutLesson()).hasValue(unit.lessons().getFirst());
        Files.writeString(page, "# U7 Seven\n\n- test-out: 7.9\n");
        assertThat(catchThrowableOfType(LessonFormatException.class, () -> Course.read(folder)))
                .hasMessageContaining("no lesson 7.9 to test out with");
    }
}
