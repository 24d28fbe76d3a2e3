package dev.gradus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.benchmarks.host.Host;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The conversation survives whatever the other side does.
class ChildTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir Path folder;

    @Test
    void questionsAreAnswered() throws Trouble {
        try (var child = start("well")) {
            assertThat(child.awaitReady(LIMIT)).isEqualTo("fake 1.0");
            assertThat(child.ask("prepare W1", LIMIT)).contains("");
            assertThat(child.ask("steps 20", LIMIT)).contains("2.00000000");
            assertThat(child.ask("prepare W4", LIMIT)).isEmpty();
        }
    }

    @Test
    void noiseDoesNoHarm() throws Trouble {
        try (var child = start("noisy")) {
            assertThat(child.awaitReady(LIMIT)).isEqualTo("fake 1.0");
            assertThat(child.ask("prepare W1", LIMIT)).contains("");
        }
    }

    @Test
    void aCrashIsToldWithItsLastWords() throws Trouble {
        try (var child = start("crash")) {
            child.awaitReady(LIMIT);
            child.ask("prepare W1", LIMIT);
            assertThatThrownBy(() -> child.ask("steps 1", LIMIT))
                    .isInstanceOf(Trouble.class)
                    .hasMessage("ended with status 134: [fake.cpp:7] Error: a tensor fell over");
        }
    }

    @Test
    void aHangIsEnded() throws Trouble {
        try (var child = start("hang")) {
            child.awaitReady(LIMIT);
            child.ask("prepare W1", LIMIT);
            assertThatThrownBy(() -> child.ask("steps 1", SHORT))
                    .hasMessage("gave no answer to \"steps 1\" within 1 s");
        }
    }

    @Test
    void silenceAtTheStartIsEnded() throws Trouble {
        try (var child = start("silent")) {
            assertThatThrownBy(() -> child.awaitReady(SHORT))
                    .hasMessage("gave no answer to starting within 1 s");
        }
    }

    @Test
    void whatIsThrownIsOneSentenceAndTheConversationGoesOn() throws Trouble {
        try (var child = start("throw")) {
            child.awaitReady(LIMIT);
            child.ask("prepare W1", LIMIT);
            assertThatThrownBy(() -> child.ask("steps 1", LIMIT))
                    .hasMessage("IllegalStateException: step 1 is too much");
            assertThat(child.ask("steps 0", LIMIT)).contains("2.00000000");
        }
    }

    @Test
    void aLibraryThatCannotBeLoadedSaysSo() throws Trouble {
        try (var child = start("unable")) {
            assertThatThrownBy(() -> child.awaitReady(LIMIT))
                    .hasMessage("UnsatisfiedLinkError: no fake in java.library.path");
        }
    }

    @Test
    void aProgramThatIsNotThereIsTold() {
        var launch = new Launch("nobody", List.of(folder.resolve("nothing").toString()), Map.of());
        assertThatThrownBy(() -> Child.start(launch, folder.resolve("log")))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("cannot start: ");
    }

    @Test
    void aColdStartIsReadOffThisClock() throws Trouble {
        var launch = fake("well").with("--cold", "W1", "--after", "1,10");
        try (var child = Child.start(launch, folder.resolve("log"))) {
            var first = child.await("step 1", LIMIT).orElseThrow();
            var tenth = child.await("step 10", LIMIT).orElseThrow();
            assertThat(first).isPositive().isLessThanOrEqualTo(tenth);
        }
    }

    @Test
    void aColdStartOfWhatItCannotDoIsNone() throws Trouble {
        var launch = fake("well").with("--cold", "W4", "--after", "1");
        try (var child = Child.start(launch, folder.resolve("log"))) {
            assertThat(child.await("step 1", LIMIT)).isEmpty();
        }
    }

    private Child start(String manner) throws Trouble {
        return Child.start(fake(manner), folder.resolve("log"));
    }

    static Launch fake(String manner) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path =
                String.join(
                        File.pathSeparator, location(FakeContender.class), location(Host.class));
        return new Launch(
                "fake",
                List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dfake=" + manner,
                        "-cp",
                        path,
                        FakeContender.class.getName()),
                Map.of());
    }

    /// Tests are patched into the module, so a class is asked where its own file lies.
    private static String location(Class<?> type) {
        var file = type.getName().replace('.', '/') + ".class";
        var place = String.valueOf(type.getResource("/" + file));
        var folder = place.substring(0, place.length() - file.length());
        return Path.of(URI.create(folder)).toString();
    }
}
