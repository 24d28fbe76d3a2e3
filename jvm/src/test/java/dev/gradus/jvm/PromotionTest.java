package dev.gradus.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Loops begin in their scalar form and are promoted when their vector form has become fast.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PromotionTest {
    private static final Promotion.VectorForm FAST = _ -> Long.MAX_VALUE / 1000;

    @BeforeEach
    void needsVectorsOfTheDefaultWidth() {
        assumeThat(Lanes.GRADUAL).isTrue();
    }

    @Test
    void beginsInTheScalarFormAndIsPromotedAfterARehearsal() throws InterruptedException {
        var loop = new Promotion(FAST);
        assertThat(loop.vectors(Promotion.WORTH)).isFalse();
        await(loop);
    }

    @Test
    void isNotRehearsedWhileLittleUsed() throws InterruptedException {
        var calls = new int[1];
        var rare = new Promotion(_ -> ++calls[0] * 0L);
        assertThat(rare.vectors(Promotion.WORTH - 1)).isFalse();
        var common = new Promotion(FAST);
        assertThat(common.vectors(Promotion.WORTH)).isFalse();
        await(common);
        assertThat(calls[0]).isZero();
        assertThat(rare.vectors(0)).isFalse();
    }

    @Test
    void staysScalarIfTheVectorFormFailsAndOthersAreStillPromoted() throws InterruptedException {
        var broken =
                new Promotion(_ -> {
                    throw new NoClassDefFoundError("no vectors");
                });
        assertThat(broken.vectors(2 * Promotion.WORTH)).isFalse();
        var sound = new Promotion(FAST);
        assertThat(sound.vectors(Promotion.WORTH)).isFalse();
        await(sound);
        assertThat(broken.vectors(Promotion.WORTH)).isFalse();
    }

    private static void await(Promotion loop) throws InterruptedException {
        while (!loop.vectors(0)) {
            Thread.sleep(1);
        }
    }
}
