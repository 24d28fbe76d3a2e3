package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.permute;
import static dev.gradus.nn.Layers.repeat;
import static dev.gradus.nn.Layers.squeeze;
import static dev.gradus.nn.Layers.unsqueeze;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ShapeLayersTest {
    @Test
    void orderIsThatOfTheTensorWithTheBatchInFront() {
        var x = Tensor.arange(24).reshape(2, 3, 4);
        assertThat(permute(2, 1).apply(x).toLongs()).containsExactly(x.permute(0, 2, 1).toLongs());
    }

    @Test
    void everyStepSeesTheWholeExample() {
        var x = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2);
        assertThat(repeat(2).apply(x).toFloats()).containsExactly(1, 2, 1, 2, 3, 4, 3, 4);
    }

    @Test
    void theBatchStaysWhereItIs() {
        assertThatThrownBy(() -> permute(0, 1)).hasMessageContainingAll("[0, 1]", "from 1");
        assertThatThrownBy(() -> permute(1, 1)).hasMessageContainingAll("[1, 1]", "once");
        assertThatThrownBy(() -> squeeze(0)).hasMessageContainingAll("axis 0", "the batch");
        assertThatThrownBy(() -> unsqueeze(0)).hasMessageContainingAll("axis 0", "the batch");
        assertThatThrownBy(() -> squeeze(-2).apply(Tensor.zeros(1, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContainingAll("squeeze(-2)", "the batch", "[1, 3]");
        assertThatThrownBy(() -> unsqueeze(-3).apply(Tensor.zeros(1, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContainingAll("unsqueeze(-3)", "[1, 3]", "1 to 2");
    }

    @Test
    void whatDoesNotFitIsExplained() {
        assertThatThrownBy(() -> permute(2, 1).apply(Tensor.zeros(2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContainingAll("permute(2, 1)", "2 axes", "receives 1", "[2, 3]");
        assertThatThrownBy(() -> squeeze(1).apply(Tensor.zeros(2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContainingAll("squeeze(1)", "3 numbers", "[2, 3]");
        assertThatThrownBy(() -> repeat(0)).hasMessageContainingAll("repeat", "times = 0");
    }
}
