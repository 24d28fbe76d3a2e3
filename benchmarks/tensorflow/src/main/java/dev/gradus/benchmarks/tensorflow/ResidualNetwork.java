package dev.gradus.benchmarks.tensorflow;

import java.util.List;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/// ResNet-20 for pictures of 32 × 32 (He and others 2015, section 4.2), up to the mean over places.
///
/// @param weight gives the next weight
/// @param sideEffects takes the updates of the running statistics
record ResidualNetwork(Ops tf, Supplier<Operand<TFloat32>> weight, List<Op> sideEffects) {
    Operand<TFloat32> apply(Operand<TFloat32> x) {
        Operand<TFloat32> y = tf.nn.relu(normalised(x, 1));
        for (var stage = 0; stage < 3; stage++) {
            for (var block = 0; block < 3; block++) {
                y = block(y, stage > 0 && block == 0 ? 2 : 1);
            }
        }
        return tf.math.mean(y, tf.array(1, 2));
    }

    private Operand<TFloat32> block(Operand<TFloat32> x, int stride) {
        var y = normalised(tf.nn.relu(normalised(x, stride)), 1);
        return tf.nn.relu(tf.math.add(y, stride == 1 ? x : halved(x)));
    }

    /// Takes every second place and adds as many channels of zeros behind.
    private Operand<TFloat32> halved(Operand<TFloat32> x) {
        var all = Indices.all();
        var second = Indices.step(2);
        var places = tf.stridedSlice(x, all, second, second, all);
        var channels = (int) x.shape().get(3);
        return padded(places, new int[][] {{0, 0}, {0, 0}, {0, 0}, {0, channels}});
    }

    /// A convolution with a border of one zero, then batch norm.
    ///
    /// TensorFlow's own padding would be uneven where places are left out.
    private Operand<TFloat32> normalised(Operand<TFloat32> x, long stride) {
        var strides = List.of(1L, stride, stride, 1L);
        var y =
                stride == 1
                        ? tf.nn.conv2d(x, weight.get(), strides, "SAME")
                        : tf.nn.conv2d(
                                padded(x, new int[][] {{0, 0}, {1, 1}, {1, 1}, {0, 0}}),
                                weight.get(),
                                strides,
                                "VALID");
        var channels = tf.constant(new long[] {y.shape().get(3)});
        var mean = tf.variable(tf.zeros(channels, TFloat32.class));
        var variance = tf.variable(tf.ones(channels, TFloat32.class));
        var norm =
                tf.nn.fusedBatchNorm(
                        y,
                        weight.get(),
                        weight.get(),
                        mean,
                        variance,
                        FusedBatchNorm.epsilon(1e-5f),
                        FusedBatchNorm.exponentialAvgFactor(0.1f));
        sideEffects.add(tf.assign(mean, norm.batchMean()));
        sideEffects.add(tf.assign(variance, norm.batchVariance()));
        return norm.y();
    }

    private Operand<TFloat32> padded(Operand<TFloat32> x, int[][] borders) {
        return tf.pad(x, tf.constant(borders), tf.constant(0f));
    }
}
