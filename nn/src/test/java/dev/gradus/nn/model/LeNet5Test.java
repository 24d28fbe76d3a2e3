package dev.gradus.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.nn.Summary;
import dev.gradus.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeNet5Test {
    @ParameterizedTest
    @ValueSource(ints = {28, 32})
    void isAsLargeForSmallPicturesAsForThoseOfThePaper(int size) {
        var summary = Summary.of(LeNet5.of(size, 10), Shape.of(size, size, 1));
        assertThat(summary.parameters()).isEqualTo(61_706);
        // 28² 25 6 + 10² 150 16 + 400 120 + 120 84 + 84 10
        assertThat(summary.multiplyAdds()).isEqualTo(117_600 + 240_000 + 48_000 + 10_080 + 840);
        assertThat(summary.rows().get(3).output()).isEqualTo(Shape.of(5, 5, 16));
    }

    @Test
    void saysWhichPicturesItReads() {
        assertThatThrownBy(() -> LeNet5.of(30, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "LeNet5 was asked for pictures of 30 × 30: it reads 28 × 28 or 32 × 32");
    }
}
