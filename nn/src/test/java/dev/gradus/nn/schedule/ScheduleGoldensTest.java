package dev.gradus.nn.schedule;

import static dev.gradus.nn.Schedules.constantRate;
import static dev.gradus.nn.Schedules.cosine;
import static dev.gradus.nn.Schedules.cosineRestarts;
import static dev.gradus.nn.Schedules.cyclic;
import static dev.gradus.nn.Schedules.exponentialDecay;
import static dev.gradus.nn.Schedules.inverseSquareRoot;
import static dev.gradus.nn.Schedules.inverseTimeDecay;
import static dev.gradus.nn.Schedules.milestoneDecay;
import static dev.gradus.nn.Schedules.oneCycle;
import static dev.gradus.nn.Schedules.polynomialDecay;
import static dev.gradus.nn.Schedules.ramp;
import static dev.gradus.nn.Schedules.reduceOnPlateau;
import static dev.gradus.nn.Schedules.stepDecay;
import static dev.gradus.nn.Schedules.warmup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Goldens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A hundred steps of each schedule are those of PyTorch's.
public class ScheduleGoldensTest {
    /// A row for each schedule as a user writes it; [dev.gradus.nn.CompletenessTest] misses none.
    public enum ScheduleCase {
        WARMUP("warmup", warmup(20)),
        RAMP("ramp", ramp(0.3, 0.8, 40)),
        CONSTANT("constant", constantRate(0.3).lasting(40).then(constantRate(1))),
        CONSTANT_PLAIN("", constantRate(0.3)),
        STEP("step", stepDecay(30, 0.3)),
        MILESTONES("milestones", milestoneDecay(0.3, 10, 11, 70)),
        EXPONENTIAL("exponential", exponentialDecay(0.97)),
        EXPONENTIAL_SLOW("exponential", exponentialDecay(Math.pow(0.97, 7)).every(7)),
        POLYNOMIAL("polynomial", polynomialDecay(80).power(2.5)),
        COSINE("cosine", cosine(99).floor(0.1)),
        COSINE_OPEN("cosine", cosine().floor(0.1).over(99)),
        RESTARTS("restarts", cosineRestarts(15).growth(2).floor(0.1)),
        RESTARTS_EVEN("restarts.even", cosineRestarts(15).floor(0.1)),
        CYCLE("cycle", oneCycle().over(100)),
        CYCLE_OTHER("cycle.other", oneCycle(100).rise(0.4).start(0.1).end(0.001)),
        CYCLIC("cyclic", cyclic(15)),
        CYCLIC_HALF("cyclic.half", cyclic(15).peak(0.5)),
        IN_TURN("turn", warmup(20).then(cosine(80))),
        IN_TURN_OPEN("turn", warmup(20).then(cosine()).over(100)),
        PRODUCT("product", exponentialDecay(0.97).times(stepDecay(30, 0.3))),
        INVERSE_TIME("lambda", inverseTimeDecay(0.05)),
        OWN("lambda", step -> 1 / (1 + 0.05 * step)),
        INVERSE_SQUARE_ROOT("root", inverseSquareRoot(20));

        public final Schedule schedule;
        private final String name;

        ScheduleCase(String name, Schedule schedule) {
            this.name = name;
            this.schedule = schedule;
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONSTANT_PLAIN")
    void multipliesTheRateAsPyTorchDoes(ScheduleCase c) {
        var expected = Goldens.tensor("schedule." + c.name).toDoubles();
        for (var step = 0; step < expected.length; step++) {
            assertThat(c.schedule.factor(step))
                    .as("%s, step %d", c.schedule, step)
                    .isCloseTo(expected[step], within(1e-12));
        }
    }

    @Test
    void reducesTheRateOnAPlateauAsPyTorchDoes() {
        var losses = Goldens.tensor("plateau.losses").toDoubles();
        var usual = reduceOnPlateau().watch();
        var other =
                reduceOnPlateau()
                        .factor(0.5)
                        .patience(2)
                        .threshold(0.05)
                        .cooldown(3)
                        .floor(0.05)
                        .watch();
        var ofUsual = Goldens.tensor("plateau.usual").toDoubles();
        var ofOther = Goldens.tensor("plateau.other").toDoubles();
        for (var i = 0; i < losses.length; i++) {
            assertThat(usual.measured(losses[i])).isCloseTo(ofUsual[i], within(1e-9));
            assertThat(other.measured(losses[i])).isCloseTo(ofOther[i], within(1e-9));
        }
        assertThat(ofOther[99]).isLessThan(0.5);
        assertThat(ofUsual[99]).isLessThan(0.5);
    }
}
