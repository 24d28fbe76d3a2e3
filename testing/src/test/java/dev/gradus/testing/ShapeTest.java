package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private static final Shape SHAPE = Shape.of(2, 3, 4);

    @Test
    void countsItsNumbers() {
        assertThat(SHAPE.count()).isEqualTo(24);
        assertThat(Shape.SCALAR.count()).isEqualTo(1);
        assertThat(Shape.of(5, 0, 7).count()).isZero();
    }

    @Test
    void negativeAxesCountFromTheEnd() {
        assertThat(SHAPE.size(-1)).isEqualTo(4);
        assertThat(SHAPE.axis(-3)).isZero();
    }

    @Test
    void anAxisThatIsNotThereIsRefusedWithTheOnesThatAre() {
        refused(() -> SHAPE.size(3), "no axis 3", "[2, 3, 4]", "-3 to 2");
        refused(() -> SHAPE.size(-4), "no axis -4", "-3 to 2");
        refused(() -> Shape.SCALAR.size(0), "no axis 0", "[]");
    }

    @Test
    void axesAreSortedAndNoneMeansAll() {
        assertThat(SHAPE.axes(-1, 0)).isEqualTo(Ints.of(0, 2));
        assertThat(SHAPE.axes()).isEqualTo(Ints.of(0, 1, 2));
    }

    @Test
    void anAxisNamedTwiceIsRefused() {
        refused(() -> SHAPE.axes(0, -3), "axis 0", "[2, 3, 4]", "twice");
    }

    @Test
    void aNegativeSizeIsRefused() {
        refused(() -> Shape.of(2, -1), "[2, -1]", "negative size -1", "reshape()");
    }

    @Test
    void moreNumbersThanAnArrayHoldsAreRefused() {
        refused(() -> Shape.of(1 << 16, 1 << 15), "2147483647", "smaller batches");
        refused(
                () -> Shape.of(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE),
                "2147483647");
        assertThat(Shape.of(Integer.MAX_VALUE).count()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void anEmptyAxisMakesAnyShapeSmallEnough() {
        assertThat(Shape.of(Integer.MAX_VALUE, 0, Integer.MAX_VALUE).count()).isZero();
    }

    @Test
    void axesAreReplacedInsertedRemovedAndJoined() {
        assertThat(SHAPE.with(-1, 7)).isEqualTo(Shape.of(2, 3, 7));
        assertThat(SHAPE.insert(0, 5)).isEqualTo(Shape.of(5, 2, 3, 4));
        assertThat(SHAPE.insert(3, 5)).isEqualTo(Shape.of(2, 3, 4, 5));
        assertThat(SHAPE.without(Ints.of(0, 2))).isEqualTo(Shape.of(3));
        assertThat(SHAPE.range(1, 3)).isEqualTo(Shape.of(3, 4));
        assertThat(SHAPE.append(Shape.of(9))).isEqualTo(Shape.of(2, 3, 4, 9));
    }

    @Test
    void insertingOutsideIsRefusedAsAShape() {
        refused(() -> SHAPE.insert(4, 1), "[2, 3, 4]");
        refused(() -> SHAPE.insert(-1, 1), "[2, 3, 4]");
    }

    @Test
    void stridesAreThoseOfRowMajorOrder() {
        assertThat(SHAPE.strides()).containsExactly(12, 4, 1);
        assertThat(Shape.SCALAR.strides()).isEmpty();
    }

    @Test
    void equalSizesAreEqualShapes() {
        assertThat(Shape.of(2, 3, 4)).isEqualTo(SHAPE).hasSameHashCodeAs(SHAPE);
        assertThat(Shape.of(4, 3, 2)).isNotEqualTo(SHAPE);
        assertThat(SHAPE).hasToString("[2, 3, 4]");
    }

    @Test
    void itsArraysAreCopies() {
        SHAPE.toArray()[0] = 99;
        SHAPE.strides()[0] = 99;
        assertThat(SHAPE.size(0)).isEqualTo(2);
        assertThat(SHAPE.strides()[0]).isEqualTo(12);
    }

    @Test
    void stretchesOnlyAxesOfSizeOne() {
        assertThat(Shape.of(3, 1).broadcastsTo(Shape.of(2, 3, 4))).isTrue();
        assertThat(Shape.SCALAR.broadcastsTo(SHAPE)).isTrue();
        assertThat(Shape.of(2).broadcastsTo(SHAPE)).isFalse();
        assertThat(SHAPE.broadcastsTo(Shape.of(3, 4))).isFalse();
        assertThat(Shape.of(1).broadcastsTo(Shape.of(0))).isTrue();
    }

    private static void refused(ThrowingCallable call, String... words) {
        assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessageContainingAll(words);
    }
}
