package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.SELU;
import static dev.gradus.nn.Layers.alphaDropout;
import static dev.gradus.nn.Layers.dropPath;
import static dev.gradus.nn.Layers.gaussianDropout;
import static dev.gradus.nn.Layers.gaussianNoise;
import static dev.gradus.nn.Layers.spatialDropout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Mode;
import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoiseTest {
    private static final int COUNT = 10_000;
    // five deviations of a mean of 10,000 numbers of deviation 1
    private static final double FAR = 5 / Math.sqrt(COUNT);

    static Stream<Stateless> all() {
        return Stream.of(
                spatialDropout(0.3),
                alphaDropout(0.3),
                gaussianNoise(0.3),
                gaussianDropout(0.3),
                dropPath(0.3));
    }

    private static double[] inTraining(Layer layer, Tensor x) {
        return Mode.TRAINING.compute(layer.apply(x)).toDoubles();
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static double variance(double[] numbers) {
        var mean = mean(numbers);
        return Arrays.stream(numbers).map(n -> (n - mean) * (n - mean)).average().orElseThrow();
    }

    @Test
    void spatialDropoutSilencesWholeChannelsOfAnExample() {
        var y = inTraining(spatialDropout(0.25), Tensor.ones(50, 7, 40));
        var silenced = 0;
        for (var example = 0; example < 50; example++) {
            for (var channel = 0; channel < 40; channel++) {
                var first = y[example * 280 + channel];
                assertThat((float) first).isIn(0f, (float) (1 / 0.75));
                silenced += first == 0 ? 1 : 0;
                for (var position = 1; position < 7; position++) {
                    assertThat(y[(example * 7 + position) * 40 + channel]).isEqualTo(first);
                }
            }
        }
        assertThat(silenced / 2000.0).isCloseTo(0.25, within(5 * 0.0097));
    }

    @Test
    void dropPathSilencesWholeExamples() {
        var y = inTraining(dropPath(0.25), Tensor.ones(2000, 3));
        var silenced = 0;
        for (var example = 0; example < 2000; example++) {
            var first = y[example * 3];
            assertThat((float) first).isIn(0f, (float) (1 / 0.75));
            assertThat(y[example * 3 + 1]).isEqualTo(first).isEqualTo(y[example * 3 + 2]);
            silenced += first == 0 ? 1 : 0;
        }
        assertThat(silenced / 2000.0).isCloseTo(0.25, within(5 * 0.0097));
    }

    @Test
    void alphaDropoutKeepsMeanAndDeviation() {
        var x = Randomness.with(8, () -> Tensor.randomNormal(100, 100).realize());
        for (var rate : new double[] {0.1, 0.5}) {
            var y = inTraining(alphaDropout(rate), x);
            assertThat(mean(y)).isCloseTo(0, within(FAR));
            assertThat(variance(y)).isCloseTo(1, within(2 * FAR));
        }
    }

    @Test
    void alphaDropoutSilencesToWhatSeluTendsTo() {
        var y = inTraining(alphaDropout(0.2), Tensor.zeros(COUNT));
        var values = Arrays.stream(y).distinct().sorted().toArray();
        assertThat(values).hasSize(2);
        // undone, the lower one is the limit of SELU and the upper one 0
        var limit = SELU.apply(Tensor.of(-1e4f)).item();
        var variance = 0.8 * (1 + 0.2 * limit * limit);
        assertThat(values[1] - values[0]).isCloseTo(-limit / Math.sqrt(variance), within(1e-5));
        var silenced = Arrays.stream(y).filter(n -> n == values[0]).count();
        assertThat(silenced / (double) COUNT).isCloseTo(0.2, within(5 * 0.004));
    }

    @Test
    void gaussianNoiseHasItsDeviationAndTheShareOfLargeNumbersOfANormalOne() {
        var y = inTraining(gaussianNoise(0.5), Tensor.full(3, COUNT));
        assertThat(mean(y)).isCloseTo(3, within(0.5 * FAR));
        assertThat(variance(y)).isCloseTo(0.25, within(0.25 * Math.sqrt(2) * FAR));
        var beyondTwo = Arrays.stream(y).filter(n -> Math.abs(n - 3) > 1).count();
        assertThat(beyondTwo / (double) COUNT).isCloseTo(0.0455, within(5 * 0.0021));
    }

    @Test
    void gaussianDropoutIsAsStrongAsDropout() {
        var y = inTraining(gaussianDropout(0.2), Tensor.full(2, COUNT));
        assertThat(mean(y)).isCloseTo(2, within(FAR));
        assertThat(variance(y)).isCloseTo(4 * 0.25, within(Math.sqrt(2) * FAR));
    }

    @ParameterizedTest
    @MethodSource("all")
    void passesEverythingOutsideOfTraining(Stateless layer) {
        var x = Tensor.of(new float[] {1, -2, 3, 4}, 1, 2, 2);
        assertThat(layer.apply(x).toFloats()).containsExactly(1, -2, 3, 4);
    }

    @ParameterizedTest
    @MethodSource("all")
    void drawsOthersInTheNextStepAndInAnotherLayerAndTheSameInARepeatedOne(Stateless layer) {
        assertThat(inStep(layer, 1)).isEqualTo(inStep(layer, 1)).isNotEqualTo(inStep(layer, 2));
        var x = Tensor.ones(40, 3, 10);
        var a = layer.apply(x);
        var b = layer.apply(x);
        Step.run(List.of(a, b), Map.of(), 1);
        assertThat(a.toFloats()).isNotEqualTo(b.toFloats());
    }

    private static float[] inStep(Stateless layer, long key) {
        var y = layer.apply(Tensor.ones(40, 3, 10));
        Step.run(List.of(y), Map.of(), key);
        return y.toFloats();
    }

    @Test
    void refusesRatesThatAreNoShareBelowOne() {
        for (var rate : new double[] {-0.1, 1, 20, Double.NaN}) {
            assertThatThrownBy(() -> spatialDropout(rate))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("spatialDropout was given the rate " + rate);
            assertThatThrownBy(() -> alphaDropout(rate)).hasMessageContaining("alphaDropout was");
            assertThatThrownBy(() -> gaussianDropout(rate))
                    .hasMessageContaining("gaussianDropout was");
            assertThatThrownBy(() -> dropPath(rate)).hasMessageContaining("dropPath was given");
        }
        assertThatThrownBy(() -> gaussianNoise(-1)).hasMessageContaining("deviation -1.0");
    }

    @Test
    void spatialDropoutRefusesFeaturesWithoutPositions() {
        assertThatThrownBy(() -> spatialDropout(0.5).apply(Tensor.ones(2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("use dropout(0.5) where there are no positions");
    }
}
