package dev.gradus.testing;

import dev.gradus.tensor.Device;
import dev.gradus.tensor.graph.Evaluation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random expressions give on every backend what the interpreter defines, and the same bits fused
/// and unfused.
class RandomExpressionTest {
    private static final int EACH = 50;

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 100, 150, 200, 250})
    void fusedUnfusedAndInterpretedAgree(int first) {
        for (var seed = first; seed < first + EACH; seed++) {
            compare(seed);
        }
    }

    private static void compare(int seed) {
        var results = RandomExpression.results(seed);
        var interpreted = Evaluation.compute(results, Device.INTERPRETER, true);
        var exact = Evaluation.computeExactly(results);
        for (var device : Devices.allThatRunKernels()) {
            var fused = Evaluation.compute(results, device, true);
            var separate = Evaluation.compute(results, device, false);
            for (var i = 0; i < results.size(); i++) {
                var name = "expression %d, result %d on %s".formatted(seed, i, device);
                Closeness.assertAsGood(
                        name,
                        fused.get(i),
                        interpreted.get(i),
                        exact.get(i),
                        Effort.of(List.of(results.get(i))),
                        1);
                Closeness.assertSame(name + ", fused", fused.get(i), separate.get(i));
            }
        }
    }
}
