package dev.gradus.nn.initializer;

import static dev.gradus.nn.Initializers.dirac;
import static dev.gradus.nn.Initializers.glorotUniform;
import static dev.gradus.nn.Initializers.heNormal;
import static dev.gradus.nn.Initializers.heUniform;
import static dev.gradus.nn.Initializers.identityMatrix;
import static dev.gradus.nn.Initializers.leCunUniform;
import static dev.gradus.nn.Initializers.sparse;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.conv2d;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every initializer must hold to.
public class InitializerContractTest {
    private static final Shape WEIGHT = Shape.of(3, 3, 30, 60);
    private static final double IN = 3 * 3 * 30;
    private static final double OUT = 3 * 3 * 60;
    // which part of the numbers the diagonal in the middle is
    private static final double MIDDLE = 30.0 / (3 * 3 * 30 * 60);
    private static final double AVERAGE = 3 * 3 * (30 + 60) / 2.0;

    /// A row for each initializer; [dev.gradus.nn.CompletenessTest] misses none. The last number is
    /// a hash of the bits that seed 1 gives: it must be the same on every machine.
    public enum InitializerCase {
        GLOROT_UNIFORM(
                VarianceScaling.glorotUniform(),
                1 / Math.sqrt(AVERAGE),
                Math.sqrt(3 / AVERAGE),
                -1_908_021_909),
        GLOROT_NORMAL(
                VarianceScaling.glorotNormal(),
                1 / Math.sqrt(AVERAGE),
                2.274 / Math.sqrt(AVERAGE),
                -1_060_028_766),
        HE_UNIFORM(VarianceScaling.heUniform(), Math.sqrt(2 / IN), Math.sqrt(6 / IN), -804_318_747),
        HE_NORMAL(
                VarianceScaling.heNormal(),
                Math.sqrt(2 / IN),
                2.274 * Math.sqrt(2 / IN),
                903_068_402),
        LECUN_NORMAL(
                VarianceScaling.leCunNormal(),
                1 / Math.sqrt(IN),
                2.274 / Math.sqrt(IN),
                1_599_014_125),
        LECUN_UNIFORM(leCunUniform(), 1 / Math.sqrt(IN), Math.sqrt(3 / IN), 187_620_794),
        HE_FAN_OUT(heUniform().fanOut(), Math.sqrt(2 / OUT), Math.sqrt(6 / OUT), 1_271_419_073),
        HE_LEAKY(
                heNormal().slope(0.5),
                Math.sqrt(1.6 / IN),
                2.274 * Math.sqrt(1.6 / IN),
                1_775_869_229),
        GLOROT_GAIN(
                glorotUniform().gain(3),
                3 / Math.sqrt(AVERAGE),
                3 * Math.sqrt(3 / AVERAGE),
                1_401_423_816),
        HE_UNTRUNCATED(
                heNormal().untruncated(), Math.sqrt(2 / IN), 6 * Math.sqrt(2 / IN), -1_448_462_813),
        SPARSE(sparse(0.8).deviation(0.5), 0.5 * Math.sqrt(0.2), 5, -701_036_125),
        DIRAC(dirac().gain(2), 2 * Math.sqrt(MIDDLE * (1 - MIDDLE)), 2, 2 * MIDDLE, -1_270_925_217),
        ORTHOGONAL(new Orthogonal(2), 2 / Math.sqrt(IN), 2, -2_021_665_085),
        TRUNCATED_NORMAL(new TruncatedNormal(0.5), 0.5 * 0.8796, 1, -1_353_981_226),
        NORMAL(new Normal(0.5), 0.5, 5, -834_892_415),
        UNIFORM(new Uniform(-0.5, 0.5), 1 / Math.sqrt(12), 0.5, -1_918_594_699),
        ZEROS(Constant.zeros(), 0, 0, 1_950_300_255),
        ONES(Constant.ones(), 0, 1, -1_010_878_369);

        public final Initializer initializer;
        private final double deviation;
        private final double limit;
        private final double mean;
        private final int hash;

        InitializerCase(Initializer initializer, double deviation, double limit, int hash) {
            this(initializer, deviation, limit, 0, hash);
        }

        InitializerCase(
                Initializer initializer, double deviation, double limit, double mean, int hash) {
            this.mean = mean;
            this.initializer = initializer;
            this.deviation = deviation;
            this.limit = limit;
            this.hash = hash;
        }
    }

    @ParameterizedTest
    @EnumSource
    void spreadsNumbersAsItsFormulaSays(InitializerCase c) {
        var values = c.initializer.values(WEIGHT, Seed.seed(1));
        var mean = mean(values);
        var squares = 0.0;
        for (var value : values) {
            assertThat(Math.abs(value)).isLessThanOrEqualTo((float) c.limit);
            squares += (value - mean) * (value - mean);
        }
        assertThat(values).hasSize(WEIGHT.count());
        assertThat(Math.sqrt(squares / values.length))
                .isCloseTo(c.deviation, within(0.02 * c.deviation));
        if (c.deviation > 0) {
            assertThat(mean).isCloseTo(c.mean, within(5 * c.deviation / Math.sqrt(values.length)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameBitsOnEveryMachine(InitializerCase c) {
        assertThat(Arrays.hashCode(c.initializer.values(Shape.of(7, 5), Seed.seed(1))))
                .isEqualTo(c.hash);
    }

    @ParameterizedTest
    @EnumSource
    void fillsAShapeWithoutAxesAndOneWithoutNumbers(InitializerCase c) {
        assertThat(c.initializer.values(Shape.SCALAR, Seed.seed(1))).hasSize(1);
        assertThat(c.initializer.values(Shape.of(0, 3), Seed.seed(1))).isEmpty();
        assertThat(c.initializer.values(Shape.of(3, 0), Seed.seed(1))).isEmpty();
    }

    @Test
    void turnsWithoutStretchingWhereItIsOrthogonal() {
        for (var sizes : new int[][] {{6, 4}, {4, 6}, {5, 5}}) {
            var q = new Orthogonal(1).tensor(Shape.of(sizes), Seed.seed(1));
            var product = sizes[0] < sizes[1] ? q.matmul(q.transpose()) : q.transpose().matmul(q);
            var n = product.size(0);
            for (var i = 0; i < n * n; i++) {
                assertThat(product.toFloats()[i])
                        .isCloseTo(i % (n + 1) == 0 ? 1 : 0, within(1e-6f));
            }
        }
    }

    @Test
    void letsNumbersThroughAMatrixAndTheMiddleOfAFilter() {
        var x = Tensor.random(2, 5, 6, 3).seed(1).realize();
        var matrix = identityMatrix().tensor(Shape.of(3, 3), Seed.seed(1));
        assertThat(x.matmul(matrix).toFloats()).containsExactly(x.toFloats());
        var layer =
                conv2d(3, 3)
                        .padding(SAME)
                        .initializer(dirac())
                        .build(Shape.of(5, 6, 3), Seed.seed(1));
        assertThat(layer.apply(x).toFloats()).containsExactly(x.toFloats());
        assertThat(identityMatrix().tensor(Shape.of(2, 3), Seed.seed(1)).toFloats())
                .containsExactly(1, 0, 0, 0, 1, 0);
        assertThat(dirac().groups(2).tensor(Shape.of(1, 2, 4), Seed.seed(1)).toFloats())
                .containsExactly(1, 0, 1, 0, 0, 1, 0, 1);
        assertThatThrownBy(() -> dirac().groups(3).tensor(Shape.of(1, 2, 4), Seed.seed(1)))
                .hasMessageContaining("[1, 2, 4]");
    }

    @Test
    void connectsEachOutputWithTheSameNumberOfInputs() {
        var weight = sparse(0.75).tensor(Shape.of(2, 10, 7), Seed.seed(1)).reshape(20, 7);
        var zeros = weight.equal(0).cast(DType.INT64).sum(0);
        assertThat(zeros.toLongs()).containsOnly(15);
        // not the same ones for all
        assertThat(Arrays.stream(weight.equal(0).cast(DType.INT64).sum(1).toLongs()))
                .anyMatch(count -> count > 0 && count < 7);
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatThrownBy(() -> sparse(1.5)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> dirac().groups(0)).hasMessageContaining("0 groups");
        assertThatThrownBy(() -> new Uniform(1, 0)).hasMessageContaining("from 1.0 to 0.0");
        assertThatThrownBy(() -> new Normal(-1)).hasMessageContaining("deviation -1.0");
        assertThatThrownBy(() -> new TruncatedNormal(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() ->
                        new VarianceScaling(
                                0, VarianceScaling.Fan.IN, VarianceScaling.Distribution.UNIFORM))
                .hasMessageContaining("above 0");
    }

    private static double mean(float[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
