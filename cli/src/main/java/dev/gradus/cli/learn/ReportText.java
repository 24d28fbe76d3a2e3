package dev.gradus.cli.learn;

import dev.gradus.cli.terminal.Terminal;
import dev.gradus.cli.text.Paragraph;
import dev.gradus.course.Words;
import dev.gradus.course.check.CheckKind;
import dev.gradus.course.check.CheckResult;
import dev.gradus.course.check.FailingCase;
import dev.gradus.course.check.Shown;
import dev.gradus.course.compile.CompileError;
import dev.gradus.course.run.Report;
import java.util.ArrayList;
import java.util.List;

/// Writes what came of a check as text: what held, and of what did not hold the smallest case.
public final class ReportText {
    private static final int WIDEST = 90;

    private final Terminal terminal;

    /// Writes to this terminal.
    public ReportText(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Writes a report.
    public void write(Report report) {
        report.results().forEach(this::result);
        report.errors().forEach(this::error);
        if (!report.printed().isEmpty()) {
            terminal.line(terminal.dim(Words.say("learn.printed")));
            report.printed().lines().forEach(line -> terminal.line("    " + line));
            if (!report.isPrintedWhole()) {
                terminal.line("    " + Words.say("learn.cut"));
            }
        }
        terminal.line();
        var verdict = report.verdict().said();
        terminal.line(
                terminal.bold(report.isPassed() ? terminal.good(verdict) : terminal.bad(verdict)));
        var isSaid =
                report.results().stream().anyMatch(it -> it.message().equals(report.message()));
        if (!isSaid) {
            paragraph(report.message(), "");
        }
    }

    private void result(CheckResult result) {
        var sign =
                result.isPassed() ? terminal.good(mark("✓", "ok")) : terminal.bad(mark("✗", "no"));
        terminal.line("%s %s".formatted(sign, result.name()));
        if (!result.message().isEmpty()) {
            paragraph(result.message(), "    ");
        }
        result.failing().ifPresent(this::failing);
        // how good a training is counts when it has passed, too
        if (!result.isPassed() || result.kind() == CheckKind.TRAINING) {
            result.figures()
                    .forEach(figure ->
                            terminal.line(
                                    "    %s: %s"
                                            .formatted(
                                                    figure.name(), Shown.number(figure.value()))));
        }
    }

    private void failing(FailingCase failing) {
        terminal.line("    " + terminal.dim(Words.say("learn.case")));
        for (var input : failing.inputs()) {
            value(input.name(), input.value().toString());
        }
        beside(failing.expected().toString(), failing.got().toString());
    }

    private void value(String name, String text) {
        var label = "      %s = ".formatted(name);
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            terminal.line((i == 0 ? label : " ".repeat(label.length())) + lines.get(i));
        }
    }

    /// What was expected and what came, next to each other where the line is wide enough.
    private void beside(String expected, String got) {
        var left = new ArrayList<>(List.of(Words.say("learn.expected")));
        left.addAll(expected.lines().toList());
        var right = new ArrayList<>(List.of(Words.say("learn.got")));
        right.addAll(got.lines().toList());
        var gap = left.stream().mapToInt(String::length).max().orElse(0) + 4;
        var wide = right.stream().mapToInt(String::length).max().orElse(0);
        if (6 + gap + wide > terminal.width()) {
            left.forEach(line -> terminal.line("      " + line));
            right.forEach(line -> terminal.line("      " + line));
            return;
        }
        for (var i = 0; i < Math.max(left.size(), right.size()); i++) {
            var first = i < left.size() ? left.get(i) : "";
            var second = i < right.size() ? right.get(i) : "";
            terminal.line(
                    ("      " + first + " ".repeat(gap - first.length()) + second).stripTrailing());
        }
    }

    private void error(CompileError error) {
        error.lines().forEach(terminal::line);
    }

    private String mark(String sign, String plain) {
        return terminal.unicode() ? sign : plain;
    }

    private void paragraph(String text, String indent) {
        for (var line :
                Paragraph.wrap(text, Math.min(terminal.width(), WIDEST) - indent.length())) {
            terminal.line(indent + line);
        }
    }
}
