package dev.gradus.train;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.residual;
import static dev.gradus.nn.Layers.seed;
import static dev.gradus.nn.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.data.Parts;
import dev.gradus.nn.Sequential;
import dev.gradus.train.record.Launch;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunChanges;
import dev.gradus.train.record.RunState;
import dev.gradus.train.record.RunsDirectory;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A branch does what its changes say and nothing else otherwise.
class BranchTest {
    private static final Parts PARTS = Stripes.parts();
    private static final Sequential.Spec NETWORK =
            Sequential.of(
                    flatten(),
                    dense(8, RELU),
                    residual(dense(8, RELU), dropout(0.3)),
                    dropout(0.2),
                    dense(3));

    @TempDir Path runs;

    private Trainer trainer() {
        return Trainer.of(NETWORK)
                .optimizer(sgd(0.1))
                .batch(50)
                .epochs(3)
                .record(Recording.named("parent").in(runs).checkpointEvery(4));
    }

    private RecordedRun parent() {
        trainer().fit(PARTS.train(), PARTS.validation());
        return RunsDirectory.of(runs).list().getFirst();
    }

    private RecordedRun branchOf(RecordedRun parent) {
        return RunsDirectory.of(runs).list().stream()
                .filter(it ->
                        it.description()
                                .parent()
                                .filter(from -> from.run().equals(parent.id()))
                                .isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsChangedIsWhatTheTrainerWouldHaveBeenTold() {
        var parent = parent();
        var checkpoint = parent.checkpoint(8).orElseThrow();
        var changes = RunChanges.NONE.learningRate(0.01).l2(0.001).batch(25).seed(9);
        var branched =
                trainer()
                        .branch(parent, checkpoint, changes)
                        .fit(PARTS.train(), PARTS.validation());
        var by =
                trainer()
                        .optimizer(sgd(0.01))
                        .l2(0.001)
                        .batch(25)
                        .seed(9)
                        .branch(parent, checkpoint)
                        .fit(PARTS.train(), PARTS.validation());
        assertThat(branched.weightsSha256()).isEqualTo(by.weightsSha256());
        var description = branchOf(parent).description();
        assertThat(description.parent().orElseThrow().step()).isEqualTo(8);
        assertThat(description.state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void dropoutChangesWhereverItIs() {
        assertThat(SpecChange.dropout(NETWORK, 0.5))
                .hasToString(
                        Sequential.of(
                                        flatten(),
                                        dense(8, RELU),
                                        residual(dense(8, RELU), dropout(0.5)),
                                        dropout(0.5),
                                        dense(3))
                                .toString());
        assertThat(SpecChange.dropout(Sequential.of(dropout(0.5)), 0.5))
                .isEqualTo(Sequential.of(dropout(0.5)));
        assertThatThrownBy(() -> SpecChange.dropout(Sequential.of(dense(3)), 0.5))
                .hasMessageContaining("has no dropout layer");
        var parent = parent();
        var checkpoint = parent.lastCheckpoint().orElseThrow();
        assertThatThrownBy(() ->
                        Trainer.of(NETWORK.build(Stripes.PICTURE, seed(1)))
                                .branch(parent, checkpoint, RunChanges.NONE.dropout(0.5)))
                .hasMessageContaining("given built");
    }

    @Test
    void aProcessThatWasToldBranchesAndABranchIsResumed() {
        var parent = parent();
        System.setProperty("gradus.runs", runs.toString());
        System.setProperty(
                Launch.BRANCH,
                RunChanges.NONE.learningRate(0.02).dropout(0.4).order(parent.id(), 4));
        try {
            // not meant for these settings
            trainer().epochs(2).unrecorded().fit(PARTS.train(), PARTS.validation());
            trainer().fit(PARTS.train(), PARTS.validation());
        } finally {
            System.clearProperty(Launch.BRANCH);
            System.clearProperty("gradus.runs");
        }
        var branch = branchOf(parent);
        var description = branch.description();
        assertThat(description.name()).isEqualTo("parent, learning rate 0.02, dropout 0.4");
        assertThat(description.plan().changes().map())
                .isEqualTo(Map.of("learning rate", 0.02, "dropout", 0.4));
        assertThat(description.settings().get("network")).asString().contains("dropout(0.4)");
        assertThat(branch.metrics().getFirst().step()).isEqualTo(5);
        assertThat(branch.metrics().getFirst().value("learning rate")).isEqualTo(0.02);

        // a branch of the branch keeps what was changed before
        trainer()
                .branch(branch, branch.checkpoint(8).orElseThrow(), RunChanges.NONE.batch(25))
                .fit(PARTS.train(), PARTS.validation());
        assertThat(branchOf(branch).description().plan().changes().map())
                .isEqualTo(Map.of("learning rate", 0.02, "dropout", 0.4, "batch", 25));
    }

    @Test
    void changesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> RunChanges.NONE.learningRate(Double.NaN))
                .hasMessageContaining("learning rate NaN: give above 0");
        assertThatThrownBy(() -> RunChanges.NONE.batch(0)).hasMessageContaining("batch 0");
        assertThatThrownBy(() -> RunChanges.NONE.dropout(1)).hasMessageContaining("below 1");
        assertThat(RunChanges.Order.of("{\"run\": 3}")).isEmpty();
        assertThat(RunChanges.Order.of("no")).isEmpty();
    }
}
