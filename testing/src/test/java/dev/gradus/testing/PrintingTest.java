package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PrintingTest {
    @Test
    void aScalarIsPrintedAsANumber() {
        assertThat(Tensor.scalar(2.5)).hasToString("2.5000");
        assertThat(Tensor.scalar(3)).hasToString("3.0");
        assertThat(Tensor.scalar(3, DType.INT64)).hasToString("3");
        assertThat(Tensor.scalar(1, DType.BOOL)).hasToString("true");
    }

    @Test
    void aMatrixIsPrintedInColumnsUnderItsShapeAndType() {
        assertThat(Tensor.of(new float[][] {{1, -20}, {300, 4}}))
                .hasToString("Tensor[2, 2] float32\n   1.0 -20.0\n 300.0   4.0");
        assertThat(Tensor.of(new int[] {1, -2}, 2)).hasToString("Tensor[2] int32\n  1 -2");
    }

    @Test
    void blocksAreSetApart() {
        assertThat(Tensor.arange(8).reshape(2, 2, 2))
                .hasToString("Tensor[2, 2, 2] int64\n 0 1\n 2 3\n\n 4 5\n 6 7");
    }

    @Test
    void nothingIsPrintedAsEmpty() {
        assertThat(Tensor.zeros(0, 3)).hasToString("Tensor[0, 3] float32 (empty)");
    }

    @Test
    void longAxesAreShortened() {
        assertThat(Tensor.arange(100)).hasToString("Tensor[100] int64\n  0  1  2 ... 97 98 99");
        assertThat(Tensor.arange(100).unsqueeze(1).toString().lines().toList())
                .hasSize(8)
                .contains(" ...");
    }

    @Test
    void veryLargeAndVerySmallNumbersArePrintedInScientificForm() {
        assertThat(Tensor.of(1.5e8f)).hasToString("Tensor[1] float32\n 1.5000e+08");
        assertThat(Tensor.of(2e-6f)).hasToString("Tensor[1] float32\n 2.0000e-06");
    }

    @Test
    void whatIsNoNumberIsNamed() {
        assertThat(Tensor.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1))
                .hasToString("Tensor[4] float32\n  NaN  Inf -Inf  1.0");
    }

    @Test
    void columnsStayAlignedFarDownALongTensor() {
        var lines = Tensor.arange(1_000_000).reshape(-1, 2).toString().lines().skip(1).toList();
        assertThat(lines.getFirst()).endsWith(" 1");
        assertThat(lines.getFirst().length()).isEqualTo(lines.getLast().length());
    }
}
