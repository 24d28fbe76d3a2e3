package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.work.Classroom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Path and lessons in a real browser, where there is one.
class LessonBrowserTest {
    private static final Duration SOON = Duration.ofSeconds(45);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String RESULT = "document.querySelector('.result h2').textContent";

    @TempDir private static Path folder;
    private static Classroom classroom;
    @AutoClose private static Studio studio;
    @AutoClose private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        classroom = Learners.in(folder);
        studio = Studio.start(0, Launcher.NONE, classroom);
    }

    private static void visit(String page, int width) {
        browser.open("about:blank", width, 900);
        browser.open(
                studio.link().replace("/?", "/" + page.replaceFirst("#.*", "") + "?")
                        + page.replaceFirst("^[^#]*", ""),
                width,
                900);
    }

    private static void lesson(String address, int width) {
        visit("lesson#" + address, width);
        browser.await(
                "document.querySelector('.cm-content') && document.querySelector('.steps, .goal')",
                SOON);
    }

    /// Types as a hand does: into the editor, over everything that is there.
    private static void type(String text) {
        browser.ask("document.querySelector('.cm-content').focus()");
        browser.press("Control+a");
        browser.page().keyboard().insertText(text);
    }

    private static void check() {
        browser.press("Control+Enter");
    }

    private static String matmul(String body) {
        return "class Exercise {\nstatic double[][] matmul(double[][] a, double[][] b) {\n%s\n}\n}"
                .formatted(body);
    }

    @Test
    void aWholeLessonIsDoneWithTheKeysAlone() throws IOException {
        var product = classroom.course().lesson("1.3").orElseThrow();
        lesson("1.3", 1440);
        browser.ask("document.querySelector('.answer').focus()");
        browser.page().keyboard().insertText("7");
        browser.press("Enter");
        browser.await("document.querySelector('.said').textContent.includes('one of each')", SOON);
        browser.await("document.querySelectorAll('.cell.here').length === 1", LONG);
        for (var phase : new String[] {"Idea", "Visual", "Exercise"}) {
            browser.press("Alt+ArrowRight");
            browser.await(
                    "document.querySelector('[aria-current=step]').textContent === '%s' && document.activeElement.textContent === '%1$s'"
                            .formatted(phase),
                    SOON);
        }
        assertThat(browser.ask("location.hash")).isEqualTo("#1.3/exercise");
        wordsAndTermsAreLit();

        // the cells of the picture
        browser.ask("document.querySelector('.cell.here').focus()");
        browser.press("ArrowRight");
        browser.press("ArrowDown");
        assertThat(browser.ask("document.activeElement.getAttribute('aria-label')"))
                .isEqualTo("product, row 2, column 2: 8");
        browser.press("t");
        browser.await("document.querySelectorAll('.twin tbody tr').length === 4", SOON);
        browser.press("t");

        type(matmul("return new double[a.length][b[0].length];"));
        check();
        browser.await(RESULT + ".startsWith('Not yet')", LONG);
        assertThat(browser.ask("document.querySelector('.case').textContent"))
                .asString()
                .contains("Expected", "Yours");
        assertThat(browser.ask("location.hash")).isEqualTo("#1.3/check");

        // Escape, then Tab, leaves the editor
        browser.ask("document.querySelector('.cm-content').focus()");
        browser.press("Escape");
        browser.press("Tab");
        assertThat(browser.ask("document.activeElement.className"))
                .asString()
                .contains("btn main check");

        type(product.solution());
        check();
        browser.await(RESULT + " === 'Passed: your code runs now'", LONG);
        browser.await(
                "document.querySelector('.whose.yours') && document.querySelectorAll('.cell.here').length === 1",
                LONG);
        browser.await("document.querySelector('.state').textContent.startsWith('saved')", SOON);
        assertThat(classroom.passedProgram(product)).isPresent();
        browser.press("Alt+ArrowRight");
        browser.await("document.querySelector('.read').textContent.includes('Three loops')", SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theScoresOfATrainingThatPassedAreDrawnAndThePageEndsWithTheWindow() {
        lesson("2.4/exercise", 1440);
        type(classroom.course().lesson("2.4").orElseThrow().solution());
        check();
        browser.await("document.querySelector('.res.passed .trained')", LONG);
        assertThat(browser.ask("document.querySelectorAll('.trained > circle').length"))
                .isEqualTo("3");
        assertThat(browser.ask("document.querySelector('.trained').getAttribute('aria-label')"))
                .asString()
                .contains("Three trainings gave", "the median", "best possible");
        assertThat(browser.ask("document.querySelector('.training').textContent"))
                .asString()
                .contains("seed 1", "always answering the mean", "best possible");
        // what only a screen reader sees lies within its pane
        assertThat(browser.ask("document.documentElement.scrollHeight <= innerHeight"))
                .isEqualTo("true");
        assertThat(browser.complaints()).isEmpty();
    }

    /// A word says what it means where it stands; a term of the formula lights what the picture shows of it.
    private static void wordsAndTermsAreLit() {
        browser.press("Alt+ArrowLeft");
        browser.press("Alt+ArrowLeft");
        browser.await("document.querySelector('.formula .term')", SOON);
        browser.ask("document.querySelector('.read .word').focus()");
        browser.await(
                "!document.querySelector('#word-tip').hidden && document.querySelector('#word-tip').textContent.includes('Explained in 1.')",
                SOON);
        browser.press("Escape");
        browser.await("document.querySelector('#word-tip').hidden", SOON);
        browser.ask("document.querySelectorAll('.formula .term')[1].focus()");
        browser.await(
                "document.querySelector('.cells.marked input') && document.querySelector('.term.marked').textContent === 'row i of the first'",
                SOON);
        browser.ask("document.querySelector('.cell.here').focus()");
        browser.await(
                "document.querySelector('.formula .term').classList.contains('marked')", SOON);
        browser.press("Alt+ArrowRight");
        browser.press("Alt+ArrowRight");
        browser.await(
                "document.querySelector('[aria-current=step]').textContent === 'Exercise'", SOON);
    }

    @Test
    void limitsAreNamedAndTheEditorShowsTheLine() {
        lesson("1.2/exercise", 1440);
        type(
                "class Exercise {\nstatic double[][] addBias(double[][] x, double[] bias) {\nint i = 0;\nwhile (i < 3) { i *= 2; }\nreturn x;\n}\nstatic boolean fits(int[] a, int[] b) { return true; }\n}");
        check();
        browser.await(
                "document.querySelector('.running') && !document.querySelector('.acts .btn:not(.main)').hidden",
                SOON);
        browser.await(RESULT + " === 'Stopped after 5 seconds'", LONG);
        assertThat(browser.ask("document.querySelector('.cm-at').textContent"))
                .asString()
                .contains("i *= 2");
        assertThat(browser.ask("document.querySelector('.result').textContent"))
                .asString()
                .contains("Your code is safe", "stopped here", "Line 4");
        type(
                "class Exercise {\nstatic double[][] addBias(double[][] x, double[] bias) {\nvar all = new java.util.ArrayList<int[]>();\nwhile (true) { all.add(new int[100_000]); }\n}\nstatic boolean fits(int[] a, int[] b) { return true; }\n}");
        check();
        browser.await(RESULT + " === 'Used more than 48 MB and was stopped'", LONG);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anotherEditorIsNoticedAndTypedTextIsNotLost() throws IOException {
        var shapes = classroom.course().lesson("1.1").orElseThrow();
        lesson("1.1/exercise", 1440);
        type("// mine");
        browser.await("document.querySelector('.state').textContent.startsWith('saved')", SOON);
        Files.writeString(classroom.workspace().file(shapes), shapes.solution());
        browser.await(
                "document.querySelector('.cm-content').textContent.includes('sumAxis')", SOON);
        browser.await(RESULT + ".startsWith('Passed')", LONG);
        // what is typed while the other editor saves is asked about
        browser.ask("document.querySelector('.cm-content').focus()");
        browser.page().keyboard().insertText("// typed");
        Files.writeString(classroom.workspace().file(shapes), "// theirs");
        browser.await("document.querySelector('.notice .finding h2')", SOON);
        assertThat(browser.ask("document.querySelector('.cm-content').textContent"))
                .asString()
                .contains("// typed");
        browser.ask("[...document.querySelectorAll('.notice .btn')].at(-1).click()");
        browser.await("document.querySelector('.state').textContent.startsWith('saved')", SOON);
        assertThat(Files.readString(classroom.workspace().file(shapes))).contains("// typed");
        browser.ask("[...document.querySelectorAll('.bar .link')][1].click()");
        browser.await(
                "document.querySelector('.note') && document.querySelector('.cm-content').textContent.includes('Lesson 1.1')",
                SOON);
        browser.ask("document.querySelector('.note .link').click()");
        browser.await(
                "document.querySelector('.cm-content').textContent.includes('// typed')", SOON);
        browser.ask("document.querySelector('.bar .link').click()");
        browser.await(
                "document.querySelector('dialog.history[open]') && document.querySelectorAll('.versions li').length > 3",
                SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void thePathLeadsToTheLessonAndKnowsWhereOneStopped() {
        visit("path", 1440);
        browser.await(
                "document.querySelector('#resume') && document.querySelectorAll('.map a').length > 4",
                SOON);
        browser.ask("document.querySelector('main').focus()");
        browser.press("Enter");
        browser.page().waitForURL("**/lesson*");
        browser.await(
                "location.pathname === '/lesson' && document.querySelector('.cm-content')", SOON);
        browser.press("Alt+ArrowRight");
        browser.await("document.querySelector('[aria-current=step]')", SOON);
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 720, 1010})
    void nothingIsCutOffOnNarrowScreens(int width) {
        lesson("1.3/check", width);
        browser.await("document.querySelectorAll('.cell.here').length === 1", LONG);
        for (var tab : new String[] {"text", "picture", "code"}) {
            browser.ask("document.querySelector('#tab-%s').click()".formatted(tab));
            assertThat(browser.ask("document.documentElement.scrollWidth <= innerWidth"))
                    .as(tab)
                    .isEqualTo("true");
        }
        visit("path", width);
        browser.await("document.querySelector('#resume')", SOON);
        assertThat(browser.ask("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyControlHasANameAndTextCanBeRead(String theme) {
        lesson("1.3/exercise", 1440);
        browser.await("document.querySelectorAll('.cell.here').length === 1", LONG);
        browser.ask("document.documentElement.dataset.theme = '%s'".formatted(theme));
        assertNamed();
        assertThat(browser.ask(FAINT)).isEqualTo("");
        visit("path", 1440);
        browser.await("document.querySelector('#resume')", SOON);
        browser.ask("document.documentElement.dataset.theme = '%s'".formatted(theme));
        assertNamed();
        assertThat(browser.ask(FAINT)).isEqualTo("");
    }

    private static void assertNamed() {
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('button, select, input, a, [role=button], [tabindex="0"], .cm-content')]
                                    .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length || e.title))
                                    .map(e => e.outerHTML.slice(0, 200)).join('\\n')\
                                """))
                .isEqualTo("");
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('button:not(.word), select, input:not([role=switch])')]
                                    .filter(e => e.offsetParent).map(e => [e, e.getBoundingClientRect()])
                                    .filter(([, r]) => r.width < 24 || r.height < 24)
                                    .map(([e, r]) => e.outerHTML.slice(0, 80) + ' ' + r.width + 'x' + r.height).join('\\n')\
                                """))
                .isEqualTo("");
        assertThat(browser.ask("document.querySelectorAll('h1').length")).isEqualTo("1");
    }

    /// Text whose contrast with what lies behind it is below 4.5 to 1.
    private static final String FAINT =
            """
            (() => {
              const rgb = text => text.match(/[\\d.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
              const ground = node => { for (let at = node; at; at = at.parentElement) { const c = rgb(getComputedStyle(at).backgroundColor); if ((c[3] ?? 1) === 1) return c; } return [255, 255, 255]; };
              return [...document.querySelectorAll('main *')].filter(e => e.offsetParent && !e.disabled && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                .map(e => { const a = light(rgb(getComputedStyle(e).color)), b = light(ground(e)); return [e, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)]; })
                .filter(([, ratio]) => ratio < 4.5).map(([e, ratio]) => e.outerHTML.slice(0, 90) + ' ' + ratio.toFixed(2)).join('\\n');
            })()\
            """;

    /// A picture that is broken is broken for everybody: each one is looked at.
    @Test
    void everyPictureOfTheCourseDrawsAndHasASummaryAndATable() {
        for (var lesson : classroom.course().lessons()) {
            if (lesson.drawing().isPresent()) {
                lesson(lesson.number(), 1440);
                browser.await(
                        "document.querySelector('.crumb').textContent.includes('"
                                + lesson.number()
                                + "') && document.querySelector('.picture').childElementCount > 0 && document.querySelector('.pic .chart > .sr').textContent.length > 10",
                        LONG);
                assertThat(browser.ask("document.querySelector('.pfailed').textContent"))
                        .as(lesson.folder())
                        .isEqualTo("");
                browser.press("t");
                browser.await("document.querySelector('.twin table')", SOON);
                assertThat(browser.complaints()).as(lesson.folder()).isEmpty();
            }
        }
    }
}
