package dev.gradus.course.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import dev.gradus.course.process.Undisturbed;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// Compiles what a learner writes against the library.
public final class SourceCompiler {
    private SourceCompiler() {}

    /// What came of compiling.
    public sealed interface Outcome {
        /// It compiled; `mainClass` is the class to start.
        record Compiled(String mainClass) implements Outcome {}

        /// It did not; each error says where and why.
        record Refused(List<CompileError> errors) implements Outcome {
            /// Copies the list.
            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    /// Returns whether this Java can compile at all.
    public static boolean isAvailable() {
        return ToolProvider.getSystemJavaCompiler() != null;
    }

    /// Compiles one source file into the folder `classes`.
    ///
    /// @throws IOException if the source cannot be read
    public static Outcome compile(Path source, Path classes) throws IOException {
        return compile(List.of(source), classes, List.of(ModulePath.LIBRARY));
    }

    /// Compiles source files that belong together, with the types of these modules at hand.
    ///
    /// @throws IOException if a source cannot be read
    public static Outcome compile(List<Path> sources, Path classes, List<String> modules)
            throws IOException {
        // an interrupt would break what everything in this Java compiles with
        return Undisturbed.run(() -> compileHere(sources, classes, modules));
    }

    private static Outcome compileHere(List<Path> sources, Path classes, List<String> modules)
            throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException(
                    "this Java has no compiler: start Gradus with a JDK, not with a JRE");
        }
        var messages = new DiagnosticCollector<JavaFileObject>();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(messages, null, StandardCharsets.UTF_8)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    said,
                                    files,
                                    messages,
                                    options(classes, modules),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            var mainClass = Optional.<String>empty();
            for (var unit : task.parse()) {
                mainClass = mainClass.or(() -> firstClass(unit));
            }
            task.analyze();
            task.generate();
            var errors = errors(messages);
            if (errors.isEmpty() && mainClass.isPresent()) {
                return new Outcome.Compiled(mainClass.get());
            }
            return new Outcome.Refused(
                    errors.isEmpty()
                            ? List.of(
                                    CompileError.ofFile(
                                            sources.getFirst(),
                                            "there is nothing to run in it" + said))
                            : errors);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<String> options(Path classes, List<String> modules) {
        return List.of(
                "-proc:none",
                "-Xlint:none",
                // a learner reads the first few; the rest mostly follow from them
                "-Xmaxerrs",
                "20",
                "--module-path",
                ModulePath.ofProcess(),
                "--add-modules",
                String.join(",", modules),
                "-d",
                classes.toString());
    }

    private static List<CompileError> errors(DiagnosticCollector<JavaFileObject> messages) {
        var errors = new ArrayList<CompileError>();
        for (var message : messages.getDiagnostics()) {
            if (message.getKind() == Diagnostic.Kind.ERROR) {
                errors.add(CompileError.of(message));
            }
        }
        return errors;
    }

    private static Optional<String> firstClass(CompilationUnitTree unit) {
        var prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(type -> prefix + ((ClassTree) type).getSimpleName())
                .findFirst();
    }
}
