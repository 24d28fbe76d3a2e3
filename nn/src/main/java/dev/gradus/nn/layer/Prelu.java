package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Lets a share of what is below 0 through, and learns how much for each channel: `x` above 0,
/// `weight × x` below (He, Zhang, Ren and Sun 2015).
///
/// - input and output: `[batch, ..., channels]`
///
/// @param spec what it was built from
/// @param weight the slope below 0, `[channels]`
public record Prelu(Spec spec, Parameter weight) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() == 0 || x.size(-1) != weight.count()) {
            throw new ShapeException(
                    "%s was built for %d channels but receives %s (input %s)."
                            .formatted(
                                    spec,
                                    weight.count(),
                                    x.rank() == 0 ? "a single number" : x.size(-1),
                                    x.shape()));
        }
        return x.greater(0).where(x, x.mul(weight));
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A learned rectifier before the number of its channels is known.
    ///
    /// @param slope where the slopes begin
    public record Spec(double slope) implements LayerSpec {
        /// The usual spec: slopes begin at a quarter.
        public static final Spec USUAL = new Spec(0.25);

        /// Returns this spec with slopes that begin elsewhere.
        public Spec slope(double start) {
            return new Spec(start);
        }

        @Override
        public Prelu build(Shape input, Seed seed) {
            if (input.rank() == 0) {
                throw new ShapeException(
                        "%s needs an axis of channels but an example is a single number (input %s): use reshape(1) before it"
                                .formatted(this, input));
            }
            return new Prelu(this, Parameter.of(Tensor.full(slope, input.size(-1))));
        }

        @Override
        public String toString() {
            return Call.of("prelu").then(slope != USUAL.slope, "slope(" + slope + ")").toString();
        }
    }
}
