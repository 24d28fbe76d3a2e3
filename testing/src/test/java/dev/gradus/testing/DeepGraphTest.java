package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.Device;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Expressions may be much deeper than Java's stack.
class DeepGraphTest {
    private static final int DEPTH = 20_000;

    @Test
    void numbersPassThroughADeepChain() {
        var x = Tensor.of(1, 2);
        assertThat(deep(x, y -> y.add(0.5)).toFloats()).containsExactly(10_001, 10_002);
    }

    @Test
    void theInterpreterFollowsToo() {
        var y = deep(Tensor.of(1, 2), x -> x.add(0.5));
        assertThat(Device.run(Device.INTERPRETER, y::toFloats)).containsExactly(10_001, 10_002);
    }

    @Test
    void gradientsComeBackThroughADeepChain() {
        var x = Tensor.of(1, 2);
        var y = deep(x, z -> z.mul(-1.0).add(0.5)).sum();
        assertThat(Gradients.of(y, x).toFloats()).containsOnly(1);
    }

    @Test
    void viewsOfViewsMayBeDeep() {
        var x = Tensor.of(new float[][] {{1, 2}, {3, 4}});
        var y = deep(x, z -> z.flip(0).transpose());
        assertThat(y.add(1).toFloats()).containsExactly(2, 3, 4, 5);
    }

    @Test
    void reshapedViewsMayBeDeep() {
        var x = Tensor.of(new float[][] {{1, 2}, {3, 4}});
        var y = deep(x, z -> z.reshape(4).reshape(2, 2).transpose());
        assertThat(y.mul(2.5).toFloats()).containsExactly(2.5f, 5, 7.5f, 10);
    }

    @Test
    void repeatedNumbersMayBeDeep() {
        var y = deep(Tensor.scalar(3).expand(2, 2), z -> z.reshape(4).reshape(2, 2).transpose());
        assertThat(y.mul(Tensor.ones(2, 2)).toFloats()).containsOnly(3);
    }

    @Test
    void aStepMayBeDeep() {
        var weight = Parameter.of(Tensor.of(1));
        Step.run(List.of(), Map.of(weight, deep(weight, x -> x.add(0.5))), 1);
        assertThat(weight.item()).isEqualTo(10_001);
    }

    @Test
    void whatIsDeepCanBeExplained() {
        assertThat(deep(Tensor.of(1, 2), x -> x.add(0.5)).explain()).contains("kernels");
    }

    private static Tensor deep(Tensor x, UnaryOperator<Tensor> operation) {
        var y = x;
        for (var i = 0; i < DEPTH; i++) {
            y = operation.apply(y);
        }
        return y;
    }
}
