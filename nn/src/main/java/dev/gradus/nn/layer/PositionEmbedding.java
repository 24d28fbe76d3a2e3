package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.Normal;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Tells layers that do not know order where a step stands, with a learned vector for each place:
/// `y[t] = x[t] + weight[t]` (Gehring, Auli, Grangier, Yarats and Dauphin 2017).
///
/// - input and output: `[batch, time, features]`, with `time` up to `length`
///
/// @param spec what it was built from
/// @param weight `[length, features]`
public record PositionEmbedding(Spec spec, Parameter weight) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() != 3 || x.size(1) > spec.length || x.size(2) != weight.size(1)) {
            throw new ShapeException(
                    "%s was built for [batch, time, %d] with at most %d steps but receives (input %s)."
                            .formatted(spec, weight.size(1), spec.length, x.shape()));
        }
        return x.add(weight.slice(0, x.size(1)));
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// Vectors for places before the number of features is known.
    ///
    /// @param length how many places there are at most
    /// @param initializer where the vectors begin
    public record Spec(int length, Initializer initializer) implements LayerSpec {
        /// Checks the size.
        public Spec {
            Require.positive("positionEmbedding", "length", length);
        }

        /// Returns the usual spec, whose vectors begin near 0.
        public static Spec of(int length) {
            return new Spec(length, new Normal(0.02));
        }

        /// Returns this spec with vectors that begin elsewhere.
        public Spec initializer(Initializer start) {
            return new Spec(length, start);
        }

        @Override
        public PositionEmbedding build(Shape input, Seed seed) {
            if (input.rank() != 2) {
                throw new ShapeException(
                        "%s needs examples [time, features] but was given %s"
                                .formatted(this, input));
            }
            var weight = Shape.of(length, input.size(1));
            return new PositionEmbedding(
                    this, Parameter.of(initializer.tensor(weight, seed.child("weight"))));
        }

        @Override
        public String toString() {
            return "positionEmbedding(" + length + ")";
        }
    }
}
