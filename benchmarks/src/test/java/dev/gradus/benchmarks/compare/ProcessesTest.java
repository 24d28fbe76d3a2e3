package dev.gradus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    @TempDir Path folder;

    @Test
    void aContenderStaysForTheNextInItsCompany() throws Trouble {
        try (var processes = new Processes()) {
            processes.enter("M1-1");
            var first = start(processes, "well");
            assertThat(first.version()).isEqualTo("fake 1.0");
            processes.enter("M1-1");
            assertThat(start(processes, "well")).isSameAs(first);
        }
    }

    @Test
    void inAnotherCompanyItIsStartedAgain() throws Trouble {
        try (var processes = new Processes()) {
            processes.enter("M1-1");
            var first = start(processes, "well");
            processes.enter("M1-2");
            assertThat(first.child().isUsable()).isFalse();
            assertThat(start(processes, "well")).isNotSameAs(first);
        }
    }

    @Test
    void whoDiedOrFellSilentIsStartedAgain() throws Trouble {
        for (var manner : new String[] {"crash", "hang"}) {
            try (var processes = new Processes()) {
                var first = start(processes, manner);
                first.child().ask("prepare W1", Duration.ofSeconds(60));
                assertThatThrownBy(() -> first.child().ask("steps 1", Duration.ofSeconds(1)))
                        .isInstanceOf(Trouble.class);
                var second = start(processes, manner);
                assertThat(second).isNotSameAs(first);
                assertThat(second.child().isUsable()).isTrue();
            }
        }
    }

    @Test
    void whoCannotStartIsNamed() {
        try (var processes = new Processes()) {
            assertThatThrownBy(() -> start(processes, "unable"))
                    .hasMessage("fake: UnsatisfiedLinkError: no fake in java.library.path");
        }
    }

    private Processes.Running start(Processes processes, String manner) throws Trouble {
        return processes.of(ChildTest.fake(manner), folder.resolve("log"));
    }
}
