package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.LINEAR;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.gru;
import static dev.gradus.nn.Layers.lstm;
import static dev.gradus.nn.Layers.rnn;
import static dev.gradus.nn.Losses.meanSquaredError;
import static dev.gradus.nn.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Mode;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrentTest {
    private static final Tensor X =
            Randomness.with(3, () -> Tensor.randomNormal(2, 5, 3).realize());

    static Stream<Recurrent.Spec> cells() {
        return Stream.of(rnn(4), lstm(4), gru(4), gru(4).resetBefore());
    }

    private static Recurrent built(Recurrent.Spec spec) {
        return spec.build(Shape.of(5, 3), Seed.seed(1));
    }

    private static void assertClose(Tensor got, Tensor expected) {
        assertThat(got.shape()).isEqualTo(expected.shape());
        assertThat(got.toFloats()).containsExactly(expected.toFloats(), within(1e-5f));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void readsAtOnceWhatItReadsStepByStep(Recurrent.Spec spec) {
        var layer = built(spec);
        var state = layer.start(2);
        for (var t = 0; t < 5; t++) {
            state = layer.step(X.transpose(0, 1).get(t), state);
        }
        assertClose(state.output(), layer.apply(X));
        assertClose(layer.run(X).outputs().transpose(0, 1).get(4), state.output());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void goesOnFromTheStateInWhichItStopped(Recurrent.Spec spec) {
        var layer = built(spec);
        var first = layer.run(X.slice(1, 0, 2, 1));
        var second = layer.run(X.slice(1, 2, 5, 1), first.state());
        assertClose(
                Tensor.concatenate(1, first.outputs(), second.outputs()), layer.run(X).outputs());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void readsEachSequenceUpToItsLength(Recurrent.Spec spec) {
        for (var direction : List.of(spec, spec.reversed())) {
            var layer = built(direction);
            var lengths = new int[] {2, 5};
            var read = layer.run(X, layer.start(2), Tensor.of(lengths, 2));
            for (var i = 0; i < 2; i++) {
                var alone = layer.run(X.slice(i, i + 1).slice(1, 0, lengths[i], 1));
                assertClose(read.state().output().slice(i, i + 1), alone.state().output());
                assertClose(
                        read.outputs().slice(i, i + 1).slice(1, 0, lengths[i], 1), alone.outputs());
            }
            assertThat(read.outputs().get(0).slice(2, 5).toFloats()).containsOnly(0);
            assertClose(layer.apply(X, Tensor.of(lengths, 2)), read.state().output());
        }
    }

    @Test
    void keepsTheMemoryOfASequenceThatHasEnded() {
        var layer = built(lstm(4));
        var read = layer.run(X, layer.start(2), Tensor.of(new long[] {1, 0}, 2));
        var once = layer.step(X.transpose(0, 1).get(0), layer.start(2));
        assertClose(read.state().memory().orElseThrow().get(0), once.memory().orElseThrow().get(0));
        assertThat(read.state().memory().orElseThrow().get(1).toFloats()).containsOnly(0);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void passesOverStepsOfZerosWhereverTheyStand(Recurrent.Spec spec) {
        var gap = Tensor.zeros(2, 1, 3);
        var ahead = X.slice(1, 0, 2, 1);
        var after = X.slice(1, 2, 5, 1);
        var withGaps = Tensor.concatenate(1, gap, ahead, gap, after, gap);
        var layer = built(spec.skipZeros().sequences());
        var outputs = layer.apply(withGaps);
        var plain = built(spec.sequences()).apply(X);
        assertClose(outputs.slice(1, 1, 3, 1), plain.slice(1, 0, 2, 1));
        assertClose(outputs.slice(1, 4, 7, 1), plain.slice(1, 2, 5, 1));
        for (var t : new int[] {0, 3, 7}) {
            assertThat(outputs.transpose(0, 1).get(t).toFloats()).containsOnly(0);
        }
        assertClose(built(spec.skipZeros()).apply(withGaps), built(spec).apply(X));
    }

    @Test
    void countsOnlyStepsThatAreNeitherBeyondTheLengthNorZeros() {
        var layer = built(lstm(4).skipZeros());
        var x = Tensor.concatenate(1, Tensor.zeros(2, 1, 3), X);
        var plain = built(lstm(4));
        assertClose(
                layer.apply(x, Tensor.of(new int[] {3, 3}, 2)), plain.apply(X.slice(1, 0, 2, 1)));
    }

    @Test
    void goesOnFromRowsOfAStateThatWerePicked() {
        var layer = built(lstm(4));
        var rows = Tensor.of(new long[] {1, 1, 0}, 3);
        var picked = layer.run(X).state().map(part -> part.take(0, rows));
        assertClose(
                layer.run(X.take(0, rows), picked).outputs(),
                layer.run(X, layer.run(X).state()).outputs().take(0, rows));
    }

    @Test
    void handsOnAStateWithoutItsHistory() {
        var layer = built(lstm(4));
        var x = Parameter.of(X);
        var open = layer.run(X, layer.run(x).state());
        var cut = layer.run(X, layer.run(x).state().detach());
        assertClose(cut.outputs(), open.outputs());
        assertThat(gradient(open, x)).isNotZero();
        assertThat(gradient(cut, x)).isZero();
    }

    private static double gradient(Recurrent.Reading reading, Parameter x) {
        var gradient = Gradients.of(reading.state().output().sum(), List.of(x)).getFirst();
        return gradient.square().sum().item();
    }

    record Model(Recurrent reader, Layer answer) implements Layer {
        @Override
        public Tensor apply(Tensor x) {
            return answer.apply(reader.apply(x));
        }
    }

    @Test
    void learnsFromALongSequencePieceByPiece() {
        var reader = gru(8).build(Shape.of(4, 1), Seed.seed(1));
        var model = new Model(reader, dense(1).build(Shape.of(8), Seed.seed(2)));
        var optimizer = adam(1e-2).on(model);
        var wave = new float[401];
        for (var t = 0; t < wave.length; t++) {
            wave[t] = (float) Math.sin(t * 0.4);
        }
        var losses = new float[100];
        var state = reader.start(1);
        for (var piece = 0; piece < losses.length; piece++) {
            var x = Tensor.of(Arrays.copyOfRange(wave, 4 * piece, 4 * piece + 4), 1, 4, 1);
            var next = Tensor.of(Arrays.copyOfRange(wave, 4 * piece + 1, 4 * piece + 5), 1, 4, 1);
            var read = reader.run(x, state);
            var loss = meanSquaredError(model.answer().apply(read.outputs()), next);
            optimizer.step(loss, read.state().tensors());
            state = read.state().detach();
            losses[piece] = (float) loss.item();
        }
        var first = Tensor.of(Arrays.copyOfRange(losses, 0, 10)).mean().item();
        var last = Tensor.of(Arrays.copyOfRange(losses, 90, 100)).mean().item();
        assertThat(last).isLessThan(first / 10);
    }

    @Test
    void silencesTheSamePartsOfTheStateInAllStepsOfASequence() {
        var layer = rnn(500, LINEAR).recurrentDropout(0.25).build(Shape.of(3, 1), Seed.seed(1));
        layer.recurrentWeight().set(Tensor.eye(500));
        var start = new RecurrentState(Tensor.ones(1, 500), java.util.Optional.empty());
        var output = layer.run(Tensor.zeros(1, 3, 1), start).state().output();
        assertThat(output.toFloats()).containsOnly(1);
        var inTraining = layer.run(Tensor.zeros(1, 3, 1), start).state().output();
        Mode.TRAINING.compute(inTraining);
        var silenced = 0;
        for (var number : inTraining.toFloats()) {
            if (number == 0) {
                silenced++;
            } else {
                assertThat(number).isCloseTo((float) Math.pow(1 / 0.75, 3), within(1e-5f));
            }
        }
        // five deviations of a binomial distribution
        assertThat(silenced / 500.0).isCloseTo(0.25, within(5 * 0.0194));
    }

    @Test
    void beginsWithAForgetGateThatRemembers() {
        assertThat(built(lstm(2)).bias().orElseThrow().toFloats())
                .containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
        assertThat(built(lstm(2).forgetBias(0)).bias().orElseThrow().toFloats()).containsOnly(0);
    }

    @Test
    void beginsWithWeightsOfTheStateThatTurnItWithoutStretchingIt() {
        var weight = built(lstm(4)).recurrentWeight();
        assertClose(weight.matmul(weight.transpose()), Tensor.eye(4));
    }
}
