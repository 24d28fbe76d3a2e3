package dev.gradus.studio.model;

import static dev.gradus.Gradus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.layer.attention.TransformerEncoder;
import dev.gradus.nn.model.Gpt;
import dev.gradus.nn.model.LeNet5;
import dev.gradus.nn.model.ResNet;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WalkTest {
    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(LeNet5.of(28, 10), Shape.of(28, 28, 1)),
                Arguments.of(ResNet.cifar(20, 10), Shape.of(32, 32, 3)),
                Arguments.of(
                        Sequential.of(
                                dense(6),
                                residual(dense(6, RELU), frozen(batchNorm())),
                                residual(dense(4)).shortcut(dense(4).withoutBias()),
                                Sequential.of(dense(3)).named("end")),
                        Shape.of(5)),
                Arguments.of(TransformerEncoder.Spec.of(2, 16), Shape.of(6, 8)),
                Arguments.of(
                        TransformerEncoder.Spec.of(2, 16).preNorm().causal().activation(GELU),
                        Shape.of(6, 8)),
                Arguments.of(
                        Gpt.Spec.SMALL.layers(2).width(16).context(8).vocabulary(11), Shape.of(8)),
                Arguments.of(
                        Gpt.Spec.SMALL
                                .layers(1)
                                .width(16)
                                .context(8)
                                .vocabulary(11)
                                .rotary()
                                .untied(),
                        Shape.of(8)),
                Arguments.of(Sequential.of(lstm(4), dense(2)), Shape.of(5, 3)));
    }

    private static Tensor example(LayerSpec spec, Shape input) {
        var batch = Shape.of(1).append(input).toArray();
        return spec.inputType() == DType.FLOAT32
                ? AccountTest.random(2, batch)
                : Tensor.of(words(input.count()), batch);
    }

    private static long[] words(int count) {
        return IntStream.range(0, count).mapToLong(i -> (i * 7 + 3) % 11).toArray();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void itEndsWithWhatTheNetworkAnswers(LayerSpec spec, Shape input) {
        var layer = AccountTest.shaken(spec, input);
        var x = example(spec, input);
        var values = Activations.of(layer, List.of(""), List.of(x));
        var end = values.found().outputs().getFirst();
        var expected = layer.apply(x).toFloats();
        var largest = 0f;
        for (var number : expected) {
            largest = Math.max(largest, Math.abs(number));
        }
        assertThat(values.of(end)).containsExactly(expected, within(1e-5f * (1 + largest)));
    }

    /// The parameters of all places are those of the network, each under its name.
    @ParameterizedTest
    @MethodSource("networks")
    void everyParameterStandsAtItsPath(LayerSpec spec, Shape input) {
        Layer layer = spec.build(input, seed(1));
        var found = Walk.through(layer, List.of(""), List.of(example(spec, input)));
        var names = new HashSet<String>();
        for (var place : found.places()) {
            Figures.parameters(place)
                    .forEach((name, _) -> names.add(Walk.join(place.path(), name)));
        }
        assertThat(names).containsAll(Parameters.of(layer).keySet());
    }

    @Test
    void placesReadOnlyEarlierOnes() {
        var spec = ResNet.cifar(20, 10);
        var net = spec.build(Shape.of(32, 32, 3), seed(1));
        var found = Walk.through(net, List.of(""), List.of(Tensor.zeros(1, 32, 32, 3)));
        for (var i = 0; i < found.places().size(); i++) {
            var number = i;
            assertThat(found.places().get(i).inputs()).allMatch(input -> input < number);
        }
    }

    @Test
    void aNetworkOfTooManyPlacesIsRefused() {
        var layers = Collections.nCopies(Walk.MOST_PLACES, (LayerSpec) RELU);
        var net = new Sequential.Spec(layers).build(Shape.of(1), seed(1));
        assertThatThrownBy(() -> Walk.through(net, List.of(""), List.of(Tensor.zeros(1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20,000 places");
    }
}
