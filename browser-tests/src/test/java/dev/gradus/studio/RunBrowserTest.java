package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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

/// The page of runs in a real browser, where there is one: from nothing to a branch.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunBrowserTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private static Path folder;
    private static Path runs;
    @AutoClose private static Studio studio;
    @AutoClose private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        browser = Chromium.start();
        runs = folder.resolve("runs");
        System.setProperty("gradus.runs", runs.toString());
        studio = Studio.start(0, RunProgram::launch);
        browser.open(studio.link(), 1440, 900);
        browser.await("document.querySelector('h1')", SOON);
    }

    @AfterAll
    static void stop() throws Exception {
        System.clearProperty("gradus.runs");
    }

    private static void visit(int width) {
        browser.open("about:blank", width, 900);
        browser.open("http://127.0.0.1:%d/run".formatted(studio.port()), width, 900);
        browser.await("document.querySelector('h1')?.textContent.trim().length > 3", SOON);
    }

    private static String text(String selector) {
        return String.valueOf(
                browser.ask("document.querySelector('%s').textContent".formatted(selector)));
    }

    @Test
    @Order(1)
    void nothingYetSaysWhatWillAppear() throws Exception {
        visit(1440);
        browser.await("document.querySelector('.empty .btn')", SOON);
        assertThat(text("h1")).isEqualTo("Nothing has been trained here yet");
        assertThat(text(".empty")).contains("Train a small network now", ".record(\"my run\")");
    }

    @Test
    @Order(2)
    void aRunOfAnotherProcessAppearsByItselfAndIsLedByKeys() throws Exception {
        // the page of the test before is open, and nobody touches it
        var process = RunProgram.start(runs, "quickstart");
        browser.await("document.querySelector('h1').textContent.startsWith('It ')", SOON);
        browser.await("document.querySelectorAll('#loss path').length > 5", SOON);
        browser.await("document.querySelector('#heat image')", SOON);
        browser.await("document.querySelectorAll('#sky rect').length === 3", SOON);
        // what recording costs is known a little later
        browser.await(
                "document.querySelector('.facts').textContent.includes('cost of recording')", SOON);
        assertThat(text(".facts")).contains("left");
        browser.ask("document.querySelector('main').focus()");
        browser.press("Space");
        browser.await("document.querySelector('h1').textContent.startsWith('Paused after')", SOON);
        assertThat(text(".nexts")).contains("let it go on");
        browser.press(",");
        browser.await("document.querySelector('h1').textContent.startsWith('At step')", SOON);
        browser.press("b");
        browser.await("document.querySelector('dialog[open] #knob-rate')", SOON);
        browser.ask("document.querySelector('#knob-rate').value = 'much'");
        browser.ask("document.querySelector('dialog[open] form').requestSubmit()");
        assertThat(text("dialog[open] [role=alert]"))
                .isEqualTo("The learning rate makes no sense.");
        browser.ask(
                "const k = document.querySelector('#knob-rate'); k.value = '0.001'; k.dispatchEvent(new Event('input')); document.querySelector('dialog[open] form').requestSubmit()");
        browser.await(
                "[...document.querySelectorAll('#loss text')].some(t => t.textContent.startsWith('branched at'))",
                SOON);
        browser.await("document.querySelectorAll('.list tbody tr').length === 2", SOON);
        browser.press("End");
        browser.ask("document.querySelector('main').focus()");
        browser.press("Space");
        browser.await("document.querySelector('h1').textContent.startsWith('Finished')", SOON);
        assertThat(process.waitFor()).isZero();
        browser.ask("document.querySelector('#heat').focus()");
        browser.press("ArrowUp");
        browser.press("ArrowLeft");
        browser.await("document.querySelector('h1').textContent.startsWith('At step')", SOON);
        browser.press("t");
        browser.await("document.querySelectorAll('#loss .twin tbody tr').length > 50", SOON);
        assertThat(text("#sky .twin")).contains("change of weights");
        browser.press("t");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(3)
    void aLostNumberIsDrawnAndExplained() throws Exception {
        RunProgram.start(runs, "nan").waitFor();
        visit(1440);
        browser.await(
                "[...document.querySelectorAll('.list .link')].find(b => b.textContent === 'too fast')?.click() === undefined",
                SOON);
        browser.await(
                "document.querySelector('h1').textContent.startsWith('A number was lost at step')",
                SOON);
        browser.await("document.querySelector('#loss path.nan')", SOON);
        assertThat(text("h1")).contains("Sequential[");
        assertThat(text("#finding")).contains("The first number that was lost came out of");
        // a run of one's own program is not begun anew from here, and the page says so
        browser.press("b");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(4)
    void aRunOfAProgramThatAsksForNothingAppearsAndIsDeleted() throws Exception {
        visit(1440);
        browser.await("document.querySelectorAll('.list tbody tr').length >= 3", SOON);
        var process = RunProgram.start(runs, "plain");
        browser.await(
                "[...document.querySelectorAll('.list .link')].some(b => b.textContent === 'RunProgram')",
                SOON);
        assertThat(process.waitFor()).isZero();
        browser.await("document.querySelector('.list [title=\"Delete RunProgram\"]')", SOON);
        browser.ask("document.querySelector('.list [title=\"Delete RunProgram\"]').focus()");
        browser.press("Enter");
        browser.await("document.querySelector('dialog[open]')", SOON);
        // whoever only presses Enter once more keeps it
        assertThat(browser.ask("document.activeElement.textContent")).isEqualTo("Keep");
        browser.press("Tab");
        browser.press("Enter");
        browser.await(
                "[...document.querySelectorAll('.list .link')].every(b => b.textContent !== 'RunProgram')",
                SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(5)
    void nothingIsCutOffAndEverythingIsNamed() throws Exception {
        for (var width : new int[] {320, 390, 720, 1000, 1280}) {
            visit(width);
            browser.await("document.querySelector('#loss svg')", SOON);
            assertThat(browser.ask("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%d", width)
                    .isEqualTo("true");
        }
        visit(1440);
        browser.await("document.querySelector('#loss svg')", SOON);
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('button, select, input, a, [role=slider], [tabindex="0"]')]
                                    .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length || e.title))
                                    .map(e => e.outerHTML).join('\\n')\
                                """))
                .isEqualTo("");
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('button, select, input:not([type=checkbox])')]
                                    .filter(e => e.offsetParent).map(e => [e, e.getBoundingClientRect()])
                                    .filter(([, r]) => r.width < 24 || r.height < 24)
                                    .map(([e, r]) => e.outerHTML.slice(0, 80) + ' ' + r.width + 'x' + r.height).join('\\n')\
                                """))
                .isEqualTo("");
        assertThat(browser.ask("document.querySelectorAll('h1').length")).isEqualTo("1");
    }

    @Test
    @Order(6)
    void hostileRunsAreShownAsTheTextTheyAre() throws Exception {
        HostileRuns.write(runs);
        visit(1440);
        browser.await("document.querySelectorAll('.list tbody tr').length >= 7", SOON);
        for (var name :
                new String[] {
                    HostileRuns.SCRIPT, "huge", "link", "20260102-030406-damaged-000002"
                }) {
            browser.ask(
                    "[...document.querySelectorAll('.list .link')].find(b => b.textContent === %s).click()"
                            .formatted("'" + name + "'"));
            browser.await(
                    "document.querySelector('.crumb b')?.textContent === '%s' && !document.querySelector('h1').textContent.startsWith('Reading')"
                            .formatted(name),
                    SOON);
        }
        assertThat(browser.ask("document.querySelectorAll('main img, main script').length"))
                .isEqualTo("0");
        assertThat(browser.complaints()).isEmpty();
        Files.createDirectories(runs);
    }
}
