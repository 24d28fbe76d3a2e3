package dev.gradus.studio.models;

import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.Preprocessing;
import dev.gradus.io.Provenance;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.train.Model;
import java.util.List;
import org.junit.jupiter.api.Test;

class OcclusionTest {
    /// A model that looks at one pixel alone: the brighter it is, the likelier the second class.
    private static Model looksAt(int pixel, Shape shape) {
        var network = Sequential.of(flatten(), dense(2)).build(shape, Seed.seed(1));
        var weights = new float[2 * shape.count()];
        weights[2 * pixel + 1] = 0.02f;
        Parameters.of(network)
                .forEach((name, parameter) ->
                        parameter.set(
                                parameter.rank() == 2
                                        ? Tensor.of(weights).reshape(parameter.shape())
                                        : Tensor.zeros(parameter.shape().toArray())));
        return Model.of(
                network,
                shape,
                List.of("dark", "bright"),
                Preprocessing.none(),
                Provenance.unstated());
    }

    @Test
    void onlyWhatTheModelLooksAtSpeaks() {
        var picture = new float[100];
        java.util.Arrays.fill(picture, 200);
        var found = Occlusion.ofPicture(looksAt(55, Shape.of(10, 10, 1)), picture, 1);
        var expected = 1 / (1 + Math.exp(-4));
        assertThat(found.probability()).isCloseTo(expected, within(1e-5));
        // it is hidden by every patch that covers it, and then both classes are as likely
        assertThat(found.effects()[55]).isCloseTo(expected - 0.5, within(1e-5));
        assertThat(found.effects()[0]).isCloseTo(0, within(1e-6));
    }

    @Test
    void aValueOfARowTakesItsUsualOne() {
        var model = looksAt(1, Shape.of(3));
        var found = Occlusion.ofRow(model, new float[] {1, 200, 1}, 1, new float[] {0, 0, 0});
        assertThat(found.effects()[0]).isCloseTo(0, within(1e-6));
        assertThat(found.effects()[1]).isCloseTo(1 / (1 + Math.exp(-4)) - 0.5, within(1e-5));
    }
}
