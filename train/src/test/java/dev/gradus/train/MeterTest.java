package dev.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MeterTest {
    private final Meter meter = new Meter();

    @Test
    void givesTheMeanOfWhatWasAdded() {
        meter.add(Tensor.scalar(1));
        meter.add(Tensor.scalar(4));
        meter.add(Tensor.of(7f));
        assertThat(meter.count()).isEqualTo(3);
        assertThat(meter.take()).isEqualTo(4);
    }

    @Test
    void beginsAnewAfterEachTake() {
        meter.add(Tensor.scalar(1));
        assertThat(meter.take()).isEqualTo(1);
        assertThat(meter.count()).isZero();
        meter.add(Tensor.scalar(5));
        assertThat(meter.take()).isEqualTo(5);
        assertThat(meter.take()).isNaN();
    }

    @Test
    void computesNothingUntilItIsAsked() {
        var number = Tensor.scalar(2).mul(3);
        meter.add(number);
        assertThat(number.isComputed()).isFalse();
        assertThat(meter.take()).isEqualTo(6);
        assertThat(number.isComputed()).isTrue();
    }

    @Test
    void takesSingleNumbersOnly() {
        assertThatThrownBy(() -> meter.add(Tensor.of(1, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("mean()");
    }
}
