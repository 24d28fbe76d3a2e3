package dev.gradus.course.compile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/// One mistake that the compiler found.
///
/// @param file the name of the source
/// @param line the number of the line, from 1, or 0 when it is about the whole file
/// @param column where in that line, from 1
/// @param text that line
/// @param message what is wrong
/// @param details what the compiler adds, line by line
public record CompileError(
        String file, long line, long column, String text, String message, List<String> details) {
    private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private static final Pattern OUR_TYPE =
            Pattern.compile("dev\\.gradus(?:\\.[a-z]\\w*)*\\.[A-Z]\\w*");

    /// Copies the list.
    public CompileError {
        details = List.copyOf(details);
    }

    static CompileError ofFile(Path source, String message) {
        return new CompileError(source.toString(), 0, 0, "", message, List.of());
    }

    static CompileError of(Diagnostic<? extends JavaFileObject> diagnostic) {
        var said = new ArrayList<>(simple(diagnostic.getMessage(Locale.ENGLISH)).lines().toList());
        var message = said.isEmpty() ? "it cannot be compiled" : said.removeFirst();
        var source = diagnostic.getSource();
        if (source == null || diagnostic.getLineNumber() == Diagnostic.NOPOS) {
            return new CompileError(
                    source == null ? "" : source.getName(), 0, 0, "", message, said);
        }
        if (Objects.equals(diagnostic.getCode(), "compiler.err.bad.file.name")) {
            said.add(
                    "The name of a file must be the name of a class: letters and digits, such as MyNetwork.java.");
        }
        if (Objects.equals(diagnostic.getCode(), "compiler.err.ref.ambiguous")) {
            var ours = OUR_TYPE.matcher(diagnostic.getMessage(Locale.ENGLISH));
            if (ours.find()) {
                said.add("Say which one is meant: import " + ours.group() + ";");
            }
        }
        var content = content(source);
        // the compiler's own columns count a tab as up to eight
        var position = Math.clamp(diagnostic.getPosition(), 0, content.length());
        var begin = content.lastIndexOf('\n', position - 1) + 1;
        return new CompileError(
                source.getName(),
                diagnostic.getLineNumber(),
                position - begin + 1L,
                content.substring(begin).lines().findFirst().orElse(""),
                message,
                said);
    }

    /// Leaves the packages of types out, as people do when they speak of them.
    private static String simple(String message) {
        return QUALIFIER.matcher(message).replaceAll("");
    }

    private static String content(JavaFileObject source) {
        try {
            return source.getCharContent(true).toString();
        } catch (IOException _) {
            // the error is shown without its line
            return "";
        }
    }

    /// Returns the same error, said of a file by another name.
    public CompileError in(String name) {
        return new CompileError(name, line, column, text, message, details);
    }

    /// Returns the error as people read it: file and line, what is wrong, the line itself and a caret
    /// under the place.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        var place = line == 0 ? file : "%s:%d".formatted(file, line);
        lines.add(place.isEmpty() ? message : place + ": " + message);
        if (line > 0) {
            var margin = "%5d | ".formatted(line);
            lines.add(margin + text);
            lines.add(" ".repeat(margin.length() - 2) + "| " + indentation() + "^");
        }
        details.forEach(detail -> lines.add("        " + detail.strip()));
        return lines;
    }

    /// As wide as what stands before the place: a tab stays a tab.
    private String indentation() {
        var before = text.substring(0, Math.clamp(column - 1, 0, text.length()));
        return before.replaceAll("[^\t]", " ");
    }
}
