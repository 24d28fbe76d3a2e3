package dev.gradus.testing;

import static dev.gradus.tensor.Tensor.ones;
import static dev.gradus.tensor.Tensor.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Window;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Shapes that do not fit are refused on the line that brings them together, with both shapes and
/// the likely fix.
class ShapeErrorsTest {
    @Test
    void axesCountFromTheEndWhereTheyStayToo() {
        var x = Tensor.of(new float[][] {{1, 2}, {3, 5}});
        assertThat(x.sumKeeping(Ints.of(-1)).toFloats()).containsExactly(3, 8);
        assertThat(x.meanKeeping(Ints.of(-2)).toFloats()).containsExactly(2, 3.5f);
        assertThat(x.maxKeeping(Ints.of(-1)).toFloats()).containsExactly(2, 5);
        assertThatThrownBy(() -> x.sumKeeping(Ints.of(2))).isInstanceOf(ShapeException.class);
    }

    @Test
    void shapesMeetByTheRuleOfNumPy() {
        assertThat(zeros(4, 1, 3).add(zeros(5, 1)).shape()).isEqualTo(Shape.of(4, 5, 3));
        assertThat(zeros(0, 3).add(zeros(1)).shape()).isEqualTo(Shape.of(0, 3));
        assertThat(zeros(1).add(zeros()).shape()).isEqualTo(Shape.of(1));
    }

    @Test
    void broadcastingNamesBothShapesAndTheSizesThatDiffer() {
        refused(
                () -> zeros(2, 3).add(zeros(2, 4)),
                "add",
                "[2, 3]",
                "[2, 4]",
                "3",
                "4",
                "equal or 1");
        refused(() -> zeros(2, 0).mul(zeros(2, 5)), "multiply", "[2, 0]", "[2, 5]");
    }

    @Test
    void aValueForEachRowIsToldToUnsqueeze() {
        refused(() -> zeros(32, 10).sub(zeros(32)), "[32, 10]", "[32]", "unsqueeze(-1)", "[32, 1]");
        refused(() -> zeros(32).sub(zeros(32, 10)), "unsqueeze(-1)", "[32, 1]");
    }

    @Test
    void equallyManyNumbersAreToldToReshape() {
        refused(() -> zeros(2, 3).add(zeros(3, 2)), "[2, 3]", "[3, 2]", "reshape() or transpose()");
    }

    @Test
    void aConditionMustBroadcastToo() {
        refused(() -> zeros(2).less(1).where(zeros(3), zeros(3)), "where", "[2]", "[3]");
    }

    @Test
    void reshapeNamesBothCounts() {
        refused(() -> zeros(2, 3).reshape(4, 2), "[2, 3]", "6", "[4, 2]", "8", "-1");
        refused(() -> zeros(2, 3).reshape(-1, 4), "[2, 3]", "6", "[-1, 4]");
        refused(() -> zeros(2, 3).reshape(-1, -1), "only one size");
    }

    @Test
    void permuteNamesEachAxisOnce() {
        refused(() -> zeros(2, 3).permute(0), "permute", "[0]", "[2, 3]");
        refused(() -> zeros(2, 3).permute(0, 0), "twice");
        refused(() -> zeros(2, 3).permute(0, 2), "no axis 2");
    }

    @Test
    void expandStretchesOnlyAxesOfSizeOne() {
        refused(() -> zeros(2, 3).expand(4, 3), "expand", "[2, 3]", "[4, 3]");
        refused(() -> zeros(2, 3).expand(3), "expand", "[2, 3]", "[3]");
    }

    @Test
    void onlyAxesOfSizeOneAreSqueezedAndNewAxesLieInside() {
        refused(() -> zeros(2, 3).squeeze(0), "[2, 3]");
        refused(() -> zeros(2, 3).unsqueeze(3), "[2, 3]");
        refused(() -> zeros(2, 3).unsqueeze(-4), "[2, 3]");
    }

    @Test
    void slicesStayInside() {
        refused(() -> zeros(5).slice(0, 1, 6, 1), "1 to 6", "[5]");
        refused(() -> zeros(5).slice(0, 3, 2, 1), "3 to 2", "[5]");
        refused(() -> zeros(5).slice(0, 0, 5, 0), "by 0", "step of 1 or more");
        assertThat(zeros(5).slice(0, 1, 5, Integer.MAX_VALUE).shape()).isEqualTo(Shape.of(1));
    }

    @Test
    void rowsAreCountedFromBothEnds() {
        assertThatThrownBy(() -> zeros(2, 3).get(2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContainingAll("row 2", "[2, 3]", "-2 to 1");
    }

    @Test
    void paddingIsNeverNegative() {
        refused(() -> zeros(5).pad(0, -1, 0), "pad", "-1", "slice()");
        refused(() -> zeros(5).pad(new int[2], new int[2], 0), "pad", "[5]");
    }

    @Test
    void partsThatAreJoinedAgreeElsewhere() {
        refused(
                () -> Tensor.concatenate(0, zeros(2, 3), zeros(2, 4)),
                "[2, 3]",
                "[2, 4]",
                "axis 0");
        refused(() -> Tensor.concatenate(0, zeros(2, 3), zeros(2)), "[2, 3]", "[2]");
        assertThatThrownBy(() -> Tensor.concatenate(0)).hasMessageContaining("at least one");
    }

    @Test
    void aMatrixProductNamesTheAxisThatMustAgree() {
        refused(() -> zeros(2, 3).matmul(zeros(4, 5)), "[2, 3]", "ends in 3", "[4, 5]", "4 rows");
        refused(() -> zeros(2, 3).matmul(zeros(5, 3)), "transpose()");
        refused(() -> zeros(8, 28, 28).matmul(zeros(784, 10)), "flatten()");
        refused(() -> zeros(2, 3, 4).matmul(zeros(3, 4, 5)), "[2]", "[3]");
        refused(() -> Tensor.scalar(1).matmul(zeros(2, 2)), "[]", "mul()");
    }

    @Test
    void aConvolutionSaysWhereChannelsBelong() {
        var geometry = Geometries.plain(2);
        refused(
                () -> zeros(2, 5, 5).convolve(zeros(3, 3, 1, 4), geometry),
                "[2, 5, 5]",
                "unsqueeze(-1)");
        refused(
                () -> zeros(2, 5, 5, 3).convolve(zeros(3, 3, 1, 4), geometry),
                "3 channels",
                "takes 1");
        refused(
                () -> zeros(2, 2, 2, 1).convolve(zeros(3, 3, 1, 4), geometry),
                "[2, 2, 2, 1]",
                "padding");
        refused(
                () -> zeros(2, 5, 5).maxPool(Geometries.window(2, 2, 2, 0)),
                "[2, 5, 5]",
                "unsqueeze(-1)");
        refused(
                () -> zeros(1, 3, 3, 1).maxPool(Geometries.window(2, 4, 4, 0)),
                "[1, 3, 3, 1]",
                "smaller");
        var gradient = new Window.MaxPoolGradient(Geometries.window(2, 2, 2, 0));
        refused(
                () -> Tensor.record(gradient, zeros(1, 4, 4, 1), zeros(1, 4, 4, 1)),
                "pooling [1, 4, 4, 1] gives [1, 2, 2, 1]",
                "one number for each window");
    }

    @Test
    void thereIsNoLargestOfNothing() {
        refused(() -> zeros(0, 3).max(0), "axis 0", "[0, 3]", "empty");
        refused(() -> zeros(0).argmax(), "empty");
    }

    @Test
    void noMoreIsSortedOrGatheredThanIsThere() {
        refused(() -> zeros(2, 3).topK(4, 1), "4", "[2, 3]", "only 3");
        var indices = Tensor.of(new long[] {0, 0, 0}, 3, 1);
        refused(() -> zeros(2, 3).gather(1, indices), "[3, 1]", "[2, 3]");
        refused(() -> Tensor.scatterAdd(0, 4, indices.flatten(), zeros(2, 3)), "[2, 3]", "[3]");
    }

    @Test
    void indicesAreWholeNumbers() {
        assertThatThrownBy(() -> zeros(3).take(0, ones(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("float32", "cast them to int64");
    }

    @Test
    void aSingleNumberIsAskedOfASingleNumber() {
        refused(() -> zeros(2).item(), "[2]", "toFloats()");
    }

    @Test
    void asManyNumbersAreGivenAsTheShapeHolds() {
        refused(() -> Tensor.of(new float[5], 2, 3), "5 numbers", "[2, 3]", "6");
        refused(() -> Tensor.of(new float[][] {{1, 2}, {3}}), "row 1 has 1", "row 0 has 2");
    }

    @Test
    void truthValuesAreNotAddedUp() {
        var truth = Tensor.of(new boolean[] {true}, 1);
        assertThatThrownBy(() -> truth.add(truth)).hasMessageContainingAll("bool", "and()", "cast");
        assertThat(truth.and(truth).type()).isEqualTo(DType.BOOL);
    }

    @Test
    void bothModesAgreeInShapeAndType() {
        refused(() -> Tensor.byMode(zeros(2), zeros(3)), "[2]", "[3]", "training", "inference");
        refused(() -> Tensor.byMode(zeros(2), zeros(2).cast(DType.FLOAT64)), "float32", "float64");
    }

    @Test
    void onlyRandomNumbersHaveASeed() {
        assertThatThrownBy(() -> zeros(2).seed(1))
                .hasMessageContainingAll("seed(1)", "Tensor.random");
    }

    private static void refused(ThrowingCallable call, String... words) {
        assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessageContainingAll(words);
    }
}
