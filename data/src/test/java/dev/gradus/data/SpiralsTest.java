package dev.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.Shape;
import org.junit.jupiter.api.Test;

class SpiralsTest {
    @Test
    void asManyPointsLieOnEachSpiral() {
        var data = Spirals.of(3, 50).dataset();
        assertThat(data.classCounts()).containsExactly(50, 50, 50);
        assertThat(data.exampleShape()).isEqualTo(Shape.of(2));
        assertThat(data.classes()).containsExactly("spiral 1", "spiral 2", "spiral 3");
    }

    @Test
    void pointsWithoutNoiseLieOnTheirSpiral() {
        var data = Spirals.of(2, 200).noise(0).dataset();
        for (var i = 0; i < data.size(); i++) {
            var point = data.features(i);
            var radius = Math.hypot(point[0], point[1]);
            var angle = 2 * Math.PI * (radius * 1.5 + data.label(i) / 2.0);
            assertThat(radius).isBetween(0.1, 1.0001);
            assertThat(Math.cos(angle - Math.atan2(point[1], point[0]))).isGreaterThan(0.9999);
        }
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        assertThat(Spirals.of(2, 10).dataset().hash())
                .isEqualTo(Spirals.of(2, 10).dataset().hash());
        assertThat(Spirals.of(2, 10).seed(2).dataset().hash())
                .isNotEqualTo(Spirals.of(2, 10).dataset().hash());
    }

    @Test
    void refusesWhatIsNoSpiral() {
        assertThatThrownBy(() -> Spirals.of(1, 10)).hasMessageContaining("at least two spirals");
        assertThatThrownBy(() -> Spirals.of(2, 10).turns(0)).hasMessageContaining("turns above 0");
    }
}
