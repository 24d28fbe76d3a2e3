package dev.gradus.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {
    @Test
    void breaksBetweenWords() {
        assertThat(Paragraph.wrap("one two  three four", 9))
                .containsExactly("one two", "three", "four");
    }

    @Test
    void leavesALongWordWhole() {
        assertThat(Paragraph.wrap("a incomprehensibility b", 8))
                .containsExactly("a", "incomprehensibility", "b");
    }
}
