package dev.gradus.course.run;

import dev.gradus.course.Words;
import dev.gradus.course.compile.CompileError;
import java.util.ArrayList;

/// Adds to what the compiler says a sentence for somebody who has not met it often.
final class KindWords {
    private KindWords() {}

    static CompileError explained(CompileError error) {
        var key = key(error.message());
        if (key.isEmpty()) {
            return error;
        }
        var details = new ArrayList<>(error.details());
        details.add(Words.say(key));
        return new CompileError(
                error.file(), error.line(), error.column(), error.text(), error.message(), details);
    }

    private static String key(String message) {
        if (message.contains("reached end of file")) {
            return "compile.end";
        }
        if (message.contains("possible lossy conversion")) {
            return "compile.lossy";
        }
        if (message.startsWith("incompatible types")) {
            return "compile.types";
        }
        if (message.startsWith("cannot find symbol")) {
            return "compile.symbol";
        }
        if (message.startsWith("missing return")) {
            return "compile.return";
        }
        if (message.contains("might not have been initialized")) {
            return "compile.initialized";
        }
        if (message.startsWith("unreachable")) {
            return "compile.unreachable";
        }
        return message.endsWith("expected") ? "compile.expected" : "";
    }
}
