package dev.gradus.train;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.io.Weights;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningRateFinderTest {
    private static final Sequential.Spec NETWORK =
            Sequential.of(flatten(), dense(16, RELU), batchNorm(), dense(3));

    @Test
    void triesRatesThatGrowByTheSameFactorEach() {
        var finder = LearningRateFinder.of(Trainer.of(NETWORK).optimizer(sgd(0.1)).batch(16));
        var curve = finder.between(1e-4, 1).steps(41).find(Stripes.parts().train());
        assertThat(curve.rates()).hasSize(41);
        assertThat(curve.rates().getFirst()).isEqualTo(1e-4);
        assertThat(curve.rates().getLast()).isCloseTo(1, within(1e-12));
        assertThat(curve.rates().get(10)).isCloseTo(1e-3, within(1e-12));
    }

    @Test
    void leavesTheWeightsAsTheyWere() {
        var layer = NETWORK.build(Stripes.PICTURE, Seed.seed(3));
        var before = Weights.of(layer).sha256();
        var trainer = Trainer.of(layer).optimizer(adam(1e-3)).batch(16);
        var curve = LearningRateFinder.of(trainer).find(Stripes.parts().train());
        assertThat(curve.losses().getLast()).isNotEqualTo(curve.losses().getFirst());
        assertThat(Weights.of(layer).sha256()).isEqualTo(before);
    }

    @Test
    void suggestsARateThatLearns() {
        var parts = Stripes.parts();
        var trainer = Trainer.of(NETWORK).optimizer(adam(1e-3)).batch(16).epochs(3);
        var rate = LearningRateFinder.of(trainer).find(parts.train()).suggestion();
        assertThat(rate).isBetween(1e-4, 1.0);
        var run = trainer.optimizer(adam(rate)).fit(parts.train(), parts.validation());
        assertThat(run.history().getLast().validationAccuracy()).isGreaterThan(0.8);
    }

    @Test
    void endsWhenTheLossIsLost() {
        var trainer =
                Trainer.of(Sequential.of(flatten(), dense(16, RELU), dense(3)))
                        .optimizer(sgd(0.1))
                        .batch(16);
        var curve = LearningRateFinder.of(trainer).between(1e-3, 1e6).find(Stripes.parts().train());
        assertThat(curve.rates()).hasSizeLessThan(100);
        assertThat(curve.losses()).allMatch(Double::isFinite);
    }

    @Test
    void givesTheSameCurveAgain() {
        var finder = LearningRateFinder.of(Trainer.of(NETWORK).batch(16)).steps(20);
        var train = Stripes.parts().train();
        assertThat(finder.find(train)).isEqualTo(finder.find(train));
    }

    @Test
    void suggestsWhereTheLossFallsFastest() {
        // falls evenly over three rates and then faster over two, until it grows
        var curve =
                new LearningRateCurve(
                        List.of(1e-4, 1e-3, 1e-2, 0.1, 1.0, 10.0),
                        List.of(2.0, 1.99, 1.9, 0.5, 0.4, 40.0));
        assertThat(curve.suggestion()).isEqualTo(0.1);
        assertThat(curve.toString())
                .startsWith("loss\n")
                .contains(
                        "+------", "1e-04", "1e+01", "falls fastest at a learning rate of 1.0e-01");
        assertThat(curve.toString().lines()).hasSize(14).allMatch(line -> line.length() < 80);
    }

    @Test
    void saysThatNoRateMadeTheLossSmaller() {
        var curve = new LearningRateCurve(List.of(0.1, 1.0), List.of(1.0, 2.0));
        assertThatThrownBy(curve::suggestion).hasMessageContaining("between(1e-8, 1e-2)");
        assertThat(curve.toString()).contains("no learning rate made the loss smaller");
        assertThat(new LearningRateCurve(List.of(), List.of()).toString()).contains("no learning");
        assertThatThrownBy(() -> LearningRateFinder.of(Trainer.of(NETWORK)).between(1, 0.1))
                .hasMessageContaining("from 1.0 to 0.1");
        assertThatThrownBy(() -> LearningRateFinder.of(Trainer.of(NETWORK)).steps(5))
                .hasMessageContaining("10 or more");
    }
}
