package dev.gradus.nn.layer.attention;

import static dev.gradus.nn.Layers.GELU;
import static dev.gradus.nn.Layers.crossAttention;
import static dev.gradus.nn.Layers.feedForward;
import static dev.gradus.nn.Layers.layerNorm;
import static dev.gradus.nn.Layers.multiHeadAttention;
import static dev.gradus.nn.Layers.transformerDecoder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Constant;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransformerDecoderTest {
    private static final List<Shape> INPUTS = List.of(Shape.of(3, 4), Shape.of(5, 6));

    @Test
    void isWrittenAsInAProgram() {
        var spec =
                transformerDecoder(2, 5)
                        .preNorm()
                        .activation(GELU)
                        .keyValueHeads(1)
                        .rotary()
                        .withoutBias()
                        .dropout(0.1)
                        .epsilon(0.001);
        assertThat(spec)
                .hasToString(
                        "transformerDecoder(2, 5).preNorm().activation(GELU).keyValueHeads(1).rotary().withoutBias().dropout(0.1).epsilon(0.001)");
        assertThat(spec.build(INPUTS, Seed.seed(1))).hasToString(spec.toString());
        assertThat(crossAttention(4).keyValueHeads(2).withoutBias().dropout(0.2))
                .hasToString("crossAttention(4).keyValueHeads(2).withoutBias().dropout(0.2)");
    }

    @Test
    void seesNothingOfWhatIsYetToBeWritten() {
        var decoder = transformerDecoder(2, 5).build(INPUTS, Seed.seed(1));
        var x = Tensor.random(1, 3, 4).seed(1).realize();
        var memory = Tensor.random(1, 5, 6).seed(2).realize();
        var changed = Tensor.concatenate(1, x.slice(1, 0, 1, 1), x.slice(1, 1, 3, 1).mul(3));
        assertThat(decoder.apply(changed, memory).slice(1, 0, 1, 1).toFloats())
                .containsExactly(decoder.apply(x, memory).slice(1, 0, 1, 1).toFloats());
        assertThat(decoder.apply(x, memory.mul(2)).toFloats())
                .isNotEqualTo(decoder.apply(x, memory).toFloats());
    }

    @Test
    void hidesWhatItsMasksHide() {
        var decoder = transformerDecoder(2, 5).build(INPUTS, Seed.seed(1));
        var x = Tensor.random(2, 3, 4).seed(1).realize();
        var memory = Tensor.random(2, 5, 6).seed(2).realize();
        var all = Attention.causalMask(3);
        var two = Attention.paddingMask(Tensor.of(new long[] {2, 2}, 2), 5);
        var hidden =
                Tensor.concatenate(1, memory.slice(1, 0, 2, 1), memory.slice(1, 2, 5, 1).mul(7));
        assertThat(decoder.masked(x, hidden, all, two).toFloats())
                .containsExactly(decoder.masked(x, memory, all, two).toFloats());
        assertThat(decoder.masked(x, hidden, all, two).toFloats())
                .isNotEqualTo(decoder.apply(x, memory).toFloats());
    }

    @Test
    void beginsWhereItIsTold() {
        var decoder =
                transformerDecoder(2, 5).initializer(new Constant(0.5)).build(INPUTS, Seed.seed(1));
        assertThat(decoder.cross().key().weight().toFloats()).containsOnly(0.5f);
        assertThat(decoder.attention().output().weight().toFloats()).containsOnly(0.5f);
        assertThat(decoder.feedForward().expand().weight().toFloats()).containsOnly(0.5f);
    }

    @Test
    void refusesAnAttentionThatLooksAhead() {
        assertThatThrownBy(() ->
                        new TransformerDecoder.Spec(
                                multiHeadAttention(2),
                                crossAttention(2),
                                feedForward(5),
                                layerNorm(),
                                false,
                                0))
                .hasMessage(
                        "transformerDecoder was given multiHeadAttention(2), which sees what is yet to be written: use causal()");
    }
}
