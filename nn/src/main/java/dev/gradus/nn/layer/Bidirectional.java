package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// Reads a sequence from both ends with two recurrent layers, so that what is said of a step knows
/// both what came before and what comes after it (Schuster and Paliwal 1997).
///
/// - input: `[batch, time, features]`
/// - output: `[batch, 2 width]`, what each says after the last step it reads; with `sequences()`
///   `[batch, time, 2 width]`; `width` instead of `2 width` if the two are added up
///
/// Sequences of other lengths, and steps of zeros, are treated as [Recurrent] treats them; the
/// backward layer begins at the last step that counts.
///
/// @param spec what it was built from
/// @param forward reads from the first step to the last
/// @param backward reads from the last step to the first
public record Bidirectional(Spec spec, Recurrent forward, Recurrent backward)
        implements BuiltLayer {
    /// How the outputs of both directions become one.
    public enum Join {
        /// Side by side, forward first.
        CONCATENATE,
        /// Added up.
        SUM,
        /// Their mean.
        MEAN
    }

    @Override
    public Tensor apply(Tensor x) {
        return join(forward.apply(x), backward.apply(x));
    }

    /// Returns the output for sequences of these lengths.
    ///
    /// @param lengths whole numbers `[batch]`
    public Tensor apply(Tensor x, Tensor lengths) {
        return join(forward.apply(x, lengths), backward.apply(x, lengths));
    }

    private Tensor join(Tensor there, Tensor back) {
        return switch (spec.join) {
            case CONCATENATE -> Tensor.concatenate(-1, there, back);
            case SUM -> there.add(back);
            case MEAN -> there.add(back).mul(0.5);
        };
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A recurrent layer of both directions before the number of its features is known.
    ///
    /// @param layer what reads in each direction
    /// @param join how the outputs become one
    public record Spec(Recurrent.Spec layer, Join join) implements LayerSpec {
        /// Checks that the layer leaves the direction open.
        public Spec {
            if (layer.backward()) {
                throw new IllegalArgumentException(
                        "bidirectional was given %s: it reverses one of the two itself, so leave reversed() out"
                                .formatted(layer));
            }
        }

        /// Returns this spec with outputs that are added up.
        public Spec sum() {
            return new Spec(layer, Join.SUM);
        }

        /// Returns this spec with the mean of both outputs.
        public Spec mean() {
            return new Spec(layer, Join.MEAN);
        }

        @Override
        public Bidirectional build(Shape input, Seed seed) {
            return new Bidirectional(
                    this,
                    layer.build(input, seed.child("forward")),
                    layer.reversed().build(input, seed.child("backward")));
        }

        @Override
        public String toString() {
            return Call.of("bidirectional")
                    .with(layer)
                    .then(join == Join.SUM, "sum()")
                    .then(join == Join.MEAN, "mean()")
                    .toString();
        }
    }
}
