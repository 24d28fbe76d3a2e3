package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.Checkpoint;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A network whose inner numbers are computed twice has the gradients of one whose are kept.
class CheckpointTest {
    private static final int BLOCKS = 6;
    private final List<Parameter> weights = new ArrayList<>();
    private final Tensor x = Randomness.with(2, () -> Tensor.randomNormal(16, 8)).realize();

    CheckpointTest() {
        for (var i = 0; i < 2 * BLOCKS; i++) {
            var seed = i;
            weights.add(
                    Parameter.of(Randomness.with(seed, () -> Tensor.randomNormal(8, 8)).mul(0.3)));
        }
    }

    private Tensor block(int i, Tensor x) {
        var inner = x.matmul(weights.get(2 * i)).tanh();
        var kept = Tensor.randomPerStep(inner.shape()).less(0.8);
        var dropped = Tensor.byMode(kept.where(inner, Tensor.zerosLike(inner)), inner);
        return dropped.matmul(weights.get(2 * i + 1)).add(x);
    }

    private Tensor loss(boolean checkpointed) {
        var y = x;
        for (var i = 0; i < BLOCKS; i++) {
            var number = i;
            UnaryOperator<Tensor> block = in -> block(number, in);
            y = checkpointed ? Checkpoint.of(block, y) : block.apply(y);
        }
        return y.square().mean();
    }

    @Test
    void hasTheSameGradientsToTheLastBit() {
        var results = new ArrayList<List<float[]>>();
        for (var checkpointed : new boolean[] {false, true}) {
            var loss = loss(checkpointed);
            var all = new ArrayList<Tensor>();
            all.add(loss);
            all.addAll(Gradients.of(loss, weights));
            Step.run(all, Map.of(), 5);
            results.add(all.stream().map(Tensor::toFloats).toList());
        }
        for (var i = 0; i < results.getFirst().size(); i++) {
            assertThat(results.get(1).get(i)).containsExactly(results.get(0).get(i));
        }
    }

    @Test
    void keepsLittleMoreThanTheInsideOfOneBlock() {
        var wide = Tensor.zeros(1024, 64);
        var matrices = new ArrayList<Parameter>();
        for (var i = 0; i < 48; i++) {
            matrices.add(Parameter.of(Tensor.eye(64)));
        }
        var memory = new ArrayList<Double>();
        for (var checkpointed : new boolean[] {false, true}) {
            var y = wide;
            for (var i = 0; i < 8; i++) {
                var block = matrices.subList(6 * i, 6 * i + 6);
                UnaryOperator<Tensor> function =
                        in -> {
                            var inside = in;
                            for (var matrix : block) {
                                inside = inside.matmul(matrix).sin();
                            }
                            return inside;
                        };
                y = checkpointed ? Checkpoint.of(function, y) : function.apply(y);
            }
            var lengths =
                    Gradients.of(y.sum(), matrices).reversed().stream()
                            .map(gradient -> gradient.square().sum())
                            .reduce(Tensor::add)
                            .orElseThrow();
            memory.add(workingMegabytes(lengths));
        }
        assertThat(memory.get(1)).isLessThan(memory.get(0) / 2);
    }

    private static double workingMegabytes(Tensor tensor) {
        var text = tensor.explain();
        var found = Pattern.compile("([\\d.]+) MB of working memory").matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return Double.parseDouble(found.group(1));
    }

    @Test
    void gradientsReachWhatTheFunctionHasTakenAlong() {
        var memory = Parameter.of(Tensor.ones(16, 8));
        var taken = memory.mul(3);
        var plain = x.matmul(weights.get(0)).mul(taken).tanh().sum();
        var again = Checkpoint.of(in -> in.matmul(weights.get(0)).mul(taken).tanh(), x).sum();
        assertThat(Gradients.of(again, memory).toFloats())
                .containsExactly(Gradients.of(plain, memory).toFloats());
    }

    @Test
    void hasGradientsOfGradients() {
        var v = Parameter.of(Tensor.of(0.5f, -1, 2));
        var plain = Gradients.of(v.mul(v).mul(v).exp().sum(), v).sum();
        var again = Gradients.of(Checkpoint.of(in -> in.mul(in).mul(in).exp(), v).sum(), v).sum();
        assertThat(Gradients.of(again, v).toFloats())
                .containsExactly(Gradients.of(plain, v).toFloats());
    }

    @Test
    void checkpointsLieInsideEachOther() {
        var inner = Parameter.of(Tensor.of(0.5f, -1, 2));
        var plain = inner.sin().exp().tanh().sum();
        var again = Checkpoint.of(a -> Checkpoint.of(b -> b.sin().exp(), a).tanh(), inner).sum();
        assertThat(Gradients.of(again, inner).toFloats())
                .containsExactly(Gradients.of(plain, inner).toFloats());
    }

    @Test
    void whatALayerRemembersChangesOnce() {
        var mean = Parameter.state(Tensor.zeros(8));
        var weight = weights.getFirst();
        var y = Checkpoint.of(in -> in.matmul(weight).assigning(mean, in.mean(0)).tanh(), x);
        var updates = new LinkedHashMap<Parameter, Tensor>();
        updates.put(weight, weight.sub(Gradients.of(y.sum(), weight)));
        Step.run(List.of(y.sum()), updates, 1);
        assertThat(mean.version()).isEqualTo(1);
        assertThat(mean.toFloats()).containsExactly(x.mean(0).toFloats());
    }
}
