package dev.gradus.studio.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The exported program ends with the very numbers of the run that it was exported from.
class ProgramTest {
    private static final int EPOCHS = 12;

    static List<Setup> setups() {
        var some = List.of(Feature.X, Feature.Y, Feature.SIN_X, Feature.SIN_Y);
        return List.of(
                setup(
                        PointSet.SPIRAL,
                        7,
                        some,
                        List.of(6, 4),
                        Bend.TANH,
                        Rule.ADAM,
                        0,
                        Measure.CROSS_ENTROPY,
                        Penalty.L2),
                setup(
                        PointSet.XOR,
                        1,
                        List.of(Feature.values()),
                        List.of(3),
                        Bend.RELU,
                        Rule.MOMENTUM,
                        10,
                        Measure.SQUARED_ERROR,
                        Penalty.NONE),
                setup(
                        PointSet.CIRCLE,
                        2,
                        List.of(Feature.X_SQUARED),
                        List.of(),
                        Bend.LINEAR,
                        Rule.NESTEROV,
                        30,
                        Measure.CROSS_ENTROPY,
                        Penalty.L1),
                setup(
                        PointSet.GAUSSIANS,
                        999_999,
                        List.of(Feature.Y, Feature.X),
                        List.of(2, 2, 2),
                        Bend.LEAKY_RELU,
                        Rule.RMSPROP,
                        5,
                        Measure.CROSS_ENTROPY,
                        Penalty.L2),
                setup(
                        PointSet.SPIRAL,
                        3,
                        some,
                        List.of(8),
                        Bend.GELU,
                        Rule.ADAGRAD,
                        50,
                        Measure.CROSS_ENTROPY,
                        Penalty.NONE),
                setup(
                        PointSet.SPIRAL,
                        3,
                        some,
                        List.of(4, 4),
                        Bend.SIGMOID,
                        Rule.SGD,
                        1,
                        Measure.SQUARED_ERROR,
                        Penalty.L1),
                setup(
                        PointSet.PLANE,
                        5,
                        List.of(Feature.X, Feature.Y),
                        List.of(3),
                        Bend.TANH,
                        Rule.ADAM,
                        30,
                        Measure.SQUARED_ERROR,
                        Penalty.L2),
                setup(
                        PointSet.HILLS,
                        6,
                        some,
                        List.of(4, 4),
                        Bend.RELU,
                        Rule.ADAM,
                        0,
                        Measure.SQUARED_ERROR,
                        Penalty.NONE),
                setup(
                        PointSet.XOR,
                        0,
                        some,
                        List.of(4),
                        Bend.LINEAR,
                        Rule.ADAM,
                        0,
                        Measure.CROSS_ENTROPY,
                        Penalty.L2));
    }

    private static Setup setup(
            Source data,
            long seed,
            List<Feature> features,
            List<Integer> layers,
            Bend bend,
            Rule rule,
            int batch,
            Measure loss,
            Penalty penalty) {
        return new Setup(
                data, 120, 0.15, 0.3, seed, features, layers, bend, rule, 0.003, batch, loss,
                penalty, 0.001);
    }

    @ParameterizedTest
    @MethodSource("setups")
    void theProgramEndsWithTheNumbersOfTheRun(Setup setup, @TempDir Path folder) throws Exception {
        var run = new Run(1, Samples.of(setup, Optional.empty()));
        learn(run);
        endsAlike(run, folder);
    }

    @Test
    void aProgramOfOwnDataHoldsTheDataAndNoneOfTheirWords(@TempDir Path folder) throws Exception {
        var own = OwnDataTest.table(400);
        var setup =
                setup(
                        new Columns(0, 1, 2, OwnDataTest.HOSTILE),
                        7,
                        List.of(Feature.X, Feature.Y),
                        List.of(4),
                        Bend.TANH,
                        Rule.ADAM,
                        20,
                        Measure.CROSS_ENTROPY,
                        Penalty.L2);
        var run = new Run(1, Samples.of(setup, Optional.of(own)));
        learn(run);
        assertThat(run.program().text()).doesNotContain("script");
        endsAlike(run, folder);
    }

    @Test
    void aProgramOfABranchGoesTheWholeWay(@TempDir Path folder) throws Exception {
        var first = setups().getFirst();
        var run = new Run(1, Samples.of(first, Optional.empty()));
        learn(run);
        run.look(5);
        var slower = run.branch(2, first.learning(new Command.Lane(Rule.ADAM, 0.001)));
        learn(slower);
        slower.look(9);
        var other = slower.branch(3, first.learning(new Command.Lane(Rule.NESTEROV, 0.01)));
        learn(other);
        assertThat(other.experiment().epoch()).isEqualTo(9 + EPOCHS);
        endsAlike(other, folder);
    }

    @Test
    void aBranchWithTheSameSettingsIsTheSameRun() {
        var setup = setups().getFirst();
        var run = new Run(1, Samples.of(setup, Optional.empty()));
        learn(run);
        run.look(5);
        var again = run.branch(2, setup);
        for (var i = 5; i < EPOCHS; i++) {
            again.learn();
        }
        assertThat(again.experiment().weights())
                .usingRecursiveComparison()
                .isEqualTo(run.experiment().weights());
    }

    private static void learn(Run run) {
        for (var i = 0; i < EPOCHS; i++) {
            run.learn();
        }
    }

    private static void endsAlike(Run run, Path folder) throws IOException, InterruptedException {
        var setup = run.experiment().setup();
        var answers = run.experiment().lessons().answers(run.experiment().network());
        var seen = setup.points() - setup.unseenPoints();
        assertThat(output(run.program(), folder))
                .containsExactly(
                        line("seen", answers.train(), seen),
                        line("unseen", answers.test(), setup.unseenPoints()));
    }

    @ParameterizedTest
    @EnumSource
    void thePointsFollowFromTheSeed(PointSet data) {
        var points = data.points(50, 0.2, 4);
        assertThat(data.points(50, 0.2, 4)).isEqualTo(points).hasSize(50);
        assertThat(data.points(50, 0.2, 5)).isNotEqualTo(points);
    }

    private static String line(String part, Score score, int size) {
        return String.format(
                Locale.ROOT,
                "%s: loss %.6f, %d of %d right",
                part,
                score.loss(),
                Math.round(score.right() * size),
                size);
    }

    private static List<String> output(Program program, Path folder)
            throws IOException, InterruptedException {
        var source = folder.resolve(program.name());
        Files.writeString(source, program.text());
        var process =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-XX:+UseSerialGC",
                                "--module-path",
                                modulePath(),
                                "--add-modules",
                                "dev.gradus,dev.gradus.jvm",
                                "-Duser.language=en",
                                source.toString())
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
        var lines =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertThat(process.waitFor())
                .as("%s%n%s", program.text(), Files.readString(folder.resolve("errors")))
                .isZero();
        return lines;
    }

    /// The modules that this test runs with, whichever path they are on.
    private static String modulePath() {
        return Stream.of("jdk.module.path", "java.class.path")
                .map(name -> System.getProperty(name, ""))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator, -1)))
                .filter(entry ->
                        entry.endsWith(".jar") || Files.exists(Path.of(entry, "module-info.class")))
                .filter(entry -> !entry.contains("junit") && !entry.contains("surefire"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
