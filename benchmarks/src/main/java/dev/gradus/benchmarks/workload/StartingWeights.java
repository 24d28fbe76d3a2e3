package dev.gradus.benchmarks.workload;

import dev.gradus.benchmarks.workload.Network.Architecture;
import dev.gradus.benchmarks.workload.Network.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Draws the weights that every contender starts from: uniform in ±sqrt(3 / fan-in), biases and shifts
/// zero, scales one.
final class StartingWeights {
    private final List<Weight> weights = new ArrayList<>();

    private StartingWeights() {}

    static List<Weight> of(Architecture architecture) {
        var drawn = new StartingWeights();
        switch (architecture) {
            case SMALL_PERCEPTRON -> drawn.dense("hidden", 784, 128).dense("output", 128, 10);
            case WIDE_PERCEPTRON ->
                    drawn.dense("first", 784, 512)
                            .dense("second", 512, 512)
                            .dense("output", 512, 10);
            case CONVOLUTIONAL ->
                    drawn.convolution("first", 1, 32)
                            .constant("first.bias", 0, 32)
                            .convolution("second", 32, 64)
                            .constant("second.bias", 0, 64)
                            .dense("hidden", 12 * 12 * 64, 128)
                            .dense("output", 128, 10);
            case RESIDUAL -> drawn.residual();
            case RECURRENT ->
                    drawn.uniform("embedding", 1, 96, 64)
                            .uniform("lstm.input", 64, 64, 1024)
                            .uniform("lstm.state", 256, 256, 1024)
                            .constant("lstm.bias", 0, 1024)
                            .dense("output", 256, 96);
            case TRANSFORMER -> drawn.transformer();
            case TABLE ->
                    drawn.dense("first", 30, 64).dense("second", 64, 32).dense("output", 32, 1);
        }
        return List.copyOf(drawn.weights);
    }

    private void residual() {
        convolution("stem", 3, 16).norm("stem", 16);
        var channels = 16;
        for (var stage = 0; stage < 3; stage++) {
            for (var block = 0; block < 3; block++) {
                var wider = 16 << stage;
                var name = "stage%d.block%d.".formatted(stage, block);
                convolution(name + "first", channels, wider).norm(name + "first", wider);
                convolution(name + "second", wider, wider).norm(name + "second", wider);
                channels = wider;
            }
        }
        dense("output", 64, 10);
    }

    private void transformer() {
        uniform("token", 300, 96, 128).uniform("position", 300, 64, 128);
        for (var block = 0; block < 4; block++) {
            var name = "block%d.".formatted(block);
            norm(name + "attention", 128).dense(name + "query-key-value", 128, 384);
            dense(name + "projection", 128, 128);
            norm(name + "mlp", 128).dense(name + "expand", 128, 512);
            dense(name + "contract", 512, 128);
        }
        norm("last", 128).dense("output", 128, 96);
    }

    private StartingWeights dense(String name, int inputs, int outputs) {
        return uniform(name, inputs, inputs, outputs).constant(name + ".bias", 0, outputs);
    }

    private StartingWeights convolution(String name, int inputs, int outputs) {
        return uniform(name, 9 * inputs, 3, 3, inputs, outputs);
    }

    private StartingWeights norm(String name, int channels) {
        return constant(name + ".scale", 1, channels).constant(name + ".shift", 0, channels);
    }

    private StartingWeights uniform(String name, int fanIn, int... shape) {
        var count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        var values = Numbers.uniform(weights.size() + 1, count, (float) Math.sqrt(3.0 / fanIn));
        weights.add(new Weight(name, shape, values));
        return this;
    }

    private StartingWeights constant(String name, float value, int count) {
        var values = new float[count];
        Arrays.fill(values, value);
        weights.add(new Weight(name, new int[] {count}, values));
        return this;
    }
}
