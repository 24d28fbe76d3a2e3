package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.ComputationInterruptedException;
import dev.gradus.tensor.Device;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever goes wrong in the middle of a step, wherever: parameters are as they were before it,
/// and the next step is as if nothing had happened.
class FaultTest {
    private static final float[] FIRST = {0.5f, -1, 2, 0.25f, -0.75f, 1.5f};
    private static final float[] SECOND = {1, -1, 0.5f};

    private final Parameter first = Parameter.of(Tensor.of(FIRST, 2, 3));
    private final Parameter second = Parameter.of(Tensor.of(SECOND, 3, 1));
    private final Parameter mean = Parameter.state(Tensor.zeros(3));
    private final FaultyBackend faulty =
            new FaultyBackend(Device.all().getFirst().backend().orElseThrow());
    private final Device device = Device.of(faulty);

    @AfterEach
    void noInterruptIsLeftBehind() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anExceptionInAnyKernelLeavesParametersAsTheyWere() {
        var kernels = kernelsOfAStep();
        for (var kernel = 0; kernel < kernels; kernel++) {
            faulty.at(
                    kernel,
                    () -> {
                        throw new IllegalStateException("on purpose");
                    });
            assertThatThrownBy(this::step).hasMessage("on purpose");
            nothingChanged(1);
        }
        theNextStepIsAsIfNothingHadHappened();
    }

    @Test
    void anInterruptInAnyKernelButTheLastStopsTheStep() {
        var kernels = kernelsOfAStep();
        for (var kernel = 0; kernel < kernels - 1; kernel++) {
            faulty.at(kernel, Thread.currentThread()::interrupt);
            assertThatThrownBy(this::step)
                    .isInstanceOf(ComputationInterruptedException.class)
                    .hasMessageContaining("keep the values they had before the step");
            assertThat(Thread.interrupted()).as("the thread is still marked").isTrue();
            nothingChanged(1);
        }
        theNextStepIsAsIfNothingHadHappened();
    }

    @Test
    void aThreadThatIsInterruptedAlreadyDoesNotBegin() {
        kernelsOfAStep();
        faulty.never();
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::step).isInstanceOf(ComputationInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(faulty.kernels()).isZero();
        nothingChanged(1);
    }

    @Test
    void anErrorOfTheVirtualMachineLeavesParametersAsTheyWere() {
        kernelsOfAStep();
        faulty.at(
                1,
                () -> {
                    throw new OutOfMemoryError("on purpose");
                });
        assertThatThrownBy(this::step).isInstanceOf(OutOfMemoryError.class);
        nothingChanged(1);
        theNextStepIsAsIfNothingHadHappened();
    }

    @Test
    void anIndexOutOfRangeIsFoundOnEveryDeviceAndChangesNothing() {
        for (var place : Device.all()) {
            var labels = Tensor.of(new long[] {0, 3}, 2);
            var loss = first.take(1, labels).sum();
            assertThatThrownBy(() ->
                            Device.run(
                                    place,
                                    () -> {
                                        Step.run(List.of(loss), Map.of(first, first.mul(2)), 1);
                                        return null;
                                    }))
                    .as(place.name())
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContainingAll("index 3", "0 to 2");
            assertThat(first.toFloats()).containsExactly(FIRST);
        }
    }

    @Test
    void dividingWholeNumbersByZeroIsRefusedOnEveryDevice() {
        for (var place : Device.all()) {
            var quotient = Tensor.of(new int[] {1, 2}, 2).div(Tensor.of(new int[] {1, 0}, 2));
            assertThatThrownBy(() -> Device.run(place, quotient::realize))
                    .as(place.name())
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContainingAll("divided by 0", "cast to float32");
        }
    }

    private int kernelsOfAStep() {
        faulty.never();
        step();
        var kernels = faulty.kernels();
        assertThat(kernels).isGreaterThan(5);
        first.set(Tensor.of(FIRST, 2, 3));
        second.set(Tensor.of(SECOND, 3, 1));
        mean.set(Tensor.zeros(3));
        return kernels;
    }

    private void step() {
        var x = Tensor.of(new float[][] {{1, 2}, {3, -4}, {-5, 6}, {0.5f, 0.25f}});
        var hidden = x.matmul(first).tanh();
        var watched = hidden.assigning(mean, mean.mul(0.5).add(hidden.mean(0).mul(0.5)));
        var loss = watched.matmul(second).square().mean();
        var slopes = Gradients.of(loss, List.of(first, second));
        var updates =
                Map.<Parameter, Tensor>of(
                        first, first.sub(slopes.getFirst().mul(0.1)),
                        second, second.sub(slopes.getLast().mul(0.1)));
        Device.run(
                device,
                () -> {
                    Step.run(List.of(loss), updates, 1);
                    return null;
                });
    }

    private void nothingChanged(int changesBefore) {
        assertThat(first.toFloats()).containsExactly(FIRST);
        assertThat(second.toFloats()).containsExactly(SECOND);
        assertThat(mean.toFloats()).containsOnly(0);
        // one change of the undisturbed step, one back
        assertThat(first.version()).isEqualTo(changesBefore + 1);
    }

    private void theNextStepIsAsIfNothingHadHappened() {
        faulty.never();
        step();
        var afterFaults = List.of(first.toFloats(), second.toFloats(), mean.toFloats());
        var fresh = new FaultTest();
        fresh.step();
        assertThat(afterFaults.get(0)).isEqualTo(fresh.first.toFloats()).isNotEqualTo(FIRST);
        assertThat(afterFaults.get(1)).isEqualTo(fresh.second.toFloats());
        assertThat(afterFaults.get(2)).isEqualTo(fresh.mean.toFloats());
    }
}
