package dev.gradus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.benchmarks.compare.Row.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void aComparisonHasTheAgreedKeys() {
        assertThat(Json.write(List.of(Rows.compared("W1", 1, "libtorch", 2))))
                .isEqualTo(
                        """
                        [
                          {"workload":"W1","threads":1,"peer":"libtorch","gradus_ms":0.25,"peer_ms":0.5,"ratio":2.0,\
                        "pairs":15,"quiet":true,"machine":"a machine","peer_version":"libtorch 2.10.0 with MKL",\
                        "date":"2026-02-03"}
                        ]
                        """);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var rows =
                List.of(
                        Rows.compared("W8:1 p99", 2, "tensorflow", 1.25),
                        Rows.own("M4:launch", Unit.US, 3.5),
                        Rows.own("allocation:W1:total", Unit.BYTES, 10),
                        Rows.own("roof:fma", Unit.GFLOPS, 263),
                        Rows.own("roof:read:4MB", Unit.GBS, 105),
                        Rows.missing("W4", "dl4j", "dl4j: cannot do \"it\""));
        assertThat(Json.read(Json.write(rows))).isEqualTo(rows);
    }

    @Test
    void noRowsAreAnEmptyList() {
        assertThat(Json.write(List.of())).isEqualTo("[]\n");
        assertThat(Json.read("[]\n")).isEmpty();
    }

    @Test
    void aRowWithoutItsKeysIsAnError() {
        assertThatThrownBy(() -> Json.read("[{\"workload\":\"W1\"}]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no unit");
    }
}
