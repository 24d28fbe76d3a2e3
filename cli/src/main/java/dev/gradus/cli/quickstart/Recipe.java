package dev.gradus.cli.quickstart;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.maxPool;

import dev.gradus.nn.Optimizers;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.optimizer.OptimizerSpec;

/// A network that learns garments well on a laptop, with the settings it learns well with.
public enum Recipe {
    /// Layers in which every number has a part in every other.
    MLP("a multilayer perceptron") {
        @Override
        public Sequential.Spec network() {
            return Sequential.of(
                    flatten(),
                    dense(256, RELU),
                    dropout(0.3),
                    dense(128, RELU),
                    dropout(0.2),
                    dense(100, RELU),
                    dense(10));
        }

        @Override
        public int epochs() {
            return 20;
        }
    },

    /// Small windows that look for the same pattern everywhere.
    CNN("a network of two convolutions") {
        @Override
        public Sequential.Spec network() {
            return Sequential.of(
                    conv2d(24, 3, RELU),
                    maxPool(2),
                    conv2d(48, 3, RELU),
                    maxPool(2),
                    dropout(0.3),
                    flatten(),
                    dense(64, RELU),
                    dropout(0.3),
                    dense(10));
        }

        @Override
        public int epochs() {
            return 12;
        }
    };

    private final String description;

    Recipe(String description) {
        this.description = description;
    }

    /// Returns the network.
    public abstract Sequential.Spec network();

    /// Returns how often it should see the training examples.
    public abstract int epochs();

    /// Returns how its weights are changed.
    public OptimizerSpec optimizer() {
        return Optimizers.adam(learningRate());
    }

    /// Returns how far a step goes.
    public double learningRate() {
        return 1e-3;
    }

    /// Returns how many examples it sees at once.
    public int batch() {
        return 64;
    }

    /// Returns what it is.
    public String description() {
        return description;
    }
}
