package dev.gradus.course.prose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.Block;
import dev.gradus.course.Course;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void paragraphsListsAndTablesAreKnown() {
        var text =
                """
                One line
                and another.

                To do:
                1. first
                2. second,
                   longer

                | a | b |
                |---|---|
                | 1 | `x` |
                """;
        assertThat(Markdown.read(text))
                .containsExactly(
                        new Passage.Paragraph(List.of(new Span.Plain("One line and another."))),
                        new Passage.Paragraph(List.of(new Span.Plain("To do:"))),
                        new Passage.Items(
                                true,
                                List.of(
                                        List.of(new Span.Plain("first")),
                                        List.of(new Span.Plain("second, longer")))),
                        new Passage.Grid(
                                List.of(List.of(new Span.Plain("a")), List.of(new Span.Plain("b"))),
                                List.of(
                                        List.of(
                                                List.of(new Span.Plain("1")),
                                                List.of(new Span.Fixed("x"))))));
    }

    @Test
    void piecesOfALineAreKnown() {
        assertThat(Markdown.spans("a **b `c`** *d* [[w|weight]] 2 * 3 * 4 <b>"))
                .containsExactly(
                        new Span.Plain("a "),
                        new Span.Strong(List.of(new Span.Plain("b "), new Span.Fixed("c"))),
                        new Span.Plain(" "),
                        new Span.Emphasis(List.of(new Span.Plain("d"))),
                        new Span.Plain(" "),
                        new Span.Marked("w", "weight"),
                        new Span.Plain(" 2 * 3 * 4 <b>"));
    }

    /// Marks that nobody closed, headings and links would be shown as they stand.
    @Test
    void theLessonsAreWrittenInNothingElse() {
        for (var lesson : Course.bundled().lessons()) {
            lesson.sections().values().stream()
                    .flatMap(List::stream)
                    .filter(Block.Prose.class::isInstance)
                    .flatMap(block -> Markdown.read(((Block.Prose) block).markdown()).stream())
                    .forEach(passage ->
                            assertThat(plain(passage))
                                    .as("lesson %s", lesson.number())
                                    .doesNotContain("**", "`", "](", "[[")
                                    .doesNotContainPattern("^#"));
        }
    }

    private static String plain(Passage passage) {
        return switch (passage) {
            case Passage.Paragraph(var spans) -> plain(spans);
            case Passage.Items(_, var items) ->
                    String.join("\n", items.stream().map(MarkdownTest::plain).toList());
            case Passage.Grid(var head, var rows) ->
                    String.join("\n", head.stream().map(MarkdownTest::plain).toList())
                            + rows.stream().flatMap(List::stream).map(MarkdownTest::plain).toList();
        };
    }

    /// What is left as text; pieces of programs may hold anything.
    private static String plain(List<Span> spans) {
        var text = new StringBuilder();
        for (var span : spans) {
            switch (span) {
                case Span.Plain(var plain) -> text.append(plain);
                case Span.Strong(var inner) -> text.append(plain(inner));
                case Span.Emphasis(var inner) -> text.append(plain(inner));
                case Span.Fixed _, Span.Marked _ -> text.append('x');
            }
        }
        return text.toString();
    }
}
