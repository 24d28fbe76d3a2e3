package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;

/// How weights are averaged over the steps of a training, which evens out how they wander: see
/// [Optimizer#average].
public sealed interface Averaging {
    /// Returns how much the weights after step number `step`, counted from 1, count: the average
    /// moves that part of the way to them.
    double weight(long step);

    /// Follows the weights slowly: `average = decay × average + (1 - decay) × w`, beginning with
    /// the weights after the first step (Polyak and Juditsky 1992).
    ///
    /// @param decay how slowly, at least 0 and below 1
    record Exponential(double decay) implements Averaging {
        /// Checks the decay.
        public Exponential {
            Require.share("ema's decay", decay);
        }

        @Override
        public double weight(long step) {
            return step == 1 ? 1 : 1 - decay;
        }

        @Override
        public String toString() {
            return "ema(" + decay + ")";
        }
    }

    /// Takes the plain mean of the weights at regular intervals towards the end of a training
    /// (stochastic weight averaging: Izmailov and others 2018).
    ///
    /// @param after how many steps do not count
    /// @param every after how many steps weights count again
    record Mean(long after, long every) implements Averaging {
        /// Checks the numbers.
        public Mean {
            Require.notNegative("swa's steps that do not count", after);
            Require.positive("swa's interval", every);
        }

        /// Returns this average without the weights of the first `steps` steps.
        public Mean after(long steps) {
            return new Mean(steps, every);
        }

        /// Returns this average of the weights after each `steps` steps.
        public Mean every(long steps) {
            return new Mean(after, steps);
        }

        @Override
        public double weight(long step) {
            if (step <= after) {
                return 1;
            }
            var counted = step - after;
            return counted % every == 0 ? 1.0 / (counted / every) : 0;
        }

        @Override
        public String toString() {
            return Call.of("swa")
                    .then(after > 0, "after(" + after + ")")
                    .then(every > 1, "every(" + every + ")")
                    .toString();
        }
    }
}
