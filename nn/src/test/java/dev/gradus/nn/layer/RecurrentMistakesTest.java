package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.bidirectional;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.gru;
import static dev.gradus.nn.Layers.lstm;
import static dev.gradus.nn.Layers.positionEmbedding;
import static dev.gradus.nn.Layers.repeat;
import static dev.gradus.nn.Layers.rnn;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What layers of sequences and words say when they are misused.
class RecurrentMistakesTest {
    private final Recurrent layer = lstm(4).build(Shape.of(5, 3), Seed.seed(1));

    private static void refuses(ThrowingCallable mistake, String... parts) {
        assertThatThrownBy(mistake)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void saysThatALayerBeforeItMustAnswerAfterEachStep() {
        refuses(
                () -> Sequential.of(lstm(4), lstm(2)).build(Shape.of(5, 3), Seed.seed(1)),
                "lstm(2) reads sequences [batch, time, features]",
                "needs sequences()");
    }

    @Test
    void saysHowManyFeaturesItWasBuiltFor() {
        refuses(
                () -> layer.apply(Tensor.zeros(2, 5, 4)),
                "lstm(4) was built for 3 features but receives 4 (input [2, 5, 4])");
        refuses(
                () -> layer.step(Tensor.zeros(2, 4), layer.start(2)),
                "lstm(4) was built for 3 features but receives 4");
    }

    @Test
    void tellsAStepFromASequence() {
        refuses(
                () -> layer.step(Tensor.zeros(2, 5, 3), layer.start(2)),
                "a step of lstm(4) reads [batch, features] but receives [2, 5, 3]",
                "run(x, state)");
        refuses(() -> layer.apply(Tensor.zeros(2, 0, 3)), "sequences without a step");
        refuses(() -> layer.apply(Tensor.zeros(2, 1, 5, 3)), "4 axes", "reshape(time, features)");
    }

    @Test
    void refusesLengthsThatDoNotFitTheBatch() {
        var x = Tensor.zeros(2, 5, 3);
        refuses(() -> layer.apply(x, Tensor.of(new int[] {1}, 1)), "for each of the 2 sequences");
        refuses(() -> layer.apply(x, Tensor.of(1, 2)), "float32", "whole number");
    }

    @Test
    void refusesAStateOfAnotherBatch() {
        assertThatThrownBy(() -> layer.run(Tensor.zeros(2, 5, 3), layer.start(3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContainingAll("state [3, 4]", "batch of 2", "start(2)");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        refuses(() -> gru(0), "gru was given width = 0");
        refuses(() -> rnn(2).recurrentDropout(1), "recurrent dropout 1.0");
        refuses(() -> lstm(2).stacked(0, 0), "layers = 0");
        refuses(() -> repeat(0), "times = 0");
        refuses(() -> embedding(5, 3).padding(5), "padding = 5", "0 to 4");
        refuses(() -> positionEmbedding(0), "length = 0");
    }

    @Test
    void refusesOptionsOfAnotherCell() {
        refuses(() -> gru(2).forgetBias(1), "gru(2) has no forget gate");
        refuses(() -> lstm(2).resetBefore(), "lstm(2) has no reset gate");
    }

    @Test
    void refusesToReverseBothDirections() {
        refuses(() -> bidirectional(lstm(2).reversed()), "leave reversed() out");
    }

    @Test
    void refusesMorePlacesThanItHasVectorsFor() {
        var positions = positionEmbedding(4).build(Shape.of(4, 2), Seed.seed(1));
        refuses(() -> positions.apply(Tensor.zeros(1, 5, 2)), "at most 4 steps", "[1, 5, 2]");
    }

    @Test
    void refusesVectorsThatAreNoWords() {
        var words = embedding(5, 3).build(Shape.of(2), Seed.seed(1));
        refuses(() -> words.logits(Tensor.zeros(2, 4)), "vectors of 3 features", "[2, 4]");
        refuses(
                () -> words.apply(Tensor.zeros(2, 4)),
                "embedding(5, 3) looks up whole numbers but receives float32");
    }
}
