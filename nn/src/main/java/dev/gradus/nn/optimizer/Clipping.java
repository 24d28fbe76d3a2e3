package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// A limit on gradients, so that one bad batch cannot throw the weights far away.
public sealed interface Clipping {
    /// No limit.
    Clipping NONE = new None();

    /// Returns the gradients within the limit.
    List<Tensor> apply(List<Tensor> gradients);

    /// Leaves gradients as they are.
    record None() implements Clipping {
        @Override
        public List<Tensor> apply(List<Tensor> gradients) {
            return gradients;
        }

        @Override
        public String toString() {
            return "no limit";
        }
    }

    /// Shrinks all gradients together when they are longer than `most`, taken as one vector; their
    /// direction stays (Pascanu, Mikolov and Bengio 2013).
    ///
    /// @param most the greatest length
    record ByNorm(double most) implements Clipping {
        /// Checks the length.
        public ByNorm {
            Require.above("clipNorm", most, 0);
        }

        @Override
        public List<Tensor> apply(List<Tensor> gradients) {
            var length =
                    gradients.stream()
                            .map(gradient -> gradient.square().sum())
                            .reduce(Tensor::add)
                            .orElseThrow()
                            .sqrt();
            var factor = length.add(1e-6).reciprocal().mul(most).minimum(1);
            return gradients.stream()
                    .map(gradient -> gradient.mul(factor.cast(gradient.type())))
                    .toList();
        }

        @Override
        public String toString() {
            return "clipNorm(" + most + ")";
        }
    }

    /// Limits each number of a gradient to between `-most` and `most`.
    ///
    /// @param most the greatest number
    record ByValue(double most) implements Clipping {
        /// Checks the number.
        public ByValue {
            Require.above("clipValue", most, 0);
        }

        @Override
        public List<Tensor> apply(List<Tensor> gradients) {
            return gradients.stream().map(gradient -> gradient.clamp(-most, most)).toList();
        }

        @Override
        public String toString() {
            return "clipValue(" + most + ")";
        }
    }

    /// Applies one limit after the other.
    ///
    /// @param first the one to begin with
    /// @param second the one that sees what the first left
    record InTurn(Clipping first, Clipping second) implements Clipping {
        @Override
        public List<Tensor> apply(List<Tensor> gradients) {
            return second.apply(first.apply(gradients));
        }

        @Override
        public String toString() {
            return first + "." + second;
        }
    }
}
