package dev.gradus.nn;

import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.flatten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTest {
    record Both(List<Layer> layers) implements Layer {
        @Override
        public Tensor apply(Tensor x) {
            return layers.getFirst().apply(x).add(layers.getLast().apply(x));
        }
    }

    private static final Seed SEED = Seed.seed(4);
    private final Sequential net =
            Sequential.of(
                            flatten(),
                            dense(5, TANH).named("features"),
                            dropout(0.5),
                            dense(2).named("head"))
                    .build(Shape.of(2, 3), SEED);
    private final Tensor x = Tensor.arange(12).cast(DType.FLOAT32).reshape(2, 2, 3);

    @Test
    void standsWhereTheNumberOfTheLayerWould() {
        assertThat(Parameters.of(net).keySet())
                .containsExactly("features.weight", "features.bias", "head.weight", "head.bias");
        assertThat(net.summary().rows().stream().map(Summary.Row::name))
                .containsExactly("0", "features", "2", "head");
    }

    @Test
    void changesNoWeight() {
        var plain =
                Sequential.of(flatten(), dense(5, TANH), dropout(0.5), dense(2))
                        .build(Shape.of(2, 3), SEED);
        assertThat(net.apply(x).toFloats()).containsExactly(plain.apply(x).toFloats());
    }

    @Test
    void isWhereAPartOfTheNetworkEnds() {
        var part = net.upTo("features");
        assertThat(part.output()).isEqualTo(Shape.of(5));
        assertThat(part.input()).isEqualTo(Shape.of(2, 3));
        assertThat(part).hasToString("Sequential(flatten(), dense(5, TANH).named(\"features\"))");
        assertThat(part.apply(x).toFloats())
                .containsExactly(net.layers().get(1).apply(x.reshape(2, 6)).toFloats());
        assertThat(Parameters.of(part).get("features.weight"))
                .isSameAs(Parameters.of(net).get("features.weight"));
        assertThat(net.upTo(1).spec()).isEqualTo(part.spec());
        assertThat(net.upTo(3).apply(x).toFloats()).containsExactly(net.apply(x).toFloats());
    }

    @Test
    void namesThatAreNotThereAreRefused() {
        assertThatThrownBy(() -> net.upTo("feature"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no layer of Sequential(flatten(), ")
                .hasMessageContaining("dense(64).named(\"feature\")");
        assertThatThrownBy(() -> net.upTo(4))
                .hasMessageContaining("up to layer 4 was asked for")
                .hasMessageContaining("are 0 to 3");
        assertThatThrownBy(() -> net.upTo(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesThatCouldBeTakenForSomethingElseAreRefused() {
        for (var name : new String[] {"", "3", "a.b", "a b", "ä", "-a"}) {
            assertThatThrownBy(() -> dense(2).named(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("named '" + name + "'");
        }
    }

    @Test
    void twoLayersOfOneNameAreRefused() {
        assertThatThrownBy(() -> Sequential.of(dense(2).named("a"), dense(3).named("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two layers of one list are named 'a'");
        assertThatThrownBy(() -> Layers.denseBlock(2, dense(2).named("a")).build(Shape.of(3), SEED))
                .hasMessageContaining("two layers of one list are named 'a'");
        var layer = dense(2).named("a").build(Shape.of(3), SEED);
        var other = dense(2).named("a").build(Shape.of(3), SEED);
        assertThatThrownBy(() -> Parameters.of(new Both(List.of(layer, other))))
                .hasMessageContaining("two parameters are called 'layers.a.weight'");
    }

    @Test
    void mistakesInsideANamedNetworkShowTheirPlace() {
        var inner = Sequential.of(Sequential.of(flatten(), dense(3)).named("body"), dense(2));
        var built = inner.build(Shape.of(4), SEED);
        assertThatThrownBy(() -> built.apply(Tensor.ones(2, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("in  Sequential[0] Sequential[1] dense(3)");
    }

    @Test
    void isShownAsItIsWrittenWithALayerOfOnesOwn() {
        LayerSpec own = (_, _) -> y -> y;
        assertThat(own.named("mine")).hasToString("layer of your own.named(\"mine\")");
    }
}
