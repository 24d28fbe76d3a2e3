package dev.gradus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    @Test
    void theMachineIsBusyOrTakenAwayButNotWaiting() {
        assertThat(ProcessorTime.ofMachine("cpu  1 2 4 1000 2000 8 16 32 64 128"))
                .isEqualTo(1 + 2 + 4 + 8 + 16 + 32);
        assertThat(ProcessorTime.ofMachine("")).isZero();
    }

    @Test
    void aProcessWithSpacesAndBracketsInItsNameIsRead() {
        var fields = " S 1 2 3 4 5 6 7 8 9 10 100 20 3 4 20 0 1 0";
        assertThat(ProcessorTime.ofProcess("42 (a (b) c)" + fields)).isEqualTo(127);
        assertThat(ProcessorTime.ofProcess("")).isZero();
    }

    @Test
    void aTwentiethOfAProcessorIsLittle() {
        assertThat(ProcessorTime.isLittle(7, 1)).isTrue();
        assertThat(ProcessorTime.isLittle(8, 1)).isFalse();
        assertThat(ProcessorTime.isLittle(-3, 1)).isTrue();
        assertThat(ProcessorTime.isLittle(60, 10)).isFalse();
    }

    @Test
    void thisProcessHasUsedSome() {
        var process = ProcessHandle.current();
        if (process.info().totalCpuDuration().isPresent()
                && System.getProperty("os.name").equals("Linux")) {
            assertThat(ProcessorTime.ofProcess(process.pid())).isPositive();
        }
    }
}
