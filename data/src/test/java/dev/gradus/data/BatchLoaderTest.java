package dev.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchLoaderTest {
    private static Examples examples(int size) {
        var features = new float[3 * size];
        for (var i = 0; i < features.length; i++) {
            features[i] = i * 0.37f;
        }
        var labels = IntStream.range(0, size).map(i -> i % 2).toArray();
        var data = Dataset.of("n", features, Shape.of(3), labels, List.of("a", "b"));
        return data.through(Standardize.fit(data)).shuffled(5);
    }

    private static long loaderThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("gradus-batches"))
                .count();
    }

    @Test
    void givesTheSameBitsAsPreparingOnTheReadersThread() {
        var batches = examples(1_000).batches(7);
        for (var ahead : new int[] {1, 2, 50, 1_000}) {
            try (var loader = batches.ahead(ahead)) {
                var read = new ArrayList<Batch>();
                loader.forEach(read::add);
                assertThat(read).hasSize(batches.count());
                for (var i = 0; i < read.size(); i++) {
                    var expected = batches.get(i);
                    assertThat(read.get(i).x().shape()).isEqualTo(expected.x().shape());
                    assertThat(read.get(i).x().toFloats()).isEqualTo(expected.x().toFloats());
                    assertThat(read.get(i).y().toLongs()).isEqualTo(expected.y().toLongs());
                }
            }
        }
    }

    @Test
    void endsItsThreadWhenClosedWithTheQueueFull() {
        for (var i = 0; i < 50; i++) {
            try (var loader = examples(1_000).batches(1).ahead(2)) {
                assertThat(loader.iterator().next().size()).isEqualTo(1);
            }
        }
        assertThat(loaderThreads()).isZero();
    }

    @Test
    void closingTwiceOrUnreadDoesNoHarm() {
        var loader = examples(10).batches(1).ahead(1);
        loader.close();
        loader.close();
        assertThat(loaderThreads()).isZero();
    }

    @Test
    void throwsWhatWentWrongInItsPlace() {
        var data = Dataset.of("n", new float[] {1, 2, 3}, Shape.of(1), new int[3], List.of("only"));
        var other =
                Standardize.fitEachFeature(
                        Dataset.of(
                                "other",
                                new float[] {1, 2},
                                Shape.of(2),
                                new int[1],
                                List.of("only")));
        try (var loader = data.through(other).batches(1).ahead(2)) {
            var iterator = loader.iterator();
            assertThatThrownBy(iterator::next)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("fitted to examples of 2 numbers (other)");
            assertThatThrownBy(iterator::next).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aReaderDoesNotTakeAClosedLoaderForAFinishedOne() {
        var loader = examples(100).batches(1).ahead(3);
        var iterator = loader.iterator();
        iterator.next();
        loader.close();
        assertThat(iterator.hasNext()).isTrue();
        assertThatThrownBy(iterator::next).isInstanceOf(CancellationException.class);
    }

    @Test
    void aReaderThatIsInterruptedStopsWaiting() throws Exception {
        var batches = examples(4).batches(1);
        try (var loader = batches.ahead(1)) {
            var iterator = loader.iterator();
            var interrupted = new CountDownLatch(1);
            var reader =
                    new FutureTask<>(() -> {
                        interrupted.await();
                        Thread.currentThread().interrupt();
                        try {
                            iterator.next();
                            return "read";
                        } catch (CancellationException e) {
                            return Thread.interrupted() ? "interrupted" : "forgotten";
                        }
                    });
            Thread.ofPlatform().start(reader);
            interrupted.countDown();
            assertThat(reader.get()).isEqualTo("interrupted");
        }
    }

    @Test
    void isWalkedOnce() {
        try (var loader = examples(3).batches(2).ahead(1)) {
            assertThat(loader).hasSize(2);
            assertThatThrownBy(loader::iterator)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ahead()");
        }
    }

    @Test
    void refusesToPrepareNothing() {
        assertThatThrownBy(() -> examples(3).batches(2).ahead(0))
                .hasMessageContaining("at least 1");
    }
}
