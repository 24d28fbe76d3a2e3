package dev.gradus.studio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    /// Points that scatter along known directions, three of them at right angles in five dimensions.
    private static List<float[]> points(double... deviations) {
        var random = new Random(4);
        var axes = new double[][] {{1, 1, 0, 0, 0}, {1, -1, 0, 0, 0}, {0, 0, 1, 1, 1}};
        var points = new ArrayList<float[]>();
        for (var i = 0; i < 400; i++) {
            var point = new float[] {7, 7, 7, 7, 7};
            for (var k = 0; k < axes.length; k++) {
                var along = random.nextGaussian() * deviations[k];
                var length = Math.sqrt(java.util.Arrays.stream(axes[k]).map(x -> x * x).sum());
                for (var d = 0; d < 5; d++) {
                    point[d] += (float) (along * axes[k][d] / length);
                }
            }
            points.add(point);
        }
        return points;
    }

    @Test
    void theFirstDirectionsAreThoseOfMostScatter() {
        var projection = Projection.of(points(3, 1, 0.3));
        var all = 9 + 1 + 0.09;
        assertThat(projection.shares()[0]).isCloseTo(9 / all, within(0.03));
        assertThat(projection.shares()[1]).isCloseTo(1 / all, within(0.03));
        assertThat(projection.shares()[0] + projection.shares()[1] + projection.shares()[2])
                .isCloseTo(1, within(1e-6));
    }

    /// Three directions hold all there is here, so distances are kept.
    @Test
    void distancesAreKeptWhereThreeDirectionsSuffice() {
        var points = points(3, 1, 0.3);
        var places = Projection.of(points).places();
        for (var i = 1; i < 50; i++) {
            double far = 0;
            double seen = 0;
            for (var d = 0; d < 5; d++) {
                far += Math.pow(points.get(0)[d] - points.get(i)[d], 2);
            }
            for (var k = 0; k < 3; k++) {
                seen += Math.pow(places[k] - places[3 * i + k], 2);
            }
            assertThat(Math.sqrt(seen)).isCloseTo(Math.sqrt(far), within(1e-4));
        }
    }

    @Test
    void theNearestComeFirst() {
        var projection =
                Projection.of(
                        List.of(
                                new float[] {0},
                                new float[] {5},
                                new float[] {1},
                                new float[] {-3}));
        assertThat(projection.near(0, 2)).extracting(Projection.Near::point).containsExactly(2, 3);
        assertThat(projection.near(0, 9)).hasSize(3);
    }

    @Test
    void pointsThatAreAllAlikeScatterNowhere() {
        var projection = Projection.of(List.of(new float[] {1, 2}, new float[] {1, 2}));
        assertThat(projection.shares()).containsOnly(0);
        assertThat(projection.places()).containsOnly(0);
    }
}
