package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// Rules that make a graph smaller leave its meaning as it is, also where numbers are few or odd.
class SimplificationTest {
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void aSumOfNothingIsZeroWhateverItIsMultipliedBy() {
        var nothing = Tensor.of(new float[0], 0, 3);
        var scale = Tensor.of(INFINITY, -INFINITY, 0);
        assertThat(nothing.mul(scale).sum(0).toFloats()).containsExactly(0, 0, 0);
        assertThat(nothing.div(scale).sum(0).toFloats()).containsExactly(0, 0, 0);
    }

    @Test
    void whatIsTheSameForAllIsTakenOutOfASum() {
        var x = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3).realize();
        var scale = Tensor.of(10, 20, 30).realize();
        var scaled = x.mul(scale).sum(0);
        assertThat(scaled.toFloats()).containsExactly(50, 140, 270);
        assertThat(x.div(scale).sum(0).toFloats()).containsExactly(0.5f, 0.35f, 0.3f);
        assertThat(scale.mul(x.neg()).sum(0).toFloats()).containsExactly(-50, -140, -270);
        var both = scaled.add(x.sum(0));
        assertThat(both.explain().lines().filter(line -> line.startsWith("sum"))).hasSize(1);
    }

    @Test
    void aSumAlongAnAxisOnWhichAFactorChangesKeepsItInside() {
        var x = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        var scale = Tensor.of(10, 20, 30);
        assertThat(x.mul(scale).sum(1).toFloats()).containsExactly(140, 320);
        assertThat(x.mul(scale).sum().item()).isEqualTo(460);
    }

    @Test
    void piecesThatOverlapAreAddedAndThoseThatDoNotAreJoined() {
        var a = Tensor.of(1, 2, 3);
        var b = Tensor.of(10, 20);
        assertThat(a.pad(0, 0, 4).add(b.pad(0, 4, 1)).toFloats())
                .containsExactly(1, 2, 3, 0, 10, 20, 0);
        assertThat(a.pad(0, 0, 2).add(b.pad(0, 2, 1)).toFloats()).containsExactly(1, 2, 13, 20, 0);
        assertThat(a.pad(0, 1, 1).add(a.pad(0, 1, 1)).toFloats()).containsExactly(0, 2, 4, 6, 0);
    }
}
