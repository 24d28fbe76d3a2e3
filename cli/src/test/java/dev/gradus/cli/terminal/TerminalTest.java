package dev.gradus.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.data.image.TerminalImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void coloursAreForTerminalsOnly() {
        var environment = Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor");
        assertThat(terminal(environment, true).colour()).isTrue();
        assertThat(terminal(environment, true).images()).isEqualTo(TerminalImage.TRUE_COLOUR);
        assertThat(terminal(environment, false).colour()).isFalse();
        assertThat(terminal(environment, false).images()).isEqualTo(TerminalImage.PLAIN);
        assertThat(terminal(environment, false).bold("text")).isEqualTo("text");
    }

    @Test
    void noColorIsRespected() {
        var asked = Map.of("TERM", "xterm-256color", "NO_COLOR", "1");
        assertThat(terminal(asked, true).colour()).isFalse();
        assertThat(terminal(asked, true).interactive()).isTrue();
        assertThat(terminal(asked, true).bad("text")).isEqualTo("text");
        // an empty value means that it is not set
        assertThat(terminal(Map.of("TERM", "xterm", "NO_COLOR", ""), true).colour()).isTrue();
    }

    @Test
    void aDumbTerminalGetsPlainLines() {
        assertThat(terminal(Map.of("TERM", "dumb"), true).interactive()).isFalse();
    }

    @Test
    void barsAreMadeOfWhatCanBeWritten() {
        assertThat(terminal(Map.of(), false).bar(0.5, 4)).isEqualTo("██░░");
        assertThat(terminal(Map.of(), false, StandardCharsets.US_ASCII).bar(0.25, 4))
                .isEqualTo("#...");
        assertThat(terminal(Map.of(), false).bar(2, 3)).isEqualTo("███");
    }

    @Test
    void theLiveLineIsDrawnInPlaceAndLeavesNothingBehind() {
        var live = new LiveLine(terminal(Map.of("TERM", "xterm"), true));
        live.draw("longer");
        live.draw("short");
        live.clear();
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("\rlonger\rshort \r     \r");
    }

    @Test
    void theLiveLineNeverRunsOverTheEdge() {
        new LiveLine(terminal(Map.of("TERM", "xterm"), true)).draw("x".repeat(200));
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("\r" + "x".repeat(59));
    }

    @Test
    void theLiveLineIsSilentWhereNobodyWatches() {
        var live = new LiveLine(terminal(Map.of(), false));
        live.draw("text");
        live.clear();
        assertThat(written.toByteArray()).isEmpty();
    }

    private Terminal terminal(Map<String, String> environment, boolean watched) {
        return terminal(environment, watched, StandardCharsets.UTF_8);
    }

    private Terminal terminal(Map<String, String> environment, boolean watched, Charset charset) {
        var stream = new PrintStream(written, true, charset);
        return Terminal.of(environment, watched, stream, stream, 60);
    }
}
