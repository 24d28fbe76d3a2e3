package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page that looks into models in a real browser, where there is one.
class ModelBrowserTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Path BROKEN = Path.of("target", "<b onclick=x>broken.gradus");

    @AutoClose private static Studio studio;
    @AutoClose private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        browser = Chromium.start();
        Files.createDirectories(BROKEN.getParent());
        Files.writeString(BROKEN, "no model");
        studio = Studio.start(0, Learners.in(Path.of("target", "learner")));
        browser.open(studio.link(), 1440, 900);
        browser.await("document.querySelector('main')", SOON);
    }

    @AfterAll
    static void stop() throws Exception {
        Files.deleteIfExists(BROKEN);
    }

    private static void visit(String model, int width) {
        browser.open("about:blank", width, 900);
        browser.open(
                "http://127.0.0.1:%d/model#model=%s".formatted(studio.port(), model), width, 900);
        browser.await("document.querySelector('.stair')", SOON);
    }

    private static String text(String selector) {
        return browser.ask("document.querySelector('%s').textContent".formatted(selector));
    }

    /// The network, a channel, a number: all three are there before anything is clicked, and each figure of
    /// the window is what the products are made of.
    @Test
    void theTelescopeIsOpenFromTheStart() throws Exception {
        visit("made/lenet5", 1440);
        assertThat(text("h1")).startsWith("Untrained: it guesses");
        assertThat(browser.ask("document.querySelectorAll('.col').length")).isEqualTo("9");
        assertThat(browser.ask("document.querySelectorAll('.mx').length")).isEqualTo("3");
        var wrong =
                browser.ask(
                        """
                        (() => { const [a, b, c] = [...document.querySelectorAll('.mx')].map(t => [...t.querySelectorAll('td')].map(d => Number(d.textContent.replace('−', '-'))));
                        return a.filter((v, i) => Math.abs(v * b[i] - c[i]) > 0.011).length; })()\
                        """);
        assertThat(wrong).isEqualTo("0");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everythingIsReachedByKeys() throws Exception {
        visit("made/lenet5", 1440);
        browser.ask("document.querySelector('.col[tabindex=\"0\"]').focus()");
        browser.press("Home");
        assertThat(browser.ask("document.activeElement.dataset.place")).isEqualTo("0");
        browser.press("ArrowRight");
        browser.press("ArrowRight");
        browser.press("ArrowRight");
        assertThat(browser.ask("document.activeElement.dataset.place")).isEqualTo("3");
        browser.press("Enter");
        browser.await("document.querySelectorAll('.channels button').length === 16", SOON);
        browser.await("document.activeElement.dataset.channel === '0'", SOON);
        browser.press("ArrowRight");
        browser.press("Enter");
        browser.await(
                "document.querySelector('.zoomhead h2').textContent === 'All of channel 2'", SOON);
        browser.await("document.querySelectorAll('.weights canvas').length === 6", SOON);
        browser.await("document.activeElement.classList.contains('bigmap')", SOON);
        browser.press("Enter");
        browser.await("document.querySelector('.stair')", SOON);
        var place = text(".trail");
        browser.press("ArrowLeft");
        browser.await("document.querySelector('.trail').textContent !== " + quoted(place), SOON);
        browser.await("document.activeElement.classList.contains('bigmap')", SOON);
        browser.press("Escape");
        browser.await(
                "document.querySelector('.zoomhead h2').textContent === 'All of channel 2'", SOON);
        browser.press("Escape");
        browser.await("document.querySelector('.channels button')", SOON);
        browser.press("Escape");
        browser.await("document.querySelector('.zoomed').hidden", SOON);
        assertThat(browser.ask("document.activeElement.classList.contains('col')"))
                .isEqualTo("true");
        assertThat(browser.complaints()).isEmpty();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "\\'") + "'";
    }

    @Test
    void picturesHaveTablesBesideThem() throws Exception {
        visit("made/lenet5", 1440);
        browser.ask("document.querySelector('[data-how=gradient]').click()");
        browser.await("document.querySelector('.over')", SOON);
        browser.press("t");
        browser.await("document.querySelectorAll('.net .twin tbody tr').length === 9", SOON);
        browser.await("document.querySelectorAll('.mid .twin tbody tr').length === 26", SOON);
        browser.await("document.querySelectorAll('.mattered .twin tbody tr').length === 784", SOON);
        browser.press("t");
        browser.await("!document.querySelector('.twin') && document.querySelector('.stair')", SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void pointsLieOnAMapAndHaveNeighbours() throws Exception {
        visit("made/perceptron", 1440);
        browser.ask("document.querySelector('.points button').click()");
        browser.await("document.querySelectorAll('.cloud [data-point]').length === 200", SOON);
        browser.ask("document.querySelector('.cloud').focus()");
        browser.press("ArrowRight");
        browser.await("document.querySelectorAll('.nearest li').length === 8", SOON);
        assertThat(browser.ask("document.activeElement.classList.contains('cloud')"))
                .isEqualTo("true");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void headsAreShownAndTheirHiddenPlacesHatched() throws Exception {
        visit("made/gpt", 1440);
        assertThat(text(".trail")).contains("head 1");
        browser.ask("document.querySelector('.given').value = 'Elizabeth'");
        browser.ask("document.querySelector('.givenform button').click()");
        browser.await("document.querySelector('.tokensline').textContent === 'Elizabeth'", SOON);
        browser.ask("document.querySelector('.given').value = '你'");
        browser.ask("document.querySelector('.givenform button').click()");
        browser.await(
                "document.querySelector('.notice pre').textContent.includes('not among')", SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    /// The median of the times between frames is printed; how fast is fast enough stands in the documents.
    @Test
    void theTowerScrollsAndHoldsFewColumns() throws Exception {
        visit("made/tower", 1440);
        browser.ask("document.querySelector('.fold').click()");
        browser.await("document.querySelectorAll('.col.narrow').length > 50", SOON);
        var median =
                browser.ask(
                        """
                        new Promise(done => {
                          const scroller = document.querySelector('.scroller');
                          const times = [];
                          let last = performance.now();
                          const step = now => {
                            times.push(now - last);
                            last = now;
                            scroller.scrollLeft += 200;
                            times.length < 120 ? requestAnimationFrame(step) : done(times.sort((a, b) => a - b)[60]);
                          };
                          requestAnimationFrame(step);
                        })\
                        """);
        System.err.println("tower: a frame takes " + median + " ms");
        assertThat(Integer.parseInt(browser.ask("document.querySelectorAll('.col').length")))
                .isLessThan(150);
        browser.ask("document.querySelector('.col').focus()");
        browser.press("End");
        browser.await("document.activeElement.dataset.place === '3334'", SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aFileThatIsNoModelIsNamedAndAnotherCanBeChosen() throws Exception {
        visit("made/perceptron", 1440);
        browser.press("m");
        browser.await("document.querySelector('.modelsdialog').open", SOON);
        assertThat(browser.ask("document.querySelectorAll('.models b b').length")).isEqualTo("0");
        browser.ask(
                "[...document.querySelectorAll('.model')].find(it => it.textContent.includes('broken')).click()");
        browser.await("document.querySelector('.notice pre').textContent.includes('broken')", SOON);
        assertThat(text("h1")).isEqualTo("This model cannot be opened");
        browser.ask("document.querySelector('.notice button').click()");
        browser.ask(
                "[...document.querySelectorAll('.model')].find(it => it.textContent.includes('LeNet')).click()");
        browser.await(
                "document.querySelector('.stair') && !document.querySelector('.notice pre')", SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"made/lenet5", "made/gpt", "made/tower"})
    void nothingIsCutOffOnNarrowScreens(String model) {
        visit(model, 320);
        assertThat(browser.ask("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
    }

    @Test
    void everyControlHasANameAndIsLargeEnough() throws Exception {
        visit("made/lenet5", 1440);
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('button, select, input, a, [tabindex="0"]')]
                                    .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length || e.title))
                                    .map(e => e.outerHTML.slice(0, 100)).join('\\n')\
                                """))
                .isEmpty();
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('button, select, input')]
                                    .filter(e => e.offsetParent).map(e => [e, e.getBoundingClientRect()])
                                    .filter(([, r]) => r.width < 24 || r.height < 24)
                                    .map(([e, r]) => e.outerHTML.slice(0, 80) + ' ' + r.width + 'x' + r.height).join('\\n')\
                                """))
                .isEmpty();
    }
}
