package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Looks for patterns in two cheap steps instead of one dear one: first at each channel by itself
/// through small windows, then at all channels of one place (Sifre 2014; Chollet 2017).
///
/// `y = activation(pointwise(depthwise(x)))`, a [DepthwiseConvolution] and a [Convolution] of size
/// 1, with nothing between them and the bias in the second.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, positions..., filters]`, positions as in [Convolution]
///
/// @param spec what it was built from
/// @param depthwise looks at each channel; its weight is `[size..., 1, channels × multiplier]`
/// @param pointwise mixes them; its weight is `[1..., channels × multiplier, filters]`
public record SeparableConvolution(Spec spec, DepthwiseConvolution depthwise, Convolution pointwise)
        implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        return pointwise.apply(depthwise.apply(x));
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A separable convolution before the number of its channels is known.
    ///
    /// @param filters how many patterns it looks for
    /// @param size the size of the window along each spatial axis
    /// @param stride how far the window moves from one position to the next
    /// @param padding what lies beyond the edge
    /// @param dilation the distance between the numbers a window looks at; 1 for neighbours
    /// @param multiplier how many numbers the first step makes of each channel
    /// @param activation what is applied to the result
    /// @param bias whether a number of its own is added to each filter
    /// @param depthwise where the weights of the first step begin
    /// @param pointwise where the weights of the second step begin
    public record Spec(
            int filters,
            List<Integer> size,
            List<Integer> stride,
            Padding padding,
            List<Integer> dilation,
            int multiplier,
            Activation activation,
            boolean bias,
            Initializer depthwise,
            Initializer pointwise)
            implements LayerSpec {
        /// Copies the lists and checks the sizes.
        public Spec {
            size = List.copyOf(size);
            stride = List.copyOf(stride);
            dilation = List.copyOf(dilation);
            var sliding = new Sliding(size, stride, padding, dilation);
            sliding.check("separableConv");
            Require.positive(sliding.name("separableConv"), "filters", filters);
            Require.positive(sliding.name("separableConv"), "multiplier", multiplier);
        }

        /// Returns the usual spec: windows that move by 1 without padding, one number of each
        /// channel, with a bias, and weights that begin as the activation needs it.
        public static Spec of(int filters, List<Integer> size, Activation activation) {
            var ones = Sliding.ones(size);
            return new Spec(
                    filters,
                    size,
                    ones,
                    Padding.VALID,
                    ones,
                    1,
                    activation,
                    true,
                    Defaults.depthwiseBefore(Activation.LINEAR),
                    Defaults.before(activation));
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
                    filters,
                    other.size(),
                    other.stride(),
                    other.padding(),
                    other.dilation(),
                    multiplier,
                    activation,
                    bias,
                    depthwise,
                    pointwise);
        }

        /// Returns this spec with a first step that makes `count` numbers of each channel.
        public Spec multiplier(int count) {
            return new Spec(
                    filters,
                    size,
                    stride,
                    padding,
                    dilation,
                    count,
                    activation,
                    bias,
                    depthwise,
                    pointwise);
        }

        /// Returns this spec without a bias, for use before a normalisation, which would undo it.
        public Spec withoutBias() {
            return new Spec(
                    filters,
                    size,
                    stride,
                    padding,
                    dilation,
                    multiplier,
                    activation,
                    false,
                    depthwise,
                    pointwise);
        }

        /// Returns this spec with weights of the two steps that begin elsewhere.
        public Spec initializers(Initializer first, Initializer second) {
            return new Spec(
                    filters,
                    size,
                    stride,
                    padding,
                    dilation,
                    multiplier,
                    activation,
                    bias,
                    first,
                    second);
        }

        @Override
        public SeparableConvolution build(Shape input, Seed seed) {
            sliding().checkAxes(this, input, 0);
            var each =
                    new DepthwiseConvolution.Spec(
                                    size,
                                    stride,
                                    padding,
                                    dilation,
                                    multiplier,
                                    Activation.LINEAR,
                                    false,
                                    depthwise)
                            .build(input, seed.child("depthwise"));
            var mixed = Convolution.Spec.of(filters, Sliding.ones(size), activation);
            var all = (bias ? mixed : mixed.withoutBias()).initializer(pointwise);
            var channels = each.weight().size(-1);
            return new SeparableConvolution(
                    this, each, all.build(input.with(-1, channels), seed.child("pointwise")));
        }

        private Sliding sliding() {
            return new Sliding(size, stride, padding, dilation);
        }

        @Override
        public String toString() {
            return sliding()
                    .begin(Call.of(sliding().name("separableConv")).with(filters), activation)
                    .then(multiplier != 1, "multiplier(" + multiplier + ")")
                    .then(!bias, "withoutBias()")
                    .toString();
        }
    }
}
