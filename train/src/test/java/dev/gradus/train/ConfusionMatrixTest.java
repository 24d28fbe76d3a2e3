package dev.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfusionMatrixTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @ParameterizedTest
    @MethodSource("dev.gradus.train.Goldens#cases")
    void allFiguresAreThoseOfScikitLearn(Goldens.Case golden) {
        var matrix =
                ConfusionMatrix.of(
                        golden.classes(), golden.wholes("truth"), golden.wholes("predicted"));

        assertThat(matrix.counts()).isDeepEqualTo(golden.rows("confusion"));
        assertThat(matrix.accuracy()).isCloseTo(golden.real("accuracy"), EXACT);
        var labels = IntStream.range(0, golden.classes().size());
        labels.forEach(label -> {
            assertThat(matrix.precision(label)).isCloseTo(golden.reals("precision")[label], EXACT);
            assertThat(matrix.recall(label)).isCloseTo(golden.reals("recall")[label], EXACT);
            assertThat(matrix.f1(label)).isCloseTo(golden.reals("f1")[label], EXACT);
            assertThat(matrix.support(label)).isEqualTo(golden.wholes("support")[label]);
        });
        assertThat(matrix.macroPrecision()).isCloseTo(golden.reals("macro")[0], EXACT);
        assertThat(matrix.macroRecall()).isCloseTo(golden.reals("macro")[1], EXACT);
        assertThat(matrix.macroF1()).isCloseTo(golden.reals("macro")[2], EXACT);
    }

    @Test
    void isDrawnWithLettersOverItsColumnsAndDotsForZeros() {
        var matrix =
                ConfusionMatrix.of(
                        List.of("cat", "a long name"),
                        new int[] {0, 0, 1, 1, 1},
                        new int[] {0, 1, 1, 1, 1});

        assertThat(matrix)
                .hasToString(
                        """
                        is \\ called    a  b
                        a cat          1  1
                        b a long name  .  3
                        """);
    }

    @Test
    void anEmptyMatrixHasFiguresOfZero() {
        var matrix = ConfusionMatrix.of(List.of("a", "b"), new int[0], new int[0]);

        assertThat(matrix.accuracy()).isZero();
        assertThat(matrix.macroF1()).isZero();
    }

    @Test
    void refusesLabelsThatNameNoClass() {
        var classes = List.of("a", "b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(classes, new int[] {2}, new int[] {0}))
                .withMessageContaining("no class 2 among 2: labels go from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(classes, new int[] {1}, new int[] {-1}))
                .withMessageContaining("no class -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(classes, new int[1], new int[2]))
                .withMessageContaining("1 true and 2 predicted");
    }
}
