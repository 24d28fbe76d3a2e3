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
import dev.gradus.tensor.op.Contract;
import java.util.List;
import java.util.Optional;

/// Spreads each number over a small window of a larger picture, and so draws patterns where a
/// [Convolution] finds them (Zeiler, Krishnan, Taylor and Fergus 2010). It is the gradient of a
/// convolution with respect to its input, hence the name.
///
/// - input: `[batch, spatial..., channels]`
/// - output: `[batch, larger..., filters]`
///
/// With `reach = dilation (size - 1) + 1`, an axis of `n` becomes `n × stride + max(reach - stride,
/// 0)` without padding, as far as the windows reach, and `n × stride` with it: the sizes of which a
/// convolution of the same numbers makes `n`.
///
/// @param spec what it was built from
/// @param weight `[size..., filters / groups, channels]`
/// @param bias `[filters]`, or nothing
public record TransposedConvolution(Spec spec, Parameter weight, Optional<Parameter> bias)
        implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        var sliding = spec.sliding();
        sliding.checkAxes(spec, x.shape(), 1);
        if (x.size(-1) != weight.size(-1)) {
            throw new ShapeException(
                    "%s was built for %d channels but receives %d (input %s)."
                            .formatted(spec, weight.size(-1), x.size(-1), x.shape()));
        }
        var larger = sliding.spread(spec, x.shape().with(-1, spec.filters));
        var spread = new Contract.ConvolveInput(sliding.geometry(larger, spec.groups), larger);
        var y = Tensor.record(spread, x, weight.cast(x.type()));
        return spec.activation.apply(bias.isPresent() ? y.add(bias.get()) : y);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A transposed convolution before the number of its channels is known.
    ///
    /// @param filters how many channels it makes
    /// @param size the size of the window along each spatial axis
    /// @param stride how far apart the windows of neighbours lie
    /// @param padding whether all that the windows reach is kept, or `stride` numbers for each of
    ///     the input
    /// @param dilation the distance between the numbers a window reaches; 1 for neighbours
    /// @param groups into how many groups channels and filters are parted, each group of filters
    ///     seeing only its own channels
    /// @param activation what is applied to the result
    /// @param bias whether a number of its own is added to each filter
    /// @param initializer where the weights begin, given the shape of a [Convolution]'s
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
            sliding.check("convTranspose");
            Require.positive(sliding.name("convTranspose"), "filters", filters);
            Require.positive(sliding.name("convTranspose"), "groups", groups);
            if (padding == Padding.CAUSAL) {
                throw new IllegalArgumentException(
                        "%s spreads each number over what comes after it and cannot be CAUSAL: use VALID and cut off the end with crop(0).after(...)"
                                .formatted(sliding.name("convTranspose")));
            }
            if (filters % groups != 0) {
                throw new IllegalArgumentException(
                        "a transposed convolution of %d filters was to be parted into %d groups: the groups must divide the filters"
                                .formatted(filters, groups));
            }
        }

        /// Returns the usual spec: windows of neighbours lie 1 apart and nothing is cut off, with a
        /// bias, and weights that begin as the activation needs it.
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
            return with(new Sliding(sliding().each(sizes), stride, padding, dilation), groups);
        }

        /// Returns this spec with windows of neighbours that lie `steps` apart, which makes the
        /// result so many times as large: one number for each axis, or one for all.
        public Spec stride(int... steps) {
            return with(new Sliding(size, sliding().each(steps), padding, dilation), groups);
        }

        /// Returns this spec with another treatment of the edge.
        public Spec padding(Padding edge) {
            return with(new Sliding(size, stride, edge, dilation), groups);
        }

        /// Returns this spec with windows that reach only every second number, every third and so
        /// on: one number for each axis, or one for all.
        public Spec dilation(int... distances) {
            return with(new Sliding(size, stride, padding, sliding().each(distances)), groups);
        }

        /// Returns this spec with channels and filters parted into `count` groups.
        public Spec groups(int count) {
            return with(sliding(), count);
        }

        private Spec with(Sliding other, int parts) {
            return new Spec(
                    filters,
                    other.size(),
                    other.stride(),
                    other.padding(),
                    other.dilation(),
                    parts,
                    activation,
                    bias,
                    initializer);
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
        public TransposedConvolution build(Shape input, Seed seed) {
            sliding().checkAxes(this, input, 0);
            var channels = input.size(-1);
            if (channels % groups != 0) {
                throw new ShapeException(
                        "%s receives %d channels (input %s): the %d groups must divide them"
                                .formatted(this, channels, input, groups));
            }
            return new TransposedConvolution(
                    this,
                    Parameter.of(weight(channels, seed.child("weight"))),
                    bias ? Optional.of(Parameter.of(Tensor.zeros(filters))) : Optional.empty());
        }

        /// Initializers look at how many numbers come into a unit: they see the weight from its
        /// side, and it is turned round after.
        private Tensor weight(int channels, Seed seed) {
            var window = Shape.of(PerAxis.array(size));
            var positions = window.count();
            var seen = window.append(Shape.of(channels / groups, filters));
            return initializer
                    .tensor(seen, seed)
                    .reshape(positions, channels / groups, groups, filters / groups)
                    .permute(0, 3, 2, 1)
                    .reshape(window.append(Shape.of(filters / groups, channels)));
        }

        private Sliding sliding() {
            return new Sliding(size, stride, padding, dilation);
        }

        @Override
        public String toString() {
            return sliding()
                    .begin(Call.of(sliding().name("convTranspose")).with(filters), activation)
                    .then(groups > 1, "groups(" + groups + ")")
                    .then(!bias, "withoutBias()")
                    .toString();
        }
    }
}
