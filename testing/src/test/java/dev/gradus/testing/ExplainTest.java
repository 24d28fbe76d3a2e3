package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.Device;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What users see of fusion: how many kernels there are, and what is in each.
class ExplainTest {
    private final Tensor x = given(8, 16);
    private final Tensor w = given(16, 4);
    private final Tensor bias = given(4);

    @Test
    void productBiasAndActivationAreOneKernel() {
        assertThat(kernels(x.matmul(w).add(bias).relu()))
                .singleElement()
                .asString()
                .startsWith("matmul 8×16×4, then map add max")
                .contains("[8, 4] float32");
    }

    @Test
    void convolutionBiasAndActivationAreOneKernel() {
        var pictures = given(2, 6, 6, 3);
        var filters = given(3, 3, 3, 4);
        assertThat(kernels(pictures.convolve(filters, Geometries.plain(2)).add(bias).relu()))
                .singleElement()
                .asString()
                .startsWith("convolve [2, 6, 6, 3] by [3, 3, 3, 4], then map add max");
    }

    @Test
    void aChainOfFunctionsIsOneKernel() {
        assertThat(kernels(x.mul(3).add(0.5).tanh().square())).hasSize(1);
    }

    @Test
    void aChainEndsInItsReduction() {
        assertThat(kernels(x.square().sum(1)))
                .singleElement()
                .asString()
                .startsWith("map multiply row-sum");
        assertThat(kernels(x.square().sum(0)))
                .singleElement()
                .asString()
                .contains("sum over axes [0]");
    }

    @Test
    void softmaxIsOnePassEvenBehindAProduct() {
        assertThat(kernels(x.matmul(w).add(bias).softmax(1)))
                .singleElement()
                .asString()
                .startsWith("matmul 8×16×4, then map add row-max spread subtract exp row-sum");
    }

    @Test
    void aStepOfARecurrentNetworkAddsNoPaddedPieces() {
        var steps = x.reshape(4, 2, 16);
        var loss = Tensor.scalar(0);
        for (var t = 0; t < 4; t++) {
            loss = loss.add(steps.get(t).matmul(w).square().sum());
        }
        var gradients = Gradients.of(loss, List.of(x, w));
        assertThat(kernels(gradients.get(0))).noneMatch(kernel -> kernel.startsWith("map add"));
        assertThat(kernels(gradients.get(1)))
                .filteredOn(kernel -> kernel.startsWith("matmul 16×8×4"))
                .hasSize(1);
    }

    @Test
    void viewsCostNothing() {
        assertThat(kernels(x.transpose().flip(0).slice(0, 1, 9, 2).add(1))).hasSize(1);
    }

    @Test
    void equalComputationsAreDoneOnce() {
        assertThat(kernels(x.exp().sum().add(x.exp().sum()))).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void arithmeticAndTrafficAreCounted() {
        var lines = x.matmul(w).explain().lines().toList();
        // 2 × 8 × 16 × 4 operations; 128 + 64 numbers read, 32 written
        assertThat(lines.getFirst()).contains("1.0 K flops", "896 B");
        assertThat(lines.getLast()).startsWith("1 kernels, 1.0 K flops, 896 B moved");
    }

    @Test
    void theInterpreterHasNoKernels() {
        assertThat(Device.run(Device.INTERPRETER, () -> x.add(1).explain()))
                .startsWith("no kernels: the interpreter runs");
    }

    @Test
    void whatHasBeenComputedIsExplainedAllTheSame() {
        var y = x.exp();
        var before = y.explain();
        assertThat(y.realize().explain()).isEqualTo(before);
    }

    @Test
    void nothingIsComputed() {
        var y = x.exp();
        y.explain();
        assertThat(y.isComputed()).isFalse();
    }

    private static Tensor given(int... sizes) {
        return Tensor.of(new float[Shape.of(sizes).count()], sizes);
    }

    private static List<String> kernels(Tensor tensor) {
        var lines = tensor.explain().lines().toList();
        return lines.subList(0, lines.size() - 1);
    }
}
