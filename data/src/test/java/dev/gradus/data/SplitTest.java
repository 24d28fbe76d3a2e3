package dev.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    /// Example `i` has the single feature `i`, so that it can be recognised in a part.
    private static Dataset data(int... classCounts) {
        var labels =
                IntStream.range(0, classCounts.length)
                        .flatMap(label -> IntStream.range(0, classCounts[label]).map(_ -> label))
                        .toArray();
        var features = new float[labels.length];
        for (var i = 0; i < features.length; i++) {
            features[i] = i;
        }
        var classes = IntStream.range(0, classCounts.length).mapToObj(i -> "class " + i).toList();
        return Dataset.of("data", features, Shape.of(1), labels, classes);
    }

    private static List<Dataset> list(Parts parts) {
        return List.of(parts.train(), parts.validation(), parts.test());
    }

    @Test
    void everyExampleIsInExactlyOnePartAndKeepsItsLabel() {
        var whole = data(10, 20, 33);
        var seen = new HashSet<Integer>();
        for (var part : list(Split.fractions(0.6, 0.2, 0.2).seed(3).of(whole))) {
            for (var i = 0; i < part.size(); i++) {
                var original = (int) part.features(i)[0];
                assertThat(seen.add(original)).isTrue();
                assertThat(part.label(i)).isEqualTo(whole.label(original));
            }
        }
        assertThat(seen).hasSize(63);
    }

    @Test
    void everyClassHasItsShareInEveryPart() {
        var parts = Split.fractions(0.7, 0.15, 0.15).of(data(100, 200, 1000));
        assertThat(parts.train().classCounts()).containsExactly(70, 140, 700);
        assertThat(parts.validation().classCounts()).containsExactly(15, 30, 150);
        assertThat(parts.test().classCounts()).containsExactly(15, 30, 150);
    }

    @Test
    void sharesAreRoundedUpOrDownAndNeverFurtherAndAddUp() {
        var random = new SplittableRandom(1);
        for (var round = 0; round < 2_000; round++) {
            var counts = random.ints(random.nextInt(1, 9), 0, 40).toArray();
            var size = IntStream.of(counts).sum();
            var first = random.nextInt(size + 1);
            var second = random.nextInt(size - first + 1);
            var totals = new int[] {first, second, size - first - second};
            var shares = Apportionment.of(counts, totals);
            for (var part = 0; part < 3; part++) {
                var total = 0;
                for (var label = 0; label < counts.length; label++) {
                    var exact = size == 0 ? 0 : (double) counts[label] * totals[part] / size;
                    assertThat(shares[label][part])
                            .isBetween((int) Math.floor(exact), (int) Math.ceil(exact));
                    total += shares[label][part];
                }
                assertThat(total).isEqualTo(totals[part]);
            }
            for (var label = 0; label < counts.length; label++) {
                assertThat(IntStream.of(shares[label]).sum()).isEqualTo(counts[label]);
            }
        }
    }

    @Test
    void sizesAreExact() {
        var parts = Split.sizes(17, 5, 11).of(data(11, 11, 11));
        assertThat(list(parts)).extracting(Dataset::size).containsExactly(17, 5, 11);
        assertThat(parts.train().name()).isEqualTo("data train");
    }

    @Test
    void sameSeedGivesTheSamePartsAndAnotherSeedOthers() {
        var whole = data(50, 50);
        var once = Split.fractions(0.8, 0.1, 0.1).seed(7).of(whole);
        var again = Split.fractions(0.8, 0.1, 0.1).seed(7).of(whole);
        var other = Split.fractions(0.8, 0.1, 0.1).seed(8).of(whole);
        assertThat(again.test().hash()).isEqualTo(once.test().hash());
        assertThat(again.train().hash()).isEqualTo(once.train().hash());
        assertThat(other.test().hash()).isNotEqualTo(once.test().hash());
    }

    @Test
    void aPartMayBeEmpty() {
        var parts = Split.fractions(0.9, 0.1, 0).of(data(10, 10));
        assertThat(list(parts)).extracting(Dataset::size).containsExactly(18, 2, 0);
    }

    @Test
    void refusesImpossibleFractionsAndSizes() {
        assertThatThrownBy(() -> Split.fractions(0.7, 0.2, 0.2))
                .hasMessageContaining("they must add up to 1");
        assertThatThrownBy(() -> Split.fractions(1.2, -0.2, 0))
                .hasMessage("the train fraction is 1.2: fractions go from 0 to 1");
        assertThatThrownBy(() -> Split.fractions(Double.NaN, 0.5, 0.5)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Split.sizes(-1, 2, 3)).hasMessageContaining("train size is -1");
        assertThatThrownBy(() -> Split.sizes(1, 2, 3).of(data(4)))
                .hasMessage(
                        "the sizes 1, 2 and 3 add up to 6, but there are 4 examples: divide them all");
    }

    @Test
    void refusesAClassThatIsTooSmallToBeInEveryPart() {
        assertThatThrownBy(() -> Split.fractions(0.8, 0.1, 0.1).of(data(100, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "class \"class 1\" has 2 of 102 examples, so none of them falls into the ");
    }

    @Test
    void aClassWithoutExamplesIsNoMistake() {
        var parts = Split.fractions(0.5, 0.5, 0).of(data(4, 0, 4));
        assertThat(parts.validation().classCounts()).containsExactly(2, 0, 2);
    }
}
