package dev.gradus.nn.layer;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Contract;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
        spec.checkAxes(x.shape(), 1);
        var channels = weight.size(-2) * spec.groups;
        if (x.size(-1) != channels) {
            throw new ShapeException(
                    "%s was built for %d channels but receives %d (input %s)."
                            .formatted(spec, channels, x.size(-1), x.shape()));
        }
        var y = x.convolve(weight, spec.geometry(x.shape()));
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
            Require.positive("conv2d", "filters", filters);
            Require.positive("conv2d", "size", size);
            Require.positive("conv2d", "stride", stride);
            Require.positive("conv2d", "dilation", dilation);
            Require.positive("conv2d", "groups", groups);
            if (stride.size() != size.size() || dilation.size() != size.size()) {
                throw new IllegalArgumentException(
                        "a convolution was given the size %s, the stride %s and the dilation %s: give one number for each spatial axis"
                                .formatted(size, stride, dilation));
            }
            if (filters % groups != 0) {
                throw new IllegalArgumentException(
                        "a convolution of %d filters was to be parted into %d groups: the groups must divide the filters"
                                .formatted(filters, groups));
            }
        }

        /// Returns the usual spec: windows move by 1 without padding, with a bias, and weights
        /// begin as the activation needs it.
        public static Spec of(int filters, List<Integer> size, Activation activation) {
            var ones = Collections.nCopies(size.size(), 1);
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

        /// Returns this spec with windows that move by `step` along every axis.
        public Spec stride(int step) {
            return new Spec(
                    filters,
                    size,
                    Collections.nCopies(size.size(), step),
                    padding,
                    dilation,
                    groups,
                    activation,
                    bias,
                    initializer);
        }

        /// Returns this spec with another treatment of the edge.
        public Spec padding(Padding edge) {
            return new Spec(
                    filters, size, stride, edge, dilation, groups, activation, bias, initializer);
        }

        /// Returns this spec with windows that look at every number in `distance` along every axis.
        public Spec dilation(int distance) {
            return new Spec(
                    filters,
                    size,
                    stride,
                    padding,
                    Collections.nCopies(size.size(), distance),
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
            checkAxes(input, 0);
            var channels = input.size(-1);
            if (channels % groups != 0) {
                throw new ShapeException(
                        "%s receives %d channels (input %s): the %d groups must divide them"
                                .formatted(this, channels, input, groups));
            }
            var window = Shape.of(size.stream().mapToInt(n -> n).toArray());
            var weight = window.append(Shape.of(channels / groups, filters));
            return new Convolution(
                    this,
                    Parameter.of(initializer.tensor(weight, seed.child("weight"))),
                    bias ? Optional.of(Parameter.of(Tensor.zeros(filters))) : Optional.empty());
        }

        private void checkAxes(Shape x, int batchAxes) {
            if (x.rank() != batchAxes + size.size() + 1) {
                throw new ShapeException(
                        "%s looks at [%sheight, width, channels] but receives %d axes (input %s): use reshape(...) before it; gray pictures have 1 channel"
                                .formatted(this, batchAxes == 0 ? "" : "batch, ", x.rank(), x));
            }
        }

        private Contract.Geometry geometry(Shape x) {
            var reach =
                    IntStream.range(0, size.size())
                            .mapToObj(axis -> dilation.get(axis) * (size.get(axis) - 1) + 1)
                            .toList();
            var border = Border.around(x, padding, reach, stride);
            return new Contract.Geometry(
                    ints(stride), border.low(), border.high(), ints(dilation), groups);
        }

        private static Ints ints(List<Integer> numbers) {
            return Ints.of(numbers.stream().mapToInt(n -> n).toArray());
        }

        @Override
        public String toString() {
            var square = size.stream().distinct().count() == 1;
            return Call.of("conv" + size.size() + "d")
                    .with(filters)
                    .with(square ? size.getFirst() : size)
                    .with(activation, Activation.LINEAR)
                    .then(
                            stride.stream().anyMatch(n -> n != 1),
                            "stride(" + stride.getFirst() + ")")
                    .then(padding == Padding.SAME, "padding(SAME)")
                    .then(
                            dilation.stream().anyMatch(n -> n != 1),
                            "dilation(" + dilation.getFirst() + ")")
                    .then(groups > 1, "groups(" + groups + ")")
                    .then(!bias, "withoutBias()")
                    .toString();
        }
    }
}
