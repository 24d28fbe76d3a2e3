package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// Looks at each channel by itself through small windows: a [Convolution] with a group for every
/// channel, which takes a small part of the work because it mixes none of them.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, positions..., channels × multiplier]`, positions as in [Convolution]; those
///   made of channel `c` are `c × multiplier` to `c × multiplier + multiplier - 1`
///
/// @param spec what it was built from
/// @param weight `[size..., 1, channels × multiplier]`
/// @param bias `[channels × multiplier]`, or nothing
public record DepthwiseConvolution(Spec spec, Parameter weight, Optional<Parameter> bias)
        implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        spec.sliding().checkAxes(spec, x.shape(), 1);
        var channels = weight.size(-1) / spec.multiplier;
        if (x.size(-1) != channels) {
            throw new ShapeException(
                    "%s was built for %d channels but receives %d (input %s)."
                            .formatted(spec, channels, x.size(-1), x.shape()));
        }
        var y = x.convolve(weight, spec.sliding().geometry(x.shape(), channels));
        return spec.activation.apply(bias.isPresent() ? y.add(bias.get()) : y);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A depthwise convolution before the number of its channels is known.
    ///
    /// @param size the size of the window along each spatial axis
    /// @param stride how far the window moves from one position to the next
    /// @param padding what lies beyond the edge
    /// @param dilation the distance between the numbers a window looks at; 1 for neighbours
    /// @param multiplier how many patterns it looks for in each channel
    /// @param activation what is applied to the result
    /// @param bias whether a number of its own is added to each result
    /// @param initializer where the weights begin
    public record Spec(
            List<Integer> size,
            List<Integer> stride,
            Padding padding,
            List<Integer> dilation,
            int multiplier,
            Activation activation,
            boolean bias,
            Initializer initializer)
            implements LayerSpec {
        /// Copies the lists and checks the sizes.
        public Spec {
            size = List.copyOf(size);
            stride = List.copyOf(stride);
            dilation = List.copyOf(dilation);
            var sliding = new Sliding(size, stride, padding, dilation);
            sliding.check("depthwiseConv");
            Require.positive(sliding.name("depthwiseConv"), "multiplier", multiplier);
        }

        /// Returns the usual spec: one pattern in each channel, windows that move by 1 without
        /// padding, with a bias, and weights that begin as the activation needs it.
        public static Spec of(List<Integer> size, Activation activation) {
            var ones = Sliding.ones(size);
            return new Spec(
                    size,
                    ones,
                    Padding.VALID,
                    ones,
                    1,
                    activation,
                    true,
                    Defaults.depthwiseBefore(activation));
        }

        /// Returns this spec with windows of another size along each axis, such as `size(3, 5)`.
        public Spec size(int... sizes) {
            return with(new Sliding(sliding().each(sizes), stride, padding, dilation));
        }

        /// Returns this spec with windows that move by `steps`: one number for each axis, or one
        /// for all.
        public Spec stride(int... steps) {
            return with(new Sliding(size, sliding().each(steps), padding, dilation));
        }

        /// Returns this spec with another treatment of the edge.
        public Spec padding(Padding edge) {
            return with(new Sliding(size, stride, edge, dilation));
        }

        /// Returns this spec with windows that look only at every second number, every third and so
        /// on: one number for each axis, or one for all.
        public Spec dilation(int... distances) {
            return with(new Sliding(size, stride, padding, sliding().each(distances)));
        }

        private Spec with(Sliding other) {
            return new Spec(
                    other.size(),
                    other.stride(),
                    other.padding(),
                    other.dilation(),
                    multiplier,
                    activation,
                    bias,
                    initializer);
        }

        /// Returns this spec with `count` patterns in each channel.
        public Spec multiplier(int count) {
            return new Spec(size, stride, padding, dilation, count, activation, bias, initializer);
        }

        /// Returns this spec without a bias, for use before a normalisation, which would undo it.
        public Spec withoutBias() {
            return new Spec(
                    size, stride, padding, dilation, multiplier, activation, false, initializer);
        }

        /// Returns this spec with weights that begin elsewhere.
        public Spec initializer(Initializer start) {
            return new Spec(size, stride, padding, dilation, multiplier, activation, bias, start);
        }

        @Override
        public DepthwiseConvolution build(Shape input, Seed seed) {
            sliding().checkAxes(this, input, 0);
            var outputs = Shape.size((long) input.size(-1) * multiplier, toString());
            var weight = Shape.of(PerAxis.array(size)).append(Shape.of(1, outputs));
            return new DepthwiseConvolution(
                    this,
                    Parameter.of(initializer.tensor(weight, seed.child("weight"))),
                    bias ? Optional.of(Parameter.of(Tensor.zeros(outputs))) : Optional.empty());
        }

        private Sliding sliding() {
            return new Sliding(size, stride, padding, dilation);
        }

        @Override
        public String toString() {
            return sliding()
                    .begin(Call.of(sliding().name("depthwiseConv")), activation)
                    .then(multiplier != 1, "multiplier(" + multiplier + ")")
                    .then(!bias, "withoutBias()")
                    .toString();
        }
    }
}
