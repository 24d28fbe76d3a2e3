package dev.gradus.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void spansOfTimeAreWrittenInTheUnitPeopleWouldUse() {
        assertThat(Numbers.duration(-1)).isEqualTo("0.0 s");
        assertThat(Numbers.duration(0.42)).isEqualTo("0.4 s");
        assertThat(Numbers.duration(9.96)).isEqualTo("10 s");
        assertThat(Numbers.duration(59.6)).isEqualTo("1 min 0 s");
        assertThat(Numbers.duration(65)).isEqualTo("1 min 5 s");
        assertThat(Numbers.duration(3 * 3600 + 125)).isEqualTo("3 h 2 min");
    }

    @Test
    void onlyNothingIsNothingAndOnlyAllIsAll() {
        assertThat(Numbers.percent(0)).isEqualTo("0 %");
        assertThat(Numbers.percent(0.0001)).isEqualTo("under 0.1 %");
        assertThat(Numbers.percent(0.005)).isEqualTo("0.5 %");
        assertThat(Numbers.percent(0.876)).isEqualTo("88 %");
        assertThat(Numbers.percent(0.99999)).isEqualTo("99.9 %");
        assertThat(Numbers.percent(1)).isEqualTo("100 %");
        assertThat(Numbers.ofHundred(0.996)).isEqualTo(99);
        assertThat(Numbers.ofHundred(1)).isEqualTo(100);
    }

    @Test
    void amountsOfMemoryAreInPowersOf1024() {
        assertThat(Numbers.bytes(512)).isEqualTo("512 bytes");
        assertThat(Numbers.bytes(1536)).isEqualTo("1.5 KB");
        assertThat(Numbers.bytes(24L << 30)).isEqualTo("24 GB");
    }

    @Test
    void oneIsSingular() {
        assertThat(Numbers.counted(1, "epoch", "epochs")).isEqualTo("1 epoch");
        assertThat(Numbers.counted(9_000, "epoch", "epochs")).isEqualTo("9,000 epochs");
    }
}
