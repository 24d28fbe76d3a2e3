package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "studio", "learn", "predict", "run", "doctor", "bench"})
    void everyCommandHasHelpWithAnExample(String command) {
        var result = Shell.gradus(command, "--help");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("Example:", "  gradus " + command);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        var result = Shell.gradus();
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains("quickstart", "learn", "predict", "run", "doctor", "bench");
    }

    @Test
    void helpAndVersionAreNoMistakes() {
        assertThat(Shell.gradus("--help").exitCode()).isZero();
        assertThat(Shell.gradus("--version").out())
                .contains("Gradus", System.getProperty("java.version"));
    }

    @Test
    void anUnknownOptionIsWrongUseAndTheRightOneIsSuggested() {
        var result = Shell.gradus("quickstart", "--epoch", "3");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains("--epoch", "Did you mean --epochs", "gradus quickstart --help");
    }

    @Test
    void anUnknownCommandIsWrongUse() {
        var result = Shell.gradus("quickstrat");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("quickstrat", "quickstart");
    }

    @Test
    void whereItHappenedIsShownOnRequestOnly(@TempDir Path folder) {
        var missing = folder.resolve("First.java");
        assertThat(Shell.gradus("run", missing).err())
                .contains(missing.toString())
                .doesNotContain("\tat ");
        assertThat(Shell.gradus("--debug", "run", missing).err()).contains("\tat dev.gradus.cli");
        assertThat(Shell.gradus("run", "--debug", missing).err()).contains("\tat dev.gradus.cli");
    }
}
