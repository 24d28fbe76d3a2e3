package dev.gradus.studio.lesson;

import dev.gradus.course.Lesson;
import dev.gradus.course.run.Report;
import dev.gradus.course.run.Stage;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.LessonFile;
import dev.gradus.io.Json;
import dev.gradus.studio.path.Keepsake;
import dev.gradus.studio.server.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One lesson that is open: its program, its checks, its picture.
final class LessonDesk implements AutoCloseable {
    /// The parts of a lesson in which its program is at hand.
    private static final Set<String> AT_WORK = Set.of("exercise", "check", "explain");

    private static final Set<String> PHASES =
            Set.of("predict", "idea", "visual", "exercise", "check", "explain");

    /// The note that says that the picture shall not run the learner's program.
    private static final String SWAP = "swap";

    private static final int MOST_VERSIONS = 100;

    private final Wire wire;
    private final Classroom classroom;
    private final Lesson lesson;
    private final boolean isTest;
    private final ProgramFile file;
    private final CheckDesk checks;
    private Optional<PictureDesk> picture = Optional.empty();

    LessonDesk(Wire wire, Classroom classroom, Lesson lesson, boolean isTest) {
        this.wire = wire;
        this.classroom = classroom;
        this.lesson = lesson;
        this.isTest = isTest;
        file = new ProgramFile(classroom, lesson);
        checks = new CheckDesk(wire, classroom, lesson, this::checked);
    }

    /// Tells the page everything.
    void show() throws IOException {
        var data = new LessonData(classroom, lesson).of(file.open(), isTest);
        var program = classroom.passedProgram(lesson);
        var runs = program.filter(_ -> wantsSwap());
        data.put("swappable", program.isPresent());
        data.put("swapped", runs.isPresent());
        if (lesson.picture().isPresent()) {
            picture = Optional.of(new PictureDesk(wire, lesson, runs));
        }
        wire.tell(Json.line(data));
    }

    private boolean wantsSwap() {
        try {
            return !"off".equals(classroom.workspace().notes(lesson).get(SWAP));
        } catch (IOException _) {
            // the notebook has just been read; without it there is no program to run either
            return false;
        }
    }

    void carryOut(Request request) throws IOException {
        switch (request) {
            case Request.Open _, Request.Part _, Request.Look _, Request.Take _ ->
                    throw new IllegalStateException("done by the page");
            case Request.Save(var edit, var text) -> save(edit, text);
            case Request.Overwrite(var edit, var text) -> {
                file.overwrite(text);
                saved(edit);
            }
            case Request.Keep(var text) -> classroom.workspace().keep(lesson, text);
            case Request.Check(var edit, var text) -> {
                if (save(edit, text)) {
                    checks.start();
                }
            }
            case Request.Stop _ -> checks.stop();
            case Request.Ask ask -> picture.ifPresent(desk -> desk.ask(ask));
            case Request.Swap(var on) -> swap(on);
            case Request.Stand(var phase) -> stand(phase);
            case Request.Answered(var question, var answer) ->
                    classroom.workspace().note(lesson, LessonData.ANSWER + question, answer);
            case Request.Made(var pixels) -> made(Keepsake.of(pixels));
            case Request.Hint _ -> hint();
            case Request.Solution _ -> solution();
            case Request.History _ -> history();
            case Request.Restore(var number) -> program("restored", file.restore(number));
            case Request.Reset _ -> program("reset", file.reset());
            case Request.Pack(var state) -> pack(state);
        }
    }

    /// Notices what another editor has saved.
    void look() throws IOException {
        var other = file.changedOutside();
        if (other.isPresent()) {
            tell("outside", Map.of("text", other.get()));
            // what came in a file is run when the learner says so
            if (!classroom.workspace().isOpened(lesson, other.get())) {
                checks.start();
            }
        }
    }

    /// Returns whether it was saved.
    private boolean save(long edit, String text) throws IOException {
        var other = file.save(text);
        if (other.isPresent()) {
            tell("conflict", Map.of("text", other.get()));
            return false;
        }
        saved(edit);
        return true;
    }

    private void saved(long edit) {
        tell("saved", Map.of("edit", edit));
    }

    private void stand(String phase) throws IOException {
        if (!PHASES.contains(phase)) {
            throw new IllegalArgumentException("a lesson has no part " + phase);
        }
        if (AT_WORK.contains(phase)) {
            file.start();
        }
        classroom.workspace().note(lesson, LessonData.PHASE, phase);
    }

    private void swap(boolean on) throws IOException {
        classroom.workspace().note(lesson, SWAP, on ? "on" : "off");
        var program = on ? classroom.passedProgram(lesson) : Optional.<String>empty();
        picture.ifPresent(desk -> desk.use(program));
    }

    /// A picture is the learner's own once a program of theirs has passed.
    private void made(Keepsake picture) throws IOException {
        if (classroom.passedProgram(lesson).isPresent()) {
            classroom.workspace().note(lesson, Keepsake.note(), picture.text());
        }
    }

    private void hint() throws IOException {
        var hint = classroom.hint(lesson);
        var data = new LessonData(classroom, lesson);
        tell("hints", Map.of("shown", data.hints(hint.number())));
    }

    private void solution() throws IOException {
        var words = new LinkedHashMap<String, Object>();
        words.put("text", classroom.solution(lesson));
        words.putAll(new LessonData(classroom, lesson).explanation());
        tell("solution", words);
    }

    private void history() throws IOException {
        var versions = new ArrayList<Map<String, Object>>();
        for (var version : classroom.workspace().versions(lesson).reversed()) {
            if (versions.size() < MOST_VERSIONS) {
                versions.add(
                        Map.of(
                                "number", version.number(),
                                "kept", version.kept().toEpochMilli(),
                                "source", version.source()));
            }
        }
        tell("history", Map.of("versions", versions));
    }

    private void pack(Map<String, ?> state) throws IOException {
        var content = LessonFile.of(classroom, lesson, state);
        tell(
                "file",
                Map.of(
                        "name",
                        "lesson-%s.json".formatted(lesson.number()),
                        "text",
                        content.text()));
    }

    private void program(String why, String text) throws IOException {
        var versions = classroom.workspace().versions(lesson);
        var words = new LinkedHashMap<String, Object>();
        words.put("why", why);
        words.put("text", text);
        // what was there before is the newest version that is another text
        versions.reversed().stream()
                .filter(version -> !version.source().equals(text))
                .findFirst()
                .ifPresent(version -> words.put("undo", version.number()));
        tell("program", words);
    }

    /// Runs on the thread that checks.
    private void checked(Report report, Stage stage) {
        var words = new LinkedHashMap<>(report.data());
        words.put("checks", stage.checks());
        words.put("running", stage.running().orElse(""));
        CodeLine.of(report).ifPresent(line -> words.put("line", line));
        try {
            if (report.isPassed()) {
                words.putAll(new LessonData(classroom, lesson).explanation());
                if (isTest) {
                    testOut();
                }
            }
            tell("report", words);
            if (report.isPassed()) {
                var program = classroom.passedProgram(lesson).filter(_ -> wantsSwap());
                picture.ifPresent(desk -> desk.use(program));
            }
        } catch (IOException e) {
            tell("trouble", Map.of("why", String.valueOf(e.getMessage())));
        }
    }

    private void testOut() throws IOException {
        for (var unit : classroom.course().units()) {
            if (unit.testOutLesson().filter(lesson::equals).isPresent()) {
                classroom.testOut(unit);
            }
        }
    }

    private void tell(String what, Map<String, Object> words) {
        var said = new LinkedHashMap<String, Object>();
        said.put("is", what);
        said.putAll(words);
        wire.tell(Json.line(said));
    }

    @Override
    public void close() {
        checks.close();
        picture.ifPresent(PictureDesk::close);
    }
}
