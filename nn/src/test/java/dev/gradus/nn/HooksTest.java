package dev.gradus.nn;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.add;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.input;
import static dev.gradus.nn.Layers.seed;
import static dev.gradus.nn.Losses.meanSquaredError;
import static dev.gradus.nn.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.nn.graph.Graph;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class HooksTest {
    private final Sequential net =
            Sequential.of(dense(4, RELU), Sequential.of(dense(3), dense(2)).named("end"))
                    .build(Shape.of(3), seed(1));
    private final Tensor x = Tensor.of(new float[][] {{1, -2, 3}, {0.5f, 1, -1}});

    @Test
    void eachLayerIsSeenUnderTheNameOfItsParameters() {
        var seen = new LinkedHashMap<String, Tensor>();
        var y = Hooks.into(net, Hook.outputs(seen::put)).apply(x);
        assertThat(seen.keySet()).containsExactly("0", "end.0", "end.1");
        assertThat(seen.get("end.1").toFloats()).containsExactly(y.toFloats());
        assertThat(y.toFloats()).containsExactly(net.apply(x).toFloats());
    }

    @Test
    void outputsAndTheirGradientsHaveTheValuesOfTheStep() {
        var seen = new LinkedHashMap<String, Tensor>();
        var watched = Hooks.into(net, Hook.outputs(seen::put));
        var optimizer = sgd(0.1).on(watched);
        for (var step = 0; step < 3; step++) {
            var before = net.layers().getFirst().apply(x).toFloats();
            var loss = meanSquaredError(watched.apply(x), Tensor.zeros(2, 2));
            var gradient = Gradients.of(loss, seen.get("0"));
            optimizer.step(loss, seen.get("0"), gradient);
            assertThat(seen.get("0").toFloats()).containsExactly(before);
            assertThat(gradient.shape()).isEqualTo(Shape.of(2, 4));
            assertThat(gradient.toFloats()).isNotEqualTo(new float[8]);
        }
    }

    @Test
    void aHookMayReplaceAnOutput() {
        var silenced =
                Hooks.into(
                        net,
                        new Hook() {
                            @Override
                            public Tensor output(String layer, Tensor output) {
                                return layer.equals("end.1") ? Tensor.zerosLike(output) : output;
                            }
                        });
        assertThat(silenced.apply(x).toFloats()).containsOnly(0);
    }

    @Test
    void aHookMayReplaceAGradientInEveryStep() {
        var stopped =
                Hooks.into(
                        net,
                        new Hook() {
                            @Override
                            public Tensor gradient(String layer, Tensor gradient) {
                                return layer.equals("end.0") ? gradient.mul(0) : gradient;
                            }
                        });
        var before = Parameters.of(net).get("0.weight").toFloats();
        var end = Parameters.of(net).get("end.1.weight").toFloats();
        var optimizer = sgd(0.1).on(stopped);
        for (var step = 0; step < 3; step++) {
            optimizer.step(meanSquaredError(stopped.apply(x), Tensor.ones(2, 2)));
        }
        assertThat(Parameters.of(net).get("0.weight").toFloats()).containsExactly(before);
        assertThat(Parameters.of(net).get("end.1.weight").toFloats()).isNotEqualTo(end);
    }

    @Test
    void theWatchedNetworkHasTheSameParametersAndSummary() {
        var watched = Hooks.into(net, Hook.outputs((_, _) -> {}));
        assertThat(Parameters.of(watched)).isEqualTo(Parameters.of(net));
        assertThat(watched.summary()).hasToString(net.summary().toString());
    }

    @Test
    void theLayersOfAGraphAreSeenToo() {
        var in = input("x", 3);
        var graph =
                Graph.of(List.of(in), add(dense(2).on(in).named("left"), dense(2).on(in)))
                        .build(seed(1));
        var seen = new LinkedHashMap<String, Tensor>();
        var watched = Hooks.into(graph, Hook.outputs(seen::put));
        assertThat(watched.apply(x).toFloats()).containsExactly(graph.apply(x).toFloats());
        assertThat(seen.keySet()).containsExactly("left", "1");
        assertThat(watched.summary()).hasToString(graph.summary().toString());
    }
}
