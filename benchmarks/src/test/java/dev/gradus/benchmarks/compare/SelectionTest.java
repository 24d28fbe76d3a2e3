package dev.gradus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.benchmarks.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void noWishMeansAll() {
        assertThat(Selection.of(List.of()))
                .hasSize(Workload.all().size() + 6)
                .startsWith("W1", "W2")
                .endsWith("cold", "memory", "size", "allocation");
    }

    @Test
    void aWholeNameMeansThatOneOnly() {
        assertThat(Selection.of(List.of("W8:1"))).containsExactly("W8:1");
    }

    @Test
    void theStartOfANameMeansAllThatStartLikeIt() {
        assertThat(Selection.of(List.of("W8"))).containsExactly("W8:1", "W8:128");
        assertThat(Selection.of(List.of("W"))).hasSize(9);
        assertThat(Selection.of(List.of("M3")))
                .hasSize(24)
                .allMatch(name -> name.startsWith("M3:"));
    }

    @Test
    void theOrderIsThatOfTheReportAndNothingComesTwice() {
        assertThat(Selection.of(List.of("cold", "W3", "W1", "W3")))
                .containsExactly("W1", "W3", "cold");
    }

    @Test
    void aWishThatFitsNothingIsAnError() {
        assertThatThrownBy(() -> Selection.of(List.of("W9")))
                .hasMessageContaining("\"W9\"")
                .hasMessageContaining("W1 to W8");
    }

    @Test
    void figuresStandByTheWorkloadTheyBelongTo() {
        assertThat(Selection.place("W8:1 p99")).isEqualTo(Selection.place("W8:1"));
        assertThat(Selection.place("cold:W1:10")).isEqualTo(Selection.place("cold"));
        assertThat(Selection.place("cold")).isGreaterThan(Selection.place("W8:128"));
    }
}
