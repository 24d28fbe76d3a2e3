package dev.gradus.studio.models;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.data.Spirals;
import dev.gradus.data.Split;
import dev.gradus.nn.Sequential;
import dev.gradus.train.Run;
import dev.gradus.train.Trainer;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunsDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
    @TempDir Path folder;
    private Shelf shelf;
    private Path runs;

    @BeforeEach
    void shelf() {
        runs = folder.resolve("runs");
        shelf = new Shelf(folder, () -> Optional.of(RunsDirectory.of(runs)));
    }

    private Run run(boolean recorded) {
        var parts = Subject.SPIRALS.parts(0);
        var trainer = Trainer.of(Sequential.of(dense(4, RELU), dense(2))).epochs(1);
        return (recorded
                        ? trainer.record(Recording.named("points").in(runs))
                        : trainer.unrecorded())
                .fit(parts.train(), parts.validation());
    }

    @Test
    void anEmptyFolderHasNoModels() {
        assertThat(shelf.list()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shelf.open("saved:any.gradus"))
                .withMessageContaining("no longer there");
    }

    @Test
    void filesOfTheFolderAndOfQuickstartAreFoundAndOpened() throws Exception {
        Files.createDirectory(folder.resolve("quickstart"));
        var run = run(false);
        run.save(folder.resolve("mine.gradus"));
        run.save(folder.resolve("quickstart/fashion.gradus"));
        Files.writeString(folder.resolve("notes.txt"), "no model");
        Files.createSymbolicLink(folder.resolve("link.gradus"), folder.resolve("mine.gradus"));
        assertThat(shelf.list())
                .extracting(Entry::name)
                .containsExactlyInAnyOrder("mine.gradus", "quickstart/fashion.gradus");
        var opened = shelf.open("saved:mine.gradus");
        assertThat(opened.model().weightsSha256()).isEqualTo(run.weightsSha256());
        assertThat(opened.subject()).isEqualTo(Subject.SPIRALS);
        assertThat(opened.learnedFromThem()).isTrue();
    }

    @Test
    void pathsLeadNowhere() throws Exception {
        run(false).save(folder.resolve("mine.gradus"));
        for (var id :
                new String[] {
                    "saved:../mine.gradus",
                    "saved:./mine.gradus",
                    "saved:" + folder.resolve("mine.gradus"),
                    "mine.gradus"
                }) {
            assertThatIllegalArgumentException().isThrownBy(() -> shelf.open(id));
        }
    }

    @Test
    void theLastCheckpointOfARecordedRunIsAModel() {
        var run = run(true);
        var entry = shelf.list().getFirst();
        assertThat(entry.kind()).isEqualTo(Entry.Kind.RECORDED);
        assertThat(shelf.open(entry.id()).model().weightsSha256()).isEqualTo(run.weightsSha256());
    }

    @Test
    void whatWasTrainedHereStandsInTheListOnce() {
        var run = run(true);
        shelf.keep(run.model(), Subject.SPIRALS);
        assertThat(shelf.list()).extracting(Entry::kind).containsExactly(Entry.Kind.TRAINED);
    }

    @Test
    void runsOnOtherDataAreNotListed() {
        var parts = Split.fractions(0.6, 0.2, 0.2).of(Spirals.of(3, 50).dataset());
        Trainer.of(Sequential.of(dense(3)))
                .epochs(1)
                .record(Recording.named("other").in(runs))
                .fit(parts.train(), parts.validation());
        assertThat(shelf.list()).isEmpty();
    }

    @Test
    void aModelThatLearnedFromOtherExamplesIsNotSaidToBeUnseen() throws Exception {
        var parts = Split.fractions(0.6, 0.2, 0.2).of(Spirals.of(2, 50).seed(9).dataset());
        Trainer.of(Sequential.of(dense(2)))
                .epochs(1)
                .unrecorded()
                .fit(parts.train(), parts.validation())
                .save(folder.resolve("other.gradus"));
        assertThat(shelf.open("saved:other.gradus").learnedFromThem()).isFalse();
    }

    @Test
    void damagedFilesAreExplained() throws Exception {
        Files.writeString(folder.resolve("broken.gradus"), "this is no model");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shelf.open("saved:broken.gradus"))
                .withMessageStartingWith("it cannot be opened:");
    }
}
