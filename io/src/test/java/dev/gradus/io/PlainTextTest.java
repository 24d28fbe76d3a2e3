package dev.gradus.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void namesAreShownHarmless() {
        assertThat(PlainText.line("a\u202eb\nc\u0000", 120)).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
        assertThat(PlainText.line("x".repeat(500), 120)).hasSize(121).endsWith("…");
        assertThat(PlainText.line("Größe 🙂.gradus", 120)).isEqualTo("Größe 🙂.gradus");
    }
}
