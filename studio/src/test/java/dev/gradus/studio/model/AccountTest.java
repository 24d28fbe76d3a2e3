package dev.gradus.studio.model;

import static dev.gradus.Gradus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.layer.attention.MultiHeadAttention;
import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each account of a number comes to what the engine has there.
class AccountTest {
    private static Arguments layer(Kind kind, LayerSpec spec, int... input) {
        return Arguments.of(kind, spec, Shape.of(input));
    }

    static Stream<Arguments> layers() {
        return Stream.of(
                layer(Kind.WEIGHTED, dense(5), 7),
                layer(Kind.WEIGHTED, dense(5, RELU), 7),
                layer(Kind.WEIGHTED, dense(4, TANH), 3, 6),
                layer(Kind.WEIGHTED, dense(5, SOFTMAX), 7),
                layer(Kind.WEIGHTED, dense(5).withoutBias(), 7),
                layer(Kind.WEIGHTED, dense(2), 12_000),
                layer(Kind.WEIGHTED, conv2d(4, 3, RELU).padding(SAME), 6, 7, 3),
                layer(Kind.WEIGHTED, conv2d(4, 3).size(3, 2).stride(2).padding(SAME), 7, 8, 2),
                layer(Kind.WEIGHTED, conv2d(4, 3).dilation(2).groups(2).withoutBias(), 9, 8, 4),
                layer(Kind.WEIGHTED, conv1d(3, 4, TANH).padding(CAUSAL), 9, 2),
                layer(Kind.WEIGHTED, conv3d(2, 2), 4, 3, 4, 2),
                layer(Kind.WEIGHTED, depthwiseConv2d(3).padding(SAME), 6, 5, 3),
                layer(Kind.LARGEST, maxPool(2), 6, 7, 3),
                layer(Kind.LARGEST, maxPool(3).stride(2).padding(SAME), 7, 6, 2),
                layer(Kind.WEIGHTED, meanPool(2), 6, 4, 3),
                layer(Kind.WEIGHTED, meanPool(3).stride(2).padding(SAME), 7, 6, 2),
                layer(Kind.WEIGHTED, meanPool(3).stride(1).padding(CAUSAL), 7, 2),
                layer(Kind.WEIGHTED, globalMean(), 4, 5, 3),
                layer(Kind.LARGEST, globalMax(), 4, 5, 3),
                layer(Kind.NORMALISED, batchNorm(), 4, 5, 3),
                layer(Kind.NORMALISED, batchNorm().withoutScaleAndShift(), 6),
                layer(Kind.NORMALISED, layerNorm(), 4, 6),
                layer(Kind.NORMALISED, groupNorm(2), 4, 5, 6),
                layer(Kind.WEIGHTED, rmsNorm(), 4, 6),
                layer(Kind.BENT, RELU, 9),
                layer(Kind.BENT, GELU, 3, 4),
                layer(Kind.PASSED, LINEAR, 9),
                layer(Kind.WEIGHTED, prelu(), 3, 4),
                layer(Kind.PASSED, flatten(), 3, 4, 2),
                layer(Kind.PASSED, reshape(6, 4), 3, 4, 2),
                layer(Kind.PASSED, dropout(0.5), 8),
                layer(Kind.ADDED, positionEmbedding(9), 7, 4));
    }

    static Tensor random(long seed, int... sizes) {
        return Tensor.random(sizes).seed(seed).sub(0.45).mul(4).realize();
    }

    /// Moves every parameter away from where it began, so that no shift of 0 hides a mistake.
    static Layer shaken(LayerSpec spec, Shape input) {
        var layer = spec.build(input, seed(3));
        shake(layer);
        return layer;
    }

    static void shake(Layer layer) {
        var i = 100;
        for (var parameter : Parameters.of(layer).values()) {
            var shift = Tensor.random(parameter.shape().toArray()).seed(i++).mul(0.5).add(0.1);
            parameter.set(
                    parameter
                            .abs()
                            .add(shift)
                            .mul(parameter.add(1e-3).sign())
                            .abs()
                            .sub(parameter.trainable() ? 0.3 : 0)
                            .realize());
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theTermsComeToWhatTheEngineHas(Kind kind, LayerSpec spec, Shape input) {
        var layer = shaken(spec, input);
        var x = random(7, Shape.of(1).append(input).toArray());
        check(kind, Activations.of(layer, List.of("x"), List.of(x)), 1);
    }

    private static void check(Kind kind, Activations values, int place) {
        var random = new Random(5);
        var numbers = values.of(place);
        for (var i = 0; i < Math.min(40, numbers.length); i++) {
            var flat = numbers.length <= 40 ? i : random.nextInt(numbers.length);
            var account = Account.of(values, place, flat);
            assertThat(account.kind()).isEqualTo(kind);
            assertThat(account.value()).isEqualTo(numbers[flat]);
            checkSum(account, values.sum(place)[flat]);
            checkTerms(account, values, place);
        }
    }

    /// What an activation is given is held against the sum, and a bend of the sum against the result.
    private static void checkSum(Calculation account, double expected) {
        var size = account.terms().stream().mapToDouble(t -> Math.abs(t.product())).sum();
        var rounding = within(2e-6 * (1 + size));
        if (account.kind() == Kind.BENT) {
            var bend = account.bend().equals("GELU") ? GELU : RELU;
            var bent = bend.apply(Tensor.scalar(account.sum())).item();
            assertThat(bent).isCloseTo(account.value(), rounding);
            return;
        }
        assertThat(account.sum()).isCloseTo(expected, rounding);
        if (account.kind() == Kind.WEIGHTED
                || account.kind() == Kind.ADDED
                || account.kind() == Kind.NORMALISED) {
            var sum = account.terms().stream().mapToDouble(Calculation.Term::product).sum();
            assertThat(sum + account.rest() + account.bias().orElse(0))
                    .isCloseTo(account.sum(), within(1e-9 * (1 + size)));
        }
    }

    private static void checkTerms(Calculation account, Activations values, int place) {
        for (var term : account.terms()) {
            if (term.source() >= 0
                    && term.from() >= 0
                    && !(values.place(place).part() instanceof Looks)) {
                var source = values.of(values.place(place).inputs().get(term.source()));
                assertThat(term.input()).isEqualTo(source[term.from()]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("merges")
    void mergesAreAccountedFor(Kind kind, Graph.Spec spec) {
        var graph = spec.build(seed(1));
        var a = random(1, 1, 3, 4);
        var b = random(2, 1, 3, 4);
        var values = Activations.of(graph, List.of("a", "b"), List.of(a, b));
        assertThat(values.found().outputs()).containsExactly(2);
        check(kind, values, 2);
    }

    static Stream<Arguments> merges() {
        var a = input("a", 3, 4);
        var b = input("b", 3, 4);
        return Stream.of(
                Arguments.of(Kind.ADDED, Graph.of(List.of(a, b), add(a, b))),
                Arguments.of(Kind.ADDED, Graph.of(List.of(a, b), subtract(a, b))),
                Arguments.of(Kind.WEIGHTED, Graph.of(List.of(a, b), average(a, b))),
                Arguments.of(Kind.MULTIPLIED, Graph.of(List.of(a, b), multiply(a, b))),
                Arguments.of(Kind.LARGEST, Graph.of(List.of(a, b), maximum(a, b))),
                Arguments.of(Kind.SMALLEST, Graph.of(List.of(a, b), minimum(a, b))),
                Arguments.of(Kind.PASSED, Graph.of(List.of(a, b), concat(a, b))),
                Arguments.of(Kind.WEIGHTED, Graph.of(List.of(a, b), dot(a, b))));
    }

    static Stream<Arguments> attentions() {
        return Stream.of(
                Arguments.of(MultiHeadAttention.Spec.of(2)),
                Arguments.of(MultiHeadAttention.Spec.of(4).keyValueHeads(2).causal()),
                Arguments.of(MultiHeadAttention.Spec.of(2).causal().rotary().withoutBias()));
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void scoresAndWhatIsTakenAreAccountedFor(MultiHeadAttention.Spec spec) {
        var layer = shaken(spec, Shape.of(5, 8));
        var x = random(4, 1, 5, 8);
        var values = Activations.of(layer, List.of(""), List.of(x));
        assertThat(values.of(4)).containsExactly(layer.apply(x).toFloats(), within(1e-5f));
        check(Kind.WEIGHTED, values, 1);
        check(Kind.WEIGHTED, values, 3);
        check(Kind.WEIGHTED, values, 4);
        for (var flat = 0; flat < values.of(2).length; flat++) {
            var account = Account.of(values, 2, flat);
            assertThat(account.value()).isEqualTo(values.of(2)[flat]);
            if (account.kind() == Kind.UNTOLD) {
                assertThat(spec.hidesFuture()).isTrue();
                assertThat(account.value()).isZero();
            } else {
                checkSum(account, values.sum(2)[flat]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void wordsAreLookedUp(LayerSpec spec) {
        var layer = shaken(spec, Shape.of(4));
        var x = Tensor.of(new long[] {3, 0, 5, 3}, 1, 4);
        var values = Activations.of(layer, List.of(""), List.of(x));
        check(Kind.PASSED, values, 1);
        assertThat(x.type()).isEqualTo(DType.INT64);
    }

    static Stream<Arguments> words() {
        return Stream.of(Arguments.of(embedding(6, 3)), Arguments.of(embedding(6, 3).padding(0)));
    }
}
