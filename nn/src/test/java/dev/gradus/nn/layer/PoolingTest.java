package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.adaptiveMaxPool;
import static dev.gradus.nn.Layers.adaptiveMeanPool;
import static dev.gradus.nn.Layers.globalMean;
import static dev.gradus.nn.Layers.maxPool;
import static dev.gradus.nn.Layers.meanPool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PoolingTest {
    @Test
    void unevenWindowsOverlapByOne() {
        var x = Tensor.of(new float[] {1, 2, 3, 4, 5}, 1, 5, 1);
        // from 0 to 2, 1 to 4 and 3 to 5
        assertThat(adaptiveMeanPool(3).apply(x).toFloats()).containsExactly(1.5f, 3, 4.5f);
        assertThat(adaptiveMaxPool(3).apply(x).toFloats()).containsExactly(2, 4, 5);
    }

    @Test
    void asManyWindowsAsNumbersChangeNothingAndMoreRepeatThem() {
        var x = Tensor.of(new float[] {3, 1}, 1, 2, 1);
        assertThat(adaptiveMeanPool(2).apply(x).toFloats()).containsExactly(3, 1);
        assertThat(adaptiveMaxPool(4).apply(x).toFloats()).containsExactly(3, 3, 1, 1);
    }

    @Test
    void evenWindowsAreThoseOfAnOrdinaryPooling() {
        var x = Tensor.randomNormal(2, 6, 4, 3).realize();
        assertThat(adaptiveMeanPool(2).apply(x).toFloats())
                .containsExactly(meanPool(3, 2).apply(x).toFloats());
        assertThat(adaptiveMaxPool(2).apply(x).toFloats())
                .containsExactly(maxPool(3, 2).apply(x).toFloats());
    }

    @Test
    void keptAxesMeetTheInputAgain() {
        var x = Tensor.ones(2, 4, 5, 3);
        assertThat(x.mul(globalMean().keepAxes().apply(x)).shape()).isEqualTo(Shape.of(2, 4, 5, 3));
    }

    @Test
    void whatDoesNotFitIsExplained() {
        assertThatThrownBy(() -> maxPool(2, 0)).hasMessageContainingAll("maxPool", "size = 0");
        assertThatThrownBy(() -> maxPool()).hasMessageContainingAll("maxPool", "size []", "one");
        assertThatThrownBy(() -> meanPool(2, 3).stride(1, 2, 3))
                .hasMessageContainingAll("meanPool", "[2, 3]", "[1, 2, 3]");
        assertThatThrownBy(() -> meanPool(2, 3).apply(Tensor.zeros(1, 4, 2)))
                .hasMessageContainingAll("meanPool(2, 3)", "2 numbers", "1 spatial axes");
        assertThatThrownBy(() -> adaptiveMaxPool(2).apply(Tensor.zeros(1, 0, 2)))
                .hasMessageContainingAll("adaptiveMaxPool(2)", "no numbers", "[1, 0, 2]");
        assertThatThrownBy(() -> adaptiveMeanPool(0)).hasMessageContaining("size = 0");
    }
}
