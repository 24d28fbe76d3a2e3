package dev.gradus.studio.lesson;

import dev.gradus.course.Block;
import dev.gradus.course.Question;
import dev.gradus.course.prose.Markdown;
import dev.gradus.course.prose.Passage;
import dev.gradus.course.prose.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is read in a lesson, as maps and lists that a page puts together: no markup travels.
final class TextData {
    private final Glossary glossary;
    private int questions;

    TextData(Glossary glossary) {
        this.glossary = glossary;
    }

    /// Returns a part of the lesson.
    List<Object> part(List<Block> blocks) {
        glossary.beginPart();
        var data = new ArrayList<Object>();
        blocks.forEach(block -> data.add(block(block)));
        return data;
    }

    private Object block(Block block) {
        return switch (block) {
            case Block.Prose(var markdown) -> Map.of("prose", prose(markdown));
            case Block.Code(var language, var text) ->
                    Map.of("code", Map.of("language", language, "text", text));
            case Block.Ask(var question) -> Map.of("question", question(question));
            case Block.Picture(var visual) -> Map.of("picture", Map.of("name", visual.name()));
            case Block.Formula(var lines) -> Map.of("formula", lines);
        };
    }

    /// A question without a name of its own is known by its place.
    private Map<String, Object> question(Question question) {
        var place = ++questions;
        var data = new LinkedHashMap<String, Object>();
        data.put("name", question.name().isEmpty() ? "question " + place : question.name());
        data.put("text", prose(question.text()));
        data.put("isNumber", question.isNumber());
        data.put(
                "choices",
                question.choices().stream()
                        .map(choice ->
                                Map.of(
                                        "value", choice.text(),
                                        "text", spans(Markdown.spans(choice.text())),
                                        "isRight", choice.isRight(),
                                        "feedback", spans(Markdown.spans(choice.feedback()))))
                        .toList());
        return data;
    }

    /// Returns text in Markdown.
    List<Object> prose(String markdown) {
        var data = new ArrayList<Object>();
        for (var passage : Markdown.read(markdown)) {
            data.add(
                    switch (passage) {
                        case Passage.Paragraph(var spans) -> Map.of("paragraph", spans(spans));
                        case Passage.Items(var isCounted, var items) ->
                                Map.of(
                                        "items",
                                        items.stream().map(this::spans).toList(),
                                        "isCounted",
                                        isCounted);
                        case Passage.Grid(var head, var rows) ->
                                Map.of(
                                        "head",
                                        head.stream().map(this::spans).toList(),
                                        "rows",
                                        rows.stream()
                                                .map(row -> row.stream().map(this::spans).toList())
                                                .toList());
                    });
        }
        return data;
    }

    private List<Object> spans(List<Span> spans) {
        var data = new ArrayList<Object>();
        for (var span : spans) {
            switch (span) {
                case Span.Plain(var text) -> data.addAll(glossary.pieces(text));
                case Span.Strong(var inner) -> data.add(Map.of("strong", spans(inner)));
                case Span.Emphasis(var inner) -> data.add(Map.of("stressed", spans(inner)));
                case Span.Fixed(var text) -> data.add(Map.of("code", text));
                case Span.Marked(var term, var text) ->
                        data.add(Map.of("term", term, "text", text));
            }
        }
        return data;
    }
}
