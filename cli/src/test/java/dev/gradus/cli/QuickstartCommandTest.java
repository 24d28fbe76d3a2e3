package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.compile.SourceCompiler;
import dev.gradus.io.Json;
import dev.gradus.train.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartCommandTest {
    @TempDir Path folder;

    @Test
    void trainsJudgesSavesAndReports() throws IOException {
        var out = folder.resolve("made here");
        var json = folder.resolve("figures.json");
        var result =
                Shell.gradus(
                        "quickstart", "--epochs", "1", "--seed", "5", "--out", out, "--json", json);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("Data", "Split", "Network", "1/1  loss", "unseen", "linear model")
                .contains("Its surest mistakes", "Saved", "What to do next", "predict", "doctor")
                .doesNotContain("\r", "\u001b");

        var figures = Json.read(Files.readString(json));
        assertThat(figures)
                .containsOnlyKeys(
                        "test_accuracy",
                        "macro_f1",
                        "baseline_accuracy",
                        "epochs",
                        "seconds_training",
                        "samples_per_second",
                        "seconds_to_first_step",
                        "parameters",
                        "model_file",
                        "weights_sha256",
                        "threads",
                        "seed")
                .containsEntry("epochs", 1L)
                .containsEntry("seed", 5L);
        assertThat((Double) figures.get("test_accuracy")).isBetween(0.6, 0.95);
        assertThat((Double) figures.get("baseline_accuracy")).isBetween(0.6, 0.95);

        var model = Model.load(out.resolve("fashion.gradus"));
        assertThat(model.weightsSha256()).isEqualTo(figures.get("weights_sha256"));
        assertThat(model.provenance().metrics()).containsKey("test accuracy");
        assertThat(Path.of((String) figures.get("model_file"))).isRegularFile();

        Documents.parse(Files.readString(out.resolve("report.html")));
        assertThat(out.resolve("mistakes.png")).isNotEmptyFile();
        assertThat(SourceCompiler.compile(out.resolve("First.java"), folder))
                .isInstanceOf(SourceCompiler.Outcome.Compiled.class);
        var answer =
                Shell.gradus("predict", out.resolve("fashion.gradus"), out.resolve("garment.png"));
        assertThat(answer.exitCode()).isZero();
    }

    @Test
    void numbersThatMakeNoSenseAreWrongUse() {
        assertThat(Shell.gradus("quickstart", "--epochs", "0").exitCode()).isEqualTo(2);
        assertThat(Shell.gradus("quickstart", "--threads", "-1").exitCode()).isEqualTo(2);
        assertThat(Shell.gradus("quickstart", "--seed", "lucky").exitCode()).isEqualTo(2);
        assertThat(Shell.gradus("quickstart", "--model", "rnn").err()).contains("mlp or cnn");
    }

    @Test
    void aFileWhereAFolderShouldBeIsWrongUse() throws IOException {
        var file = Files.createFile(folder.resolve("taken"));
        var result = Shell.gradus("quickstart", "--out", file);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("name a folder");
    }
}
