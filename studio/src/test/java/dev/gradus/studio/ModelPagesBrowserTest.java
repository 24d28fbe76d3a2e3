package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
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
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String CELLS =
            "document.querySelector('.cm') && document.querySelector('.bars')";
    private static final String SHEET = "document.querySelector('.paper').offsetParent";

    @TempDir private static Path folder;
    private static Studio studio;
    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        var program = Chromium.installed();
        assumeThat(program).as("Chromium is installed").isPresent();
        System.setProperty("gradus.runs", folder.resolve("runs").toString());
        studio = Studio.start(0);
        browser = new Chromium(program.orElseThrow(), folder.resolve("profile"));
        browser.open(studio.link(), 1440, 900);
        browser.await("location.pathname === '/playground'", SOON);
    }

    @AfterAll
    static void stop() {
        System.clearProperty("gradus.runs");
        if (browser != null) {
            browser.close();
            studio.close();
        }
    }

    private static void visit(String page, int width, String until) throws InterruptedException {
        browser.open("about:blank", width, 900);
        browser.open("http://127.0.0.1:%d/%s".formatted(studio.port(), page), width, 900);
        browser.await(until, SOON);
    }

    private static String ask(String expression) throws InterruptedException {
        return String.valueOf(browser.ask(expression));
    }

    /// What the browser complained about, but that this test reads pixels.
    private static List<String> complaints() {
        return browser.complaints().stream()
                .filter(it -> !it.contains("willReadFrequently"))
                .toList();
    }

    @Test
    @Order(1)
    void fromAnEmptyPageToAFirstModelInLessThanAMinuteByKeysAlone() throws Exception {
        visit("try", 1440, "document.querySelector('.state.empty')");
        assertThat(ask("document.querySelector('.state h2').textContent"))
                .isEqualTo("No model yet");
        browser.ask("document.querySelector('main').focus()");
        browser.press("Tab", "Tab", 9);
        assertThat(ask("document.activeElement.textContent"))
                .startsWith("Train a first model on digits");
        var begin = System.nanoTime();
        browser.press("Enter", "Enter", 13);
        browser.await("document.querySelector('.training')", SOON);
        assertThat(ask("document.activeElement.textContent"))
                .isEqualTo("Stop, and keep what was learnt");
        browser.await(SHEET, MINUTE);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(MINUTE);
        assertThat(ask("document.querySelector('.knows').textContent"))
                .contains("never seen a person’s handwriting");
        assertThat(complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void aOneIsDrawnWithKeysAlone() throws Exception {
        visit("try", 1440, SHEET);
        browser.ask("document.querySelector('.paper').focus()");
        for (var i = 0; i < 12; i++) {
            browser.press("ArrowUp", "ArrowUp", 38);
        }
        browser.press(" ", "Space", 32);
        for (var i = 0; i < 24; i++) {
            browser.press("ArrowDown", "ArrowDown", 40);
        }
        browser.press(" ", "Space", 32);
        browser.await("document.querySelector('h1').textContent.startsWith('It says 1')", SOON);
        browser.await(
                "document.querySelectorAll('.near canvas').length === 6 && document.querySelector('#why .effect')",
                SOON);
        assertThat(ask("document.querySelectorAll('.way canvas').length")).isEqualTo("3");
        // one step away, and it sees black on white, as it came
        browser.ask("document.querySelector('#invert').focus()");
        browser.press(" ", "Space", 32);
        browser.await(
                "(() => { const c = document.querySelector('.way .turned canvas'); return c.getContext('2d').getImageData(0, 0, 1, 1).data[0] === 255; })()",
                SOON);
        browser.ask("document.querySelector('#invert').click(); document.activeElement.blur()");
        browser.press("t", "KeyT", 84);
        browser.await("document.querySelectorAll('.twin table').length === 4", SOON);
        browser.press("t", "KeyT", 84);
        browser.ask("document.querySelector('.paper').focus()");
        browser.press("Delete", "Delete", 46);
        browser.await(
                "document.querySelector('h1').textContent.startsWith('Draw something')", SOON);
        assertThat(complaints()).isEmpty();
    }

    /// Makes files in the page and drops them.
    private static void drop(String files) throws InterruptedException {
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
    void hostileFilesAreExplainedAndHarmNothing(String files, String why) throws Exception {
        if (!ask("location.pathname").equals("/try")) {
            visit("try", 1440, SHEET);
        }
        drop(files);
        browser.await(
                "document.querySelector('.notice').textContent.includes(" + "'" + why + "')", SOON);
        drop("new File([await picture()], 'one.png')");
        browser.await("document.querySelector('h1').textContent.startsWith('It says 1')", SOON);
        assertThat(complaints()).isEmpty();
        browser.ask(
                "[...document.querySelectorAll('.btn')].find(b => b.textContent === 'New sheet').click()");
    }

    @Test
    @Order(4)
    void withoutACameraThatIsSaid() throws Exception {
        visit("try", 1440, SHEET);
        browser.ask(
                "[...document.querySelectorAll('.btn')].find(b => b.textContent === 'Use the camera').click()");
        browser.await("/camera/.test(document.querySelector('.notice').textContent)", SOON);
        assertThat(ask("!!document.querySelector('.paper').offsetParent")).isEqualTo("true");
    }

    @Test
    @Order(5)
    void cellsAreWalkedAndOpenedByKeysAndAnExampleIsEdited() throws Exception {
        visit("results", 1440, CELLS);
        browser.ask("document.querySelector('.cm button[tabindex=\"0\"]').focus()");
        browser.press("ArrowDown", "ArrowDown", 40);
        browser.press("ArrowRight", "ArrowRight", 39);
        assertThat(
                        ask(
                                "document.activeElement.dataset.truth + document.activeElement.dataset.said"))
                .isEqualTo("11");
        browser.press("Enter", "Enter", 13);
        browser.await(
                "document.querySelector('.opened h2').textContent.startsWith('1 called so')", SOON);
        assertThat(ask("document.querySelectorAll('.ex canvas').length")).isEqualTo("14");
        browser.ask("document.querySelector('[data-way=edit]').focus()");
        browser.press("Enter", "Enter", 13);
        browser.await("document.querySelector('.pad')", SOON);
        browser.ask("document.querySelector('.pad').focus()");
        browser.press("ArrowLeft", "ArrowLeft", 37);
        for (var i = 0; i < 8; i++) {
            browser.press(" ", "Space", 32);
            browser.press("ArrowLeft", "ArrowLeft", 37);
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
        browser.press("Escape", "Escape", 27);
        browser.await("document.querySelector('.one .qq').textContent.startsWith('Nothing')", SOON);
        assertThat(complaints()).isEmpty();
    }

    @Test
    @Order(6)
    void theAlarmLineIsMovedByKeysAndPricesAreTyped() throws Exception {
        visit("results", 1440, "document.querySelectorAll('.nums .nm').length === 4");
        var before = ask("document.querySelector('.nums').textContent");
        browser.ask("document.querySelector('#alarmline').focus()");
        for (var i = 0; i < 3; i++) {
            browser.press("PageUp", "PageUp", 33);
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
        browser.press("t", "KeyT", 84);
        browser.await("document.querySelectorAll('figure .twin table').length === 5", SOON);
        browser.press("t", "KeyT", 84);
        browser.await("!document.querySelector('figure .twin')", SOON);
        assertThat(complaints()).isEmpty();
    }

    @ParameterizedTest
    @Order(7)
    @CsvSource({
        "results, 320",
        "results, 720",
        "results, 1000",
        "results, 1280",
        "try, 320",
        "try, 720",
        "try, 1280"
    })
    void nothingIsCutOffOnNarrowScreens(String page, int width) throws Exception {
        visit(page, width, page.equals("try") ? SHEET : CELLS);
        assertThat(ask("document.documentElement.scrollWidth <= innerWidth")).isEqualTo("true");
    }

    @ParameterizedTest
    @Order(8)
    @CsvSource({"results, light", "results, dark", "try, light", "try, dark"})
    void wordsStandOutAndEveryControlHasANameAndIsLargeEnough(String page, String theme)
            throws Exception {
        browser.ask("localStorage.setItem('gradus-theme', '" + theme + "')");
        visit(
                page,
                1440,
                page.equals("try")
                        ? SHEET
                        : CELLS + " && document.querySelector('#reliability svg')");
        browser.ask("localStorage.removeItem('gradus-theme')");
        assertThat(ask(Contrast.TOO_FAINT)).isEmpty();
        assertThat(ask("document.querySelectorAll('h1').length")).isEqualTo("1");
        assertThat(
                        ask(
                                """
                                [...document.querySelectorAll('button, select, input, a, [role=slider], [tabindex="0"]')]
                                    .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length || e.title))
                                    .map(e => e.outerHTML).join('\\n')\
                                """))
                .isEmpty();
        assertThat(
                        ask(
                                """
                                [...document.querySelectorAll('button, select, input')]
                                    .filter(e => e.offsetParent && !e.closest('.sr') && !e.classList.contains('sr')).map(e => [e, e.getBoundingClientRect()])
                                    .filter(([, r]) => r.width < 24 || r.height < 24)
                                    .map(([e, r]) => e.outerHTML.slice(0, 80) + ' ' + r.width + 'x' + r.height).join('\\n')\
                                """))
                .isEmpty();
    }
}
