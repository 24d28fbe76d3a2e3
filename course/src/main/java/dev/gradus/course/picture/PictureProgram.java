package dev.gradus.course.picture;

import dev.gradus.course.Lesson;
import dev.gradus.course.check.Verdict;
import dev.gradus.course.compile.CompileError;
import dev.gradus.course.compile.ModulePath;
import dev.gradus.course.compile.SourceCompiler;
import dev.gradus.course.compile.SourceCompiler.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The program of a picture, compiled with the exercise that it calls.
final class PictureProgram {
    private static final List<String> MODULES = List.of(ModulePath.LIBRARY, "dev.gradus.course");

    private PictureProgram() {}

    /// Compiles the picture of a lesson with an exercise into the folder `classes`.
    ///
    /// @throws PictureException if it does not compile
    static Path compile(Lesson lesson, String exercise, Path folder)
            throws IOException, PictureException {
        var classes = Files.createDirectories(folder.resolve("classes"));
        var source =
                lesson.picture()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "lesson %s has no Picture.java"
                                                .formatted(lesson.number())));
        var files =
                List.of(
                        Files.writeString(folder.resolve("Exercise.java"), exercise),
                        Files.writeString(folder.resolve("Picture.java"), source));
        return switch (SourceCompiler.compile(files, classes, MODULES)) {
            case Outcome.Compiled _ -> classes;
            case Outcome.Refused(var errors) ->
                    throw new PictureException(Verdict.DOES_NOT_COMPILE, said(errors.getFirst()));
        };
    }

    private static String said(CompileError error) {
        var name = Path.of(error.file()).getFileName();
        return String.join("\n", error.in(String.valueOf(name)).lines());
    }
}
