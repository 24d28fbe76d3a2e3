package dev.gradus.nn.schedule;

import static dev.gradus.nn.Optimizers.sgd;
import static dev.gradus.nn.Schedules.constantRate;
import static dev.gradus.nn.Schedules.cosine;
import static dev.gradus.nn.Schedules.cosineRestarts;
import static dev.gradus.nn.Schedules.exponentialDecay;
import static dev.gradus.nn.Schedules.milestoneDecay;
import static dev.gradus.nn.Schedules.oneCycle;
import static dev.gradus.nn.Schedules.polynomialDecay;
import static dev.gradus.nn.Schedules.reduceOnPlateau;
import static dev.gradus.nn.Schedules.stepDecay;
import static dev.gradus.nn.Schedules.warmup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void growsFromAPartOfTheRateToAllOfIt() {
        var schedule = warmup(4);
        assertThat(schedule.factor(0)).isEqualTo(0.25);
        assertThat(schedule.factor(3)).isEqualTo(1);
        assertThat(schedule.factor(100)).isEqualTo(1);
    }

    @Test
    void staysAtItsEndOnceItIsReached() {
        assertThat(cosine(10).floor(0.1).factor(1_000)).isCloseTo(0.1, within(1e-12));
        assertThat(polynomialDecay(10).floor(0.2).factor(1_000)).isCloseTo(0.2, within(1e-12));
        assertThat(oneCycle(10).end(0.01).factor(1_000)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void managesTheShortestRuns() {
        for (long steps = 1; steps < 5; steps++) {
            for (long step = 0; step < steps; step++) {
                assertThat(oneCycle(steps).factor(step)).isBetween(0.0, 1.0);
                assertThat(cosine(steps).factor(step)).isBetween(0.0, 1.0);
                assertThat(warmup(3).then(cosine()).over(steps).factor(step)).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void beginsEachWaveLowerIfWished() {
        var schedule = cosineRestarts(10).peak(0.5);
        assertThat(schedule.factor(0)).isEqualTo(1);
        assertThat(schedule.factor(10)).isEqualTo(0.5);
        assertThat(schedule.factor(25)).isCloseTo(0.125, within(1e-12));
        assertThat(cosineRestarts(10).growth(2).peak(0.5).factor(30)).isEqualTo(0.25);
    }

    @Test
    void countsTheStepsOfWhatFollowsFromItsOwnBeginning() {
        var schedule = warmup(2).then(constantRate(0.5).lasting(3)).then(exponentialDecay(0.1));
        assertThat(schedule.factor(1)).isEqualTo(1);
        assertThat(schedule.factor(4)).isEqualTo(0.5);
        assertThat(schedule.factor(5)).isEqualTo(1);
        assertThat(schedule.factor(6)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void tellsThatItDoesNotKnowHowLongTheRunIs() {
        assertThatThrownBy(() -> cosine().factor(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cosine(2_000)");
        var optimizer = sgd(0.1).on(List.of(Parameter.of(Tensor.ones(1))));
        assertThatThrownBy(() -> optimizer.schedule(oneCycle()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("oneCycle(2_000)");
    }

    @Test
    void refusesWhatCannotBeFollowed() {
        assertThatThrownBy(() -> constantRate(0.1).then(cosine(10)))
                .hasMessage(
                        "constantRate(0.1) has no end, so cosine(10) cannot follow it: say how long it lasts, as in constantRate(0.1).lasting(100).then(...)");
        assertThatThrownBy(() -> cosine().then(constantRate(1))).hasMessageContaining("no end");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatThrownBy(() -> warmup(0)).hasMessageContaining("warmup's steps was given 0");
        assertThatThrownBy(() -> cosine(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> stepDecay(0, 0.1)).hasMessageContaining("interval");
        assertThatThrownBy(() -> milestoneDecay(0.1, 5, 5)).hasMessageContaining("rising order");
        assertThatThrownBy(() -> reduceOnPlateau().factor(1)).hasMessageContaining("below 1");
        assertThatThrownBy(() -> oneCycle(10).rise(1)).hasMessageContaining("rise");
    }

    @Test
    void isWrittenAsInAProgram() {
        assertThat(warmup(100).then(cosine(2_000).floor(0.1)))
                .hasToString("warmup(100).then(cosine(2000).floor(0.1))");
        assertThat(cosine()).hasToString("cosine()");
        assertThat(milestoneDecay(0.1, 30, 60)).hasToString("milestoneDecay(0.1, 30, 60)");
        assertThat(reduceOnPlateau().patience(5)).hasToString("reduceOnPlateau().patience(5)");
    }
}
