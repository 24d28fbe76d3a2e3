package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every page of the studio, in a real browser, where there is one: the rules of WCAG 2.2 AA
/// that a program can check, in both themes, and nothing cut off where there is little room.
class AccessibilityTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private static Path folder;
    @AutoClose private static Studio studio;
    @AutoClose private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        studio = Studio.start(0, Launcher.NONE, Learners.in(folder));
        browser.open(studio.link(), 1440, 900);
        browser.await("document.querySelector('main')", SOON);
    }

    static Stream<Arguments> pagesInBothThemes() {
        return Studio.pages().stream()
                .flatMap(page -> Stream.of(Arguments.of(page, false), Arguments.of(page, true)));
    }

    static Stream<Arguments> pagesOnSmallScreens() {
        // 720 pixels are what is left of 1,440 at 200 % zoom
        return Studio.pages().stream()
                .flatMap(page -> Stream.of(Arguments.of(page, 320), Arguments.of(page, 720)));
    }

    @ParameterizedTest
    @MethodSource("pagesInBothThemes")
    void noRuleOfAccessibilityIsBroken(String page, boolean dark) {
        browser.dark(dark);
        visit(page, 1440);
        assertThat(Axe.violations(browser.page())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pagesOnSmallScreens")
    void nothingIsCutOffWhereThereIsLittleRoom(String page, int width) {
        visit(page, width);
        assertThat(browser.ask("document.documentElement.scrollWidth"))
                .as("width of %s", page)
                .isEqualTo(String.valueOf(width));
    }

    @ParameterizedTest
    @MethodSource("pagesInBothThemes")
    void everyControlIsReachedByTheTabulator(String page, boolean dark) {
        visit(page, 1440);
        // what is no button may still be pressed; what can be pressed can be reached
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('[onclick], [role=button]')]
                                    .filter(it => it.offsetParent && it.tabIndex < 0 && !it.closest('[role=grid], [role=radiogroup], [role=tablist], [role=listbox]'))
                                    .map(it => it.outerHTML.slice(0, 120)).join('\\n')\
                                """))
                .isEmpty();
        assertThat(browser.ask("document.querySelectorAll('h1').length")).isEqualTo("1");
        assertThat(browser.ask("document.title")).isNotEmpty();
    }

    private static void visit(String page, int width) {
        browser.open("about:blank", width, 900);
        browser.open(studio.link().replaceFirst("/\\?.*", "/" + page), width, 900);
        browser.await(
                "document.readyState === 'complete' && document.querySelector('h1').textContent.trim()",
                SOON);
        // what comes over the socket has been drawn
        browser.page().waitForTimeout(500);
        assertThat(browser.complaints()).isEmpty();
    }
}
