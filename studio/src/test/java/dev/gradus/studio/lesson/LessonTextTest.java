package dev.gradus.studio.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.course.Block;
import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import dev.gradus.course.Section;
import dev.gradus.course.Words;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said to a page and what it may say.
class LessonTextTest {
    private static final Course COURSE = Course.bundled();
    private static final Lesson PRODUCT = COURSE.lesson("1.3").orElseThrow();

    @Test
    void aWordIsShownOnceInAPartAndKnowsItsLesson() {
        var glossary = new Glossary(COURSE, PRODUCT);
        glossary.beginPart();
        assertThat(
                        glossary.pieces(
                                "Dot products fill a matrix product, the shape [2, 2]; a dot product."))
                .containsExactly(
                        Map.of("word", "dot product", "text", "Dot products"),
                        " fill a ",
                        Map.of("word", "matrix product", "text", "matrix product"),
                        ", the ",
                        Map.of("word", "shape", "text", "shape"),
                        " [2, 2]; a dot product.");
        assertThat(glossary.meanings()).containsOnlyKeys("dot product", "matrix product", "shape");
        assertThat((Map<?, ?>) glossary.meanings().get("shape"))
                .extracting("lesson")
                .isEqualTo("1.1");
        glossary.beginPart();
        assertThat(glossary.pieces("shape"))
                .containsExactly(Map.of("word", "shape", "text", "shape"));
    }

    @Test
    void wordsOfLaterLessonsAreNotGivenAway() {
        var glossary = new Glossary(COURSE, COURSE.lesson("0.1").orElseThrow());
        assertThat(glossary.pieces("a matrix product")).containsExactly("a matrix product");
        assertThat(glossary.pieces("reshapes nothing")).containsExactly("reshapes nothing");
    }

    @Test
    void aPartTravelsAsDataWithoutMarkup() {
        var text = new TextData(new Glossary(COURSE, COURSE.lessons().getFirst()));
        var data = text.part(List.of(new Block.Prose("An *a* `<b>` and [[w|weight]].")));
        assertThat(data)
                .containsExactly(
                        Map.of(
                                "prose",
                                List.of(
                                        Map.of(
                                                "paragraph",
                                                List.of(
                                                        "An ",
                                                        Map.of("stressed", List.of("a")),
                                                        " ",
                                                        Map.of("code", "<b>"),
                                                        " and ",
                                                        Map.of("term", "w", "text", "weight"),
                                                        ".")))));
    }

    @Test
    void aQuestionComesWithASentenceForEachChoice() {
        var text = new TextData(new Glossary(COURSE, PRODUCT));
        var question =
                (Map<?, ?>)
                        ((Map<?, ?>) text.part(PRODUCT.section(Section.PREDICT)).getLast())
                                .get("question");
        assertThat(question.get("name")).isEqualTo("question 1");
        assertThat((List<?>) question.get("choices")).hasSize(4);
    }

    @Test
    void theLineIsFoundInWhateverLanguageItIsSaid() {
        assertThat(CodeLine.of("No. " + Words.say("threw.line", 12))).hasValue(12);
        assertThat(CodeLine.of(Words.say("run.time.line", 7) + " More.")).hasValue(7);
        assertThat(CodeLine.of("line 7 of nothing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{}",
                "{\"do\": \"fly\"}",
                "{\"do\": \"open\", \"lesson\": 3, \"test\": false}",
                "{\"do\": \"save\", \"edit\": \"1\", \"text\": \"\"}",
                "{\"do\": \"restore\", \"number\": 99999999999}",
                "{\"do\": \"ask\", \"id\": 1, \"question\": \"q\", \"inputs\": []}"
            })
    void whatMakesNoSenseIsRefused(String said) {
        assertThatThrownBy(() -> Request.of(said)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProgramHasAnEnd() {
        var text = "x".repeat(Request.MOST_CHARACTERS);
        assertThat(Request.of("{\"do\": \"keep\", \"text\": \"%s\"}".formatted(text)))
                .isEqualTo(new Request.Keep(text));
        assertThatThrownBy(
                        () -> Request.of("{\"do\": \"keep\", \"text\": \"%sx\"}".formatted(text)))
                .hasMessageContaining("100001 characters; it may have 100000");
    }
}
