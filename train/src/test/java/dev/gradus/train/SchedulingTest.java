package dev.gradus.train;

import static dev.gradus.nn.Constraints.maxNorm;
import static dev.gradus.nn.Constraints.nonNegative;
import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Losses.crossEntropy;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Optimizers.adamW;
import static dev.gradus.nn.Optimizers.ema;
import static dev.gradus.nn.Optimizers.group;
import static dev.gradus.nn.Optimizers.sgd;
import static dev.gradus.nn.Schedules.cosine;
import static dev.gradus.nn.Schedules.exponentialDecay;
import static dev.gradus.nn.Schedules.reduceOnPlateau;
import static dev.gradus.nn.Schedules.warmup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.Parts;
import dev.gradus.data.Scale;
import dev.gradus.io.Weights;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a trainer is told about steps: how many, how large, over how many batches.
class SchedulingTest {
    private static final Parts PARTS = Stripes.parts();
    private static final LayerSpec NETWORK = Sequential.of(flatten(), dense(16, RELU), dense(3));
    private static final int BATCHES = Math.ceilDiv(PARTS.train().size(), 32);

    /// Notes the rates after each step.
    private static final class Rates implements Progress {
        private final List<Double> rates = new ArrayList<>();
        private int epochs;

        @Override
        public void started(dev.gradus.nn.Layer model, int epochs, int batches) {
            this.epochs = epochs;
        }

        @Override
        public void batchDone(BatchProgress progress) {
            rates.add(progress.learningRate());
        }
    }

    private static Trainer trainer() {
        return Trainer.of(NETWORK).optimizer(adam(1e-2)).batch(32).preprocessing(Scale.pixels());
    }

    private static Run fit(Trainer trainer) {
        return trainer.fit(PARTS.train(), PARTS.validation());
    }

    @Test
    void letsARateFallToTheEndOfTheRun() {
        var rates = new Rates();
        fit(trainer().schedule(warmup(3).then(cosine())).epochs(2).progress(rates));
        assertThat(rates.rates).hasSize(2 * BATCHES);
        // what the second step will be made with
        assertThat(rates.rates.getFirst()).isCloseTo(1e-2 * 2 / 3, within(1e-12));
        assertThat(rates.rates.get(2)).isEqualTo(1e-2);
        assertThat(rates.rates.getLast()).isCloseTo(0, within(1e-12));
        assertThat(rates.rates.get(2 * BATCHES - 2)).isPositive();
    }

    @Test
    void makesExactlyTheStepsItIsTold() {
        var rates = new Rates();
        var run = fit(trainer().epochs(7).steps(BATCHES + 2).schedule(cosine()).progress(rates));
        assertThat(run.steps()).isEqualTo(BATCHES + 2);
        assertThat(rates.epochs).isEqualTo(2);
        assertThat(run.history().stream().map(EpochResult::steps)).containsExactly(BATCHES, 2);
        assertThat(rates.rates.getLast()).isCloseTo(0, within(1e-12));
        assertThat(run.stopped().explanation())
                .startsWith("All %d steps are done.".formatted(BATCHES + 2));
        assertThat(run.settings()).containsEntry("steps", BATCHES + 2L).containsEntry("epochs", 2);
        assertThat(fit(trainer().steps(3).epochs(1)).steps()).isEqualTo(BATCHES);
    }

    @Test
    void followsAScheduleAsALoopOfOnesOwnDoes() {
        var run = fit(trainer().schedule(exponentialDecay(0.9)).epochs(1).seed(7));

        var layer = NETWORK.build(Stripes.PICTURE, Seed.seed(7));
        var optimizer = adam(1e-2).on(layer).seed(7);
        var order = Seed.seed(7).child("order").child(1).value();
        var rate = 1e-2;
        for (var batch : PARTS.train().through(Scale.pixels()).shuffled(order).batches(32)) {
            optimizer.learningRate(rate).step(crossEntropy(layer.apply(batch.x()), batch.y()));
            rate *= 0.9;
        }
        // the rates agree up to rounding, and so do the weights
        var expected = Parameters.of(layer).get("1.weight").toFloats();
        assertThat(Parameters.of(run.model().layer()).get("1.weight").toFloats())
                .containsExactly(expected, within(1e-5f));
    }

    @Test
    void learnsFromSeveralBatchesInAStep() {
        var run = fit(trainer().accumulate(3).steps(5));
        assertThat(run.steps()).isEqualTo(5);
        assertThat(run.history().stream().mapToInt(EpochResult::steps).sum()).isEqualTo(15);
        assertThat(run.settings()).containsEntry("accumulate", 3);
    }

    @Test
    void makesTheRateSmallerWhenValidationNoLongerImproves() {
        var rates = new Rates();
        // with a threshold of 1 nothing but a loss below 0 is an improvement
        var rule = reduceOnPlateau().factor(0.1).patience(1).threshold(1);
        fit(trainer().schedule(rule).epochs(6).progress(rates));
        assertThat(rates.rates.get(3 * BATCHES - 1)).isEqualTo(1e-2);
        assertThat(rates.rates.get(3 * BATCHES)).isCloseTo(1e-3, within(1e-12));
        assertThat(rates.rates.get(5 * BATCHES)).isCloseTo(1e-4, within(1e-12));
    }

    @Test
    void keepsTheAveragedWeights() {
        var layer = NETWORK.build(Stripes.PICTURE, Seed.seed(7));
        var optimizer = adam(1e-2).on(layer).seed(7).average(ema(0.9));
        var order = Seed.seed(7).child("order").child(1).value();
        for (var batch : PARTS.train().through(Scale.pixels()).shuffled(order).batches(32)) {
            optimizer.step(crossEntropy(layer.apply(batch.x()), batch.y()));
        }
        var weights = Weights.of(layer).sha256();
        var averages = optimizer.averages().during(() -> Weights.of(layer).sha256());

        var run = fit(trainer().averageWeights(0.9).epochs(1).seed(7));
        assertThat(run.weightsSha256()).isEqualTo(averages).isNotEqualTo(weights);
    }

    @Test
    void holdsWeightsToWhatItIsTold() {
        var run = fit(trainer().constraint(nonNegative()).constraint(maxNorm(0.5)).epochs(1));
        var weight = Parameters.of(run.model().layer()).get("1.weight");
        assertThat(weight.min().item()).isNotNegative();
        assertThat(weight.square().sum(0).sqrt().max().item()).isLessThan(0.5 + 1e-6);
        assertThat(run.settings())
                .containsEntry("constraints", List.of("nonNegative()", "maxNorm(0.5)"));
    }

    @Test
    void takesAnOptimizerOfSeveralGroups() {
        var run =
                fit(
                        trainer()
                                .optimizer(net -> {
                                    var all = List.copyOf(Parameters.of(net).values());
                                    return Optimizer.of(
                                            group(sgd(0.1), all.subList(0, 2)),
                                            group(adamW(1e-2), all.subList(2, 4)));
                                })
                                .epochs(5));
        assertThat(run.history().getLast().trainLoss())
                .isLessThan(run.history().getFirst().trainLoss());
        assertThat(run.settings()).containsEntry("optimizer", "sgd(0.1), adamW(0.01)");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().steps(0))
                .withMessageContaining("0 steps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().accumulate(0))
                .withMessageContaining("0 batches to accumulate");
    }
}
