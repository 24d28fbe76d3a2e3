package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.Course;
import dev.gradus.course.compile.ModulePath;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.Version;
import dev.gradus.course.work.Workspace;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever ends the studio, in the middle of whatever: progress and programs are whole.
class KilledTest {
    private static final String STARTER =
            """
            void main() throws Exception {
                var studio = dev.gradus.studio.Studio.start(0);
                IO.println(studio.link());
                Thread.sleep(600_000);
            }
            """;

    @TempDir Path folder;

    @Test
    void aStudioThatIsKilledInTheMiddleOfACheckLosesNothing() throws Exception {
        var space = Files.createDirectories(folder.resolve(Workspace.NAME));
        var classroom = new Classroom(Course.bundled(), new Workspace(space));
        var hello = classroom.course().lesson("0.1").orElseThrow();
        var endless =
                "class Exercise {\n    static int answer() {\n        while (true) { }\n    }\n}\n";
        var studio = start();
        var offspring = List.<ProcessHandle>of();
        try (var page = new Visitor(link(studio), "lesson", false)) {
            page.tell(Map.of("do", "open", "lesson", "0.1", "test", false));
            page.word("lesson");
            page.tell(Map.of("do", "check", "edit", 1, "text", hello.solution()));
            assertThat(page.word("report")).containsEntry("verdict", "PASSED");
            page.tell(Map.of("do", "check", "edit", 2, "text", endless));
            var stage = page.word("checking");
            while (String.valueOf(stage.get("running")).isEmpty()) {
                stage = page.word("checking");
            }
            offspring = studio.descendants().toList();
            assertThat(offspring).isNotEmpty();
        } finally {
            // kill -9: nobody is told
            studio.destroyForcibly();
            assertThat(studio.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(classroom.workspace().file(hello)).hasContent(endless);
        assertThat(classroom.isPassed(hello)).isTrue();
        assertThat(classroom.passedProgram(hello)).hasValue(hello.solution());
        assertThat(classroom.workspace().versions(hello))
                .extracting(Version::source)
                .contains(hello.solution(), endless);
        for (var child : offspring) {
            // the loop ends with the one who started it, long before its time is over
            assertThat(child.onExit())
                    .as("process %d", child.pid())
                    .succeedsWithin(Duration.ofSeconds(8));
        }
        var again = start();
        try (var page = new Visitor(link(again), "lesson", false)) {
            page.tell(Map.of("do", "open", "lesson", "0.1", "test", false));
            assertThat(page.word("lesson"))
                    .containsEntry("program", endless)
                    .containsEntry("passed", true);
        } finally {
            again.destroyForcibly();
        }
    }

    private Process start() throws Exception {
        var program = Files.writeString(folder.resolve("Starter.java"), STARTER);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        ModulePath.ofProcess(),
                        "--add-modules",
                        "dev.gradus.studio,jdk.incubator.vector",
                        "--add-exports",
                        "dev.gradus.studio/dev.gradus.studio=ALL-UNNAMED",
                        program.toString())
                .directory(folder.toFile())
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private static String link(Process studio) throws Exception {
        var line = studio.inputReader().readLine();
        assertThat(line).startsWith("http://127.0.0.1:");
        return line;
    }
}
