package dev.gradus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gradus.cli.learn.LessonText;
import dev.gradus.cli.learn.Overview;
import dev.gradus.cli.learn.ReportText;
import dev.gradus.cli.terminal.Terminal;
import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import dev.gradus.course.Section;
import dev.gradus.course.Words;
import dev.gradus.course.work.Archive;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.LessonFile;
import dev.gradus.course.work.Workspace;
import dev.gradus.io.AtomicFile;
import dev.gradus.train.record.RunsDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// Takes a learner through the lessons.
@Command(
        name = "learn",
        description = "Lessons to read, write and check. Without a command it lists them.",
        synopsisSubcommandLabel = "[COMMAND]",
        footerHeading = "%nExample:%n",
        footer = {
            "  gradus learn start       puts the program of the next lesson into my-lessons",
            "  gradus learn check       checks it, once it is changed and saved",
            "",
            "Without the number of a lesson the one is meant that is worked on. Nothing a learner has written is ever overwritten."
        })
final class LearnCommand implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 200;

    private final Terminal terminal;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "Where your programs lie; else my-lessons, here or in a folder above.")
    private @Nullable Path folder;

    LearnCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return list();
    }

    @Command(name = "list", description = "Lists the lessons and what you have done.")
    int list() throws IOException {
        new Overview(terminal).write(room());
        return ExitCode.DONE;
    }

    @Command(name = "start", description = "Shows a lesson and puts its starter into your folder.")
    int start(
            @Parameters(arity = "0..1", paramLabel = "LESSON", description = "Such as 1.1.")
                    @Nullable String name,
            @Option(
                            names = "--again",
                            description = "Put the starter there again; your version is kept.")
                    boolean again)
            throws IOException {
        var room = room();
        var lesson = lesson(room, name);
        var text = new LessonText(terminal);
        text.head(lesson);
        text.section(lesson, Section.PREDICT);
        text.ask(lesson);
        text.section(lesson, Section.IDEA);
        text.section(lesson, Section.VISUAL);
        text.section(lesson, Section.EXERCISE);
        text.section(lesson, Section.CHECK);
        var isNew = room.start(lesson);
        var number = lesson.number();
        terminal.line(
                Words.say(
                        "learn.program", terminal.bold(room.workspace().file(lesson).toString())));
        if (again && !isNew) {
            room.workspace().restart(lesson);
            terminal.line(Words.say("learn.again", number));
        } else {
            terminal.line(Words.say(isNew ? "learn.new" : "learn.kept"));
        }
        terminal.line("  " + Words.say("learn.commands", number, number, number));
        return ExitCode.DONE;
    }

    @Command(
            name = "check",
            description = "Checks your program; the exit code is 0 when it passes.")
    int check(
            @Parameters(arity = "0..1", paramLabel = "LESSON", description = "Such as 1.1.")
                    @Nullable String name)
            throws IOException, InterruptedException {
        var room = room();
        return check(room, lesson(room, name)) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private boolean check(Classroom room, Lesson lesson) throws IOException, InterruptedException {
        requireProgram(room, lesson);
        terminal.heading(Words.say("learn.checking", lesson.number()));
        var report = room.check(lesson);
        new ReportText(terminal).write(report);
        if (report.isPassed()) {
            new LessonText(terminal).section(lesson, Section.EXPLAIN);
            terminal.line(terminal.good(Words.say("learn.passed", lesson.number())));
            terminal.line(Overview.next(room));
        }
        return report.isPassed();
    }

    @Command(name = "hint", description = "Shows the next hint, from a nudge to nearly the answer.")
    int hint(
            @Parameters(arity = "0..1", paramLabel = "LESSON", description = "Such as 1.1.")
                    @Nullable String name)
            throws IOException {
        var room = room();
        var lesson = lesson(room, name);
        var hint = room.hint(lesson);
        terminal.heading(Words.say("learn.hint", hint.number(), hint.count()));
        new LessonText(terminal).prose(hint.text());
        var more = hint.number() < hint.count() ? "learn.hint.more" : "learn.hint.last";
        terminal.line(Words.say(more, lesson.number()));
        return ExitCode.DONE;
    }

    @Command(name = "solution", description = "Shows the solution, once your program has passed.")
    int solution(
            @Parameters(arity = "0..1", paramLabel = "LESSON", description = "Such as 1.1.")
                    @Nullable String name,
            @Option(names = "--show", description = "Show it before that.") boolean show)
            throws IOException {
        var room = room();
        var lesson = lesson(room, name);
        if (!show && !room.isPassed(lesson)) {
            throw CommandFailure.failed(
                    Words.say("learn.solution.locked", lesson.number(), lesson.number()));
        }
        new LessonText(terminal).code(room.solution(lesson));
        return ExitCode.DONE;
    }

    @Command(name = "undo", description = "Brings the version before the last check back.")
    int undo(
            @Parameters(arity = "0..1", paramLabel = "LESSON", description = "Such as 1.1.")
                    @Nullable String name)
            throws IOException {
        var room = room();
        var lesson = lesson(room, name);
        requireProgram(room, lesson);
        var undone = room.workspace().undo(lesson);
        terminal.line(
                undone
                        ? Words.say("learn.undone")
                        : Words.say("learn.undo.nothing", room.workspace().file(lesson)));
        return undone ? ExitCode.DONE : ExitCode.FAILED;
    }

    @Command(
            name = "watch",
            description = "Checks your program whenever you save it, until it passes.")
    int watch(
            @Parameters(arity = "0..1", paramLabel = "LESSON", description = "Such as 1.1.")
                    @Nullable String name)
            throws IOException, InterruptedException {
        var room = room();
        var lesson = lesson(room, name);
        requireProgram(room, lesson);
        var file = room.workspace().file(lesson);
        terminal.line(Words.say("learn.watching", file));
        while (true) {
            var checked = Files.readString(file);
            if (room.workspace().isOpened(lesson, checked)) {
                terminal.line(Words.say("learn.opened.waits", lesson.number()));
            } else if (check(room, lesson)) {
                return ExitCode.DONE;
            }
            // some editors take a file away for a moment while they save it
            while (!Files.exists(file) || Files.readString(file).equals(checked)) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    @Command(
            name = "export",
            description =
                    "Writes your programs, their versions, your progress and your runs into a file.")
    int export(
            @Parameters(paramLabel = "FILE", description = "Such as my-work.zip.") Path file,
            @Option(names = "--no-runs", description = "Leave the runs out.") boolean noRuns)
            throws IOException {
        var summary = archive(noRuns).write(file);
        terminal.line(
                Words.say(
                        "learn.exported",
                        file,
                        summary.lessons(),
                        summary.programs(),
                        summary.runs()));
        return ExitCode.DONE;
    }

    @Command(
            name = "import",
            description = "Adds what such a file holds; nothing you have is overwritten.")
    int take(
            @Parameters(paramLabel = "FILE", description = "Such as my-work.zip.") Path file,
            @Option(names = "--no-runs", description = "Leave the runs out.") boolean noRuns)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.failed(Words.say("learn.import.none", file));
        }
        var summary = archive(noRuns).read(file);
        terminal.line(
                Words.say(
                        "learn.imported",
                        file,
                        summary.lessons(),
                        summary.programs(),
                        summary.runs()));
        if (!summary.aside().isEmpty()) {
            terminal.line(Words.say("learn.import.aside", String.join(", ", summary.aside())));
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "save",
            description = "Writes one lesson into a file: program, versions, answers.")
    int save(
            @Parameters(paramLabel = "LESSON", description = "Such as 1.1.") String name,
            @Parameters(paramLabel = "FILE", description = "Such as shapes.json.") Path file)
            throws IOException {
        var room = room();
        var lesson = lesson(room, name);
        var content = lessonFile(() -> LessonFile.of(room, lesson, Map.of()));
        AtomicFile.write(file, out -> out.write(content.text().getBytes(UTF_8)));
        terminal.line(
                Words.say(
                        "learn.saved",
                        file,
                        lesson.number(),
                        content.versions().size(),
                        content.answers().size()));
        return ExitCode.DONE;
    }

    @Command(
            name = "open",
            description =
                    "Takes over a lesson that was saved as a file; the program you have is kept.")
    int open(
            @Parameters(paramLabel = "FILE", description = "Such as shapes.json.") Path file,
            @Option(names = "--show", description = "Only show what the file holds.") boolean show)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.failed(Words.say("learn.import.none", file));
        }
        var room = room();
        var content = lessonFile(() -> LessonFile.of(file));
        var lesson = lessonFile(() -> content.in(room));
        terminal.heading(
                Words.say(
                        "learn.file",
                        lesson.number(),
                        lesson.title(),
                        content.program().lines().count(),
                        content.versions().size(),
                        content.answers().size()));
        new LessonText(terminal).code(content.program());
        if (!show) {
            var isOther = content.take(room);
            terminal.line(Words.say("learn.opened", lesson.number()));
            if (isOther) {
                terminal.line(Words.say("learn.opened.aside", lesson.number()));
            }
        }
        return ExitCode.DONE;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /// What is wrong with a file is said, and nothing is changed.
    private static <T> T lessonFile(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        }
    }

    private Archive archive(boolean noRuns) {
        return new Archive(room(), noRuns ? Optional.empty() : RunsDirectory.ofUser());
    }

    private Classroom room() {
        return new Classroom(
                Course.bundled(),
                folder == null ? Workspace.near(Path.of("")) : new Workspace(folder));
    }

    private static Lesson lesson(Classroom room, @Nullable String name) throws IOException {
        return name == null
                ? room.next()
                        .orElseThrow(() -> CommandFailure.wrongUse(Words.say("learn.finished")))
                : room.course()
                        .lesson(name)
                        .orElseThrow(
                                () -> CommandFailure.wrongUse(Words.say("learn.unknown", name)));
    }

    private static void requireProgram(Classroom room, Lesson lesson) {
        if (!Files.exists(room.workspace().file(lesson))) {
            throw CommandFailure.failed(
                    Words.say("learn.nothing", lesson.number(), lesson.number()));
        }
    }
}
