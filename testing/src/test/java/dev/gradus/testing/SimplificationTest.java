package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
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

    @Test
    void theDistancesFromAMeanAddNothingToASum() {
        var x = Tensor.of(new float[] {1, 2, 4, 8, 16, 32}, 3, 2).realize();
        var centred = x.sub(x.meanKeeping(Ints.of(0)));
        var scale = Tensor.of(3, 5).realize();
        var sum = x.mul(2).add(centred.mul(scale)).add(centred.neg()).sum(0);
        assertThat(sum.toFloats()).containsExactly(2 * 21, 2 * 42);
        assertThat(centred.mul(scale).sum(0).toFloats()).containsExactly(0, 0);
        assertThat(passes(centred.mul(scale).sum(0))).isEqualTo(1);
        // another axis is another sum
        assertThat(centred.sum(1).toFloats()).containsExactly(-18, -9, 27);
        assertThat(centred.mul(x).sum(0).toFloats()[0]).isGreaterThan(100);
    }

    @Test
    void aMeanThatIsNoNumberIsNotHidden() {
        var x = Tensor.of(new float[] {1, INFINITY, Float.NaN, 8}, 2, 2);
        var centred = x.sub(x.meanKeeping(Ints.of(0)));
        assertThat(centred.sum(0).toFloats()).containsExactly(Float.NaN, Float.NaN);
    }

    @Test
    void aNumberTakenAwayThatOnlyLooksLikeAMeanStays() {
        var x = Tensor.of(new float[] {1, 2, 4, 8}, 2, 2).realize();
        var half = x.sub(x.sumKeeping(Ints.of(0)).div(4));
        assertThat(half.sum(0).toFloats()).containsExactly(5 - 2.5f, 10 - 5);
    }

    @Test
    void theGradientOfTheBranchNotTakenIsNotComputed() {
        var weight = Parameter.of(Tensor.of(2, 3));
        var x = Tensor.of(new float[] {1, 2, 4, 8}, 2, 2).realize();
        var endless = Tensor.of(INFINITY, INFINITY).realize();
        var y = Tensor.byMode(x.mul(weight), x.mul(endless).mul(weight)).sum();
        var slope = Gradients.of(y, weight);
        assertThat(slope.toFloats()).containsExactly(INFINITY, INFINITY);
        Step.run(List.of(), Map.of(weight, slope), 1);
        assertThat(weight.toFloats()).containsExactly(5, 10);
    }

    @Test
    void nothingStaysNothingWhateverItMeets() {
        var nothing = Tensor.nothingLike(Tensor.of(1, 2)).realize();
        assertThat(nothing.toFloats()).containsExactly(0, 0);
        var endless = Tensor.of(INFINITY, Float.NaN);
        assertThat(Tensor.nothingLike(endless).mul(endless).toFloats()).containsExactly(0, 0);
        assertThat(Tensor.nothingLike(endless).add(endless).toFloats())
                .containsExactly(INFINITY, Float.NaN);
    }

    private static long passes(Tensor tensor) {
        return tensor.explain().lines().filter(line -> line.startsWith("sum")).count();
    }
}
