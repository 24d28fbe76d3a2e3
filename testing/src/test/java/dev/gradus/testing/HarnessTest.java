package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The harness notices what it is there to notice.
class HarnessTest {
    private final Tensor x = Tensor.of(new double[] {1, -2, 0.5}, 3);

    @Test
    void aWrongGradientIsNamedByFunctionInputAndPosition() {
        assertThatThrownBy(() ->
                        GradientCheck.check(
                                "half a square",
                                in -> in.getFirst().mul(in.getFirst().detach()),
                                List.of(x)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("half a square", "input 0 [3]", "position 0", "x = 1.0");
    }

    @Test
    void aWrongSecondGradientIsNoticed() {
        // right value and right slope at x, but the slope does not know that it depends on x
        Row.Formula frozen =
                in -> {
                    var z = in.getFirst();
                    var d = z.sub(z.detach());
                    return d.mul(z.detach().square().mul(3)).add(z.detach().pow(3));
                };
        assertThatThrownBy(() -> GradientCheck.checkSecond("frozen", frozen, List.of(x)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("second order, frozen");
        assertThatCode(() ->
                        GradientCheck.checkSecond("cube", in -> in.getFirst().pow(3), List.of(x)))
                .doesNotThrowAnyException();
    }

    @Test
    void finiteDifferencesNeedFloat64() {
        assertThatThrownBy(() ->
                        GradientCheck.check(
                                "square", in -> in.getFirst().square(), List.of(Tensor.ones(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("square", "float32", "float64");
    }

    @Test
    void oneBitMakesADifferenceWhereResultsMustBeTheSame() {
        var one = new Buffer.Floats(new float[] {1});
        var next = new Buffer.Floats(new float[] {Math.nextUp(1f)});
        assertThatThrownBy(() -> Closeness.assertSame("one", next, one))
                .hasMessageContaining("one");
        var zero = new Buffer.Floats(new float[] {0f});
        var negative = new Buffer.Floats(new float[] {-0f});
        assertThatThrownBy(() -> Closeness.assertSame("zero", negative, zero))
                .isInstanceOf(AssertionError.class);
        Closeness.assertSame("one", one, one);
    }

    @Test
    void aSingleOperationMayBeOffByAFewUnitsOnly() {
        var one = new Effort(1, 1);
        var want = new Buffer.Floats(new float[] {1, 1e-20f});
        var near = new Buffer.Floats(new float[] {1 + 0x1p-22f, 1e-20f});
        var far = new Buffer.Floats(new float[] {1, 1.00001e-20f});
        Closeness.assertAsGood("near", near, want, want, one, 0);
        assertThatThrownBy(() -> Closeness.assertAsGood("far", far, want, want, one, 0))
                .hasMessageContaining("position 1");
    }

    @Test
    void notANumberIsLikeNothingButItself() {
        var nan = new Buffer.Floats(new float[] {Float.NaN});
        var one = new Buffer.Floats(new float[] {1});
        Closeness.assertClose("nan", nan, nan, 1);
        assertThatThrownBy(() -> Closeness.assertClose("nan", one, nan, 1))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Closeness.assertClose("nan", nan, one, 1))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @EnumSource
    void numbersAreSeenInOrderHoweverTheyLie(Placement placement) {
        var numbers = new double[] {1, 2, 3, 4, 5, 6};
        var placed = placement.place(numbers, Shape.of(2, 3), DType.FLOAT32);
        assertThat(placed.view().apply(placed.leaf()).toDoubles()).containsExactly(numbers);
        assertThat(placed.view().apply(placed.leaf()).shape()).isEqualTo(Shape.of(2, 3));
        var single = placement.place(new double[] {7}, Shape.SCALAR, DType.INT64);
        assertThat(single.view().apply(single.leaf()).item()).isEqualTo(7);
    }

    @Test
    void largeMeansMoreThanAMegabyte() {
        for (var row : OpCase.values()) {
            var large = row.row().shapes().of(Variant.LARGE);
            if (large.isPresent()) {
                var bytes = large.get().stream().mapToLong(shape -> 4L * shape.count()).max();
                assertThat(bytes.orElseThrow()).as(row.name()).isGreaterThan(1 << 20);
            }
        }
    }

    @Test
    void randomExpressionsRepeatAndDiffer() {
        var first = RandomExpression.results(3).getFirst();
        var again = RandomExpression.results(3).getFirst();
        assertThat(first.toDoubles()).isEqualTo(again.toDoubles());
        assertThat(Effort.behind(List.of(first))).hasSameSizeAs(Effort.behind(List.of(again)));
    }
}
