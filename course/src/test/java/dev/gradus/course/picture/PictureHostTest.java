package dev.gradus.course.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import dev.gradus.course.check.Verdict;
import dev.gradus.course.run.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures are computed in a Java of their own, and each way in which that can go wrong has its name.
class PictureHostTest {
    private static final Lesson PRODUCT = Course.bundled().lesson("1.3").orElseThrow();
    private static final Limits TIGHT = new Limits(Duration.ofSeconds(2), 48, 32, 1_000);

    @Test
    void theSolutionAnswersUntilTheLearnersProgramDoes() throws Exception {
        var inputs = Map.of("a", List.of(List.of(1, 2)), "b", List.of(List.of(3), List.of(4)));
        try (var host = PictureHost.start(PRODUCT, Optional.empty())) {
            assertThat(host.ask("product", inputs))
                    .isEqualTo(
                            Map.of(
                                    "result", List.of(List.of(11.0)),
                                    "terms", List.of(List.of(List.of(3.0, 8.0)))));
        }
        var source =
                "class Exercise { static double[][] matmul(double[][] a, double[][] b) { return new double[][] {{-7}}; } }";
        try (var host = PictureHost.start(PRODUCT, Optional.of(source))) {
            assertThat((Map<?, ?>) host.ask("product", inputs))
                    .extracting("result")
                    .isEqualTo(List.of(List.of(-7.0)));
        }
    }

    @Test
    void everyKindOfValueArrives() throws Exception {
        try (var host =
                host("return in.text(\"what\").equals(\"null\") ? null : Values.some(in);")) {
            assertThat(host.ask("q", Map.of("what", "null"))).isNull();
            assertThat(
                            (Map<?, ?>)
                                    host.ask(
                                            "q",
                                            Map.of(
                                                    "what",
                                                    "all",
                                                    "n",
                                                    "NaN",
                                                    "t",
                                                    List.of("a", "b"),
                                                    "on",
                                                    true)))
                    .isEqualTo(
                            Map.of(
                                    "numbers", List.of("NaN", "-Infinity", 1.5),
                                    "count", 3.0,
                                    "texts", List.of("a", "b"),
                                    "on", true,
                                    "tensor",
                                            List.of(List.of(0.0, 1.0, 2.0), List.of(3.0, 4.0, 5.0)),
                                    "record", Map.of("x", 1.0, "name", "two")));
        }
    }

    @Test
    void anEndlessLoopIsNamedAndTheNextQuestionIsAnswered() throws Exception {
        try (var host = host("while (in.flag(\"loop\")) { Thread.onSpinWait(); } return 1;")) {
            var failure =
                    catchThrowableOfType(
                            PictureException.class, () -> host.ask("q", Map.of("loop", true)));
            assertThat(failure.verdict()).isEqualTo(Verdict.RAN_TOO_LONG);
            assertThat(failure).hasMessageContaining("after 2 seconds");
            assertThat(host.ask("q", Map.of("loop", false))).isEqualTo(1.0);
        }
    }

    @Test
    void theLineOfTheLearnersLoopIsNamed() throws Exception {
        var source =
                "class Exercise {\n static double[][] matmul(double[][] a, double[][] b) {\n  while (true) { }\n }\n}";
        try (var host = PictureHost.start(PRODUCT, Optional.of(source), TIGHT)) {
            assertThatThrownBy(() ->
                            host.ask(
                                    "product",
                                    Map.of("a", List.of(List.of(1)), "b", List.of(List.of(1)))))
                    .isInstanceOf(PictureException.class)
                    .hasMessageContaining("line 3");
        }
    }

    @Test
    void memoryThreadsExitAndExceptionsAreNamed() throws Exception {
        var body =
                """
                switch (in.text("what")) {
                    case "memory" -> { var all = new ArrayList<int[]>(); while (true) { all.add(new int[100_000]); } }
                    case "threads" -> { while (true) { Thread.ofPlatform().start(() -> { try { Thread.sleep(100_000); } catch (InterruptedException e) { } }); } }
                    case "exit" -> System.exit(3);
                    case "throw" -> throw new IllegalStateException("broken");
                    case "kind" -> { return new Object(); }
                    case "much" -> { return "x".repeat(9_000_000); }
                    default -> { }
                }
                System.out.println("{\\"id\\": 1}");
                return "fine";
                """;
        try (var host = host(body)) {
            assertThat(verdict(host, "memory")).isEqualTo(Verdict.USED_TOO_MUCH_MEMORY);
            assertThat(verdict(host, "threads")).isEqualTo(Verdict.STARTED_TOO_MANY_THREADS);
            assertThat(verdict(host, "exit")).isEqualTo(Verdict.ENDED_THE_PROGRAM);
            assertThat(verdict(host, "throw")).isEqualTo(Verdict.THREW);
            assertThat(verdict(host, "kind")).isEqualTo(Verdict.THREW);
            assertThat(verdict(host, "much")).isIn(Verdict.THREW, Verdict.USED_TOO_MUCH_MEMORY);
            assertThat(host.ask("q", Map.of("what", "fine"))).isEqualTo("fine");
        }
    }

    @Test
    void aPictureThatDoesNotCompileIsToldSo() {
        var failure =
                catchThrowableOfType(
                        PictureException.class,
                        () -> PictureHost.start(PRODUCT, Optional.of("class Exercise { }")));
        assertThat(failure.verdict()).isEqualTo(Verdict.DOES_NOT_COMPILE);
        assertThat(failure).hasMessageContaining("Picture.java:").hasMessageContaining("matmul");
    }

    @Test
    void whatIsClosedLeavesNoProcessAndNoFile(@TempDir Path folder) throws Exception {
        var sign = folder.resolve("pid");
        var host =
                host(
                        "try { Files.writeString(Path.of(\"%s\"), ProcessHandle.current().pid() + \" \" + Path.of(\"\").toAbsolutePath()); } catch (IOException e) { throw new UncheckedIOException(e); } return 1;"
                                .formatted(sign));
        host.ask("q", Map.of());
        var said = Files.readString(sign).split(" ", 2);
        host.close();
        var process = ProcessHandle.of(Long.parseLong(said[0]));
        if (process.isPresent()) {
            process.get().onExit().get(5, TimeUnit.SECONDS);
        }
        assertThat(Path.of(said[1])).doesNotExist();
        assertThatThrownBy(() -> host.ask("q", Map.of())).hasMessageContaining("closed");
    }

    private static Verdict verdict(PictureHost host, String what) {
        return catchThrowableOfType(
                        PictureException.class, () -> host.ask("q", Map.of("what", what)))
                .verdict();
    }

    private static PictureHost host(String body) throws Exception {
        var source =
                """
                import module dev.gradus.course;
                import module dev.gradus;
                import module java.base;

                final class Picture implements LessonPicture {
                    @Override
                    public Object answer(String question, Inputs in) {
                        %s
                    }
                }

                class Values {
                    record Pair(double x, String name) {}

                    static Object some(Inputs in) {
                        return Map.of(
                                "numbers", new double[] {in.number("n"), Double.NEGATIVE_INFINITY, 1.5},
                                "count", 3L,
                                "texts", List.of(in.texts("t")),
                                "on", in.flag("on"),
                                "tensor", Tensor.of(new float[][] {{0, 1, 2}, {3, 4, 5}}),
                                "record", new Pair(1, "two"));
                    }
                }
                """
                        .formatted(body);
        return PictureHost.start(with(source), Optional.empty(), TIGHT);
    }

    private static Lesson with(String picture) {
        var p = PRODUCT;
        return new Lesson(
                p.number(),
                p.folder(),
                p.title(),
                p.minutes(),
                p.goal(),
                p.needs(),
                p.terms(),
                p.sections(),
                p.hints(),
                p.page(),
                p.starter(),
                p.solution(),
                p.checks(),
                Optional.of(picture),
                p.drawing(),
                p.style(),
                p.wrongAnswers(),
                p.limits());
    }
}
