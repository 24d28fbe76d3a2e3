package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.rnn;

import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.layer.Recurrent;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// With explicit lengths, recurrent layers make what PyTorch makes of packed sequences.
class PackedSequencesTest {
    private static final double TOLERANCE = 1e-11;

    private static LayerCase row(String text) {
        return LayerCase.all().filter(c -> c.text().equals(text)).findFirst().orElseThrow();
    }

    @Test
    void readsOneDirectionLikePackedSequences() {
        var c = row("rnn(3).sequences().skipZeros()");
        var layer =
                (Recurrent)
                        DoublePrecision.copyOf(rnn(3).sequences().build(c.input(), Seed.seed(1)));
        Parameters.of(layer)
                .forEach((name, parameter) ->
                        parameter.set(LayerGoldens.tensor(c.golden(), "parameter " + name)));
        var x = LayerGoldens.tensor(c.golden(), "x");
        // numbers beyond the lengths, which must not matter
        var disturbed = x.equal(0).where(Tensor.onesLike(x), x);
        var y = layer.apply(disturbed, Tensor.of(new long[] {2, 4, 1}, 3));
        LayerGoldens.assertEquals(y, c.golden(), "y", TOLERANCE);
    }
}
