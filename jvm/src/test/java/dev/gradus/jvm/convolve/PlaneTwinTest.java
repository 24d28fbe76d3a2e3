package dev.gradus.jvm.convolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gradus.jvm.Lanes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every vector loop over planes can be rehearsed.
class PlaneTwinTest {
    @Test
    void listsEveryVectorLoop() {
        var loops =
                Arrays.stream(VectorFloatPlanes.class.getDeclaredMethods())
                        .filter(method -> method.getName().matches("one|two|three|four|turn"));
        assertThat(loops).hasSameSizeAs(PlaneTwin.values());
        assertThat(Arrays.stream(PlaneTwin.values()).skip(FloatPlanes.MOST_COLUMNS))
                .containsExactly(PlaneTwin.TURN);
    }

    @ParameterizedTest
    @EnumSource
    void canBeRehearsed(PlaneTwin loop) {
        assumeThat(Lanes.vectors()).isTrue();
        assertThat(loop.rehearse(1)).isPositive();
        if (loop != PlaneTwin.TURN) {
            assertThat(loop.rehearse(64)).isGreaterThan(loop.rehearse(1));
        }
    }
}
