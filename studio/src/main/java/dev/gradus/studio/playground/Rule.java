package dev.gradus.studio.playground;

import dev.gradus.nn.Optimizers;
import dev.gradus.nn.optimizer.OptimizerSpec;

/// The optimizer.
enum Rule {
    SGD("sgd(%s)"),
    MOMENTUM("sgd(%s).momentum(0.9)"),
    NESTEROV("sgd(%s).momentum(0.9).nesterov()"),
    RMSPROP("rmsProp(%s)"),
    ADAGRAD("adagrad(%s)"),
    ADAM("adam(%s)");

    private final String program;

    Rule(String program) {
        this.program = program;
    }

    OptimizerSpec at(double rate) {
        return switch (this) {
            case SGD -> Optimizers.sgd(rate);
            case MOMENTUM -> Optimizers.sgd(rate).momentum(0.9);
            case NESTEROV -> Optimizers.sgd(rate).momentum(0.9).nesterov();
            case RMSPROP -> Optimizers.rmsProp(rate);
            case ADAGRAD -> Optimizers.adagrad(rate);
            case ADAM -> Optimizers.adam(rate);
        };
    }

    /// Returns how it is written in a program.
    String program(double rate) {
        return program.formatted(rate);
    }
}
