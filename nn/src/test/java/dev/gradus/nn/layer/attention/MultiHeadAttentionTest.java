package dev.gradus.nn.layer.attention;

import static dev.gradus.nn.Layers.crossAttention;
import static dev.gradus.nn.Layers.multiHeadAttention;
import static dev.gradus.nn.Layers.transformerDecoder;
import static dev.gradus.nn.Layers.transformerEncoder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Mode;
import dev.gradus.nn.Seed;
import dev.gradus.nn.layer.Dropout;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MultiHeadAttentionTest {
    private static final Seed SEED = Seed.seed(1);

    @Test
    void refusesFeaturesThatHeadsCannotShare() {
        assertThatThrownBy(() -> multiHeadAttention(3).build(Shape.of(5, 8), SEED))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "multiHeadAttention(3) cannot part 8 features among 3 heads: the number of heads must divide them");
        assertThatThrownBy(() -> multiHeadAttention(2).rotary().build(Shape.of(5, 6), SEED))
                .hasMessageEndingWith("each of 2 heads has 3: give an even number to each");
    }

    @Test
    void refusesHeadsThatKeysCannotServe() {
        assertThatThrownBy(() -> multiHeadAttention(4).keyValueHeads(3))
                .hasMessageStartingWith(
                        "multiHeadAttention was given 4 heads and 3 for keys and values");
        assertThatThrownBy(() -> crossAttention(2).keyValueHeads(4))
                .hasMessageStartingWith("crossAttention was given 2 heads and 4");
        assertThatThrownBy(() -> multiHeadAttention(0)).hasMessageContaining("heads = 0");
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> multiHeadAttention(2).build(Shape.of(8), SEED))
                .hasMessage(
                        "multiHeadAttention(2) needs texts [time, features] but an example is [8]");
        var block = transformerEncoder(2, 4).build(Shape.of(3, 4), SEED);
        assertThatThrownBy(() -> block.apply(Tensor.zeros(2, 3, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "transformerEncoder(2, 4) was built for texts [batch, time, 4] but receives [2, 3, 5]");
    }

    @Test
    void refusesAnotherNumberOfInputs() {
        var text = Shape.of(3, 4);
        assertThatThrownBy(() -> crossAttention(2).build(List.of(text), SEED))
                .hasMessageEndingWith("but was given 1 inputs");
        var decoder = transformerDecoder(2, 4).build(List.of(text, text), SEED);
        assertThatThrownBy(() -> decoder.apply(Tensor.zeros(1, 3, 4)))
                .hasMessage(
                        "transformerDecoder(2, 4) takes a text and a memory, but was given 1 inputs");
    }

    @Test
    void refusesKeysOfAnotherWidthOrNumber() {
        var query = Tensor.zeros(2, 3);
        assertThatThrownBy(() ->
                        Attention.scaledDotProduct(query, Tensor.zeros(2, 4), Tensor.zeros(2, 1)))
                .hasMessageStartingWith(
                        "attention was given queries of width 3 and keys of width 4");
        assertThatThrownBy(() ->
                        Attention.scaledDotProduct(query, Tensor.zeros(2, 3), Tensor.zeros(4, 1)))
                .hasMessageStartingWith("attention was given 2 keys and 4 values");
        assertThatThrownBy(() -> Attention.causal(query, Tensor.zeros(5, 3), Tensor.zeros(5, 1)))
                .hasMessageStartingWith("causal attention was given 2 queries and 5 keys");
        assertThatThrownBy(() -> Attention.paddingMask(Tensor.zeros(2), 3))
                .hasMessageStartingWith("a padding mask was to be made of lengths [2] float32");
    }

    @Test
    void letsNothingThroughFromWhatFollows() {
        var layer = multiHeadAttention(2).causal().build(Shape.of(4, 6), SEED);
        var x = Tensor.random(1, 4, 6).seed(1).realize();
        var changed = Tensor.concatenate(1, x.slice(1, 0, 2, 1), x.slice(1, 2, 4, 1).mul(9));
        var y = layer.apply(x).toFloats();
        var z = layer.apply(changed).toFloats();
        for (var i = 0; i < 12; i++) {
            assertThat(z[i]).isEqualTo(y[i]);
        }
        assertThat(z[12]).isNotEqualTo(y[12]);
    }

    @Test
    void meetsAMaskAsWellAsBeingCausal() {
        var layer = multiHeadAttention(1).causal().build(Shape.of(3, 2), SEED);
        var x = Tensor.random(1, 3, 2).seed(1).realize();
        // the first place may see only itself, which the mask hides
        var mask = Tensor.of(new boolean[] {false, true, true}, 3);
        var y = layer.apply(x, mask);
        assertThat(y.slice(1, 0, 1, 1).toFloats())
                .containsExactly(layer.output().bias().orElseThrow().toFloats());
        assertThat(y.toFloats()).doesNotContain(Float.NaN);
    }

    @Test
    void silencesWeightsInTrainingAndKeepsTheirMean() {
        // every place looks at all alike, so that dropout alone decides what each takes of the ones
        var zero = Tensor.zeros(1, 40, 50, 2);
        var dropped =
                Attention.scaledDotProduct(
                        zero,
                        zero,
                        Tensor.ones(1, 40, 50, 1),
                        Optional.empty(),
                        false,
                        new Dropout(0.4));
        var taken = Mode.TRAINING.compute(dropped).toDoubles();
        // each is the sum of 50 draws that are 1 / 30 with probability 0.6; then five deviations
        assertThat(Arrays.stream(taken).average().orElseThrow())
                .isCloseTo(1, within(5 * Math.sqrt(0.4 / 0.6 / 50 / 2000)));
        assertThat(Arrays.stream(taken).distinct().count()).isBetween(10L, 51L);
    }

    @Test
    void silencesInEveryPartOfABlockThatWasTold() {
        var x = Tensor.random(1, 4, 6).seed(1);
        for (var spec :
                List.of(
                        transformerEncoder(2, 5).dropout(0.5),
                        transformerEncoder(2, 5).dropoutAround(0.5))) {
            var block = spec.build(Shape.of(4, 6), SEED);
            assertThat(Mode.TRAINING.compute(block.apply(x)).toFloats())
                    .isNotEqualTo(block.apply(x).toFloats());
        }
        assertThat(transformerEncoder(2, 5).dropout(0.5).feedForward().dropout()).isEqualTo(0.5);
        assertThat(transformerEncoder(2, 5).dropoutAround(0.5).feedForward().dropout()).isZero();
    }

    @Test
    void knowsOnlyDistancesWhenTurned() {
        var query = Tensor.random(1, 2, 6, 8).seed(1);
        var key = Tensor.random(1, 2, 6, 8).seed(2);
        var near = scores(query, key, 0);
        var far = scores(query, key, 1000);
        assertThat(far).containsExactly(near, within(1e-4f));
    }

    private static float[] scores(Tensor query, Tensor key, int shift) {
        var places = Tensor.arange(6).add(Tensor.of(new long[] {shift}, 1));
        return Rotary.turn(query, places).matmul(Rotary.turn(key, places).transpose()).toFloats();
    }
}
