package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.frozen;
import static dev.gradus.nn.Layers.reuse;
import static dev.gradus.nn.Losses.meanSquaredError;
import static dev.gradus.nn.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Mode;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.regularizer.L2;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FrozenTest {
    private static final Seed SEED = Seed.seed(1);
    private final Tensor x = Randomness.with(3, () -> Tensor.randomNormal(8, 3).realize());

    private static Map<String, String> numbers(Layer layer) {
        return Parameters.of(layer).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> Arrays.toString(entry.getValue().toFloats())));
    }

    @Test
    void stepsChangeEverythingButWhatIsFrozen() {
        var net =
                Sequential.of(
                                dense(4, TANH),
                                frozen(Sequential.of(dense(4), batchNorm(), dropout(0.5))),
                                dense(1))
                        .build(Shape.of(3), SEED);
        var before = numbers(net);
        var optimizer = sgd(0.1).momentum(0.9).on(net);
        for (var step = 0; step < 3; step++) {
            optimizer.step(meanSquaredError(net.apply(x), Tensor.ones(8, 1)));
        }
        var after = numbers(net);
        assertThat(
                        before.keySet().stream()
                                .filter(name -> before.get(name).equals(after.get(name))))
                .containsExactlyInAnyOrder(
                        "1.0.weight",
                        "1.0.bias",
                        "1.1.weight",
                        "1.1.bias",
                        "1.1.runningMean",
                        "1.1.runningVariance");
        assertThat(optimizer.parameters()).hasSize(4);
        assertThat(Parameters.trainable(net).keySet())
                .containsExactly("0.weight", "0.bias", "2.weight", "2.bias");
        assertThat(Parameters.count(net)).isEqualTo(3 * 4 + 4 + 4 + 1);
    }

    @Test
    void behavesInTrainingAsOutsideOfIt() {
        var layer =
                frozen(Sequential.of(batchNorm(), dropout(0.5), dense(2))).build(Shape.of(3), SEED);
        Parameters.of(layer).get("0.runningMean").set(Tensor.of(1, 2, 3));
        var outside = layer.apply(x).toFloats();
        assertThat(Mode.TRAINING.compute(layer.apply(x)).toFloats()).containsExactly(outside);
        assertThat(Mode.TRAINING.compute(layer.layer().apply(x)).toFloats()).isNotEqualTo(outside);
    }

    @Test
    void leavesAloneWhatHappensBeforeIt() {
        var before = dropout(0.5).apply(x);
        var y = frozen(dense(3)).build(Shape.of(3), SEED).apply(before);
        Mode.TRAINING.compute(y, before);
        assertThat(before.toFloats()).contains(0);
    }

    @Test
    void letsAGradientThroughToItsInput() {
        var layer = frozen(dense(2, TANH)).build(Shape.of(3), SEED);
        var input = Parameter.of(x);
        var slope = Gradients.of(layer.apply(input).sum(), input);
        var same = Gradients.of(layer.layer().apply(input).sum(), input);
        assertThat(slope.toFloats()).containsExactly(same.toFloats());
        assertThat(slope.abs().max().item()).isPositive();
    }

    @Test
    void walksThroughNetworksDeeperThanTheStackOfJava() {
        Layer deep =
                input -> {
                    var y = input;
                    for (var i = 0; i < 20_000; i++) {
                        y = y.add(1);
                    }
                    return Tensor.byMode(y.mul(2), y);
                };
        var y = new Frozen(frozen(flatten()), deep).apply(x);
        assertThat(y.op()).isEqualTo(x.add(1).op());
    }

    @Test
    void costsNothingInAPriceOnWeights() {
        var net = Sequential.of(frozen(dense(4)), dense(2)).build(Shape.of(3), SEED);
        var last = net.layers().getLast();
        assertThat(new L2(0.1).penalty(net).item()).isEqualTo(new L2(0.1).penalty(last).item());
    }

    @Test
    void isShownInTheSummaryLayerByLayer() {
        var net =
                Sequential.of(
                                frozen(Sequential.of(dense(4, TANH), batchNorm())).named("base"),
                                dense(2).named("head"))
                        .build(Shape.of(3), SEED);
        assertThat(net.summary())
                .hasToString(
                        """
                                layer                   output  parameters  multiply-adds
                                input                   [3]
                        base.0  frozen(dense(4, TANH))  [4]              0             12
                        base.1  frozen(batchNorm())     [4]              0              0
                        head    dense(2)                [2]             10              8
                                total                                   10             20
                        and 32 numbers that are kept but not trained\
                        """);
    }

    @Test
    void takesATrainedLayerOverWithACopyOfItsWeights() {
        var base =
                Sequential.of(dense(5, TANH).named("features"), dense(2)).build(Shape.of(3), SEED);
        var spec = Sequential.of(frozen(base.upTo("features")), dense(1));
        var mine = spec.build(Shape.of(3), Seed.seed(9));
        var weight = Parameters.of(base).get("features.weight");
        assertThat(Parameters.of(mine).get("0.features.weight").toFloats())
                .containsExactly(weight.toFloats());
        assertThat(mine)
                .hasToString(
                        "Sequential(frozen(Sequential(dense(5, TANH).named(\"features\"))), dense(1))");
        weight.set(Tensor.zeros(3, 5));
        assertThat(Parameters.of(mine).get("0.features.weight").abs().sum().item()).isPositive();
        // built again, it begins with the weights of that moment
        var later = spec.build(Shape.of(3), Seed.seed(9));
        assertThat(Parameters.of(later).get("0.features.weight").abs().sum().item()).isZero();
    }

    @Test
    void reusedLayersAreTrainedFurther() {
        var base = dense(4).build(Shape.of(3), SEED);
        var net = Sequential.of(reuse(base), dense(1)).build(Shape.of(3), Seed.seed(2));
        assertThat(Parameters.trainable(net)).containsKey("0.weight");
        var before = base.weight().toFloats();
        assertThat(Parameters.of(net).get("0.weight").toFloats()).containsExactly(before);
        sgd(0.1).on(net).step(net.apply(x).sum());
        assertThat(base.weight().toFloats()).containsExactly(before);
        assertThat(Parameters.of(net).get("0.weight").toFloats()).isNotEqualTo(before);
    }

    @Test
    void takesAConvolutionOverForPicturesOfAnotherSize() {
        var base = conv2d(2, 3).build(Shape.of(8, 8, 1), SEED);
        var net = Sequential.of(frozen(base)).build(Shape.of(12, 9, 1), SEED);
        assertThat(net.output()).isEqualTo(Shape.of(10, 7, 2));
    }

    @Test
    void refusesATrainedLayerForOtherInputs() {
        var base = dense(4).build(Shape.of(3), SEED);
        assertThatThrownBy(() -> frozen(base).build(Shape.of(7), SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "dense(4) was trained with weight [3, 4] but examples of shape [7] need [7, 4]: build the new network for the inputs of the trained one");
    }

    @Test
    void takesALayerOfOnesOwnAsItIs() {
        Layer own = input -> input.mul(2);
        var net = Sequential.of(frozen(own), frozen(dropout(0.5))).build(Shape.of(3), SEED);
        assertThat(Mode.TRAINING.compute(net.apply(x)).toFloats())
                .containsExactly(x.mul(2).toFloats());
        assertThat(net).hasToString("Sequential(frozen(layer of your own), frozen(dropout(0.5)))");
    }
}
