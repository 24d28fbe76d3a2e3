package dev.gradus.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WorkloadTest {
    @Test
    void noTwoWorkloadsShareAName() {
        assertThat(Workload.all()).extracting(Workload::name).doesNotHaveDuplicates();
    }

    @Test
    void everyWorkloadIsFoundByItsName() {
        assertThat(Workload.all())
                .allSatisfy(workload ->
                        assertThat(Workload.named(workload.name())).isEqualTo(workload));
    }

    @Test
    void anUnknownNameIsSaid() {
        assertThatThrownBy(() -> Workload.named("W9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("W9");
    }

    @Test
    void withoutDropoutNothingElseChanges() {
        var wide = (Network) Workload.named("W2");
        assertThat(wide.dropout()).isEqualTo(0.2f);
        assertThat(wide.withoutDropout())
                .isEqualTo(new Network("W2", wide.architecture(), true, 128, 0));
    }
}
