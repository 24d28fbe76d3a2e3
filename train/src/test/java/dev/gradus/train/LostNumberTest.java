package dev.gradus.train;

import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.data.Parts;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Tensor;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunState;
import dev.gradus.train.record.RunsDirectory;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recorded run whose loss is no number says where the number was lost.
class LostNumberTest {
    private static final Parts PARTS = Stripes.parts();

    @TempDir Path runs;

    private Map<?, ?> lost(Trainer trainer) {
        var run =
                trainer.record(Recording.named("lost").in(runs))
                        .fit(PARTS.train(), PARTS.validation());
        assertThat(run.stopped().reason()).isEqualTo(Stopped.Reason.NOT_FINITE);
        var description = RunsDirectory.of(runs).list().getFirst().description();
        assertThat(description.state()).isEqualTo(RunState.FAILED);
        return (Map<?, ?>) description.status().result().get("lost");
    }

    /// The logarithm of a number that may be below 0.
    record Logarithm() implements dev.gradus.nn.Stateless {
        @Override
        public Tensor apply(Tensor x) {
            return x.log();
        }
    }

    @Test
    void theLayerThatTakesALogarithmIsNamed() {
        var lost = lost(Trainer.of(Sequential.of(flatten(), dense(8), new Logarithm(), dense(3))));
        assertThat(lost.get("place")).asString().contains("Sequential[2]");
        assertThat(lost.get("operation")).asString().contains("LOG");
        assertThat(lost.get("step")).isEqualTo(1L);
    }

    @Test
    void aRateThatIsTooLargeIsFoundStepsLater() {
        var lost =
                lost(
                        Trainer.of(Sequential.of(flatten(), dense(8), dense(8), dense(3)))
                                .optimizer(sgd(1e9))
                                .batch(20)
                                .epochs(5));
        assertThat(lost.get("place")).asString().contains("Sequential[");
        assertThat((Long) lost.get("step")).isPositive();
    }
}
