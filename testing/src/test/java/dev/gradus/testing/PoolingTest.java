package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Window;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What stands behind the gradient of max pooling is done before it, on fewer numbers, and gives what it
/// gave.
class PoolingTest {
    private static final Window.Geometry HALVES = Geometries.window(2, 2, 2, 0);

    static Stream<Window.Geometry> geometries() {
        return Stream.of(
                HALVES,
                Geometries.window(2, 3, 3, 0),
                // padded, overlapping, and so far apart that places lie in between
                Geometries.window(2, 3, 2, 1),
                Geometries.window(2, 2, 1, 0),
                Geometries.window(2, 2, 3, 0));
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void theSlopeOfReluIsAskedForOfWhatThePoolGave(Window.Geometry geometry) {
        var x = numbers(1, 2, 7, 8, 5).realize();
        var pooled = x.relu().maxPool(geometry);
        var up = numbers(2, pooled.shape().toArray());
        var gradient = Gradients.of(pooled, up, List.of(x)).getFirst();
        Tensor.realize(pooled, gradient);
        assertSameBits(gradient, oneByOne(x.relu(), geometry, up, y -> Tensor.scalar(0).less(y)));
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void anyBoundOnEitherSideIsComparedBefore(Window.Geometry geometry) {
        var y = numbers(3, 2, 7, 8, 5).realize();
        var up = numbers(4, y.maxPool(geometry).shape().toArray()).realize();
        for (var bound : new double[] {0, -0.0, 1, -2, Double.NaN, Double.NEGATIVE_INFINITY}) {
            var number = Tensor.scalar(bound);
            for (var mask : List.<UnaryOperator<Tensor>>of(x -> x.less(number), number::less)) {
                var sent = sent(y, geometry, up);
                var kept = mask.apply(y).where(sent, Tensor.zerosLike(sent));
                Tensor.realize(y.maxPool(geometry), kept);
                assertSameBits(kept, oneByOne(y, geometry, up, mask));
            }
        }
    }

    @Test
    void zerosOfTheOtherSignStay() {
        var y = numbers(14, 2, 8, 8, 3).realize();
        var up = numbers(15, 2, 4, 4, 3).realize();
        var sent = sent(y, HALVES, up);
        var kept = Tensor.scalar(0).less(y).where(sent, Tensor.scalar(-0.0).expand(y.shape()));
        Tensor.realize(y.maxPool(HALVES), kept);
        var stored = sent(y, HALVES, up).realize();
        var expected =
                Tensor.scalar(0).less(y).where(stored, Tensor.scalar(-0.0).expand(y.shape()));
        assertSameBits(kept, expected);
    }

    @Test
    void theSlopeOfReluIsTakenOnTheSmallSide() {
        var x = numbers(5, 2, 8, 8, 3).realize();
        var pooled = x.relu().maxPool(HALVES);
        var gradient = Gradients.of(pooled.square().sum(), x);
        assertThat(gradient.explain())
                .containsPattern("select.* \\[2, 4, 4, 3\\] float32")
                .doesNotContainPattern("select.* \\[2, 8, 8, 3\\]");
    }

    @Test
    void rowsBehindThePoolStayRows() {
        var x = numbers(6, 2, 8, 8, 3).realize();
        var w = numbers(7, 48, 4).realize();
        var rows = x.relu().maxPool(HALVES).reshape(2, 48);
        var loss = rows.matmul(w).square().sum();
        assertThat(Gradients.of(loss, x).explain())
                .containsPattern("matmul 2×4×48, then map less select");
    }

    @Test
    void aGradientThatIsAlsoReadUnmaskedIsSentOnce() {
        var y = numbers(8, 2, 8, 8, 3).realize();
        var up = numbers(9, 2, 4, 4, 3).realize();
        var sent = sent(y, HALVES, up);
        var kept = Tensor.scalar(0).less(y).where(sent, Tensor.zerosLike(sent));
        var both = kept.add(sent).add(y.maxPool(HALVES).sum());
        assertThat(both.explain().lines().filter(line -> line.contains("gradient of pool")))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void aSumOverAllPlacesIsASumOverAllWindows(Window.Geometry geometry) {
        var y = numbers(10, 2, 7, 8, 5).realize();
        var shape = y.maxPool(geometry).shape();
        var numbers = new float[shape.count()];
        for (var i = 0; i < numbers.length; i++) {
            // sums of sixteenths are exact in any order
            numbers[i] = (i * 7 % 19 - 9) / 16f;
        }
        var up = Tensor.of(numbers, shape.toArray());
        var sent = sent(y, geometry, up);
        var stored = sent(y, geometry, up).realize();
        for (var axes : new int[][] {{0, 1, 2}, {1, 2}, {0, 1, 2, 3}, {0, 1}, {2}}) {
            assertThat(sent.sum(axes).toFloats()).isEqualTo(stored.sum(axes).toFloats());
        }
    }

    @Test
    void aSumOverAllPlacesReadsTheSmallSide() {
        var y = numbers(11, 2, 8, 8, 3).realize();
        var up = numbers(12, 2, 4, 4, 3).realize();
        assertThat(sent(y, HALVES, up).sum(0, 1, 2).explain()).doesNotContain("gradient of pool");
        assertThat(sent(y, HALVES, up).sum(0, 1).explain()).contains("gradient of pool");
    }

    @Test
    void whereThereAreNoPlacesWindowsOfPaddingSendNothing() {
        var y = Tensor.zeros(2, 0, 3, 2);
        var padded = Geometries.window(2, 2, 1, 1);
        var up = Tensor.ones(2, 1, 4, 2);
        assertThat(sent(y, padded, up).sum(0, 1, 2).toFloats()).containsExactly(0, 0);
    }

    private static Tensor sent(Tensor y, Window.Geometry geometry, Tensor up) {
        return Tensor.record(new Window.MaxPoolGradient(geometry), y, up);
    }

    /// Returns what a mask keeps of the gradient, each step in a program of its own.
    private static Tensor oneByOne(
            Tensor y, Window.Geometry geometry, Tensor up, UnaryOperator<Tensor> mask) {
        var stored = y.realize();
        var sent = sent(stored, geometry, up.realize()).realize();
        return mask.apply(stored).realize().where(sent, Tensor.zerosLike(sent));
    }

    private static void assertSameBits(Tensor actual, Tensor expected) {
        assertThat(actual.toFloats()).isEqualTo(expected.toFloats());
    }

    /// Few different numbers, so that equal ones meet, and odd ones among them.
    private static Tensor numbers(long seed, int... shape) {
        var random = new Random(seed);
        var numbers = new float[Tensor.zeros(shape).shape().count()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] =
                    switch (random.nextInt(24)) {
                        case 0 -> Float.NaN;
                        case 1 -> Float.POSITIVE_INFINITY;
                        case 2 -> Float.NEGATIVE_INFINITY;
                        case 3, 4 -> -0f;
                        default -> random.nextInt(7) - 3;
                    };
        }
        return Tensor.of(numbers, shape);
    }
}
