package dev.gradus.course.run;

import dev.gradus.course.Lesson;
import dev.gradus.course.Words;
import dev.gradus.course.check.Verdict;
import dev.gradus.course.compile.CompileError;
import dev.gradus.course.compile.ModulePath;
import dev.gradus.course.compile.SourceCompiler;
import dev.gradus.course.compile.SourceCompiler.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A learner's program and the checks of its lesson, as files in a folder that is thrown away.
record Submission(Lesson lesson, Path folder) {
    private static final List<String> MODULES = List.of(ModulePath.LIBRARY, "dev.gradus.course");

    Path classes() {
        return folder.resolve("classes");
    }

    /// The child reads the page for its questions; solution and wrong answers stay at home.
    Path lessonFolder() {
        return folder.resolve(lesson.folder());
    }

    Path eventsFile() {
        return folder.resolve("events");
    }

    String eventsText() throws IOException {
        return Files.exists(eventsFile()) ? Files.readString(eventsFile()) : "";
    }

    /// Compiles program and checks; returns the report when they cannot be.
    Optional<Report> compile(String source, String shownAs) throws IOException {
        Files.createDirectories(classes());
        Files.createDirectories(lessonFolder());
        Files.writeString(lessonFolder().resolve("lesson.md"), lesson.page());
        var exercise = Files.writeString(folder.resolve("Exercise.java"), source);
        var checks = Files.writeString(folder.resolve("Checks.java"), lesson.checks());
        var outcome = SourceCompiler.compile(List.of(exercise, checks), classes(), MODULES);
        return switch (outcome) {
            case Outcome.Compiled _ -> Optional.empty();
            case Outcome.Refused(var errors) -> Optional.of(refused(errors, exercise, shownAs));
        };
    }

    private Report refused(List<CompileError> errors, Path exercise, String shownAs) {
        var own =
                errors.stream()
                        .filter(error -> error.file().equals(exercise.toString()))
                        .map(error -> KindWords.explained(error.in(shownAs)))
                        .toList();
        var message =
                own.isEmpty()
                        ? Words.say("run.contract", contract(errors.getFirst()))
                        : Words.say(
                                "run.compile",
                                own.size() == 1
                                        ? Words.say("run.compile.one")
                                        : Words.say("run.compile.many", own.size()));
        return new Report(
                lesson.number(), Verdict.DOES_NOT_COMPILE, message, List.of(), own, "", true);
    }

    /// What the compiler says of the line of a check that does not fit the learner's program.
    private static String contract(CompileError error) {
        var details = error.details().stream().map(String::strip).toList();
        return (error.message() + " " + String.join(", ", details)).strip();
    }
}
