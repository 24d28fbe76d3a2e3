package dev.gradus.studio.model;

import static dev.gradus.Gradus.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.model.ResNet;
import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnatomyTest {
    private static Anatomy anatomy(LayerSpec spec, int... input) {
        var layer = spec.build(Shape.of(input), seed(1));
        return Anatomy.of(
                Subject.of(layer, Shape.of(input), List.of(), Optional.empty(), false).walk());
    }

    private static List<?> copies(Object item) {
        return (List<?>) ((Map<?, ?>) item).get("copies");
    }

    /// Returns all numbers of places in the tree, in order.
    private static List<Integer> leaves(Object item) {
        var all = new ArrayList<Integer>();
        switch (item) {
            case Integer number -> all.add(number);
            case List<?> list -> list.forEach(it -> all.addAll(leaves(it)));
            case Map<?, ?> map ->
                    all.addAll(
                            leaves(
                                    map.containsKey("copies")
                                            ? map.get("copies")
                                            : map.get("items")));
            default -> throw new AssertionError(item);
        }
        return all;
    }

    @Test
    void whatRepeatsIsFolded() {
        var tower = anatomy(MadeModels.tower(), 2);
        assertThat(copies(tower.tree().get(2))).hasSize(333);
        assertThat(tower.tree()).hasSize(6);
    }

    @Test
    void aPieceOfSeveralLayersIsFoldedToo() {
        var layers = new ArrayList<LayerSpec>();
        for (var i = 0; i < 4; i++) {
            layers.addAll(List.of(dense(8), batchNorm(), RELU));
        }
        layers.add(dense(2));
        var tree = anatomy(new Sequential.Spec(layers), 8).tree();
        assertThat(copies(tree.get(1))).hasSize(4);
        assertThat((List<?>) copies(tree.get(1)).getFirst()).hasSize(3);
    }

    @Test
    void alikeLayersOfOtherShapesAreNotFolded() {
        var tree = anatomy(Sequential.of(dense(4), dense(3), dense(2), dense(1)), 5).tree();
        assertThat(tree).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void everyPlaceStandsInTheTreeOnce() {
        for (var anatomy :
                List.of(anatomy(ResNet.cifar(20, 10), 32, 32, 3), anatomy(MadeModels.tower(), 2))) {
            var leaves = leaves(anatomy.tree());
            assertThat(leaves).hasSize(anatomy.places().size()).isSorted().doesNotHaveDuplicates();
        }
    }
}
