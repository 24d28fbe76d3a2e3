package dev.gradus.cli.learn;

import dev.gradus.cli.terminal.Terminal;
import dev.gradus.cli.text.Paragraph;
import dev.gradus.course.Block;
import dev.gradus.course.Lesson;
import dev.gradus.course.Question;
import dev.gradus.course.Section;
import dev.gradus.course.Visual;
import dev.gradus.course.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a lesson as text.
public final class LessonText {
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern MARK = Pattern.compile("\\[\\[[\\w-]+\\|(.+?)]]");
    private static final Pattern ITEM = Pattern.compile("(?:-|\\d+\\.) ");
    private static final int WIDEST = 90;

    private final Terminal terminal;
    private final int width;

    /// Writes to this terminal.
    public LessonText(Terminal terminal) {
        this.terminal = terminal;
        width = Math.min(terminal.width(), WIDEST);
    }

    /// Writes title, goal and words.
    public void head(Lesson lesson) {
        terminal.heading("%s %s".formatted(lesson.number(), lesson.title()));
        paragraph(
                Words.say("learn.goal", lesson.goal())
                        + " "
                        + Words.say("learn.minutes", lesson.minutes()),
                "");
        terminal.heading(Words.say("learn.words"));
        lesson.terms()
                .forEach(term ->
                        paragraph("**%s**: %s".formatted(term.name(), term.meaning()), "  "));
    }

    /// Writes a section and its heading.
    public void section(Lesson lesson, Section section) {
        terminal.heading(section.heading());
        lesson.section(section).forEach(this::block);
    }

    /// Writes text in Markdown.
    public void prose(String markdown) {
        for (var paragraph : MARK.matcher(markdown).replaceAll("$1").split("\n\\s*\n", -1)) {
            var lines = paragraph.lines().toList();
            if (lines.stream().anyMatch(line -> ITEM.matcher(line).lookingAt())) {
                lines.forEach(line -> paragraph(line, "  "));
            } else {
                paragraph(String.join(" ", lines), "");
            }
            terminal.line();
        }
    }

    /// Writes lines of a program as they are.
    public void code(String text) {
        text.lines().forEach(line -> terminal.line("    " + line));
        terminal.line();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Prose(var markdown) -> prose(markdown);
            case Block.Code(_, var text) -> code(text);
            case Block.Ask(var question) -> question(question);
            case Block.Picture(var visual) -> visual(visual);
            case Block.Formula formula -> code(String.join("\n", formula.texts()));
        }
    }

    private void question(Question question) {
        prose(question.text());
        if (!question.isNumber()) {
            for (var i = 0; i < question.choices().size(); i++) {
                paragraph(
                        "%s  %s".formatted(Question.letter(i), question.choices().get(i).text()),
                        "  ");
            }
            terminal.line();
        }
    }

    private void visual(Visual visual) {
        var parameters =
                visual.parameters().entrySet().stream()
                        .map(it -> it.getKey() + ": " + it.getValue())
                        .collect(Collectors.joining("; "));
        terminal.line(terminal.dim(Words.say("learn.picture", visual.name(), parameters)));
        terminal.line();
    }

    private void paragraph(String text, String indent) {
        for (var line : Paragraph.wrap(text, width - indent.length())) {
            terminal.line(indent + emphasised(line));
        }
    }

    /// A word between stars stands out where it stays in one line; stars are left out in any case.
    private String emphasised(String line) {
        return BOLD.matcher(line)
                .replaceAll(it -> Matcher.quoteReplacement(terminal.bold(it.group(1))))
                .replace("**", "");
    }

    /// Asks the first question of the lesson, if somebody is there to answer it.
    ///
    /// @throws IOException if the answer cannot be read
    public void ask(Lesson lesson) throws IOException {
        if (!terminal.interactive()) {
            return;
        }
        terminal.line(Words.say("learn.answer"));
        var answers =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        var answer = answers.readLine();
        if (answer != null && !answer.isBlank()) {
            prose(feedback(lesson.questions().getFirst(), answer));
        }
    }

    private static String feedback(Question question, String answer) {
        return question.answered(answer)
                .map(Question.Choice::feedback)
                .orElseGet(() -> Words.say("learn.question.again", answer));
    }
}
