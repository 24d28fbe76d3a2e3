package dev.gradus.nn.layer;

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

/// Looks at its input through small windows, each filter with the same weights everywhere, and so
/// finds a pattern wherever it stands (LeCun, Bottou, Bengio and Haffner 1998).
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, positions..., filters]`
///
/// With `reach = dilation (size - 1) + 1`, an axis of `n` has `(n - reach) / stride + 1` positions,
/// rounded down, without padding, and `n / stride`, rounded up, with it.
///
/// @param spec what it was built from
/// @param weight `[size..., channels / groups, filters]`
/// @param bias `[filters]`, or nothing
public record Convolution(Spec spec, Parameter weight, Optional<Parameter> bias)
        implements WeightedLayer {
    @Override
    public Tensor apply(Tensor x, Tensor weight) {
        spec.sliding().checkAxes(spec, x.shape(), 1);
        var channels = weight.size(-2) * spec.groups;
        if (x.size(-1) != channels) {
            throw new ShapeException(
                    "%s was built for %d channels but receives %d (input %s)."
                            .formatted(spec, channels, x.size(-1), x.shape()));
        }
        var y = x.convolve(weight, spec.sliding().geometry(x.shape(), spec.groups));
        return spec.activation.apply(bias.isPresent() ? y.add(bias.get()) : y);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A convolution before the number of its channels is known.
    ///
    /// @param filters how many patterns it looks for
    /// @param size the size of the window along each spatial axis
    /// @param stride how far the window moves from one position to the next
    /// @param padding what lies beyond the edge
    /// @param dilation the distance between the numbers a window looks at; 1 for neighbours
    /// @param groups into how many groups channels and filters are parted, each group of filters
    ///     seeing only its own channels
    /// @param activation what is applied to the result
    /// @param bias whether a number of its own is added to each filter
    /// @param initializer where the weights begin
    public record Spec(
            int filters,
            List<Integer> size,
            List<Integer> stride,
            Padding padding,
            List<Integer> dilation,
            int groups,
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
            sliding.check("conv");
            Require.positive(sliding.name("conv"), "filters", filters);
            Require.positive(sliding.name("conv"), "groups", groups);
            if (filters % groups != 0) {
                throw new IllegalArgumentException(
                        "a convolution of %d filters was to be parted into %d groups: the groups must divide the filters"
                                .formatted(filters, groups));
            }
        }

        /// Returns the usual spec: windows move by 1 without padding, with a bias, and weights
        /// begin as the activation needs it.
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
                    groups,
                    activation,
                    bias,
                    initializer);
        }

        /// Returns this spec with channels and filters parted into `count` groups.
        public Spec groups(int count) {
            return new Spec(
                    filters, size, stride, padding, dilation, count, activation, bias, initializer);
        }

        /// Returns this spec without a bias, for use before a normalisation, which would undo it.
        public Spec withoutBias() {
            return new Spec(
                    filters,
                    size,
                    stride,
                    padding,
                    dilation,
                    groups,
                    activation,
                    false,
                    initializer);
        }

        /// Returns this spec with weights that begin elsewhere.
        public Spec initializer(Initializer start) {
            return new Spec(
                    filters, size, stride, padding, dilation, groups, activation, bias, start);
        }

        @Override
        public Convolution build(Shape input, Seed seed) {
            sliding().checkAxes(this, input, 0);
            var channels = input.size(-1);
            if (channels % groups != 0) {
                throw new ShapeException(
                        "%s receives %d channels (input %s): the %d groups must divide them"
                                .formatted(this, channels, input, groups));
            }
            var weight = Shape.of(PerAxis.array(size)).append(Shape.of(channels / groups, filters));
            return new Convolution(
                    this,
                    Parameter.of(initializer.tensor(weight, seed.child("weight"))),
                    bias ? Optional.of(Parameter.of(Tensor.zeros(filters))) : Optional.empty());
        }

        private Sliding sliding() {
            return new Sliding(size, stride, padding, dilation);
        }

        @Override
        public String toString() {
            return sliding()
                    .begin(Call.of(sliding().name("conv")).with(filters), activation)
                    .then(groups > 1, "groups(" + groups + ")")
                    .then(!bias, "withoutBias()")
                    .toString();
        }
    }
}
