package dev.gradus.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildJvmTest {
    @Test
    void theOptionsOfTheUserReplaceTheUsualOnes() {
        var classes = Path.of("classes");
        assertThat(ChildJvm.command("Main", classes, List.of("a"), Map.of()))
                .contains("-XX:+UseSerialGC")
                .endsWith("Main", "a");
        assertThat(
                        ChildJvm.command(
                                "Main",
                                classes,
                                List.of(),
                                Map.of("GRADUS_JAVA_OPTS", " -Xmx1g  -Xss1m ")))
                .containsSequence("-Xmx1g", "-Xss1m", "--module-path")
                .doesNotContain("-XX:+UseSerialGC");
    }
}
