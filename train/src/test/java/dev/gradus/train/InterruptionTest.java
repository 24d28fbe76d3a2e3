package dev.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradus.tensor.ComputationInterruptedException;
import dev.gradus.tensor.Tensor;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    @Test
    void workIsDoneInSpiteOfAnInterruptWhichIsKept() {
        Thread.currentThread().interrupt();

        var sum = Interruption.holdBack(() -> Tensor.arange(5).mul(3).sum().item());

        assertThat(sum).isEqualTo(30);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void workThatAnInterruptBreaksIsDoneAnew() {
        var runs = new int[1];

        var sum =
                Interruption.holdBack(() -> {
                    if (runs[0]++ == 0) {
                        Thread.currentThread().interrupt();
                    }
                    return Tensor.arange(7).mul(5).sum().item();
                });

        assertThat(sum).isEqualTo(105);
        assertThat(runs[0]).isEqualTo(2);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void otherFailuresPass() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        Interruption.holdBack(() -> {
                            throw new CancellationException("closed");
                        }));
        assertThat(Interruption.is(new CancellationException())).isFalse();
        assertThat(Interruption.is(new ComputationInterruptedException())).isTrue();
        assertThat(Thread.interrupted()).isFalse();
    }
}
