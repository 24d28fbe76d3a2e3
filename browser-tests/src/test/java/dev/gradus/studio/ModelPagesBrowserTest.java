package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.train.record.RunsDirectory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Results and trying in a real browser, where there is one. The first test begins with no model at all.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelPagesBrowserTest {
    private static final Duration SOON = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String CELLS =
            "document.querySelector('.cm') && document.querySelector('.bars')";
    private static final String SHEET = "document.querySelector('.paper').offsetParent";

    @TempDir private static Path folder;
    @AutoClose private static Studio studio;
    @AutoClose private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        System.setProperty("gradus.runs", folder.resolve("runs").toString());
        studio = Studio.start(0, Learners.in(Path.of("target", "learner")));
        browser.open(studio.link(), 1440, 900);
        browser.await("document.querySelector('main')", SOON);
    }

    @AfterAll
    static void stop() {
        System.clearProperty("gradus.runs");
    }

    private static void visit(String page, int width, String until) {
        browser.open("about:blank", width, 900);
        browser.open("http://127.0.0.1:%d/%s".formatted(studio.port(), page), width, 900);
        browser.await(until, SOON);
    }

    private static String ask(String expression) {
        return String.valueOf(browser.ask(expression));
    }

    @Test
    @Order(1)
    void fromAnEmptyPageToAFirstModelInLessThanAMinuteByKeysAlone() {
        visit("try", 1440, "document.querySelector('.state.empty')");
        assertThat(ask("document.querySelector('.state h2').textContent"))
                .isEqualTo("No model yet");
        browser.ask("document.querySelector('main').focus()");
        browser.press("Tab");
        assertThat(ask("document.activeElement.textContent"))
                .startsWith("Train a first model on digits");
        browser.press("Enter");
        browser.await("document.querySelector('.training')", SOON);
        assertThat(ask("document.activeElement.textContent"))
                .isEqualTo("Stop, and keep what was learnt");
        browser.await(SHEET, PATIENCE);
        assertThat(ask("document.querySelector('.knows').textContent"))
                .contains("never seen a person’s handwriting");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void aOneIsDrawnWithKeysAlone() {
        visit("try", 1440, SHEET);
        browser.ask("document.querySelector('.paper').focus()");
        for (var i = 0; i < 12; i++) {
            browser.press("ArrowUp");
        }
        browser.press("Space");
        for (var i = 0; i < 24; i++) {
            browser.press("ArrowDown");
        }
        browser.press("Space");
        browser.await("document.querySelector('h1').textContent.startsWith('It says 1')", SOON);
        browser.await(
                "document.querySelectorAll('.near canvas').length === 6 && document.querySelector('#why .effect')",
                SOON);
        assertThat(ask("document.querySelectorAll('.way canvas').length")).isEqualTo("3");
        // one step away, and it sees black on white, as it came
        browser.ask("document.querySelector('#invert').focus()");
        browser.press("Space");
        browser.await(
                "(() => { const c = document.querySelector('.way .turned canvas'); return c.getContext('2d').getImageData(0, 0, 1, 1).data[0] === 255; })()",
                SOON);
        browser.ask("document.querySelector('#invert').click(); document.activeElement.blur()");
        browser.press("t");
        browser.await("document.querySelectorAll('.twin table').length === 4", SOON);
        browser.press("t");
        browser.ask("document.querySelector('.paper').focus()");
        browser.press("Delete");
        browser.await(
                "document.querySelector('h1').textContent.startsWith('Draw something')", SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    /// Makes files in the page and drops them.
    private static void drop(String files) {
        browser.ask("document.querySelector('.notice').replaceChildren()");
        browser.ask(
                """
                (async () => {
                  const header = (w, h) => { const v = new DataView(new ArrayBuffer(64)); v.setUint32(0, 0x89504e47); v.setUint32(4, 0x0d0a1a0a); v.setUint32(8, 13); v.setUint32(12, 0x49484452); v.setUint32(16, w); v.setUint32(20, h); return v.buffer; };
                  const picture = async () => { const c = document.createElement('canvas'); c.width = 200; c.height = 300; const x = c.getContext('2d'); x.fillStyle = '#eee'; x.fillRect(0, 0, 200, 300); x.fillStyle = '#111'; x.fillRect(90, 30, 24, 240); return new Promise(done => c.toBlob(done)); };
                  const data = new DataTransfer();
                  for (const file of [%s]) data.items.add(file);
                  dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
                })()\
                """
                        .formatted(files));
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "new File(['<script>alert(1)</script>'], 'page.png', { type: 'image/png' }) | is no PNG or JPEG",
                "new File([new Uint8Array([0xff, 0xd8, 1, 2, 3])], 'cut.jpg') | is no PNG or JPEG",
                "new File([header(60000, 60000)], 'bomb.png') | up to 50 million",
                "new File([header(10, 10)], 'broken.png') | it is damaged",
                "new File([header(0xffffffff, 0xffffffff)], 'max.png') | up to 50 million",
                "new File([new Uint8Array(21e6)], 'long.png') | up to 20 MB",
                "new File([], 'empty.png') | is no PNG or JPEG",
                "new File(['a'], 'a.png'), new File(['b'], 'b.png') | one picture at a time"
            })
    void hostileFilesAreExplainedAndHarmNothing(String files, String why) {
        if (!ask("location.pathname").equals("/try")) {
            visit("try", 1440, SHEET);
        }
        drop(files);
        browser.await(
                "document.querySelector('.notice').textContent.includes(" + "'" + why + "')", SOON);
        drop("new File([await picture()], 'one.png')");
        browser.await("document.querySelector('h1').textContent.startsWith('It says 1')", SOON);
        assertThat(browser.complaints()).isEmpty();
        browser.ask(
                "[...document.querySelectorAll('.btn')].find(b => b.textContent === 'New sheet').click()");
    }

    @Test
    @Order(4)
    void aPictureIsTakenOnlyOnceTheCameraWasAskedFor() {
        visit("try", 1440, SHEET);
        assertThat(ask("!!document.querySelector('video')")).isEqualTo("false");
        button("Use the camera");
        browser.await("document.querySelector('video').videoWidth > 0", SOON);
        button("Take the picture");
        browser.await(
                SHEET + " && /^It (says|is torn)/.test(document.querySelector('h1').textContent)",
                SOON);
        assertThat(ask("!!document.querySelector('video')")).isEqualTo("false");
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource({
        "NotFoundError, No camera was found",
        "NotAllowedError, was not allowed",
        "NotReadableError, another program"
    })
    void withoutACameraThatIsSaid(String error, String told) {
        visit("try", 1440, SHEET);
        browser.ask(
                "void (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', '%s')))"
                        .formatted(error));
        button("Use the camera");
        browser.await(
                "document.querySelector('.notice').textContent.includes('" + told + "')", SOON);
        assertThat(ask("!!(" + SHEET + ")")).isEqualTo("true");
    }

    private static void button(String name) {
        browser.ask(
                "[...document.querySelectorAll('button')].find(b => b.textContent === '%s').click()"
                        .formatted(name));
    }

    @Test
    @Order(5)
    void cellsAreWalkedAndOpenedByKeysAndAnExampleIsEdited() {
        visit("results", 1440, CELLS);
        browser.ask("document.querySelector('.cm button[tabindex=\"0\"]').focus()");
        browser.press("ArrowDown");
        browser.press("ArrowRight");
        assertThat(
                        ask(
                                "document.activeElement.dataset.truth + document.activeElement.dataset.said"))
                .isEqualTo("11");
        browser.press("Enter");
        browser.await(
                "document.querySelector('.opened h2').textContent.startsWith('1 called so')", SOON);
        assertThat(ask("document.querySelectorAll('.ex canvas').length")).isEqualTo("14");
        browser.ask("document.querySelector('[data-way=edit]').focus()");
        browser.press("Enter");
        browser.await("document.querySelector('.pad')", SOON);
        browser.ask("document.querySelector('.pad').focus()");
        browser.press("ArrowLeft");
        for (var i = 0; i < 8; i++) {
            browser.press("Space");
            browser.press("ArrowLeft");
        }
        browser.await("/Now it says/.test(document.querySelector('.one').textContent)", SOON);
        assertThat(ask("document.querySelector('.one .qq').textContent")).contains("changed.");
        // turning to dark or making the window smaller loses nothing
        browser.ask("document.querySelector('.top-r button').click()");
        assertThat(ask("document.querySelector('.one .qq').textContent"))
                .contains("changed.")
                .doesNotContain("Nothing");
        browser.ask("document.querySelector('.top-r button').click()");
        browser.ask("document.querySelector('.pad').focus()");
        browser.press("Escape");
        browser.await("document.querySelector('.one .qq').textContent.startsWith('Nothing')", SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(6)
    void theAlarmLineIsMovedByKeysAndPricesAreTyped() {
        visit("results", 1440, "document.querySelectorAll('.nums .nm').length === 4");
        var before = ask("document.querySelector('.nums').textContent");
        browser.ask("document.querySelector('#alarmline').focus()");
        for (var i = 0; i < 3; i++) {
            browser.press("PageUp");
        }
        browser.await(
                "document.querySelector('.hill').textContent.includes('alarm from 0.6') || document.querySelector('.hill').textContent.includes('alarm from 0.8')",
                SOON);
        browser.ask(
                "const p = document.querySelector('#cost-missed'); p.value = '50'; p.dispatchEvent(new Event('input'))");
        browser.await("document.querySelector('.nums').textContent.includes('missed × 50')", SOON);
        assertThat(ask("document.querySelector('.nums').textContent")).isNotEqualTo(before);
        browser.ask(
                "const q = document.querySelector('#cost-missed'); q.value = '-1'; q.dispatchEvent(new Event('input'))");
        assertThat(ask("document.querySelector('#cost-missed').getAttribute('aria-invalid')"))
                .isEqualTo("true");
        browser.ask("[...document.querySelectorAll('#curve .seg button')].at(-1).click()");
        browser.await(
                "document.querySelector('#curve svg').getAttribute('aria-label').startsWith('ROC')",
                SOON);
        browser.ask("document.activeElement.blur()");
        browser.press("t");
        browser.await("document.querySelectorAll('figure .twin table').length === 5", SOON);
        browser.press("t");
        browser.await("!document.querySelector('figure .twin')", SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    private static final String WHERE = "document.querySelector('.whereabouts').textContent";

    @Test
    @Order(6)
    void oneLooksBackAtHowTheMatrixGrewByKeysAlone() {
        visit("results", 1440, CELLS);
        assertThat(ask(WHERE)).startsWith("The model itself");
        browser.ask(
                "document.querySelector('.cm button[data-truth=\"1\"][data-said=\"1\"]').click()");
        browser.await(
                "document.querySelector('.opened h2').textContent.startsWith('1 called so')", SOON);
        var end = ask("document.querySelector('.cm').textContent");
        browser.ask("document.querySelector('.scrub').focus()");
        browser.press("Home");
        browser.await(WHERE + ".startsWith('At a checkpoint')", SOON);
        browser.await("document.querySelector('.cm').textContent !== `%s`".formatted(end), SOON);
        var diagonal =
                "[...document.querySelectorAll('.cm .hit')].reduce((sum, cell) => sum + Number(cell.textContent), 0)";
        var before = Integer.parseInt(ask(diagonal));
        // the cell that is open stays open, with the examples of that moment
        browser.await(
                "document.querySelector('.opened h2').textContent.startsWith('1 called so') && document.querySelector('.cm button[aria-pressed=true]').dataset.truth === '1'",
                SOON);
        assertThat(ask("document.activeElement.className")).isEqualTo("scrub");
        assertThat(Axe.violations(browser.page())).isEmpty();
        var first = ask(WHERE);
        browser.press("ArrowRight");
        browser.await(WHERE + " !== `%s`".formatted(first), SOON);
        browser.press("End");
        browser.await("document.querySelector('.cm').textContent === `%s`".formatted(end), SOON);
        assertThat(Integer.parseInt(ask(diagonal))).isGreaterThan(before);
        assertThat(ask(WHERE)).startsWith("The model itself");
        // played from the beginning, and stopped
        browser.ask("document.activeElement.blur()");
        browser.press("Space");
        browser.await(WHERE + ".startsWith('At a checkpoint')", SOON);
        browser.press("Space");
        assertThat(ask("document.querySelector('.play').title")).isEqualTo("Play how it learned");
        assertThat(browser.complaints()).isEmpty();
    }

    /// The diagonal is the darker, the more of a kind were found; its numbers can be read at every share.
    @ParameterizedTest
    @Order(6)
    @CsvSource({"false", "true"})
    void everyShareOnTheDiagonalCanBeRead(boolean dark) {
        browser.dark(dark);
        visit("results", 1440, CELLS);
        browser.ask(
                """
                (async () => {
                  const { Matrix } = await import('/assets/results/matrix.js');
                  const kinds = Array.from({ length: 26 }, (_, i) => ({ support: 100, n: 4 * i }));
                  new Matrix(document.querySelector('#matrix'), () => {}, () => {}).draw({ classes: kinds.map((_, i) => 'kind ' + i), kinds,
                    confusion: kinds.map((kind, i) => kinds.map((_, j) => (i === j ? kind.n : 0))) }, false);
                })()\
                """);
        browser.await("document.querySelectorAll('.cm .hit').length === 26", SOON);
        assertThat(Axe.violations(browser.page())).isEmpty();
        browser.dark(false);
    }

    @Test
    @Order(6)
    void whatIsOnTheSheetIsAskedAgainAtAnotherMoment() {
        visit("try", 1440, SHEET);
        button("Put an unseen example here");
        browser.await("document.querySelector('#answer .bars')", SOON);
        var answer = "document.querySelector('#answer').textContent";
        var now = ask(answer);
        browser.ask("document.activeElement.blur()");
        browser.press("Home");
        browser.await(answer + " !== `%s`".formatted(now), SOON);
        browser.press("End");
        browser.await(answer + " === `%s`".formatted(now), SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(6)
    void theLastRunIsLookedAtFromThePath() {
        visit("path", 1440, "document.querySelector('.runbar a')?.href.includes('#run=')");
        assertThat(ask(WHERE)).startsWith("Last run: studio, digits").endsWith("% right");
        browser.ask("document.querySelector('.runbar .scrub').focus()");
        browser.press("Home");
        browser.await(WHERE + ".includes('step 1, loss ')", SOON);
        assertThat(ask("document.querySelector('.scrub').getAttribute('aria-valuetext')"))
                .startsWith("step 1, loss ");
        assertThat(Axe.violations(browser.page())).isEmpty();
        browser.press("End");
        browser.await(WHERE + ".endsWith('% right')", SOON);
        assertThat(ask("document.documentElement.scrollHeight <= innerHeight")).isEqualTo("true");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(7)
    void theModelPageGoesToAnotherCheckpointOfTheRun() {
        var run =
                RunsDirectory.ofUser().orElseThrow().list().stream()
                        .filter(it -> it.checkpoints().size() > 1)
                        .findFirst()
                        .orElseThrow();
        var first = run.checkpoints().getFirst().step();
        var last = run.checkpoints().getLast().step();
        visit(
                "model#model=run/%s/%d".formatted(run.id(), last),
                1440,
                "document.querySelector('.runbar .scrub')?.checkVisibility()");
        var valueNow = "document.querySelector('.scrub').getAttribute('aria-valuenow')";
        assertThat(ask(valueNow)).isEqualTo(String.valueOf(last));
        browser.ask("document.querySelector('.scrub').focus()");
        browser.press("Home");
        assertThat(ask(valueNow)).isEqualTo(String.valueOf(first));
        browser.await("location.hash.endsWith(encodeURIComponent('/%d'))".formatted(first), SOON);
        assertThat(ask(valueNow)).isEqualTo(String.valueOf(first));
        assertThat(Axe.violations(browser.page())).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @Order(8)
    @CsvSource({
        "results, 320",
        "results, 720",
        "results, 1000",
        "results, 1280",
        "try, 320",
        "try, 720",
        "try, 1280"
    })
    void nothingIsCutOffOnNarrowScreens(String page, int width) {
        visit(page, width, page.equals("try") ? SHEET : CELLS);
        assertThat(ask("document.documentElement.scrollWidth <= innerWidth")).isEqualTo("true");
    }

    @ParameterizedTest
    @Order(9)
    @CsvSource({"results, false", "results, true", "try, false", "try, true"})
    void noRuleOfAccessibilityIsBrokenWithAModelOpen(String page, boolean dark) {
        browser.dark(dark);
        visit(
                page,
                1440,
                page.equals("try")
                        ? SHEET
                        : CELLS + " && document.querySelector('#reliability svg')");
        if (page.equals("try")) {
            button("Put an unseen example here");
            browser.await(
                    "document.querySelector('.near') && document.querySelector('#why .effect')",
                    SOON);
        }
        assertThat(Axe.violations(browser.page())).isEmpty();
        browser.press("t");
        browser.await("document.querySelector('figure .twin table')", SOON);
        assertThat(Axe.violations(browser.page())).isEmpty();
        browser.dark(false);
    }
}
