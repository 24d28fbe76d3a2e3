package dev.gradus.benchmarks.contender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.benchmarks.workload.Limit;
import org.junit.jupiter.api.Test;

class RoofTest {
    @Test
    void everyLimitHasANameOfItsOwn() {
        assertThat(Limit.ALL)
                .extracting(Limit::name)
                .doesNotHaveDuplicates()
                .contains("roof:fma", "roof:read:16KB", "roof:add:4MB");
    }

    @Test
    void aStepDoesWhatItSays() {
        for (var name : new String[] {"roof:fma", "roof:read:256KB", "roof:add:256KB"}) {
            var task = OwnProbes.probe(name).orElseThrow();
            task.step();
            assertThat(task.result()).as(name).isGreaterThan(1e8);
        }
    }

    @Test
    void whatIsNoLimitIsNotThere() {
        assertThat(OwnProbes.probe("roof:divide")).isEmpty();
    }
}
