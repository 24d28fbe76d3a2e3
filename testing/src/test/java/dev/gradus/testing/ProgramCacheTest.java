package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.ProgramStatistics;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// What has been compiled once is found again, and the store of programs is bounded.
class ProgramCacheTest {
    @Test
    void batchesCutFromOneTensorShareAProgram() {
        var data = Tensor.arange(40).cast(DType.FLOAT32).reshape(10, 4).realize();
        var weight = Parameter.of(Tensor.ones(4));
        var first = data.slice(0, 2).mul(weight).sum();
        Step.run(List.of(first), Map.of(weight, weight.mul(2)), 0);
        var before = ProgramStatistics.now();
        for (var from = 2; from < 10; from += 2) {
            var loss = data.slice(from, from + 2).mul(weight).sum();
            Step.run(List.of(loss), Map.of(weight, weight.mul(2)), from);
            assertThat(loss.item()).isEqualTo(weight.toFloats()[0] / 2 * (28 + 32.0 * from));
        }
        assertThat(ProgramStatistics.now().misses()).isEqualTo(before.misses());
    }

    @Test
    void theSameStructureIsCompiledOnce() {
        expression(3, 7).realize();
        var before = ProgramStatistics.now();
        expression(3, 8).realize();
        var after = ProgramStatistics.now();
        assertThat(after.misses()).isEqualTo(before.misses());
        assertThat(after.hits()).isEqualTo(before.hits() + 1);
    }

    @Test
    void anotherShapeIsAnotherProgram() {
        expression(3, 7).realize();
        var before = ProgramStatistics.now();
        expression(4_321, 7).realize();
        assertThat(ProgramStatistics.now().misses()).isEqualTo(before.misses() + 1);
    }

    @Test
    void aLearningRateThatChangesDoesNotRecompile() {
        var weight = Parameter.of(Tensor.of(1, 2, 3));
        var misses = 0L;
        for (var step = 0; step < 20; step++) {
            // not one of the few numbers that are simplified away
            var rate = 0.3 / (1 + step);
            var gradient = Gradients.of(weight.square().sum(), weight);
            Step.run(List.of(), Map.of(weight, weight.sub(gradient.mul(rate))), step);
            misses = step == 0 ? ProgramStatistics.now().misses() : misses;
        }
        assertThat(ProgramStatistics.now().misses()).isEqualTo(misses);
    }

    @Test
    void aNewBatchAndANewSeedDoNotRecompile() {
        noise(1);
        var before = ProgramStatistics.now();
        assertThat(noise(2)).isNotEqualTo(noise(3));
        assertThat(ProgramStatistics.now().misses()).isEqualTo(before.misses());
    }

    @Test
    void theStoreIsBounded() {
        var before = ProgramStatistics.now();
        var structures = before.bound() + 50;
        for (var size = 0; size < structures; size++) {
            expression(10_000 + size, 1).realize();
        }
        var after = ProgramStatistics.now();
        assertThat(after.size()).isEqualTo(after.bound()).isEqualTo(256);
        assertThat(after.misses()).isEqualTo(before.misses() + structures);
        assertThat(after.evictions() - before.evictions()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void theProgramUsedLongestAgoGivesWay() {
        expression(3, 7).realize();
        for (var size = 0; size < 300; size++) {
            expression(20_000 + size, 1).realize();
            expression(3, size).realize();
        }
        var before = ProgramStatistics.now();
        expression(3, 9).realize();
        assertThat(ProgramStatistics.now().misses()).isEqualTo(before.misses());
    }

    @Test
    void severalTensorsAreComputedInOneProgram() {
        var x = Tensor.random(16).seed(1);
        var shared = x.exp();
        var sum = shared.sum();
        var largest = shared.max();
        var before = ProgramStatistics.now();
        Tensor.realize(sum, largest);
        var after = ProgramStatistics.now();
        assertThat(after.hits() + after.misses()).isEqualTo(before.hits() + before.misses() + 1);
        assertThat(sum.isComputed()).isTrue();
        assertThat(largest.isComputed()).isTrue();
        var expected = x.exp().toDoubles();
        assertThat(largest.item()).isEqualTo(java.util.Arrays.stream(expected).max().orElseThrow());
    }

    @Test
    void whatHasBeenComputedIsNotComputedAgain() {
        var x = expression(5, 2);
        x.realize();
        var before = ProgramStatistics.now();
        x.realize();
        x.toFloats();
        assertThat(ProgramStatistics.now()).isEqualTo(before);
    }

    @Test
    void eightThreadsMayRunOneProgramAtATime() throws Exception {
        inEightThreads(ProgramCacheTest::network);
    }

    @Test
    void eightThreadsMayRunTheSameConvolutionsAndTheirGradientsAtATime() throws Exception {
        inEightThreads(ProgramCacheTest::convolutions);
    }

    @Test
    void eightThreadsMayRunTheSameProductAtATime() throws Exception {
        inEightThreads(ProgramCacheTest::product);
    }

    /// Runs one program on 64 different inputs, eight at a time, and again one after another.
    private static void inEightThreads(IntFunction<Tensor> network) throws Exception {
        var tasks = new ArrayList<Callable<float[]>>();
        for (var task = 0; task < 64; task++) {
            var start = task;
            tasks.add(() -> network.apply(start).toFloats());
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var results = threads.invokeAll(tasks);
            for (var task = 0; task < tasks.size(); task++) {
                assertThat(results.get(task).get())
                        .as("task %d", task)
                        .isEqualTo(network.apply(task).toFloats());
            }
        }
    }

    private static Tensor expression(int size, double first) {
        return Tensor.of(new double[] {first}, 1).expand(size).exp().sum();
    }

    /// Several kernels with buffers between them, which two threads must not share.
    private static Tensor network(int start) {
        var x = Tensor.random(64, 32).seed(start);
        var w = Tensor.random(32, 48).seed(5);
        var hidden = x.matmul(w).softmax(-1);
        return hidden.matmul(hidden.transpose()).sum(0).sort(0);
    }

    /// Convolutions by way of tiles and directly, in both directions, with weights that differ.
    private static Tensor convolutions(int start) {
        var x = Tensor.random(4, 16, 16, 16).seed(start);
        var w = Tensor.random(3, 3, 16, 16).seed(start + 100);
        var v = Tensor.random(2, 2, 16, 8).seed(start + 200);
        var plain = Geometries.plain(2);
        var loss = x.convolve(w, plain).relu().convolve(v, plain).square().mean();
        var gradients = Gradients.of(loss, List.of(x, w, v));
        return Tensor.concatenate(
                0, gradients.stream().map(Tensor::flatten).toArray(Tensor[]::new));
    }

    /// A product large enough to be shared out, with something to do behind it.
    private static Tensor product(int start) {
        var x = Tensor.random(256, 128).seed(start);
        return x.matmul(Tensor.random(128, 192).seed(start + 100)).add(1).relu();
    }

    private static float[] noise(long seed) {
        return Randomness.with(seed, () -> Tensor.random(9).add(Tensor.random(9))).toFloats();
    }
}
