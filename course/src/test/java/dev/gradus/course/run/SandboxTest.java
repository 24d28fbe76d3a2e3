package dev.gradus.course.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import dev.gradus.course.check.Verdict;
import dev.gradus.io.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each way in which a program can go wrong has its name.
class SandboxTest {
    private static final Lesson HELLO = Course.bundled().lesson("0.1").orElseThrow();
    private static final Limits TIGHT = new Limits(Duration.ofSeconds(5), 48, 32, 1_000);

    @TempDir Path folder;

    @Test
    void aRightProgramPassesAndWhatItPrintsIsKept() throws Exception {
        var report = check("System.out.println(\"grüße\"); return 784;");
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.printed()).isEqualTo("grüße");
        assertThat(report.isPrintedWhole()).isTrue();
        assertThat(report.results()).hasSize(1);
    }

    @Test
    void aWrongNumberComesWithTheCaseAsData() throws Exception {
        var failing = check("return 780;").results().getFirst().failing().orElseThrow();
        assertThat(failing.expected()).hasToString("784");
        assertThat(failing.got()).hasToString("780");
        assertThat(failing.inputs()).extracting(input -> input.name()).contains("width");
        assertThat(Json.write(check("return 780;").data()))
                .contains("\"WRONG_ANSWER\"", "\"expected\"", "784.0");
    }

    @Test
    void theStarterIsNotStartedYetWhateverItsSpaces() throws Exception {
        var report = Sandbox.check(HELLO, HELLO.starter() + "\n\n  ", "Exercise.java");
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_STARTED);
        assertThat(report.results()).isNotEmpty();
    }

    @Test
    void aProgramThatDoesNotCompileIsToldTheLineInItsOwnFile() throws Exception {
        var report =
                Sandbox.check(
                        HELLO,
                        "class Exercise {\n    static int answer() {\n        return 784\n    }\n}\n",
                        "my-lessons/Exercise.java");
        assertThat(report.verdict()).isEqualTo(Verdict.DOES_NOT_COMPILE);
        assertThat(report.message()).contains("1 mistake");
        assertThat(report.errors().getFirst().line()).isEqualTo(3);
        assertThat(String.join("\n", report.errors().getFirst().lines()))
                .contains("my-lessons/Exercise.java:3: ';' expected", "Something is missing here");
    }

    @Test
    void aMethodThatWasRenamedIsMissedByItsName() throws Exception {
        var report =
                Sandbox.check(HELLO, "class Exercise { static int reply() { return 784; } }", "E");
        assertThat(report.verdict()).isEqualTo(Verdict.DOES_NOT_COMPILE);
        assertThat(report.message()).contains("answer", "as the starter has them");
    }

    @Test
    void anEndlessLoopIsStoppedAndItsLineIsNamed() throws Exception {
        var report =
                check("int n = 1; while (n != 0) { n |= 1; } return n;", Duration.ofMillis(400));
        assertThat(report.verdict()).isEqualTo(Verdict.RAN_TOO_LONG);
        assertThat(report.message())
                .contains("after 0.400 seconds", "in line 3", "tells how many numbers");
    }

    @Test
    void aProgramThatCatchesEverythingIsStoppedToo() throws Exception {
        var report =
                check(
                        "while (true) { try { Thread.sleep(5); System.out.println(\"x\".repeat(500)); } catch (Throwable t) { } }",
                        Duration.ofMillis(400));
        assertThat(report.verdict()).isEqualTo(Verdict.RAN_TOO_LONG);
        assertThat(report.printed()).hasSize(1_000);
        assertThat(report.isPrintedWhole()).isFalse();
    }

    @Test
    void growingWithoutEndIsTooMuchMemory() throws Exception {
        var report =
                check(
                        "var all = new java.util.ArrayList<int[]>(); while (true) { all.add(new int[100_000]); }");
        assertThat(report.verdict()).isEqualTo(Verdict.USED_TOO_MUCH_MEMORY);
        assertThat(report.message()).contains("48 MB");
    }

    @Test
    void memoryThatAnotherThreadUsesUpIsNamedToo() throws Exception {
        var report =
                check(
                        """
                        Thread t = new Thread(() -> { var all = new java.util.ArrayList<int[]>(); while (true) all.add(new int[100_000]); });
                        t.start();
                        try { t.join(); } catch (InterruptedException e) { }
                        return 784;
                        """);
        assertThat(report.verdict()).isEqualTo(Verdict.USED_TOO_MUCH_MEMORY);
    }

    @Test
    void manyThreadsAreNamed() throws Exception {
        var report =
                check(
                        "while (true) { new Thread(() -> { try { Thread.sleep(100_000); } catch (InterruptedException e) { } }).start(); }");
        assertThat(report.verdict()).isEqualTo(Verdict.STARTED_TOO_MANY_THREADS);
        assertThat(report.message()).contains("32 threads");
    }

    @Test
    void exitIsNamedWithItsLine() throws Exception {
        var report = check("System.exit(0); return 784;");
        assertThat(report.verdict()).isEqualTo(Verdict.ENDED_THE_PROGRAM);
        assertThat(report.message()).contains("System.exit", "code 0", "line 3");
    }

    @Test
    void haltingIsNamedLikeExit() throws Exception {
        var report = check("Runtime.getRuntime().halt(5); return 784;");
        assertThat(report.verdict()).isEqualTo(Verdict.ENDED_THE_PROGRAM);
        assertThat(report.message()).contains("code 5");
    }

    @Test
    void aMethodThatCallsItselfForEverIsNamed() throws Exception {
        var report = check("return answer() + 1;");
        assertThat(report.verdict()).isEqualTo(Verdict.CALLED_ITSELF_TOO_OFTEN);
    }

    @Test
    void anExceptionIsExplainedWithItsLine() throws Exception {
        var report = check("int[] a = new int[3]; return a[a.length];");
        assertThat(report.verdict()).isEqualTo(Verdict.THREW);
        assertThat(report.message()).contains("0 to n - 1", "line 3");
    }

    @Test
    void neitherInputNorEnvironmentReachesTheProgram() throws Exception {
        var report =
                check(
                        """
                        try {
                            return System.getenv("HOME") == null && System.in.read() == -1 ? 784 : 0;
                        } catch (java.io.IOException e) {
                            return 1;
                        }
                        """);
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void whatItStartsEndsWithIt() throws Exception {
        var sign = folder.resolve("pid");
        var start =
                "try { var p = new ProcessBuilder(\"sleep\", \"600\").start();"
                        + " java.nio.file.Files.writeString(java.nio.file.Path.of(\"%s\"), \"\" + p.pid());"
                                .formatted(sign)
                        + " } catch (java.io.IOException e) { return 1; } ";
        assertThat(check(start + "return 784;").verdict()).isEqualTo(Verdict.PASSED);
        assertThatItEnded(sign);
        assertThat(check(start + "while (true) { }", Duration.ofMillis(400)).verdict())
                .isEqualTo(Verdict.RAN_TOO_LONG);
        assertThatItEnded(sign);
    }

    private static void assertThatItEnded(Path sign) throws Exception {
        var process = ProcessHandle.of(Long.parseLong(Files.readString(sign)));
        if (process.isPresent()) {
            process.get().onExit().get(5, java.util.concurrent.TimeUnit.SECONDS);
        }
    }

    @Test
    void aThreadThatIsLeftRunningDoesNotHoldTheReportUp() throws Exception {
        var report =
                check(
                        "new Thread(() -> { while (true) { Thread.onSpinWait(); } }).start(); return 784;",
                        Duration.ofSeconds(60));
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void whoeverIsInterruptedEndsTheProgram() throws Exception {
        var failure = new java.util.concurrent.atomic.AtomicReference<Throwable>();
        var thread =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                check("while (true) { }", Duration.ofSeconds(60));
                            } catch (Throwable e) {
                                failure.set(e);
                            }
                        });
        // it may still be compiling or waiting: it is interrupted all the same
        Thread.sleep(300);
        thread.interrupt();
        thread.join(10_000);
        assertThat(failure.get()).isInstanceOf(InterruptedException.class);
    }

    private static Report check(String body) throws Exception {
        return check(body, TIGHT.time());
    }

    /// The body begins in line 3.
    private static Report check(String body, Duration time) throws Exception {
        var source =
                "class Exercise {\n    static int answer() {\n        " + body + "\n    }\n}\n";
        return Sandbox.check(HELLO, source, "Exercise.java", TIGHT.withTime(time));
    }
}
