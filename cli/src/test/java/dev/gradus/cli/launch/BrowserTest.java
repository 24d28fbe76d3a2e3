package dev.gradus.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserTest {
    private static final String LINK = "http://127.0.0.1:1/?token=a&b";

    @Test
    void eachSystemOpensALinkItsWay() {
        assertThat(Browser.command("Windows 11", Map.of(), LINK).orElseThrow())
                .startsWith("rundll32")
                .endsWith(LINK);
        assertThat(Browser.command("Mac OS X", Map.of(), LINK).orElseThrow())
                .containsExactly("open", LINK);
        assertThat(Browser.command("Linux", Map.of("DISPLAY", ":0"), LINK).orElseThrow())
                .containsExactly("xdg-open", LINK);
    }

    @Test
    void withoutAScreenNothingIsOpened() {
        assertThat(Browser.command("Linux", Map.of(), LINK)).isEmpty();
    }
}
