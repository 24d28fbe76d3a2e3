package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// More than 2^31 - 1 numbers are refused with a clear sentence wherever they can arise, never
/// wrapped or cut off. Tensors here are never computed, so their size costs nothing.
class TooLargeTest {
    private static final int HALF = 1 << 30;

    @Test
    void expanding() {
        refused(() -> Tensor.zeros(1, 1).expand(1 << 16, 1 << 16));
        refused(() -> Tensor.zeros(1 << 16, 1).add(Tensor.zeros(1 << 16)));
    }

    @Test
    void joining() {
        refused(() -> Tensor.concatenate(0, Tensor.zeros(HALF), Tensor.zeros(HALF)));
        refused(() -> Tensor.stack(0, Tensor.zeros(HALF), Tensor.zeros(HALF)));
        assertThat(Tensor.concatenate(0, Tensor.zeros(HALF), Tensor.zeros(HALF - 1)).count())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void padding() {
        refused(() -> Tensor.zeros(3).pad(0, Integer.MAX_VALUE, 0));
        refused(() -> Tensor.zeros(3).pad(0, Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Test
    void multiplyingMatrices() {
        refused(() -> Tensor.zeros(1 << 16, 1).matmul(Tensor.zeros(1, 1 << 16)));
    }

    @Test
    void repeating() {
        refused(() -> Tensor.zeros(HALF).repeat(0, 2));
        refused(() -> Tensor.zeros(0, HALF).repeat(1, 4));
    }

    @Test
    void lookingUp() {
        refused(() -> Tensor.zeros(2, 1 << 16).take(0, Tensor.arange(1 << 16)));
        refused(() -> Tensor.arange(1 << 16).oneHot(1 << 16));
    }

    @Test
    void convolving() {
        var wide = Tensor.zeros(1, 1 << 15, 1 << 15, 1);
        refused(() -> wide.convolve(Tensor.zeros(1, 1, 1, 4), Geometries.plain(2)));
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("2147483647");
    }
}
