package dev.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static Dataset numbered(int size) {
        var features = new float[2 * size];
        for (var i = 0; i < features.length; i++) {
            features[i] = i / 2;
        }
        var labels = IntStream.range(0, size).map(i -> i % 3).toArray();
        return Dataset.of("n", features, Shape.of(2, 1), labels, List.of("a", "b", "c"));
    }

    private static List<Integer> order(Iterable<Batch> batches) {
        var order = new ArrayList<Integer>();
        for (var batch : batches) {
            var x = batch.x().toFloats();
            for (var i = 0; i < x.length; i += 2) {
                order.add((int) x[i]);
            }
        }
        return order;
    }

    @Test
    void lastBatchHoldsWhatIsLeftOver() {
        var batches = numbered(7).batches(3);
        assertThat(batches.count()).isEqualTo(3);
        assertThat(batches).extracting(Batch::size).containsExactly(3, 3, 1);
        assertThat(batches.get(2).x().shape()).isEqualTo(Shape.of(1, 2, 1));
        assertThat(batches.get(2).y().shape()).isEqualTo(Shape.of(1));
    }

    @Test
    void featuresAreFloat32AndLabelsInt64() {
        var batch = numbered(4).batches(4).get(0);
        assertThat(batch.x().type()).isEqualTo(DType.FLOAT32);
        assertThat(batch.y().type()).isEqualTo(DType.INT64);
        assertThat(batch.x().toFloats()).containsExactly(0, 0, 1, 1, 2, 2, 3, 3);
        assertThat(batch.y().toLongs()).containsExactly(0, 1, 2, 0);
    }

    @Test
    void preprocessesEachExampleAsItWouldAlone() {
        var data = numbered(5);
        var scale = new Scale(7);
        var batch = data.through(scale).batches(5).get(0);
        for (var i = 0; i < 5; i++) {
            var alone = scale.apply(data.features(i));
            assertThat(batch.x().toFloats()[2 * i]).isEqualTo(alone[0]);
        }
    }

    @Test
    void shufflingKeepsEveryExampleWithItsLabel() {
        var examples = numbered(100).shuffled(3);
        var order = order(examples.batches(7));
        assertThat(order)
                .hasSize(100)
                .doesNotHaveDuplicates()
                .isNotEqualTo(order(numbered(100).batches(7)));
        for (var i = 0; i < 100; i++) {
            assertThat(examples.label(i)).isEqualTo(order.get(i) % 3);
            assertThat(examples.index(i)).isEqualTo(order.get(i));
        }
    }

    @Test
    void orderDependsOnTheSeedAlone() {
        var data = numbered(50);
        var once = order(data.shuffled(1).batches(8));
        assertThat(order(data.shuffled(1).batches(5))).isEqualTo(once);
        assertThat(order(data.shuffled(9).shuffled(1).batches(8))).isEqualTo(once);
        assertThat(order(data.shuffled(2).batches(8))).isNotEqualTo(once);
    }

    @Test
    void orderOfASeedIsTheSameInEveryVersion() {
        assertThat(order(numbered(8).shuffled(42).batches(8)))
                .containsExactly(7, 3, 6, 4, 1, 0, 2, 5);
    }

    @Test
    void everyExampleIsFirstAboutEquallyOften() {
        var data = numbered(4);
        var first = new int[4];
        for (var seed = 0; seed < 4_000; seed++) {
            first[data.shuffled(seed).index(0)]++;
        }
        // 1,000 expected each, with a standard deviation of 27
        for (var count : first) {
            assertThat(count).isBetween(880, 1_120);
        }
    }

    @Test
    void refusesBatchesOfNothing() {
        assertThatThrownBy(() -> numbered(3).batches(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> numbered(3).batches(2).get(2))
                .hasMessage("there is no batch 2: they go from 0 to 1");
    }
}
