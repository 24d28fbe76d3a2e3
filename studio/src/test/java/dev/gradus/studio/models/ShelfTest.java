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
        assertThat(entry.kind()).isEqualTo("recorded");
        assertThat(shelf.open(entry.id()).model().weightsSha256()).isEqualTo(run.weightsSha256());
    }

    @Test
    void whatWasTrainedHereStandsInTheListOnce() {
        var run = run(true);
        shelf.keep(run.model(), Subject.SPIRALS);
        assertThat(shelf.list()).extracting(Entry::kind).containsExactly("trained");
    }

    @Test
    void runsOnOtherDataAreNotListed() {
        var parts = Split.fractions(0.6, 0.2, 0.2).of(Spirals.of(3, 50).dataset());
        Trainer.of(Sequential.of(dense(3)))
                .epochs(1)
                .record(Recording.named("other").in(runs))
                .fit(parts.train(), parts.validation());
        assertThat(shelf.judgeable()).isEmpty();
        assertThat(shelf.list()).extracting(Entry::name).containsExactly("other");
    }

    @Test
    void howAModelWasLearntIsFoundByItsWeights() throws Exception {
        var run = run(true);
        run.save(folder.resolve("mine.gradus"));
        var past = shelf.open("saved:mine.gradus").past().orElseThrow();
        assertThat(past.run().description().name()).isEqualTo("points");
        assertThat(past.bestStep()).isEqualTo(run.steps());
        // the same seed gives the same weights: another network
        Trainer.of(Sequential.of(dense(5, RELU), dense(2)))
                .epochs(1)
                .unrecorded()
                .fit(Subject.SPIRALS.parts(0).train(), Subject.SPIRALS.parts(0).validation())
                .save(folder.resolve("other.gradus"));
        assertThat(shelf.open("saved:other.gradus").past()).isEmpty();
    }

    @Test
    void aModelIsLookedAtAsItStoodAtACheckpoint() {
        var parts = Subject.SPIRALS.parts(0);
        var run =
                Trainer.of(Sequential.of(dense(4, RELU), dense(2)))
                        .epochs(3)
                        .record(Recording.named("points").in(runs).checkpointEvery(10))
                        .fit(parts.train(), parts.validation());
        var opened = shelf.open(shelf.list().getFirst().id());
        assertThat(opened.model().weightsSha256()).isEqualTo(run.weightsSha256());
        var past = opened.past().orElseThrow();
        assertThat(past.checkpoints()).hasSizeGreaterThan(3).isSorted();
        var first = opened.at(past.checkpoints().getFirst());
        assertThat(first.step()).contains(10L);
        assertThat(first.model().weightsSha256()).isNotEqualTo(run.weightsSha256());
        assertThat(first.learnedFromThem()).isTrue();
        assertThat(first.model().evaluate(parts.test()).logLoss())
                .isGreaterThan(opened.model().evaluate(parts.test()).logLoss());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> opened.at(11))
                .withMessageContaining("no checkpoint after step 11");
    }

    @Test
    void aCheckpointThatIsDamagedIsExplained() throws Exception {
        run(true);
        var opened = shelf.open(shelf.list().getFirst().id());
        var past = opened.past().orElseThrow();
        var step = past.checkpoints().getFirst();
        Files.writeString(past.run().checkpoint(step).orElseThrow().file(), "no weights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> opened.at(step))
                .withMessageStartingWith("that checkpoint cannot be opened:");
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
