package dev.gradus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.benchmarks.compare.Row.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class RooflineTest {
    private static final Row PEAK = Rows.own("roof:fma", Unit.GFLOPS, 200);

    private final Roofline roofline = new Roofline(List.of(PEAK));

    @Test
    void theShareIsTheArithmeticByTheTimeAndThePeak() {
        // 2 * 256^3 in a quarter of a millisecond are 134 GFLOP/s.
        var row = Rows.compared("M1:256x256x256:NN", 1, "libtorch", 1);
        assertThat(roofline.share(row).orElseThrow()).isBetween(0.671, 0.672);
    }

    @Test
    void thereIsNoneAtOtherThreadsOrWithoutArithmetic() {
        assertThat(roofline.share(Rows.compared("W1", 2, "libtorch", 1))).isEmpty();
        assertThat(roofline.share(Rows.compared("M2:add:4096", 1, "libtorch", 1))).isEmpty();
        assertThat(roofline.share(Rows.compared("cold:W1:1", 1, "libtorch", 1))).isEmpty();
        assertThat(roofline.share(Rows.missing("W1", "libtorch", "away"))).isEmpty();
        assertThat(roofline.share(PEAK)).isEmpty();
    }
}
