package dev.gradus.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A Java source file that is made up or found, and where its first line stands for the reader.
///
/// @param place the file to name in a message
/// @param linesBefore how many lines of the text stand before the reader's own first line
/// @param firstLine the reader's own first line, counted from 1
/// @param text the whole source
public record Source(String place, int linesBefore, int firstLine, String text) {

    /// The name of the class that a compact source file declares without saying so.
    static final String NAME = "Program";

    /// A file that is read by itself, from its first line on.
    public static Source file(String place, String text) {
        return new Source(place, 0, 1, text);
    }

    /// Returns whether the text can be parsed at all.
    boolean parses() {
        return parse().isPresent();
    }

    /// Returns the class that has the `main` method, if any has.
    Optional<String> mainClass() {
        return parse().stream()
                .flatMap(unit -> unit.getTypeDecls().stream())
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(Source::hasMain)
                .map(type ->
                        type.getSimpleName().isEmpty() ? NAME : type.getSimpleName().toString())
                .findFirst();
    }

    /// Returns whether methods or variables stand outside of any class.
    boolean isCompact() {
        return parse().stream()
                .flatMap(unit -> unit.getTypeDecls().stream())
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .anyMatch(type -> type.getSimpleName().contentEquals(NAME));
    }

    /// Says where and what a message of the compiler is about, in the reader's own lines.
    String explain(Diagnostic<?> message) {
        var line = message.getLineNumber() - linesBefore + firstLine - 1;
        return "%s:%d: %s".formatted(place, Math.max(line, firstLine), message.getMessage(null));
    }

    JavaFileObject toFileObject() {
        return new SimpleJavaFileObject(
                URI.create("string:///" + NAME + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private Optional<CompilationUnitTree> parse() {
        var messages = new DiagnosticCollector<JavaFileObject>();
        var task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        messages,
                                        List.of("-proc:none"),
                                        null,
                                        List.of(toFileObject()));
        try {
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            var failed =
                    messages.getDiagnostics().stream()
                            .anyMatch(message -> message.getKind() == Diagnostic.Kind.ERROR);
            return failed ? Optional.empty() : Optional.of(units.getFirst());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean hasMain(ClassTree type) {
        return type.getMembers().stream()
                .anyMatch(member ->
                        member instanceof MethodTree method
                                && method.getName().contentEquals("main"));
    }
}
