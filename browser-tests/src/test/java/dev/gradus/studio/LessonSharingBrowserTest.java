package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.gradus.course.Lesson;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.LessonFile;
import dev.gradus.course.work.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lesson as a link and as a file, and what a class does not see of it, in a real browser where there is one.
class LessonSharingBrowserTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir private static Path folder;
    private static Classroom classroom;
    private static Lesson neuron;
    @AutoClose private static Studio studio;
    @AutoClose private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        classroom = Learners.in(folder);
        neuron = classroom.course().lesson("2.1").orElseThrow();
        studio = Studio.start(0, Launcher.NONE, classroom);
        browser.open(studio.link(), 1440, 900);
        browser.await("location.pathname === '/path'", SOON);
    }

    private static void visit(String hash) {
        browser.open("about:blank", 1440, 900);
        browser.open("http://127.0.0.1:%d/lesson%s".formatted(studio.port(), hash), 1440, 900);
        browser.await("document.querySelector('.cm-content')", SOON);
        browser.await("document.querySelector('.picture input[type=number]')", SOON);
    }

    private static String program() throws IOException {
        return Files.readString(classroom.workspace().file(neuron));
    }

    private static String ofJson(String program, Version... versions) {
        return new LessonFile(
                        "2.1", program, List.of(versions), Map.of(), Map.of("w1", -1.5, "b", 99))
                .text();
    }

    private static void choose(String text) {
        browser.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "lesson.json",
                                "application/json",
                                text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aLinkCarriesProgramAndPictureAndIsShownBeforeItReplacesAnything() throws IOException {
        visit("#2.1/exercise");
        browser.ask("document.querySelector('.cm-content').focus()");
        browser.press("Control+a");
        browser.page().keyboard().insertText("// in the link <b>");
        browser.await("document.querySelector('.state').textContent.startsWith('saved')", SOON);
        browser.ask(
                "(() => { const field = document.querySelector('.picture input[type=number]'); field.value = '-1.25'; field.dispatchEvent(new Event('input')); })()");
        // the clipboard belongs to whoever sits there: the link is taken on its way to it
        browser.ask(
                "Object.defineProperty(navigator, 'clipboard', { value: { writeText: text => { window.copied = text; return Promise.resolve(); } } })");
        browser.ask("document.querySelector('.menu summary').click()");
        browser.ask("document.querySelector('.menubox button').click()");
        browser.await("window.copied", SOON);
        var link = browser.ask("window.copied");
        assertThat(link).contains("#2.1/exercise&program=", "&picture=");
        Files.writeString(classroom.workspace().file(neuron), "// mine");

        visit(link.substring(link.indexOf('#')));
        browser.await("document.querySelector('dialog.offer[open]')", SOON);
        assertThat(browser.ask("document.querySelector('.offer .listing').textContent"))
                .isEqualTo("// in the link <b>");
        assertThat(program()).isEqualTo("// mine");
        assertThat(browser.ask("location.hash")).isEqualTo("#2.1/exercise");
        var checks = classroom.workspace().progress().of("2.1").checks();
        browser.ask("document.querySelector('.offer .btn.main').click()");
        browser.await(
                "document.querySelector('.cm-content').textContent.includes('in the link') && document.querySelector('.note')",
                SOON);
        browser.await(
                "document.querySelector('.picture input[type=number]').value === '-1.25'", SOON);
        assertThat(program()).isEqualTo("// in the link <b>");
        assertThat(classroom.workspace().versions(neuron))
                .extracting(Version::source)
                .contains("// mine");
        assertThat(classroom.workspace().progress().of("2.1").checks()).isEqualTo(checks);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void damagedAndBoundlessLinksChangeNothing() throws IOException {
        visit("#2.1/exercise");
        var before =
                Files.exists(classroom.workspace().file(neuron)) ? program() : neuron.starter();
        // 3 MB of empty lines, packed
        var bomb =
                browser.ask(
                        "(async () => { const { pack } = await import('/assets/lesson/address.js'); return pack('\\n'.repeat(3_000_000)); })()");
        assertThat(bomb).isNotEmpty();
        for (var program : List.of("%E0%A4%A", "!!", "AAAA", bomb, "x".repeat(20_000))) {
            visit("#2.1/exercise&program=" + program + "&picture={\"w1\":[1,2]}");
            browser.await("document.querySelector('.note')?.textContent.includes('damaged')", SOON);
            assertThat(browser.ask("String(document.querySelector('dialog.offer'))"))
                    .isEqualTo("null");
        }
        visit("#%E0%A4%A&hide=constructor,hints,hints&picture=[]");
        assertThat(Files.exists(classroom.workspace().file(neuron)) ? program() : neuron.starter())
                .isEqualTo(before);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aFileIsShownFirstAndWhatIsHostileIsRefused() throws IOException {
        visit("#2.1/exercise");
        choose("nothing");
        browser.await(
                "document.querySelector('.note')?.textContent.includes('no file of a lesson')",
                SOON);
        choose(ofJson("</pre><img src=x onerror=alert(1)>").replace("\"2.1\"", "\"9.9\""));
        browser.await("document.querySelector('.note')?.textContent.includes('lesson 9.9')", SOON);
        choose(ofJson("</pre><img src=x onerror=alert(1)>"));
        browser.await("document.querySelector('dialog.offer[open]')", SOON);
        assertThat(browser.ask("document.querySelector('.offer .listing').textContent"))
                .isEqualTo("</pre><img src=x onerror=alert(1)>");
        assertThat(browser.ask("document.querySelectorAll('.offer img').length")).isEqualTo("0");
        browser.ask("[...document.querySelectorAll('.offer .row .btn')].at(-1).click()");
        browser.await("!document.querySelector('dialog.offer')", SOON);
        assertThat(Files.exists(classroom.workspace().file(neuron)) ? program() : "")
                .doesNotContain("onerror");
        choose(ofJson("// from a file"));
        browser.await("document.querySelector('dialog.offer[open]')", SOON);
        browser.ask("document.querySelector('.offer .btn.main').click()");
        // what lies within a slider is set, what does not is left
        browser.await(
                "document.querySelector('.cm-content').textContent.includes('from a file') && document.querySelector('.picture input[type=number]')?.value === '-1.5'",
                SOON);
        assertThat(browser.ask("document.querySelectorAll('.picture input[type=number]')[2].value"))
                .isEqualTo("0.3");
        var download =
                browser.page()
                        .waitForDownload(() -> {
                            browser.ask("document.querySelector('.menu summary').click()");
                            browser.ask("document.querySelectorAll('.menubox button')[1].click()");
                        });
        assertThat(download.suggestedFilename()).isEqualTo("lesson-2.1.json");
        var saved = LessonFile.of(Files.readString(download.path()));
        assertThat(saved.program()).isEqualTo("// from a file");
        assertThat(saved.picture()).containsEntry("w1", -1.5);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatATeacherHidesIsSaidAndCanBeShown() {
        visit("#2.1/exercise&hide=hints,solution,picture,history,file");
        browser.await("document.querySelector('.hiddenparts')", SOON);
        assertThat(browser.ask("document.querySelector('.hiddenparts').textContent"))
                .contains("Hidden by your teacher: hints, the solution, the picture");
        assertThat(browser.ask("document.querySelector('.read').textContent"))
                .contains("Hints: hidden by your teacher.")
                .doesNotContain("Show hint 1");
        assertThat(browser.ask("document.querySelector('.pic').innerText"))
                .isEqualTo("The picture: hidden by your teacher.");
        assertThat(browser.ask("document.querySelector('.bar').textContent"))
                .contains("Versions: hidden by your teacher.");
        assertThat(browser.ask("document.querySelector('.menubox').textContent"))
                .contains("Saving and opening files: hidden by your teacher.");
        browser.press("Alt+ArrowRight");
        browser.press("Alt+ArrowRight");
        browser.await(
                "document.querySelector('.read').textContent.includes('The solution: hidden by your teacher.')",
                SOON);
        assertThat(browser.ask("location.hash"))
                .isEqualTo("#2.1/explain&hide=hints,solution,picture,history,file");
        browser.ask("document.querySelector('.hiddenparts .link').click()");
        browser.await(
                "!document.querySelector('.hiddenparts, .hiddenhere:not([hidden])') && document.querySelector('.pic .chart').offsetParent",
                SOON);
        assertThat(browser.ask("location.hash")).isEqualTo("#2.1/explain");
        // the teacher's side
        browser.ask("document.querySelector('.menu summary').click()");
        browser.ask("[...document.querySelectorAll('.menubox button')].at(-1).click()");
        browser.await("document.querySelector('dialog[open] .checks')", SOON);
        browser.ask("document.querySelector('dialog[open] input[value=hints]').click()");
        assertThat(browser.ask("location.hash")).isEqualTo("#2.1/explain&hide=hints");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void drawingAgainAndAgainListensNoMoreAndFollowsTheTheme() {
        visit("#2.1/visual");
        browser.await("document.querySelectorAll('.riser').length === 3", SOON);
        assertThat(
                        browser.ask(
                                """
                                (async () => {
                                  const { Marks } = await import('/assets/lesson/marks.js');
                                  const { makeKit } = await import('/assets/lesson/kit.js');
                                  const marks = new Marks();
                                  const kit = makeKit({ parameters: {}, asking: null, marks, keeping: null, announce: () => {}, isSwapped: () => false });
                                  kit.onMark(() => {});
                                  kit.made();
                                  const node = document.createElement('b');
                                  document.body.append(node);
                                  for (let i = 0; i < 1000; i++) kit.bind(node, 'x');
                                  const listeners = marks.listeners.size;
                                  marks.mark('x');
                                  const worn = node.className;
                                  let refused = '';
                                  try { kit.onMark(() => {}); } catch (e) { refused = e.message.slice(0, 6); }
                                  kit.end();
                                  const left = marks.listeners.size;
                                  node.remove();
                                  marks.mark(null);
                                  return [listeners, worn, refused, left].join();
                                })()\
                                """))
                .isEqualTo("1,marked,onMark,0");
        visit("#3.6/visual");
        browser.await("document.querySelectorAll('.ptile canvas').length > 4", SOON);
        browser.page().waitForTimeout(500);
        var face =
                "[...document.querySelector('.ptile canvas').getContext('2d').getImageData(7, 7, 1, 1).data].join()";
        browser.ask("document.documentElement.dataset.theme = 'light'");
        browser.page().waitForTimeout(300);
        var light = browser.ask(face);
        browser.ask("document.documentElement.dataset.theme = 'dark'");
        browser.await(face + " !== '" + light + "'", SOON);
        assertThat(browser.complaints()).isEmpty();
    }
}
