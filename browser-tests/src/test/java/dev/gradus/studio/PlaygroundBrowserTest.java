package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The playground in a real browser, where there is one.
class PlaygroundBrowserTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Studio studio;
    private static Chromium browser;

    @BeforeAll
    static void start() {
        var program = Chromium.installed();
        assumeThat(program).as("Chromium is installed").isPresent();
        studio = Studio.start(0);
        browser = new Chromium(program.orElseThrow());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            studio.close();
        }
    }

    private static void visit(String settings, int width) {
        browser.open("about:blank", width, 900);
        browser.open(studio.link() + settings, width, 900);
        browser.await(
                "document.querySelector('.whereabouts b').textContent.startsWith('epoch')", SOON);
    }

    @Test
    void theSpiralIsLearntWhileOneWatches() {
        visit("", 1440);
        browser.await(
                "Number(/It gets (\\d+)/.exec(document.querySelector('h1').textContent)?.[1]) > 85"
                        + " || /all 90/.test(document.querySelector('h1').textContent)",
                MINUTE);
        assertThat(browser.complaints()).isEmpty();
        // the key of the launch does not stay in the address
        assertThat(browser.ask("location.href"))
                .asString()
                .doesNotContain("token")
                .endsWith("/playground");
    }

    @Test
    void everyTileShowsWhatItsNeuronAnswers() {
        visit("", 1440);
        var colours =
                browser.ask(
                        """
                        Math.min(...[...document.querySelectorAll('.tile:not(.off) canvas')].map(c =>
                            new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size))\
                        """);
        assertThat(Integer.parseInt(String.valueOf(colours))).isGreaterThan(5);
        assertThat(browser.ask("document.querySelectorAll('.tile:not(.off)').length"))
                .isEqualTo("15");
    }

    @Test
    void everythingIsReachedByKeys() {
        visit("", 1440);
        browser.ask("document.querySelector('main').focus()");
        browser.press("Space");
        browser.await(
                "document.querySelector('.whereabouts').textContent.startsWith('paused')", SOON);
        browser.ask("document.querySelector('[data-place=\"0-1\"]').focus()");
        browser.press("ArrowRight");
        browser.press("ArrowDown");
        assertThat(browser.ask("document.activeElement.dataset.place")).isEqualTo("1-2");
        browser.press("Enter");
        browser.await("document.activeElement.closest('.tin')", SOON);
        for (var key : "-3.5".toCharArray()) {
            browser.press(String.valueOf(key));
        }
        browser.press("Enter");
        browser.await("document.querySelector('#eq').textContent.includes('3.50')", SOON);
        assertThat(browser.ask("document.activeElement.dataset.place")).isEqualTo("1-2");
        var epoch =
                "Number(/epoch (\\d+)/.exec(document.querySelector('.whereabouts').textContent)[1])";
        var before = Integer.parseInt(String.valueOf(browser.ask(epoch)));
        browser.press(".");
        browser.await(epoch + " === " + (before + 1), SOON);
        browser.press("t");
        browser.await("document.querySelectorAll('.twin tbody tr').length > 300", SOON);
        browser.press("t");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theLinkIsTheState() {
        visit("#data=xor&layers=3,2&features=xy&seed=11&hide=data,seed", 1440);
        assertThat(browser.ask("document.querySelectorAll('.tile:not(.off)').length"))
                .isEqualTo("7");
        assertThat(browser.ask("document.querySelector('.sent select').value")).isEqualTo("XOR");
        assertThat(browser.ask("document.querySelector('.ds') === null")).isEqualTo("true");
        assertThat(browser.ask("document.querySelector('.left').textContent"))
                .asString()
                .contains("Hidden for this class: data, seed.");
        browser.ask(
                "const s = document.querySelector('#set-activation'); s.selectedIndex = 1; s.dispatchEvent(new Event('change'))");
        browser.await(
                "location.hash.includes('activation=relu') && location.hash.includes('seed=11')",
                SOON);
    }

    @Test
    void lostNumbersAreExplained() {
        visit("#optimizer=sgd&rate=10&activation=linear", 1440);
        browser.await(
                "document.querySelector('.notice .finding').textContent.includes('hidden layer 2')",
                SOON);
        assertThat(browser.ask("document.querySelector('.notice pre').textContent"))
                .asString()
                .contains("lower the learning rate");
        browser.ask("document.querySelector('.notice .main').click()");
        browser.await(
                "location.hash.includes('rate=1&') && !document.querySelector('.notice .finding')",
                SOON);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 720, 1000, 1280})
    void nothingIsCutOffOnNarrowScreens(int width) {
        visit("", width);
        assertThat(browser.ask("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
    }

    @Test
    void everyControlHasANameAndIsLargeEnough() {
        visit("", 1440);
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('button, select, input, a, [role=slider], [tabindex="0"], canvas.plane')]
                                    .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length || e.title))
                                    .map(e => e.outerHTML).join('\\n')\
                                """))
                .isEqualTo("");
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('button, select, input')]
                                    .filter(e => e.offsetParent).map(e => [e, e.getBoundingClientRect()])
                                    .filter(([, r]) => r.width < 24 || r.height < 24)
                                    .map(([e, r]) => e.outerHTML.slice(0, 80) + ' ' + r.width + 'x' + r.height).join('\\n')\
                                """))
                .isEqualTo("");
    }
}
