package dev.gradus.studio.model;

import static dev.gradus.Gradus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.data.Spirals;
import dev.gradus.data.Split;
import dev.gradus.io.ModelFileException;
import dev.gradus.nn.Sequential;
import dev.gradus.studio.models.Shelf;
import dev.gradus.train.Trainer;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunsDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    @TempDir private Path folder;

    private Library library(Optional<RunsDirectory> runs) {
        return new Library(new Shelf(folder, () -> runs));
    }

    @Test
    void checkpointsOfRunsOpenWithTheWeightsOfTheirMoment() {
        var runs = RunsDirectory.of(folder.resolve("runs"));
        var parts = Split.fractions(0.6, 0.2, 0.2).seed(1).of(Spirals.of(3, 60).dataset());
        var run =
                Trainer.of(Sequential.of(dense(6, RELU), dense(3)))
                        .epochs(3)
                        .record(Recording.named("spirals").in(runs.path()).checkpointEvery(2))
                        .fit(parts.train(), parts.validation());
        var library = library(Optional.of(runs));
        var entries =
                library.list().stream().filter(it -> it.origin() == Library.Origin.RUN).toList();
        assertThat(entries).hasSizeGreaterThan(1).allMatch(it -> it.name().equals("spirals"));
        var last = entries.getFirst().load().get();
        assertThat(last.classes()).hasSize(3);
        assertThat(last.trained()).isTrue();
        // the run ends with its best weights, which are those of one of its moments
        assertThat(last.preprocessing().orElseThrow().description())
                .isEqualTo(run.model().preprocessing().description());
        var first = entries.getLast().load().get();
        var x = Spirals.of(3, 60).dataset().features(0);
        var given = new Inputs(first, first.walk()).given(x, 0, new float[0], "");
        assertThat(first.layer().apply(given.tensors().getFirst()).toFloats())
                .isNotEqualTo(last.layer().apply(given.tensors().getFirst()).toFloats());
    }

    @Test
    void aRunWithoutItsNetworkSaysSo() throws Exception {
        var runs = RunsDirectory.of(folder.resolve("runs"));
        try (var recorder =
                dev.gradus.train.record.RunRecorder.start(
                        Recording.named("own").in(runs.path()), Map.of(), "", Optional.empty())) {
            recorder.checkpoint(
                    1, new dev.gradus.train.record.RunCheckpoint.Content(Map.of(), Map.of()));
        }
        var entry = library(Optional.of(runs)).list().getFirst();
        assertThatThrownBy(() -> entry.load().get())
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("does not say which network it is of");
    }

    @Test
    void filesOfThisFolderAndThoseInItAreListedAndNothingDeeper() throws Exception {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("one.gradus"), "no zip");
        Files.writeString(folder.resolve("a/two.gradus"), "");
        Files.writeString(folder.resolve("a/b/three.gradus"), "");
        Files.createSymbolicLink(folder.resolve("link.gradus"), folder.resolve("one.gradus"));
        var files =
                library(Optional.empty()).list().stream()
                        .filter(it -> it.origin() == Library.Origin.FILE)
                        .map(Library.Entry::name)
                        .toList();
        assertThat(files).containsExactlyInAnyOrder("one.gradus", "a/two.gradus");
        var one = library(Optional.empty()).find("file/one.gradus").orElseThrow();
        assertThatThrownBy(() -> one.load().get()).isInstanceOf(ModelFileException.class);
    }
}
