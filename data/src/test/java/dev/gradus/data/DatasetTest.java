package dev.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final List<String> CLASSES = List.of("cat", "dog");

    private static Dataset bytes() {
        var features = new byte[] {0, 1, (byte) 200, (byte) 255, 5, 6};
        return Dataset.of("pets", features, Shape.of(2), new int[] {0, 1, 1}, CLASSES);
    }

    private static Dataset floats(float... features) {
        return Dataset.of("pets", features, Shape.of(1), new int[features.length], List.of("cat"));
    }

    @Test
    void readsBytesAsNumbersFrom0To255() {
        assertThat(bytes().features(1)).containsExactly(200, 255);
        assertThat(bytes().label(1)).isEqualTo(1);
        assertThat(bytes().size()).isEqualTo(3);
        assertThat(bytes().classCounts()).containsExactly(1, 2);
    }

    @Test
    void doesNotSeeLaterChangesOfTheArraysItWasMadeFrom() {
        var features = new float[] {1, 2};
        var labels = new int[] {0, 0};
        var data = Dataset.of("pets", features, Shape.of(1), labels, CLASSES);
        features[0] = 9;
        labels[0] = 1;
        data.features(1)[0] = 9;
        assertThat(data.features(0)).containsExactly(1);
        assertThat(data.features(1)).containsExactly(2);
        assertThat(data.label(0)).isZero();
    }

    @Test
    void subsetTakesTheExamplesAskedForInTheOrderAskedFor() {
        var subset = bytes().subset(new int[] {2, 0}).subset(new int[] {1, 0, 0});
        assertThat(subset.features(0)).containsExactly(0, 1);
        assertThat(subset.features(1)).containsExactly(5, 6);
        assertThat(subset.labels()).containsExactly(0, 1, 1);
        assertThatThrownBy(() -> bytes().subset(new int[] {3}))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("no example 3");
    }

    @Test
    void hashDependsOnContentAndOrderButNotOnNameOrHowItWasMade() {
        var whole = bytes();
        assertThat(whole.hash()).hasSize(64).isEqualTo(bytes().named("animals").hash());
        assertThat(whole.subset(new int[] {0, 1, 2}).hash()).isEqualTo(whole.hash());
        assertThat(whole.subset(new int[] {1, 0, 2}).hash()).isNotEqualTo(whole.hash());
        var relabelled =
                Dataset.of(
                        "pets",
                        new byte[] {0, 1, (byte) 200, (byte) 255, 5, 6},
                        Shape.of(2),
                        new int[] {0, 1, 0},
                        CLASSES);
        assertThat(relabelled.hash()).isNotEqualTo(whole.hash());
        var reshaped =
                Dataset.of(
                        "pets",
                        new byte[] {0, 1, (byte) 200, (byte) 255, 5, 6},
                        Shape.of(2, 1),
                        new int[] {0, 1, 1},
                        CLASSES);
        assertThat(reshaped.hash()).isNotEqualTo(whole.hash());
        assertThat(floats(1, 2).hash()).isNotEqualTo(floats(1, 3).hash());
    }

    @Test
    void hashIsTheSameInEveryVersion() {
        // models saved by earlier versions name their data by this
        assertThat(bytes().hash())
                .isEqualTo("2b903db63ab71003927d2528601b7a7a60ce96b001957f86f26433a70830a8cb");
    }

    @Test
    void refusesSizesAndLabelsThatDoNotFit() {
        assertThatThrownBy(() -> Dataset.of("pets", new byte[5], Shape.of(2), new int[3], CLASSES))
                .hasMessage(
                        "pets has 3 labels and 5 numbers; with examples of shape [2] that many labels need 6 numbers");
        assertThatThrownBy(() ->
                        Dataset.of("pets", new byte[2], Shape.of(1), new int[] {0, 2}, CLASSES))
                .hasMessage("example 1 of pets has label 2; with 2 classes labels go from 0 to 1");
    }

    @Test
    void summaryFindsMissingValuesDuplicatesAndConflicts() {
        var data =
                Dataset.of(
                        "pets",
                        new float[] {1, 2, Float.NaN, 4, 1, 2, Float.NaN, 4, 1, 2},
                        Shape.of(2),
                        new int[] {0, 1, 1, 1, 0},
                        CLASSES);
        var summary = data.summary();
        assertThat(summary.missing()).isEqualTo(2);
        assertThat(summary.duplicates()).isEqualTo(3);
        assertThat(summary.conflicts()).isEqualTo(1);
        assertThat(summary.minimum()).isEqualTo(1);
        assertThat(summary.maximum()).isEqualTo(4);
        assertThat(summary.mean()).isEqualTo(17.0 / 8);
    }

    @Test
    void describesItselfInWords() {
        var data = bytes().from(new Origin("a shelter", "free"));
        assertThat(data.describe())
                .isEqualTo(
                        """
                        pets: 3 examples of shape [2] in 2 classes
                          values      0 to 255, mean 77.83
                          classes     unequal, 1 to 2: cat 1, dog 2
                          missing     0
                          duplicates  0
                          source      a shelter
                          licence     free\
                        """);
    }

    @Test
    void summaryOfNothingIsNoNumber() {
        var empty = bytes().subset(new int[0]);
        assertThat(empty.size()).isZero();
        assertThat(empty.summary().minimum()).isNaN();
        assertThat(empty.summary().mean()).isNaN();
        assertThat(empty.batches(2)).isEmpty();
    }
}
