package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DTypeTest {
    @ParameterizedTest
    @CsvSource({
        "BOOL, UINT8, UINT8",
        "UINT8, INT32, INT32",
        "INT32, INT64, INT64",
        "INT64, FLOAT32, FLOAT32",
        "FLOAT32, FLOAT64, FLOAT64",
        "BOOL, FLOAT64, FLOAT64",
        "INT32, INT32, INT32"
    })
    void theLaterTypeWins(DType first, DType second, DType met) {
        assertThat(first.promote(second)).isEqualTo(met);
        assertThat(second.promote(first)).isEqualTo(met);
        var sum = zero(first).mul(zero(second));
        assertThat(sum.type()).isEqualTo(met);
        assertThat(sum.buffer().type()).isEqualTo(met);
    }

    @ParameterizedTest
    @EnumSource
    void aNumberInJavaTakesTheTypeOfTheTensorIfItFits(DType type) {
        var whole = type == DType.BOOL ? DType.FLOAT32 : type;
        assertThat(zero(type).add(2).type()).isEqualTo(whole);
        var fraction = type.isFloating() ? type : DType.FLOAT32;
        assertThat(zero(type).add(0.5).type()).isEqualTo(fraction);
    }

    @ParameterizedTest
    @EnumSource
    void functionsWithFractionsGiveFractions(DType type) {
        var expected = type == DType.FLOAT64 ? DType.FLOAT64 : DType.FLOAT32;
        assertThat(zero(type).exp().type()).isEqualTo(expected);
        assertThat(zero(type).mean().type()).isEqualTo(expected);
        assertThat(zero(type).softmax(0).type()).isEqualTo(expected);
    }

    @Test
    void sumsOfSmallTypesAreWide() {
        assertThat(zero(DType.UINT8).sum().type()).isEqualTo(DType.INT64);
        assertThat(zero(DType.BOOL).sum().type()).isEqualTo(DType.INT64);
        assertThat(zero(DType.INT32).sum().type()).isEqualTo(DType.INT32);
        assertThat(Tensor.of(new byte[] {(byte) 200, 100}, 2).sum().item()).isEqualTo(300);
    }

    @Test
    void comparisonsGiveTruthAndPositionsAreInt64() {
        assertThat(zero(DType.FLOAT64).less(1).type()).isEqualTo(DType.BOOL);
        assertThat(zero(DType.UINT8).argmax().type()).isEqualTo(DType.INT64);
        assertThat(zero(DType.FLOAT32).argsort(0).type()).isEqualTo(DType.INT64);
    }

    @Test
    void bytesAreUnsigned() {
        var bytes = Tensor.of(new byte[] {(byte) 250}, 1);
        assertThat(bytes.item()).isEqualTo(250);
        assertThat(bytes.add(bytes).item()).isEqualTo(244);
        assertThat(bytes.cast(DType.FLOAT32).item()).isEqualTo(250);
        assertThat(bytes.abs().item()).isEqualTo(250);
    }

    @Test
    void wholeNumbersWrapAndKeepAllTheirDigits() {
        var large = (1L << 53) + 1;
        assertThat(Tensor.of(new long[] {large}, 1).neg().toLongs()).containsExactly(-large);
        assertThat(Tensor.of(new int[] {Integer.MIN_VALUE}, 1).neg().toLongs())
                .containsExactly(Integer.MIN_VALUE);
        assertThat(Tensor.of(new int[] {Integer.MIN_VALUE, 5}, 2).min().toLongs())
                .containsExactly(Integer.MIN_VALUE);
    }

    @Test
    void castsCutFractionsOff() {
        assertThat(Tensor.of(-1.75f, 1.75f).cast(DType.INT32).toLongs()).containsExactly(-1, 1);
        assertThat(Tensor.of(-0.5f, 0f).cast(DType.BOOL).toLongs()).containsExactly(1, 0);
    }

    @Test
    void namesAreThoseOfFiles() {
        assertThat(DType.values())
                .extracting(DType::toString)
                .containsExactly("bool", "uint8", "int32", "int64", "float32", "float64");
        assertThat(DType.values()).extracting(DType::bytes).containsExactly(1, 1, 4, 8, 4, 8);
    }

    private static Tensor zero(DType type) {
        return Tensor.zeros(2).cast(type);
    }
}
