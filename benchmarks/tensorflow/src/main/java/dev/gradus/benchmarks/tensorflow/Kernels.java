package dev.gradus.benchmarks.tensorflow;

import dev.gradus.benchmarks.workload.Correlation;
import dev.gradus.benchmarks.workload.Numbers;
import dev.gradus.benchmarks.workload.Product;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.op.nn.Conv2dBackpropFilter;
import org.tensorflow.op.nn.Conv2dBackpropInput;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/// Single operations on two fed tensors.
final class Kernels {
    private Kernels() {}

    static GraphTask product(Product product, ConfigProto configuration) {
        var left = shape(product.leftTurned(), product.rows(), product.depth());
        var right = shape(product.rightTurned(), product.depth(), product.columns());
        var graph = new Graph();
        var tf = Ops.create(graph);
        return task(
                graph,
                tf,
                configuration,
                new Source(1, left),
                new Source(2, right),
                (a, b) ->
                        tf.linalg.matMul(
                                a,
                                b,
                                MatMul.transposeA(product.leftTurned()),
                                MatMul.transposeB(product.rightTurned())));
    }

    static GraphTask correlation(Correlation correlation, ConfigProto configuration) {
        var graph = new Graph();
        var tf = Ops.create(graph);
        var places = correlation.outputPixels();
        var size = correlation.size();
        var input =
                new Source(
                        1,
                        Shape.of(
                                correlation.batch(),
                                correlation.pixels(),
                                correlation.pixels(),
                                correlation.inputs()));
        var weights =
                new Source(2, Shape.of(size, size, correlation.inputs(), correlation.outputs()));
        var up =
                new Source(3, Shape.of(correlation.batch(), places, places, correlation.outputs()));
        var strides = List.of(1L, (long) correlation.stride(), (long) correlation.stride(), 1L);
        var border = (long) correlation.padding();
        var borders = List.of(0L, 0L, border, border, border, border, 0L, 0L);
        var padding = border == 0 ? "VALID" : "EXPLICIT";
        var explicit = border == 0 ? List.<Long>of() : borders;
        return switch (correlation.part()) {
            case FORWARD ->
                    task(
                            graph,
                            tf,
                            configuration,
                            input,
                            weights,
                            (a, b) ->
                                    tf.nn.conv2d(
                                            a,
                                            b,
                                            strides,
                                            padding,
                                            Conv2d.explicitPaddings(explicit)));
            case INPUT_GRADIENT ->
                    task(
                            graph,
                            tf,
                            configuration,
                            weights,
                            up,
                            (a, b) ->
                                    tf.nn.conv2dBackpropInput(
                                            tf.constant(input.sizes()),
                                            a,
                                            b,
                                            strides,
                                            padding,
                                            Conv2dBackpropInput.explicitPaddings(explicit)));
            case WEIGHT_GRADIENT ->
                    task(
                            graph,
                            tf,
                            configuration,
                            input,
                            up,
                            (a, b) ->
                                    tf.nn.conv2dBackpropFilter(
                                            a,
                                            tf.constant(weights.sizes()),
                                            b,
                                            strides,
                                            padding,
                                            Conv2dBackpropFilter.explicitPaddings(explicit)));
        };
    }

    private static GraphTask task(
            Graph graph,
            Ops tf,
            ConfigProto configuration,
            Source first,
            Source second,
            BinaryOperator<Operand<TFloat32>> operation) {
        var a = tf.placeholder(TFloat32.class, Placeholder.shape(first.shape));
        var b = tf.placeholder(TFloat32.class, Placeholder.shape(second.shape));
        var output = operation.apply(a, b);
        var flat = tf.reshape(output, tf.array(-1));
        var result = tf.math.mean(tf.math.square(flat), tf.constant(0));
        var feed = Map.<Operand<?>, Tensor>of(a, first.tensor(), b, second.tensor());
        return GraphTask.computing(graph, configuration, List.of(feed), result, output);
    }

    private static Shape shape(boolean turned, int rows, int columns) {
        return turned ? Shape.of(columns, rows) : Shape.of(rows, columns);
    }

    /// Where the numbers of an operand come from.
    private record Source(long seed, Shape shape) {
        TFloat32 tensor() {
            var count = Math.toIntExact(shape.size());
            return TFloat32.tensorOf(shape, DataBuffers.of(Numbers.uniform(seed, count, 1)));
        }

        int[] sizes() {
            var sizes = new int[shape.numDimensions()];
            for (var i = 0; i < sizes.length; i++) {
                sizes[i] = Math.toIntExact(shape.get(i));
            }
            return sizes;
        }
    }
}
