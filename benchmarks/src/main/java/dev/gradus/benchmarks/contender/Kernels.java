package dev.gradus.benchmarks.contender;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Correlation;
import dev.gradus.benchmarks.workload.Elementwise;
import dev.gradus.benchmarks.workload.Numbers;
import dev.gradus.benchmarks.workload.Product;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Contract;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Single operations on numbers that are already in memory. Each is a step that assigns its result to a
/// parameter, so that it is computed into memory that is already there too.
final class Kernels {
    private Kernels() {}

    static Contender.Task product(Product product) {
        var left = numbers(1, product.leftTurned(), product.rows(), product.depth());
        var right = numbers(2, product.rightTurned(), product.depth(), product.columns());
        return assigned(() -> left.matmul(right), Shape.of(product.rows(), product.columns()));
    }

    private static Tensor numbers(long seed, boolean turned, int rows, int columns) {
        var values = Numbers.uniform(seed, rows * columns, 1);
        return turned
                ? Tensor.of(values, columns, rows).transpose()
                : Tensor.of(values, rows, columns);
    }

    static Contender.Task elementwise(Elementwise elementwise) {
        var count = elementwise.count();
        var a = vector(1, count);
        var b = vector(2, count);
        var row = Elementwise.ROW;
        var rows = Shape.of(count / row, row);
        return switch (elementwise.operation()) {
            case ADD -> assigned(() -> a.add(b), a.shape());
            case EXP -> assigned(a::exp, a.shape());
            case TANH -> assigned(a::tanh, a.shape());
            case SUM -> assigned(() -> a.sum(), Shape.SCALAR);
            case SOFTMAX -> assigned(() -> a.reshape(rows).softmax(1), rows);
            case LAYER_NORM -> {
                var scale = vector(2, row);
                var shift = vector(3, row);
                yield assigned(() -> layerNorm(a.reshape(rows), scale, shift), rows);
            }
            case ADAM -> new AdamUpdate(count);
        };
    }

    private static Tensor layerNorm(Tensor x, Tensor scale, Tensor shift) {
        var centred = x.sub(x.meanKeeping(Ints.of(1)));
        var variance = centred.square().meanKeeping(Ints.of(1));
        return centred.div(variance.add(1e-5).sqrt()).mul(scale).add(shift);
    }

    static Contender.Task correlation(Correlation correlation) {
        var input =
                Shape.of(
                        correlation.batch(),
                        correlation.pixels(),
                        correlation.pixels(),
                        correlation.inputs());
        var weight =
                Shape.of(
                        correlation.size(),
                        correlation.size(),
                        correlation.inputs(),
                        correlation.outputs());
        var output =
                Shape.of(
                        correlation.batch(),
                        correlation.outputPixels(),
                        correlation.outputPixels(),
                        correlation.outputs());
        var x = tensor(1, input);
        var w = tensor(2, weight);
        var up = tensor(3, output);
        var padding = Ints.repeat(correlation.padding(), 2);
        var geometry =
                new Contract.Geometry(
                        Ints.repeat(correlation.stride(), 2),
                        padding,
                        padding,
                        Ints.repeat(1, 2),
                        1);
        return switch (correlation.part()) {
            case FORWARD -> assigned(() -> x.convolve(w, geometry), output);
            case INPUT_GRADIENT ->
                    assigned(
                            () -> Tensor.record(new Contract.ConvolveInput(geometry, input), up, w),
                            input);
            case WEIGHT_GRADIENT ->
                    assigned(
                            () ->
                                    Tensor.record(
                                            new Contract.ConvolveWeight(geometry, weight), x, up),
                            weight);
        };
    }

    private static Tensor vector(long seed, int count) {
        return Tensor.of(Numbers.uniform(seed, count, 1), count);
    }

    private static Tensor tensor(long seed, Shape shape) {
        return vector(seed, shape.count()).reshape(shape).realize();
    }

    private static Contender.Task assigned(Supplier<Tensor> computation, Shape shape) {
        var result = Parameter.of(Tensor.scalar(0).expand(shape));
        return new Contender.Task() {
            @Override
            public void step() {
                Step.run(List.of(), Map.of(result, computation.get()), 0);
            }

            @Override
            public double result() {
                return result.square().mean().item();
            }
        };
    }

    /// Adam's update of one parameter, the numbers of step 10 in every call.
    private static final class AdamUpdate implements Contender.Task {
        private final Parameter weight;
        private final Parameter mean;
        private final Parameter square;
        private final Tensor gradient;

        AdamUpdate(int count) {
            gradient = vector(1, count);
            weight = Parameter.of(vector(2, count));
            mean = Parameter.of(vector(3, count));
            square = Parameter.of(vector(4, count).square());
        }

        @Override
        public void step() {
            var nextMean = mean.mul(0.9).add(gradient.mul(1 - 0.9));
            var nextSquare = square.mul(0.999).add(gradient.square().mul(1 - 0.999));
            var size = 1e-3 / (1 - Math.pow(0.9, 10));
            var root = Math.sqrt(1 - Math.pow(0.999, 10));
            var change = nextMean.mul(size).div(nextSquare.sqrt().div(root).add(1e-8));
            Step.run(
                    List.of(),
                    Map.of(weight, weight.sub(change), mean, nextMean, square, nextSquare),
                    0);
        }

        @Override
        public double result() {
            return weight.square().mean().item();
        }
    }
}
