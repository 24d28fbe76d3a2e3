package dev.gradus.train;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.data.Parts;
import dev.gradus.nn.Sequential;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunState;
import dev.gradus.train.record.RunsDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a trainer writes of a run that nobody asked to record.
@Timeout(60)
class UnaskedRecordingTest {
    private static final Parts PARTS = Stripes.parts();

    @TempDir Path folder;

    @BeforeEach
    void runsAreRecordedHere() {
        System.setProperty("gradus.runs", runs().toString());
    }

    @AfterEach
    void theyAreNotRecordedAnyMore() {
        System.clearProperty("gradus.runs");
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private List<RecordedRun> recorded() {
        return RunsDirectory.of(runs()).list();
    }

    private static Trainer trainer() {
        return Trainer.of(Sequential.of(flatten(), dense(8, RELU), dense(3))).batch(50).epochs(2);
    }

    /// Trains on until its run is there.
    private final Progress untilItIsSeen =
            new Progress() {
                @Override
                public void batchDone(BatchProgress progress) {
                    while (recorded().isEmpty()) {
                        Thread.onSpinWait();
                    }
                }
            };

    @Test
    void aRunOfAnyProgramAppearsByItselfWhileItTrains() {
        var made = trainer().progress(untilItIsSeen).fit(PARTS.train(), PARTS.validation());
        var run = recorded().getFirst();
        assertThat(run.state()).isEqualTo(RunState.FINISHED);
        assertThat(run.description().name()).isNotBlank();
        assertThat(run.description().plan().asked()).isFalse();
        assertThat(run.description().status().result())
                .containsEntry("weights_sha256", made.weightsSha256());
        assertThat(run.metrics()).filteredOn(it -> it.values().containsKey("loss")).hasSize(12);
        assertThat(run.lastCheckpoint().orElseThrow().step()).isEqualTo(12);
    }

    @Test
    void whatIsRecordedIsResumedAndBranchedLikeAnyOther() {
        var made = trainer().progress(untilItIsSeen).fit(PARTS.train(), PARTS.validation());
        var again = trainer().resume(recorded().getFirst()).fit(PARTS.train(), PARTS.validation());
        assertThat(again.weightsSha256()).isEqualTo(made.weightsSha256());
    }

    @Test
    void nothingIsWrittenOfATrainerThatIsNotToBeRecorded() {
        trainer().unrecorded().fit(PARTS.train(), PARTS.validation());
        assertThat(runs()).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenKeepsNobodyFromTraining() throws Exception {
        Files.writeString(runs(), "no folder");
        var made = trainer().fit(PARTS.train(), PARTS.validation());
        assertThat(made.history()).hasSize(2);
        assertThat(runs()).hasContent("no folder");
    }
}
