package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Device;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.CounterRandom;
import dev.gradus.tensor.graph.Evaluation;
import java.util.List;

/// What rows give that PyTorch cannot be asked about, in plain loops.
final class PlainDefinitions {
    private static final double TOLERANCE = 1e-6;

    private PlainDefinitions() {}

    /// Fails unless the interpreter gives for `row` what its loop here gives.
    static void check(OpCase row) {
        var trial = Trial.of(row, Variant.ODD, DType.FLOAT32);
        var x = Trial.numbers(row, Variant.ODD, DType.FLOAT32).getFirst();
        var result = Evaluation.compute(List.of(trial.result()), Device.INTERPRETER, true);
        Closeness.assertClose(
                trial.name(),
                result.getFirst(),
                new Buffer.Doubles(expected(row, x, trial)),
                TOLERANCE);
    }

    private static double[] expected(OpCase row, double[] x, Trial trial) {
        var y = new double[x.length];
        for (var i = 0; i < x.length; i++) {
            y[i] =
                    switch (row) {
                        case RANDOM -> CounterRandom.uniformFloat(42, 0, i) + x[i];
                        case RANDOM_NORMAL -> {
                            var keys = keys(trial);
                            double u = CounterRandom.uniformFloat(keys.getFirst(), 0, i);
                            double v = CounterRandom.uniformFloat(keys.getLast(), 0, i);
                            yield Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v)
                                    + x[i];
                        }
                        case RANDOM_PER_STEP ->
                                CounterRandom.uniformFloat(0, 1, i) < 0.5 ? x[i] : 2 * x[i];
                        default ->
                                throw new AssertionError(
                                        row + " has neither golden values nor a plain definition");
                    };
        }
        return y;
    }

    /// The keys of the random numbers behind a trial, in the order in which they were made.
    private static List<Long> keys(Trial trial) {
        var keys =
                Effort.behind(List.of(trial.result())).stream()
                        .filter(tensor -> tensor.type() == DType.INT64)
                        .map(key -> key.toLongs()[0])
                        .toList();
        assertThat(keys).hasSize(2);
        return keys.reversed();
    }
}
