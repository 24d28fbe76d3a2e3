package dev.gradus.jvm.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gradus.jvm.Lanes;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every vector loop can be rehearsed, and promoting one changes no bit.
class FloatTwinTest {
    @Test
    void listsEveryVectorLoop() {
        var loops =
                Stream.of(VectorUnary.class, VectorArithmetic.class, VectorChoice.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                        .map(Method::toGenericString);
        assertThat(loops).hasSameSizeAs(FloatTwin.values());
    }

    @ParameterizedTest
    @EnumSource
    void canBeRehearsed(FloatTwin loop) {
        assumeThat(Lanes.vectors()).isTrue();
        assertThat(loop.rehearse(1)).isPositive();
        assertThat(loop.rehearse(64)).isGreaterThan(loop.rehearse(1));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void isPromotedInTheMiddleOfARunWithoutChangingABit() {
        assumeThat(Lanes.GRADUAL).isTrue();
        var a = new float[1021];
        for (var i = 0; i < a.length; i++) {
            a[i] = (i - 500) / 100f;
        }
        var first = new float[a.length];
        FloatLoops.tanh(a, 0, first, 0, a.length);
        var out = new float[a.length];
        while (!FloatTwin.TANH.vectors(0)) {
            FloatLoops.tanh(a, 0, out, 0, a.length);
            assertThat(Arrays.equals(out, first)).isTrue();
        }
        FloatLoops.tanh(a, 0, out, 0, a.length);
        assertThat(out).isEqualTo(first);
    }
}
