package dev.gradus.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void escapesTextAndAttributes() {
        var markup = new Markup().leaf("p", "a < b & c", "title", "\"it's\"");
        assertThat(markup).hasToString("<p title=\"&quot;it&#39;s&quot;\">a &lt; b &amp; c</p>");
    }

    @Test
    void replacesWhatXmlCannotHold() {
        assertThat(new Markup().leaf("p", "a\u0000b\uD800c\uD83D\uDE00"))
                .hasToString("<p>a\uFFFDb\uFFFDc\uD83D\uDE00</p>");
    }

    @Test
    void refusesToEndWithAnElementOpen() {
        assertThatThrownBy(() -> new Markup().open("p").toString())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("p");
    }

    @Test
    void roundsCoordinates() {
        assertThat(Markup.number(12)).isEqualTo("12");
        assertThat(Markup.number(1.0 / 3)).isEqualTo("0.33");
        assertThat(Markup.number(-0.001)).isEqualTo("0");
    }
}
