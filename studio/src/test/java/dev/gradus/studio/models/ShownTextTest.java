package dev.gradus.studio.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTextTest {
    @Test
    void namesAreShownHarmless() {
        assertThat(ShownText.line("a\u202eb\nc\u0000")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
        assertThat(ShownText.line("x".repeat(500))).hasSize(121).endsWith("…");
        assertThat(ShownText.line("Größe 🙂.gradus")).isEqualTo("Größe 🙂.gradus");
    }
}
