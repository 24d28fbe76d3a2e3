package dev.gradus.nn;

import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Losses.binaryCrossEntropy;
import static dev.gradus.nn.Losses.crossEntropy;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.nn.optimizer.OptimizerSpec;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Networks learn, and the same seed gives the same bits.
class TrainingTest {
    private static final Tensor X = Tensor.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});

    @Test
    void learnsExclusiveOrWhichNoSingleLayerCan() {
        var truth = Tensor.of(new float[][] {{0}, {1}, {1}, {0}});
        var net = Sequential.of(dense(8, TANH), dense(1)).build(Shape.of(2), Seed.seed(1));
        var optimizer = adam(0.1).on(net);
        for (var step = 0; step < 150; step++) {
            optimizer.step(binaryCrossEntropy(net.apply(X), truth));
        }
        assertThat(binaryCrossEntropy(net.apply(X), truth).item()).isLessThan(0.02);
        assertThat(net.apply(X).greater(0).toLongs()).containsExactly(0, 1, 1, 0);
    }

    @Test
    void tellsTheArmsOfTwoSpiralsApart() {
        var n = 40;
        var points = new float[n][2];
        var arms = new long[n];
        for (var i = 0; i < n; i++) {
            var radius = 0.2 + 0.8 * (i / 2) / (n / 2);
            var angle = 5 * radius + Math.PI * (i % 2);
            points[i] =
                    new float[] {
                        (float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle))
                    };
            arms[i] = i % 2;
        }
        var x = Tensor.of(points);
        var labels = Tensor.of(arms, n);
        var net =
                Sequential.of(dense(16, TANH), dense(16, TANH), dense(2))
                        .build(Shape.of(2), Seed.seed(2));
        var optimizer = adam(0.02).on(net);
        for (var step = 0; step < 150; step++) {
            optimizer.step(crossEntropy(net.apply(x), labels));
        }
        assertThat(crossEntropy(net.apply(x), labels).item()).isLessThan(0.1);
        assertThat(net.apply(x).argmax(1).toLongs()).containsExactly(arms);
    }

    @Test
    void endsWithTheSameBitsForTheSameSeeds() {
        var rule = sgd(0.1).momentum(0.9).nesterov();
        assertThat(trained(rule, 1, 1)).isEqualTo(trained(rule, 1, 1));
        assertThat(trained(rule, 1, 1)).isNotEqualTo(trained(rule, 2, 1));
        assertThat(trained(rule, 1, 1)).isNotEqualTo(trained(rule, 1, 2));
    }

    private static List<String> trained(OptimizerSpec rule, long weights, long steps) {
        var net =
                Sequential.of(dense(6, TANH), dropout(0.3), dense(2))
                        .build(Shape.of(2), Seed.seed(weights));
        var optimizer = rule.on(net).seed(steps);
        var labels = Tensor.of(new long[] {0, 1, 1, 0}, 4);
        for (var step = 0; step < 10; step++) {
            optimizer.step(crossEntropy(net.apply(X), labels));
        }
        return Parameters.of(net).values().stream()
                .map(Parameter::toFloats)
                .map(Arrays::toString)
                .toList();
    }
}
