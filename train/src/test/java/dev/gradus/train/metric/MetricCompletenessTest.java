package dev.gradus.train.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.train.Metrics;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// No metric is public without a row in the contract, and no golden without one that is held to it.
class MetricCompletenessTest {
    @Test
    void everyMetricHasARow() {
        var factories =
                Arrays.stream(Metrics.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(MetricCompletenessTest::signature)
                        .toList();
        assertThat(factories).contains("accuracy 0", "topAccuracy 1").doesNotHaveDuplicates();
        assertThat(MetricCase.all().map(MetricCompletenessTest::signature).distinct())
                .containsExactlyInAnyOrderElementsOf(factories);
    }

    private static String signature(Method factory) {
        return factory.getName() + " " + factory.getParameterCount();
    }

    private static String signature(MetricCase row) {
        var call = row.text().substring(0, row.text().indexOf(')') + 1);
        return row.factory() + " " + (call.endsWith("()") ? 0 : call.split(",").length);
    }

    @Test
    void everyGoldenHasARow() {
        assertThat(MetricGoldens.metrics())
                .containsExactlyInAnyOrderElementsOf(
                        MetricCase.all().map(MetricCase::text).toList());
    }

    @Test
    void noTwoRowsAreTheSame() {
        assertThat(MetricCase.all().map(MetricCase::text)).doesNotHaveDuplicates();
    }
}
