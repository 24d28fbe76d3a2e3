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

/// The deepest zoom into layers that are made of parts: gates of an LSTM, a transposed convolution, a network
/// with two answers.
class ModelZoomBrowserTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Path LSTM = Path.of("target", "zoom-lstm.gradus");
    private static final Path TWO = Path.of("target", "zoom-two.gradus");
    private static final Path PICTURES = Path.of("target", "zoom-pictures.gradus");

    @AutoClose private static Studio studio;
    @AutoClose private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        browser = Chromium.start();
        Files.createDirectories(LSTM.getParent());
        SavedModels.recurrent(LSTM);
        SavedModels.twoOutputs(TWO);
        SavedModels.autoencoder(PICTURES);
        studio = Studio.start(0, Learners.in(Path.of("target", "learner")));
        browser.open(studio.link(), 1440, 900);
        browser.await("document.querySelector('main')", SOON);
    }

    @AfterAll
    static void stop() throws Exception {
        Files.deleteIfExists(LSTM);
        Files.deleteIfExists(TWO);
        Files.deleteIfExists(PICTURES);
    }

    private static void visit(Path model, int width) {
        browser.open("about:blank", width, 900);
        browser.open(
                "http://127.0.0.1:%d/model#model=file/%s"
                        .formatted(studio.port(), model.toString().replace('\\', '/')),
                width,
                900);
        browser.await("document.querySelector('.mid p.words')", SOON);
    }

    private static String text(String selector) {
        return browser.ask("document.querySelector('%s').textContent".formatted(selector));
    }

    private static void noRuleIsBroken() {
        assertThat(Axe.violations(browser.page())).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    /// From what an LSTM says to one of its gates, and from there to what it said before: by keys alone.
    @Test
    void aGateIsReachedAndTheMomentBeforeIt() throws Exception {
        visit(LSTM, 1440);
        browser.await("document.querySelectorAll('.chain > ol > li').length === 6", SOON);
        assertThat(
                        browser.ask(
                                "[...document.querySelectorAll('.chain h4 .link')].map(it => it.textContent).join(', ')"))
                .isEqualTo("Input gate, Forget gate, Candidate, Memory, Memory, bent, Output gate");
        var moment = text(".trail");
        browser.ask("document.querySelectorAll('.chain h4 .link')[1].focus()");
        browser.press("Enter");
        browser.await("document.querySelector('.trail').textContent.includes('Forget gate')", SOON);
        assertThat(text(".trail").replaceAll(".*›", "")).isEqualTo(moment.replaceAll(".*›", ""));
        browser.await("document.querySelector('.mid .stair')", SOON);
        browser.ask("document.querySelector('.moment .link').focus()");
        browser.press("Enter");
        browser.await(
                "document.querySelector('.trail').textContent !== '%s' && document.querySelector('.mid .stair')"
                        .formatted(moment.replace("What it says", "Forget gate")),
                SOON);
        // a term is where what it said at the moment before stands
        browser.ask("document.querySelector('.mid .stair [role=button]').focus()");
        browser.press("Enter");
        browser.await(
                "!document.querySelector('.trail').textContent.includes('Forget gate')", SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theGatesOfAnLstmBreakNoRule(boolean dark) {
        browser.dark(dark);
        visit(LSTM, 1440);
        browser.await("document.querySelectorAll('.chain .stair').length === 5", SOON);
        noRuleIsBroken();
        visit(LSTM, 320);
        browser.await("document.querySelectorAll('.chain .stairlist').length === 5", SOON);
        // high enough for all of it: what the bar at the thumb covers is no target at this moment
        browser.page().setViewportSize(320, 5000);
        noRuleIsBroken();
        assertThat(browser.ask("document.documentElement.scrollWidth")).isEqualTo("320");
        browser.dark(false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTransposedConvolutionBreaksNoRule(boolean dark) {
        browser.dark(dark);
        visit(PICTURES, 1440);
        browser.ask("document.querySelector('.col[data-place=\"3\"]').click()");
        browser.await("document.querySelectorAll('.channels button').length === 8", SOON);
        browser.ask("document.querySelector('.channels [data-channel=\"6\"]').click()");
        browser.await("document.querySelector('.weights canvas')", SOON);
        browser.ask("document.querySelector('.bigmap').focus()");
        browser.press("Enter");
        browser.await("document.querySelectorAll('.mx').length === 3", SOON);
        // it moves by 2: of nine weights four, two or one meet a number
        assertThat(Integer.parseInt(browser.ask("document.querySelectorAll('.mx td.none').length")))
                .isBetween(5, 8);
        noRuleIsBroken();
        browser.dark(false);
    }

    @Test
    void oneOfTwoAnswersIsChosen() {
        visit(TWO, 1440);
        browser.await("document.querySelector('#output').options.length === 2", SOON);
        assertThat(text("h1")).endsWith("for kind");
        browser.ask("document.querySelector('#output').focus()");
        browser.press("ArrowDown");
        browser.await("document.querySelector('h1').textContent.endsWith('for price')", SOON);
        assertThat(browser.ask("document.activeElement.id")).isEqualTo("output");
        noRuleIsBroken();
    }

    /// Of 256 features 32 are listed; each of the others is reached by its number.
    @Test
    void aFeatureThatIsNotListedIsReachedByItsNumber() {
        browser.open("about:blank", 1440, 900);
        browser.open(
                "http://127.0.0.1:%d/model#model=made/gpt".formatted(studio.port()), 1440, 900);
        browser.await("document.querySelector('.mid p.words')", SOON);
        browser.ask(
                "[...document.querySelectorAll('.col')].find(it => it.textContent.includes('32 × 192')).click()");
        browser.await("document.querySelector('.anychannel')", SOON);
        browser.page().locator(".anychannel").fill("191");
        browser.press("Enter");
        browser.await(
                "document.querySelector('.zoomhead h2').textContent === 'All of feature 191'",
                SOON);
        browser.await("document.activeElement.classList.contains('bigmap')", SOON);
        browser.press("Enter");
        browser.await("document.querySelector('.mid .stair')", SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void tablesTellTheSameAndLeadOn() throws Exception {
        visit(LSTM, 1440);
        browser.press("t");
        browser.await("document.querySelectorAll('.chain .twin').length === 6", SOON);
        noRuleIsBroken();
        browser.ask("document.querySelector('.chain .twin .link').click()");
        browser.await("!document.querySelector('.chain')", SOON);
        browser.press("t");
    }
}
