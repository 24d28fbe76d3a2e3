package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.lstm;
import static dev.gradus.nn.Layers.seed;
import static dev.gradus.nn.Losses.crossEntropy;
import static dev.gradus.nn.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.nn.Parameters;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class CharacterLstmTest {
    private static final Sampling LIKELIEST = Sampling.USUAL.temperature(0);

    @Test
    void isAsLargeAsItsFormulaSays() {
        var net = CharacterLstm.of(65, 64, 256, 2, 0.2).build(Shape.of(10), seed(1));
        assertThat(Parameters.count(net))
                .isEqualTo(65 * 64 + 4 * 256 * 321 + 4 * 256 * 513 + 256 * 65 + 65);
    }

    @Test
    void writesOnWhatItHasLearned() {
        // after 2 comes 1 or 3, which only the one before it tells
        int[] pattern = {1, 2, 3, 2};
        var text = new int[4 * 9];
        for (var i = 0; i < text.length; i++) {
            text[i] = pattern[(i + i / 9) % 4];
        }
        var all = Tensor.of(text, 4, 9);
        var x = all.slice(1, 0, 8, 1);
        var next = all.slice(1, 1, 9, 1);
        var net = CharacterLstm.of(4, 4, 16, 1, 0).build(Shape.of(8), seed(1));
        var optimizer = adam(0.02).on(net);
        for (var step = 0; step < 100; step++) {
            optimizer.step(crossEntropy(net.apply(x), next));
        }
        assertThat(crossEntropy(net.apply(x), next).item()).isLessThan(0.02);
        assertThat(CharacterLstm.generate(net, new int[] {1, 2}, LIKELIEST).limit(9).toArray())
                .containsExactly(3, 2, 1, 2, 3, 2, 1, 2, 3);
        assertThat(CharacterLstm.generate(net, new int[] {3, 2}, LIKELIEST).limit(3).toArray())
                .containsExactly(1, 2, 3);
    }

    @Test
    void remembersWhatAReadingFromTheStartWouldSee() {
        var net = CharacterLstm.of(7, 5, 6, 2, 0.5).build(Shape.of(10), seed(2));
        var sampling = Sampling.USUAL.seed(4);
        var written = CharacterLstm.generate(net, new int[] {3, 1}, sampling).limit(8).toArray();
        var text = new ArrayList<Integer>();
        text.add(3);
        text.add(1);
        for (var i = 0; i < written.length; i++) {
            var read = text.stream().mapToInt(Integer::intValue).toArray();
            var logits = net.apply(Tensor.of(read, 1, read.length)).get(0).get(-1).toFloats();
            var draw = (seed(4).bits(i) >>> 11) * 0x1p-53;
            assertThat(written[i]).isEqualTo(sampling.choose(logits, draw));
            text.add(written[i]);
        }
        assertThat(CharacterLstm.generate(net, new int[] {3, 1}, sampling).limit(8).toArray())
                .containsExactly(written);
    }

    @Test
    void refusesWhatCannotWriteOn() {
        var net = CharacterLstm.of(4, 3, 5, 1, 0).build(Shape.of(3), seed(1));
        assertThatThrownBy(() -> CharacterLstm.generate(net, new int[0], LIKELIEST))
                .hasMessageContaining("at least one to start with");
        var reader = Sequential.of(embedding(4, 3), lstm(5), dense(4)).build(Shape.of(3), seed(1));
        assertThatThrownBy(() ->
                        CharacterLstm.generate(reader, new int[] {1}, LIKELIEST).limit(1).toArray())
                .hasMessageContaining("lstm(5) cannot write on");
    }
}
