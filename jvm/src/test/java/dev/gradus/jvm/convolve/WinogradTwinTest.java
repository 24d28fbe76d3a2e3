package dev.gradus.jvm.convolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gradus.jvm.Lanes;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every vector loop of this package can be rehearsed.
class WinogradTwinTest {
    @Test
    void listsEveryVectorLoop() {
        var loops =
                Arrays.stream(WinogradSteps.class.getDeclaredMethods())
                        .filter(method -> !Modifier.isPrivate(method.getModifiers()));
        assertThat(loops).hasSameSizeAs(WinogradTwin.values());
    }

    @ParameterizedTest
    @EnumSource
    void canBeRehearsed(WinogradTwin loop) {
        assumeThat(Lanes.vectors()).isTrue();
        assertThat(loop.rehearse(1)).isPositive();
        assertThat(loop.rehearse(64)).isGreaterThan(loop.rehearse(1));
    }

    /// A method that is too large for the first compiler never reaches the second.
    @ParameterizedTest
    @EnumSource
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void isPromotedWhenItHasCostEnough(WinogradTwin loop) throws InterruptedException {
        assumeThat(Lanes.GRADUAL).isTrue();
        while (!loop.vectors(1_000_000)) {
            Thread.sleep(1);
        }
    }

    @Test
    void listsEveryProduct() {
        var loops =
                Arrays.stream(VectorWinogradProducts.class.getDeclaredMethods())
                        .filter(method -> !Modifier.isPrivate(method.getModifiers()));
        assertThat(loops).hasSameSizeAs(WinogradProductTwin.values());
    }

    @ParameterizedTest
    @EnumSource
    void productsCanBeRehearsed(WinogradProductTwin loop) {
        assumeThat(Lanes.BITS).isEqualTo(512);
        assertThat(loop.rehearse(1)).isPositive();
        assertThat(loop.rehearse(64)).isGreaterThan(loop.rehearse(1));
    }
}
