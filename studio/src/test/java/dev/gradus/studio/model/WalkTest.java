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
import dev.gradus.nn.model.Autoencoder;
import dev.gradus.nn.model.CharacterLstm;
import dev.gradus.nn.model.Dcgan;
import dev.gradus.nn.model.Gpt;
import dev.gradus.nn.model.LeNet5;
import dev.gradus.nn.model.MobileNet;
import dev.gradus.nn.model.ResNet;
import dev.gradus.nn.model.UNet;
import dev.gradus.nn.model.Vae;
import dev.gradus.nn.model.WideAndDeep;
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
                Arguments.of(CharacterLstm.of(11, 4, 6, 2, 0.1), Shape.of(8)),
                Arguments.of(Dcgan.generator(8, 1, 4), Shape.of(6)),
                Arguments.of(Autoencoder.convolutional(Shape.of(8, 8, 1), 4, 2), Shape.of(8, 8, 1)),
                Arguments.of(MobileNet.of(0.1, 10), Shape.of(32, 32, 3)),
                Arguments.of(UNet.of(Shape.of(8, 8, 2), 2, 3, 4), Shape.of(8, 8, 2)),
                Arguments.of(Vae.of(Shape.of(6), 5, 2), Shape.of(6)),
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

    /// Nothing is known of a layer of one's own, and yet its parts go by the names they have in it.
    @Test
    void aRecordOfOnesOwnOpensIntoItsParts() {
        var gate = dense(4).build(Shape.of(4), seed(1));
        var value = dense(4).build(Shape.of(4), seed(2));
        var own = new LayerRows.Own(gate, value);
        var values = Activations.of(own, List.of(""), List.of(AccountTest.random(1, 1, 4)));
        var places = values.found().places();
        var open = Anatomy.of(values.found());
        assertThat(places.stream().map(Place::path)).contains("gate", "value");
        assertThat(places.stream().map(Kinds::of)).contains("Sigmoid", "Tanh", "Multiply", "Log");
        assertThat(open.tree().toString()).contains("kind=Own");
        var sum = places.stream().map(Place::path).toList().indexOf("gate");
        assertThat(Figures.parameters(places.get(sum))).containsOnlyKeys("weight", "bias");
        var account = Account.of(values, sum, 2);
        assertThat(account.terms()).hasSize(4);
        for (var i = 0; i < 4; i++) {
            assertThat(account.terms().get(i).weight())
                    .isEqualTo(new Weight(gate.weight()).at(i, 2));
        }
    }

    /// Two products with nothing between them are two steps: what lies between can be looked at.
    @Test
    void whatLiesBetweenTwoProductsIsAPlace() {
        var first = dense(3).build(Shape.of(4), seed(1));
        var second = dense(2).build(Shape.of(3), seed(2));
        record Both(dev.gradus.nn.layer.Dense first, dev.gradus.nn.layer.Dense second)
                implements Layer {
            @Override
            public Tensor apply(Tensor x) {
                return second.apply(first.apply(x));
            }
        }
        var x = AccountTest.random(1, 1, 4);
        var values = Activations.of(new Both(first, second), List.of(""), List.of(x));
        assertThat(values.found().places().stream().map(Place::path).toList())
                .containsExactly("", "first", "second");
        assertThat(values.of(1)).containsExactly(first.apply(x).toFloats(), within(1e-6f));
    }

    /// Each input of tokens is given tokens that there are.
    @Test
    void noiseFitsTheVocabularyOfEachInput() {
        var spec = WideAndDeep.of(3, 2, List.of(2, 900), 4, 8);
        var subject =
                Subject.of(
                        spec.build(seed(1)),
                        Shape.of(3),
                        List.of(),
                        java.util.Optional.empty(),
                        false);
        var inputs = new Inputs(subject, subject.walk());
        var largest = 0L;
        for (var i = 0; i < 20; i++) {
            var given = inputs.noise(i);
            assertThat(given.tokens()).hasSize(4);
            assertThat(given.tensors().get(2).toLongs()[0]).isBetween(0L, 1L);
            largest = Math.max(largest, given.tensors().get(3).toLongs()[0]);
            assertThat(Activations.of(subject.layer(), subject.names(), given.tensors()).of(0))
                    .hasSize(3);
        }
        assertThat(largest).isGreaterThan(2);
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
