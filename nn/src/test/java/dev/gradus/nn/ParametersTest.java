package dev.gradus.nn;

import static dev.gradus.nn.Layers.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.nn.layer.Dense;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParametersTest {
    record Gated(Dense gate, Dense value) implements Layer {
        @Override
        public Tensor apply(Tensor x) {
            return gate.apply(x).sigmoid().mul(value.apply(x));
        }
    }

    record Heads(
            List<Layer> heads, Optional<Parameter> scale, Layer[] more, Map<String, Dense> named)
            implements Layer {
        @Override
        public Tensor apply(Tensor x) {
            return x;
        }
    }

    static final class Hidden implements Layer {
        private final Parameter weight = Parameter.of(Tensor.ones(1));

        @Override
        public Tensor apply(Tensor x) {
            return x.mul(weight);
        }
    }

    private static Dense bare() {
        return Layers.dense(2).withoutBias().build(Shape.of(3), Seed.seed(1));
    }

    @Test
    void namesThoseOfARecordOfOnesOwn() {
        var gate = dense(2).build(Shape.of(3), Seed.seed(1));
        assertThat(Parameters.of(new Gated(gate, bare())))
                .containsOnlyKeys("gate.weight", "gate.bias", "value.weight")
                .containsEntry("gate.weight", gate.weight());
    }

    @Test
    void looksIntoListsArraysMapsAndOptionals() {
        var layer =
                new Heads(
                        List.of(bare(), x -> x, bare()),
                        Optional.of(Parameter.of(Tensor.ones(1))),
                        new Layer[] {bare()},
                        Map.of("last", bare()));
        assertThat(Parameters.of(layer).keySet())
                .containsExactly(
                        "heads.0.weight",
                        "heads.2.weight",
                        "scale",
                        "more.0.weight",
                        "named.last.weight");
    }

    @Test
    void listsASharedParameterOnceUnderItsFirstName() {
        var shared = bare();
        assertThat(Parameters.of(new Gated(shared, shared))).containsOnlyKeys("gate.weight");
    }

    @Test
    void countsOnlyWhatIsTrained() {
        var net = Sequential.of(dense(4), Layers.batchNorm()).build(Shape.of(3), Seed.seed(1));
        assertThat(Parameters.count(net)).isEqualTo(3 * 4 + 4 + 4 + 4);
    }

    @Test
    void refusesALayerThatIsNoRecordButHoldsParameters() {
        assertThatThrownBy(() -> Parameters.of(new Hidden()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the layer Hidden is no record but holds parameters in 'weight', which cannot be found there: make it a record with that component");
    }

    @Test
    void refusesALambdaThatHoldsParameters() {
        var inner = bare();
        Layer lambda = x -> inner.apply(x).relu();
        assertThatThrownBy(() -> Parameters.of(lambda))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("make it a record");
    }

    @Test
    void welcomesALambdaWithoutParameters() {
        assertThat(Parameters.of(x -> x.mul(2))).isEmpty();
    }
}
