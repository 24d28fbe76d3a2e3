package dev.gradus.benchmarks.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Workload;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final Session session = new Session(new Counting());

    @Test
    void stepsAreDoneAndTheResultIsToldInFullPrecision() {
        assertThat(session.answer("prepare W1")).isEqualTo("ok");
        assertThat(session.answer("steps 20")).isEqualTo("ok 20.0000000");
        assertThat(session.answer("steps 5")).isEqualTo("ok 25.0000000");
    }

    @Test
    void preparingAgainStartsAgain() {
        session.answer("prepare W1");
        session.answer("steps 20");
        session.answer("prepare W1");
        assertThat(session.answer("steps 1")).isEqualTo("ok 1.00000000");
    }

    @Test
    void plainMeansWithoutDropout() {
        session.answer("prepare W2");
        assertThat(session.answer("steps 0")).isEqualTo("ok 0.200000003");
        session.answer("prepare W2/plain");
        assertThat(session.answer("steps 0")).isEqualTo("ok 0.00000000");
    }

    @Test
    void whatTheLibraryCannotDoIsNone() {
        assertThat(session.answer("prepare W4")).isEqualTo("none");
        assertThat(session.answer("prepare probe/launch")).isEqualTo("none");
    }

    @Test
    void aWindowCountsTheStepsOfItsTime() {
        session.answer("prepare W1");
        var words = session.answer("window 5").split(" ", -1);
        var steps = Long.parseLong(words[1]);
        assertThat(words[0]).isEqualTo("ok");
        assertThat(Long.parseLong(words[2])).isGreaterThanOrEqualTo(5_000_000);
        assertThat(session.answer("steps 0")).isEqualTo("ok " + Host.number((double) steps));
    }

    @Test
    void latenciesAreThoseOfEachStep() {
        session.answer("prepare W1");
        var words = session.answer("latencies 2").split(" ", -1);
        assertThat(words.length).isBetween(2, 20_001);
        assertThat(session.answer("steps 0")).isEqualTo("ok " + Host.number(words.length - 1));
    }

    @Test
    void memoryIsTwoNumbers() {
        assertThat(session.answer("memory")).matches("ok \\d+ [1-9]\\d*");
    }

    @Test
    void theHeapThatAStepTakesIsCounted() {
        session.answer("prepare W1");
        assertThat(session.answer("allocations 10")).matches("ok [0-9.e+-]+");
        assertThat(session.answer("steps 0")).isEqualTo("ok 10.0000000");
    }

    @Test
    void withNothingPreparedItSaysWhatToDo() {
        assertThatThrownBy(() -> session.answer("steps 1"))
                .hasMessage("nothing is prepared: send \"prepare WORKLOAD\" first");
    }

    @Test
    void anUnknownCommandIsAnError() {
        assertThat(session.answer("dance")).isEqualTo("error unknown command dance");
    }

    /// Counts steps from the network's dropout on; knows all workloads but W4.
    private static final class Counting implements Contender {
        @Override
        public String describe() {
            return "counting";
        }

        @Override
        public Optional<Task> prepare(Workload workload) {
            if (workload.name().equals("W4")) {
                return Optional.empty();
            }
            return Optional.of(
                    new Task() {
                        private double count = ((Network) workload).dropout();

                        @Override
                        public void step() {
                            count++;
                        }

                        @Override
                        public double result() {
                            return count;
                        }
                    });
        }
    }
}
