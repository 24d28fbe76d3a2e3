package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.bert;
import static dev.gradus.nn.Losses.crossEntropy;
import static dev.gradus.nn.Optimizers.adamW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Seed;
import dev.gradus.nn.layer.attention.Attention;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BertTest {
    private final Bert model =
            bert().layers(2).heads(2).width(12).context(6).vocabulary(9).build(Seed.seed(1));
    private final Tensor tokens = Tensor.of(new long[] {1, 5, 2, 8, 0, 3, 7, 7}, 2, 4);

    @Test
    void makesARowForEachTokenOneForTheTextAndLogits() {
        var meanings = model.apply(tokens);
        assertThat(meanings.shape()).isEqualTo(Shape.of(2, 4, 12));
        assertThat(model.pooled(meanings).shape()).isEqualTo(Shape.of(2, 12));
        assertThat(model.tokenLogits(meanings).shape()).isEqualTo(Shape.of(2, 4, 9));
    }

    @Test
    void poolsTheFirstPlaceAlone() {
        var meanings = model.apply(tokens).realize();
        var changed =
                Tensor.concatenate(
                        1, meanings.slice(1, 0, 1, 1), meanings.slice(1, 1, 4, 1).mul(3));
        assertThat(model.pooled(changed).toFloats())
                .containsExactly(model.pooled(meanings).toFloats());
        assertThat(model.pooled(meanings).abs().max().item()).isLessThan(1);
    }

    @Test
    void seesBothSidesAndTheSegment() {
        var first = model.apply(tokens);
        var last = Tensor.of(new long[] {1, 5, 2, 4, 0, 3, 7, 1}, 2, 4);
        assertThat(model.apply(last).slice(1, 0, 1, 1).toFloats())
                .isNotEqualTo(first.slice(1, 0, 1, 1).toFloats());
        var none = Tensor.of(new long[8], 2, 4);
        var second = Tensor.of(new long[] {0, 0, 1, 1, 0, 0, 1, 1}, 2, 4);
        assertThat(model.apply(tokens, none).toFloats()).containsExactly(first.toFloats());
        assertThat(model.apply(tokens, second).toFloats()).isNotEqualTo(first.toFloats());
    }

    @Test
    void readsAShortTextAlikeWithAndWithoutPadding() {
        var mask = Attention.paddingMask(Tensor.of(new long[] {2, 4}, 2), 4);
        var padded = model.apply(tokens, Tensor.zerosLike(tokens), mask);
        var alone = model.apply(tokens.slice(0, 1).slice(1, 0, 2, 1));
        assertThat(padded.slice(0, 1).slice(1, 0, 2, 1).toFloats())
                .containsExactly(alone.toFloats(), within(1e-5f));
    }

    @Test
    void learnsToGuessWhatWasMasked() {
        var optimizer = adamW(1e-2).on(model);
        var masked = Tensor.of(new long[] {1, 4, 2, 4, 4, 3, 7, 4}, 2, 4);
        for (var step = 0; step < 80; step++) {
            optimizer.step(crossEntropy(model.tokenLogits(model.apply(masked)), tokens));
        }
        assertThat(model.tokenLogits(model.apply(masked)).argmax(2).toLongs())
                .containsExactly(tokens.toLongs());
    }

    @Test
    void refusesSegmentsOfAnotherShape() {
        assertThatThrownBy(() -> model.apply(tokens, Tensor.arange(4)))
                .hasMessageEndingWith(
                        "receives tokens [2, 4] and segments [4]: each token belongs to one segment");
    }
}
