package dev.gradus.benchmarks.contender;

import dev.gradus.benchmarks.workload.Contender.Task;
import dev.gradus.benchmarks.workload.Limit;
import dev.gradus.jvm.Workers;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Does nothing but reach a [Limit], in each of Gradus' threads at once.
///
/// A step takes a millisecond or more, so that handing it to the threads is not seen. Its result is how many
/// operations or bytes it was. Memory lies outside the heap, where it starts at the border of a cache line: an
/// array starts where it happens to, and reads of 64 bytes over two lines are half as fast in the first cache.
final class Roof implements Task {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /// Adds wait for the one before, four cycles or so, and two or more can start in a cycle.
    private static final int CHAINS = 14;

    private static final int ROUNDS = 1 << 12;
    private static final int WIDTH = SPECIES.vectorByteSize();
    private static final int CACHE_LINE = 64;

    private final List<Load> loads = new ArrayList<>();
    private final ExecutorService others;

    /// What one thread does in a step.
    private interface Load {
        /// Returns a number that depends on all the work, so that none of it can be left out.
        float run();

        /// Returns how many operations or bytes that was.
        long amount();
    }

    private Roof(Limit limit, int threads) {
        for (var i = 0; i < threads; i++) {
            loads.add(
                    switch (limit.kind()) {
                        case FMA -> new MultiplyAdds();
                        case READ -> new Reads(limit.bytes());
                        case ADD -> new Adds(limit.bytes());
                    });
        }
        others =
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("roof-", 1).factory());
    }

    static Optional<Task> probe(String name) {
        return Limit.ALL.stream()
                .filter(limit -> limit.name().equals(name))
                .findFirst()
                .map(limit -> new Roof(limit, threads()));
    }

    /// As many threads as Gradus works with.
    private static int threads() {
        return Integer.getInteger(Workers.PROPERTY, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public void step() {
        var futures =
                loads.stream()
                        .skip(1)
                        .map(load -> CompletableFuture.supplyAsync(load::run, others))
                        .toList();
        var sum = loads.getFirst().run();
        for (var future : futures) {
            sum += future.join();
        }
        if (Float.isNaN(sum)) {
            // Asking is what keeps the compiler from leaving the work out.
            throw new IllegalStateException("sums of finite numbers are not a number");
        }
    }

    @Override
    public double result() {
        return loads.stream().mapToLong(Load::amount).sum();
    }

    private static final class MultiplyAdds implements Load {
        private static final int CALLS = 128;

        @Override
        public float run() {
            var sum = 0f;
            for (var i = 0; i < CALLS; i++) {
                sum += multiplyAdds(ROUNDS);
            }
            return sum;
        }

        @Override
        public long amount() {
            return 2L * CALLS * ROUNDS * CHAINS * SPECIES.length();
        }
    }

    /// All chains add the same square, so that one register serves as both factors.
    private static float multiplyAdds(int rounds) {
        var x = FloatVector.broadcast(SPECIES, 1e-3f);
        var a = x;
        var b = x;
        var c = x;
        var d = x;
        var e = x;
        var f = x;
        var g = x;
        var h = x;
        var i = x;
        var j = x;
        var k = x;
        var l = x;
        var m = x;
        var n = x;
        for (var round = 0; round < rounds; round++) {
            a = x.fma(x, a);
            b = x.fma(x, b);
            c = x.fma(x, c);
            d = x.fma(x, d);
            e = x.fma(x, e);
            f = x.fma(x, f);
            g = x.fma(x, g);
            h = x.fma(x, h);
            i = x.fma(x, i);
            j = x.fma(x, j);
            k = x.fma(x, k);
            l = x.fma(x, l);
            m = x.fma(x, m);
            n = x.fma(x, n);
        }
        // Each add by itself: a list of them would put every vector on the heap.
        var left = a.add(b).add(c.add(d)).add(e.add(f).add(g));
        var right = h.add(i).add(j.add(k)).add(l.add(m).add(n));
        return left.add(right).lane(0);
    }

    private static final class Reads implements Load {
        private final MemorySegment numbers;
        private final int passes;

        Reads(int bytes) {
            numbers = memory(bytes);
            passes = passes(bytes);
        }

        @Override
        public float run() {
            return sum(numbers, passes);
        }

        @Override
        public long amount() {
            return passes * numbers.byteSize();
        }
    }

    /// All passes in one call: adding the sums up at the end takes as long as a pass through the first cache.
    private static float sum(MemorySegment numbers, int passes) {
        var a = FloatVector.zero(SPECIES);
        var b = a;
        var c = a;
        var d = a;
        var e = a;
        var f = a;
        var g = a;
        var h = a;
        for (var pass = 0; pass < passes; pass++) {
            for (var i = 0L; i < numbers.byteSize(); i += 8 * WIDTH) {
                a = a.add(vector(numbers, i));
                b = b.add(vector(numbers, i + WIDTH));
                c = c.add(vector(numbers, i + 2 * WIDTH));
                d = d.add(vector(numbers, i + 3 * WIDTH));
                e = e.add(vector(numbers, i + 4 * WIDTH));
                f = f.add(vector(numbers, i + 5 * WIDTH));
                g = g.add(vector(numbers, i + 6 * WIDTH));
                h = h.add(vector(numbers, i + 7 * WIDTH));
            }
        }
        return a.add(b).add(c.add(d)).add(e.add(f).add(g.add(h))).lane(0);
    }

    private static final class Adds implements Load {
        private final MemorySegment left;
        private final MemorySegment right;
        private final MemorySegment result;
        private final int passes;

        /// The three together take so many bytes.
        Adds(int bytes) {
            var each = bytes / 3 / WIDTH * WIDTH;
            left = memory(each);
            right = memory(each);
            result = memory(each);
            passes = passes(bytes);
        }

        @Override
        public float run() {
            for (var i = 0; i < passes; i++) {
                add(left, right, result);
            }
            return result.get(ValueLayout.JAVA_FLOAT, 0);
        }

        @Override
        public long amount() {
            return 3 * passes * left.byteSize();
        }
    }

    private static void add(MemorySegment left, MemorySegment right, MemorySegment result) {
        for (var i = 0L; i < result.byteSize(); i += WIDTH) {
            vector(left, i)
                    .add(vector(right, i))
                    .intoMemorySegment(result, i, ByteOrder.nativeOrder());
        }
    }

    private static FloatVector vector(MemorySegment numbers, long place) {
        return FloatVector.fromMemorySegment(SPECIES, numbers, place, ByteOrder.nativeOrder());
    }

    private static MemorySegment memory(int bytes) {
        return Arena.ofAuto().allocate(bytes, CACHE_LINE);
    }

    /// Returns how often as many bytes have to be gone through for a step to be long enough.
    private static int passes(int bytes) {
        return Math.max(1, (256 << 20) / bytes);
    }
}
