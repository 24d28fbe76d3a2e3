package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Correlation;
import dev.gradus.benchmarks.workload.Elementwise;
import dev.gradus.benchmarks.workload.Product;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// Single operations, into memory that is already there where libtorch has such a variant.
final class Kernels {
    private Kernels() {}

    static Contender.Task product(Product product) {
        var left = matrix(1, product.leftTurned(), product.rows(), product.depth());
        var right = matrix(2, product.rightTurned(), product.depth(), product.columns());
        var result = torch.empty(product.rows(), product.columns());
        return new Into(result, () -> torch.mm_out(result, left, right));
    }

    private static Tensor matrix(long seed, boolean turned, int rows, int columns) {
        return turned
                ? Tensors.uniform(seed, columns, rows).t()
                : Tensors.uniform(seed, rows, columns);
    }

    static Contender.Task elementwise(Elementwise elementwise) {
        var count = elementwise.count();
        var row = Elementwise.ROW;
        var a = Tensors.uniform(1, count);
        var b = Tensors.uniform(2, count);
        var rows = a.view(-1, row);
        var result = torch.empty_like(a);
        var resultRows = result.view(-1, row);
        return switch (elementwise.operation()) {
            case ADD -> new Into(result, () -> torch.add_out(result, a, b));
            case EXP -> new Into(result, () -> torch.exp_out(result, a));
            case TANH -> new Into(result, () -> torch.tanh_out(result, a));
            case SUM -> {
                var sum = torch.empty(new long[0]);
                yield new Into(sum, () -> torch.sum_out(sum, a));
            }
            case SOFTMAX -> new Into(result, () -> torch.softmax_out(resultRows, rows, 1));
            case LAYER_NORM -> {
                var scale = new TensorOptional(Tensors.uniform(2, row));
                var shift = new TensorOptional(Tensors.uniform(3, row));
                var mean = torch.empty(count / row, 1);
                var deviation = torch.empty(count / row, 1);
                var axis = new long[] {row};
                yield new Into(
                        result,
                        () ->
                                torch.native_layer_norm_out(
                                        resultRows,
                                        mean,
                                        deviation,
                                        rows,
                                        axis,
                                        scale,
                                        shift,
                                        1e-5));
            }
            case ADAM -> {
                var gradient = new TensorVector(a);
                var moments = new Tensor[] {Tensors.uniform(3, count), Tensors.uniform(4, count)};
                var update = Update.adamAtStepTen(b, moments[0], moments[1].square_());
                yield new Into(b, () -> update.again(gradient));
            }
        };
    }

    static Contender.Task correlation(Correlation correlation, Setup setup) {
        var pixels = correlation.pixels();
        var out = correlation.outputPixels();
        var size = correlation.size();
        var inputs = correlation.inputs();
        var outputs = correlation.outputs();
        var x = setup.images(Tensors.uniform(1, correlation.batch(), pixels, pixels, inputs));
        var w = setup.filters(Tensors.uniform(2, size, size, inputs, outputs));
        var up = setup.images(Tensors.uniform(3, correlation.batch(), out, out, outputs));
        var stride = new long[] {correlation.stride(), correlation.stride()};
        var padding = new long[] {correlation.padding(), correlation.padding()};
        var dilation = new long[] {1, 1};
        var noBias = new TensorOptional();
        return switch (correlation.part()) {
            case FORWARD ->
                    new Fresh(() -> torch.conv2d(x, w, noBias, stride, padding, dilation, 1));
            case INPUT_GRADIENT, WEIGHT_GRADIENT -> {
                var wanted = correlation.part() == Correlation.Part.INPUT_GRADIENT ? 0 : 1;
                var mask = new BoolPointer(3).put(0, wanted == 0).put(1, wanted == 1).put(2, false);
                yield new Fresh(() -> {
                    var gradients =
                            torch.convolution_backward(
                                    up,
                                    x,
                                    w,
                                    new long[0],
                                    stride,
                                    padding,
                                    dilation,
                                    false,
                                    new long[] {0, 0},
                                    1,
                                    mask);
                    return wanted == 0 ? gradients.get0() : gradients.get1();
                });
            }
        };
    }

    /// An operation that writes its result where `result` lies.
    private record Into(Tensor output, Runnable operation) implements Contender.Task {
        @Override
        public void step() {
            try (var _ = new PointerScope();
                    var _ = new InferenceMode(true)) {
                operation.run();
            }
        }

        @Override
        public double result() {
            try (var _ = new PointerScope()) {
                return Tensors.meanSquare(output);
            }
        }
    }

    /// An operation that libtorch offers only with a new tensor for its result; its allocator hands
    /// the memory of the one before out again.
    private static final class Fresh implements Contender.Task {
        private final Supplier<Tensor> operation;
        private final Tensor output = new Tensor();

        Fresh(Supplier<Tensor> operation) {
            this.operation = operation;
        }

        @Override
        public void step() {
            try (var _ = new PointerScope();
                    var _ = new InferenceMode(true)) {
                output.put(operation.get());
            }
        }

        @Override
        public double result() {
            try (var _ = new PointerScope()) {
                return Tensors.meanSquare(output);
            }
        }
    }
}
