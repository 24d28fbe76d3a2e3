package dev.gradus.studio.model;

import static dev.gradus.Gradus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Parameters;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.graph.Graph;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatteredTest {
    private static Given given(Tensor x) {
        return new Given(List.of(x.realize()), -1, List.of(List.of()), new float[0], "");
    }

    /// A network that sees one pixel only hangs on it alone.
    @Test
    void onlyWhatIsLookedAtMatters() {
        var net = Sequential.of(flatten(), dense(2)).build(Shape.of(28, 28, 1), seed(1));
        var weight = new float[784 * 2];
        weight[2 * (5 * 28 + 20)] = 4;
        Parameters.of(net).get("1.weight").set(Tensor.of(weight, 784, 2));
        var subject =
                Subject.of(net, Shape.of(28, 28, 1), List.of("a", "b"), Optional.empty(), true);
        var x = new float[784];
        x[5 * 28 + 20] = 1;
        var saliency = Mattered.byGradient(subject, given(Tensor.of(x, 1, 28, 28, 1)), 0, 0);
        assertThat(saliency.rows()).isEqualTo(28);
        for (var i = 0; i < 784; i++) {
            assertThat(saliency.numbers()[i]).isEqualTo(i == 5 * 28 + 20 ? 4f : 0f);
        }
        var covered = Mattered.byCovering(subject, given(Tensor.of(x, 1, 28, 28, 1)), 0, 0, 0);
        assertThat(covered.rows()).isEqualTo(14);
        for (var row = 0; row < 14; row++) {
            for (var column = 0; column < 14; column++) {
                var top = 2 * row - 1;
                var left = 2 * column - 1;
                var covers = top <= 5 && 5 < top + 4 && left <= 20 && 20 < left + 4;
                var expected = covers ? sigmoid(4) - sigmoid(4 / 784.0) : 0;
                assertThat(covered.numbers()[row * 14 + column])
                        .isCloseTo((float) expected, within(1e-5f));
            }
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /// The gradient of each number agrees with what a small nudge does.
    @Test
    void theGradientIsWhatANudgeDoes() {
        var net = Sequential.of(dense(5, TANH), dense(3)).build(Shape.of(4), seed(2));
        var subject = Subject.of(net, Shape.of(4), List.of(), Optional.empty(), true);
        var x = new float[] {0.3f, -0.2f, 0.9f, 0.1f};
        var map = Mattered.byGradient(subject, given(Tensor.of(x, 1, 4)), 0, 1);
        for (var i = 0; i < 4; i++) {
            var up = x.clone();
            var down = x.clone();
            up[i] += 1e-2f;
            down[i] -= 1e-2f;
            var slope =
                    (net.apply(Tensor.of(up, 1, 4)).toFloats()[1]
                                    - net.apply(Tensor.of(down, 1, 4)).toFloats()[1])
                            / 2e-2f;
            assertThat(map.numbers()[i]).isCloseTo(Math.abs(slope), within(1e-3f));
        }
    }

    @Test
    void tokensMatterToo() {
        var subject = MadeModels.list().get(2).load().get();
        var inputs = new Inputs(subject, subject.walk());
        var text = inputs.text("a truth");
        assertThat(Mattered.byGradient(subject, text, 0, 3).numbers())
                .hasSize(7)
                .doesNotContain(0f);
        assertThat(Mattered.byCovering(subject, text, 0, 3, 1).numbers()).hasSize(7);
        assertThatThrownBy(() -> Mattered.byGradient(subject, text, 0, 5000))
                .hasMessageContaining("answer 5000");
    }

    /// Of several inputs the first is covered, and the others stay.
    @Test
    void theOtherInputsStayAsTheyAre() {
        var a = input("a", 3);
        var b = input("b", 2);
        var net = Graph.of(List.of(a, b), dense(1).on(concat(a, b)).named("sum")).build(seed(1));
        Parameters.of(net)
                .values()
                .iterator()
                .next()
                .set(Tensor.of(new float[] {1, 0, 0, 5, 5}, 5, 1));
        var subject = Subject.of(net, Shape.of(3), List.of(), Optional.empty(), true);
        var given =
                new Given(
                        List.of(
                                Tensor.of(new float[] {2, 0, 1}, 1, 3).realize(),
                                Tensor.of(new float[] {0.1f, -0.2f}, 1, 2).realize()),
                        -1,
                        List.of(List.of(), List.of()),
                        new float[0],
                        "");
        var map = Mattered.byCovering(subject, given, 0, 0, 0).numbers();
        assertThat(map[0]).isCloseTo((float) (sigmoid(1.5) - sigmoid(0.5)), within(1e-5f));
        assertThat(map[1]).isZero();
        assertThat(map[2]).isZero();
    }
}
