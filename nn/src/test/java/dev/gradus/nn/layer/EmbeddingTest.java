package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.tied;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Losses;
import dev.gradus.nn.Optimizers;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
    private static final Tensor WORDS = Tensor.of(new long[] {0, 2, 1, 0}, 2, 2);

    @Test
    void leavesItsPaddingAsItIsInTraining() {
        var layer = embedding(3, 2).padding(0).build(Shape.of(2), Seed.seed(1));
        var before = layer.weight().toFloats();
        Optimizers.sgd(1).on(layer).step(layer.apply(WORDS).sum());
        var after = layer.weight().toFloats();
        for (var i = 0; i < 6; i++) {
            assertThat(after[i]).isEqualTo(i < 2 ? before[i] : before[i] - 1);
        }
        assertThat(layer.apply(WORDS).get(0).get(0).toFloats()).containsExactly(0, 0);
    }

    record Speaker(Embedding words, Layer inner) implements Layer {
        @Override
        public Tensor apply(Tensor x) {
            return words.logits(inner.apply(words.apply(x)));
        }
    }

    @Test
    void sharesItsVectorsWithTheLogitsOfARecordOfOnesOwn() {
        var shape = Shape.of(2);
        var tied = tied(embedding(3, 2), dense(2)).build(shape, Seed.seed(1));
        var own = new Speaker(tied.embedding(), tied.inner());
        assertThat(own.apply(WORDS).toFloats()).containsExactly(tied.apply(WORDS).toFloats());
        assertThat(Parameters.of(own))
                .containsOnlyKeys("words.weight", "inner.weight", "inner.bias");
        assertThat(Parameters.count(tied)).isEqualTo(6 + 6);
    }

    @Test
    void learnsFromBothEnds() {
        var tied = tied(embedding(3, 4), dense(4)).build(Shape.of(2), Seed.seed(1));
        var optimizer = Optimizers.adam(0.05).on(tied);
        var next = Tensor.of(new long[] {1, 0, 2, 1}, 2, 2);
        for (var step = 0; step < 100; step++) {
            optimizer.step(Losses.crossEntropy(tied.apply(WORDS), next));
        }
        assertThat(tied.apply(WORDS).argmax(-1).toLongs()).containsExactly(1, 0, 2, 1);
    }
}
