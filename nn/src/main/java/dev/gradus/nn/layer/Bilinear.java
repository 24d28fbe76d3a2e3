package dev.gradus.nn.layer;

import dev.gradus.nn.Merge;
import dev.gradus.nn.MergeSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.VarianceScaling;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// Gives each output a weight for every pair of a number of one input and a number of another, so that
/// it sees what they are together: `y = activation(Σᵢⱼ aᵢ bⱼ weightᵢⱼ + bias)` (Tenenbaum and Freeman
/// 2000).
///
/// - inputs: `[batch, ..., first]` and `[batch, ..., second]`
/// - output: `[batch, ..., outputs]`
///
/// @param spec what it was built from
/// @param weight `[first, second, outputs]`
/// @param bias `[outputs]`, or nothing
public record Bilinear(Spec spec, Parameter weight, Optional<Parameter> bias) implements Merge {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        spec.check(inputs.stream().map(Tensor::shape).toList(), 1);
        var a = inputs.getFirst();
        var b = inputs.getLast();
        if (a.size(-1) != weight.size(0) || b.size(-1) != weight.size(1)) {
            throw new ShapeException(
                    "%s was built for %d and %d features but receives %d and %d (inputs %s and %s)."
                            .formatted(
                                    spec,
                                    weight.size(0),
                                    weight.size(1),
                                    a.size(-1),
                                    b.size(-1),
                                    a.shape(),
                                    b.shape()));
        }
        // a chooses a matrix for each row, through which b passes
        var matrices =
                a.matmul(weight.reshape(weight.size(0), -1))
                        .reshape(
                                a.shape()
                                        .range(0, a.rank() - 1)
                                        .append(weight.shape().range(1, 3)));
        var y = b.unsqueeze(-2).matmul(matrices).squeeze(-2);
        return spec.activation.apply(bias.isPresent() ? y.add(bias.get()) : y);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A bilinear layer before the numbers of its inputs are known.
    ///
    /// @param outputs how many numbers it makes
    /// @param activation what is applied to them
    /// @param bias whether a number of its own is added to each
    /// @param initializer where the weights begin
    public record Spec(int outputs, Activation activation, boolean bias, Initializer initializer)
            implements MergeSpec {
        /// Checks the size.
        public Spec {
            Require.positive("bilinear", "outputs", outputs);
        }

        /// Returns the usual spec: with a bias and without an activation.
        public static Spec of(int outputs) {
            return new Spec(outputs, Activation.LINEAR, true, VarianceScaling.glorotUniform());
        }

        /// Returns this spec with an activation.
        public Spec activation(Activation bend) {
            return new Spec(outputs, bend, bias, initializer);
        }

        /// Returns this spec without a bias.
        public Spec withoutBias() {
            return new Spec(outputs, activation, false, initializer);
        }

        /// Returns this spec with weights that begin elsewhere.
        public Spec initializer(Initializer start) {
            return new Spec(outputs, activation, bias, start);
        }

        @Override
        public Bilinear build(List<Shape> inputs, Seed seed) {
            check(inputs, 0);
            var shape = Shape.of(inputs.getFirst().size(-1), inputs.getLast().size(-1), outputs);
            return new Bilinear(
                    this,
                    Parameter.of(initializer.tensor(shape, seed.child("weight"))),
                    bias ? Optional.of(Parameter.of(Tensor.zeros(outputs))) : Optional.empty());
        }

        private void check(List<Shape> inputs, int batchAxes) {
            var fit =
                    inputs.size() == 2
                            && inputs.stream().allMatch(x -> x.rank() > batchAxes)
                            && leading(inputs.getFirst()).equals(leading(inputs.getLast()));
            if (!fit) {
                throw new ShapeException(
                        "%s takes two inputs that differ in their last axis at most but receives %s"
                                .formatted(this, inputs));
            }
        }

        private static Shape leading(Shape shape) {
            return shape.range(0, shape.rank() - 1);
        }

        @Override
        public String toString() {
            return Call.of("bilinear")
                    .with(outputs)
                    .then(!activation.equals(Activation.LINEAR), "activation(" + activation + ")")
                    .then(!bias, "withoutBias()")
                    .toString();
        }
    }
}
