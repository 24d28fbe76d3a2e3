package dev.gradus.nn.layer.attention;

import static dev.gradus.nn.Layers.multiHeadAttention;
import static dev.gradus.nn.Layers.transformerDecoder;
import static dev.gradus.nn.Layers.transformerEncoder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.ProgramStatistics;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyValueCacheTest {
    private static final int CAPACITY = 7;
    private static final Shape TEXT = Shape.of(CAPACITY, 8);

    static List<MultiHeadAttention.Spec> specs() {
        return List.of(
                multiHeadAttention(2).causal(),
                multiHeadAttention(4).keyValueHeads(2).causal().withoutBias(),
                multiHeadAttention(2).keyValueHeads(1).causal().rotary());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void sayTokenByTokenWhatIsSaidAtOnce(MultiHeadAttention.Spec spec) {
        var layer = spec.build(TEXT, Seed.seed(1));
        var x = numbers(2, CAPACITY);
        var atOnce = layer.apply(x);
        var cache = layer.cache(2, CAPACITY);
        for (var i = 0; i < CAPACITY; i++) {
            var next = layer.apply(x.slice(1, i, i + 1, 1), cache);
            assertSame(next.output(), atOnce.slice(1, i, i + 1, 1));
            cache = settled(next);
            assertThat(cache.length()).isEqualTo(i + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void goesOnInPiecesOfAnyLength(MultiHeadAttention.Spec spec) {
        var layer = spec.build(TEXT, Seed.seed(1));
        var x = numbers(1, CAPACITY);
        var atOnce = layer.apply(x);
        var first = layer.apply(x.slice(1, 0, 4, 1), layer.cache(1, CAPACITY));
        var second = layer.apply(x.slice(1, 4, 7, 1), first.cache());
        assertSame(Tensor.concatenate(1, first.output(), second.output()), atOnce);
    }

    @Test
    void staysAsItIsWhenNothingFollows() {
        var layer = multiHeadAttention(2).causal().build(TEXT, Seed.seed(1));
        var cache = layer.apply(numbers(1, 2), layer.cache(1, CAPACITY)).cache();
        var next = layer.apply(Tensor.zeros(1, 0, 8), cache);
        assertThat(next.output().toFloats()).isEmpty();
        assertThat(next.cache().length()).isEqualTo(2);
    }

    @Test
    void forgetsWhatItIsCutTo() {
        var layer = multiHeadAttention(2).causal().build(TEXT, Seed.seed(1));
        var x = numbers(1, 5);
        var seen = layer.apply(x, layer.cache(1, CAPACITY)).cache().truncated(3);
        var other = numbers(1, 1).mul(-2);
        assertSame(
                layer.apply(other, seen).output(),
                layer.apply(Tensor.concatenate(1, x.slice(1, 0, 3, 1), other)).slice(1, 3, 4, 1));
    }

    @Test
    void givesABlockTheSameNumbersAsAtOnce() {
        for (var spec :
                List.of(
                        transformerEncoder(2, 5).causal(),
                        transformerEncoder(2, 5).causal().preNorm())) {
            var block = spec.build(TEXT, Seed.seed(3));
            var x = numbers(1, 4);
            var first = block.apply(x.slice(1, 0, 1, 1), block.cache(1, 4));
            var second = block.apply(x.slice(1, 1, 4, 1), first.cache());
            assertSame(Tensor.concatenate(1, first.output(), second.output()), block.apply(x));
        }
    }

    @Test
    void givesADecoderTheSameNumbersAsAtOnce() {
        var memory = numbers(2, 3).mul(0.7);
        for (var spec :
                List.of(
                        transformerDecoder(2, 5),
                        transformerDecoder(2, 5)
                                .preNorm()
                                .rotary()
                                .keyValueHeads(1)
                                .withoutBias())) {
            var decoder = spec.build(List.of(TEXT, Shape.of(3, 8)), Seed.seed(3));
            var x = numbers(2, 4);
            var first = decoder.apply(x.slice(1, 0, 3, 1), memory, decoder.cache(2, 4));
            var second = decoder.apply(x.slice(1, 3, 4, 1), memory, first.cache());
            assertSame(
                    Tensor.concatenate(1, first.output(), second.output()),
                    decoder.apply(x, memory));
        }
    }

    @Test
    void isServedByOneProgramWhateverThePlace() {
        var layer = multiHeadAttention(2).causal().rotary().build(TEXT, Seed.seed(1));
        var cache = settled(layer.apply(numbers(1, 1).realize(), layer.cache(1, CAPACITY)));
        var before = ProgramStatistics.now().misses();
        for (var i = 1; i < CAPACITY; i++) {
            var x = Tensor.of(new float[8], 1, 1, 8);
            cache = settled(layer.apply(x, cache));
        }
        assertThat(ProgramStatistics.now().misses() - before).isZero();
    }

    @Test
    void refusesWhatItHasNoRoomFor() {
        var layer = multiHeadAttention(2).causal().build(TEXT, Seed.seed(1));
        var cache = layer.apply(numbers(1, 2), layer.cache(1, 3)).cache();
        assertThatThrownBy(() -> layer.apply(numbers(1, 2), cache))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith(
                        "2 places were to follow the 2 that the cache holds, but it has room for 3");
        assertThatThrownBy(() -> cache.truncated(3))
                .hasMessage("a cache that holds 2 places was to be cut to 3");
    }

    @Test
    void refusesAnAttentionThatLooksAhead() {
        var layer = multiHeadAttention(2).build(TEXT, Seed.seed(1));
        assertThatThrownBy(() -> layer.apply(numbers(1, 1), layer.cache(1, 3)))
                .hasMessageStartingWith("multiHeadAttention(2) cannot go on from a cache");
    }

    private static KeyValueCache settled(KeyValueCache.Continued next) {
        return KeyValueCache.settle(next.output(), List.of(next.cache())).getFirst();
    }

    private static Tensor numbers(int batch, int time) {
        return Tensor.random(batch, time, 8).seed(5).sub(0.5).mul(4);
    }

    private static void assertSame(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.toFloats()).containsExactly(expected.toFloats(), within(1e-5f));
    }
}
