package dev.gradus.benchmarks.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/// How variables follow their gradients: one fused kernel for each variable.
enum Optimizer {
    /// Rate 0.01.
    GRADIENT_DESCENT,
    /// Rate 0.01, momentum 0.9.
    MOMENTUM,
    /// Rate 0.001.
    ADAM;

    /// Returns the operations that let each of `variables` follow its gradient.
    List<Op> updates(Ops tf, List<Operand<TFloat32>> variables, List<Operand<TFloat32>> gradients) {
        // Backward still reads the weights: nothing may change before all gradients are there.
        var after = tf.withControlDependencies(List.<Op>copyOf(gradients));
        return switch (this) {
            case GRADIENT_DESCENT -> gradientDescent(tf, after, variables, gradients);
            case MOMENTUM -> momentum(tf, after, variables, gradients);
            case ADAM -> adam(tf, after, variables, gradients);
        };
    }

    private static List<Op> gradientDescent(
            Ops tf,
            Ops after,
            List<Operand<TFloat32>> variables,
            List<Operand<TFloat32>> gradients) {
        var updates = new ArrayList<Op>();
        var rate = tf.constant(0.01f);
        for (var i = 0; i < variables.size(); i++) {
            updates.add(after.train.applyGradientDescent(variables.get(i), rate, gradients.get(i)));
        }
        return updates;
    }

    private static List<Op> momentum(
            Ops tf,
            Ops after,
            List<Operand<TFloat32>> variables,
            List<Operand<TFloat32>> gradients) {
        var updates = new ArrayList<Op>();
        var rate = tf.constant(0.01f);
        var momentum = tf.constant(0.9f);
        for (var i = 0; i < variables.size(); i++) {
            var variable = variables.get(i);
            updates.add(
                    after.train.applyMomentum(
                            variable, zeros(tf, variable), rate, gradients.get(i), momentum));
        }
        return updates;
    }

    /// The powers of both decays are kept as variables, as TensorFlow's own optimizer did.
    private static List<Op> adam(
            Ops tf,
            Ops after,
            List<Operand<TFloat32>> variables,
            List<Operand<TFloat32>> gradients) {
        var updates = new ArrayList<Op>();
        var firstDecay = tf.constant(0.9f);
        var secondDecay = tf.constant(0.999f);
        var firstPower = tf.variable(tf.constant(0.9f));
        var secondPower = tf.variable(tf.constant(0.999f));
        var rate = tf.constant(0.001f);
        // TensorFlow adds epsilon before it corrects the second moment, the paper's method after.
        var correction = tf.math.sqrt(tf.math.sub(tf.constant(1f), secondPower));
        var epsilon = tf.math.mul(tf.constant(1e-8f), correction);
        for (var i = 0; i < variables.size(); i++) {
            var variable = variables.get(i);
            updates.add(
                    after.train.applyAdam(
                            variable,
                            zeros(tf, variable),
                            zeros(tf, variable),
                            firstPower,
                            secondPower,
                            rate,
                            firstDecay,
                            secondDecay,
                            epsilon,
                            gradients.get(i)));
        }
        var last = tf.withControlDependencies(List.copyOf(updates));
        updates.add(last.assign(firstPower, last.math.mul(firstPower, firstDecay)));
        updates.add(last.assign(secondPower, last.math.mul(secondPower, secondDecay)));
        return updates;
    }

    private static Variable<TFloat32> zeros(Ops tf, Operand<TFloat32> variable) {
        return tf.variable(tf.zeros(tf.constant(variable.shape()), TFloat32.class));
    }
}
