package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page of resources in a real browser, where there is one.
class ResourcesBrowserTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @AutoClose private static Studio studio;
    @AutoClose private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        studio = Studio.start(0, Learners.in(Path.of("target", "learner")));
        browser.open(studio.link(), 1440, 900);
        browser.await("location.pathname === '/path'", SOON);
    }

    private static void visit(String wish, int width) {
        browser.open("about:blank", width, 900);
        browser.open("http://127.0.0.1:%d/resources%s".formatted(studio.port(), wish), width, 900);
        browser.await("document.querySelector('.list').children.length > 0", SOON);
    }

    private static int shown() {
        return number("document.querySelectorAll('.entry').length");
    }

    private static int number(String expression) {
        return Integer.parseInt(String.valueOf(browser.ask(expression)));
    }

    @Test
    void everythingIsListedOnceAndNothingIsLoadedFromElsewhere() {
        visit("", 1440);
        assertThat(number("parseInt(document.querySelector('h1').textContent)")).isEqualTo(shown());
        assertThat(shown()).isGreaterThanOrEqualTo(50);
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('.entry h3 a')].every(a =>
                                    a.rel === 'noopener noreferrer' && a.target === '_blank' && a.protocol === 'https:')\
                                """))
                .isEqualTo("true");
        assertThat(
                        browser.ask(
                                "performance.getEntriesByType('resource').every(r => new URL(r.name).origin === location.origin)"))
                .isEqualTo("true");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatGoesWithTheNextLessonComesFirst() {
        visit("", 1440);
        browser.await("document.querySelector('.now .entry')", SOON);
        assertThat(browser.ask("document.querySelector('h1').textContent"))
                .contains("with your next lesson, ");
        assertThat(
                        browser.ask(
                                "[...document.querySelectorAll('.when a')].every(a => /^.lesson#\\d+.\\d$/.test(a.getAttribute('href')))"))
                .isEqualTo("true");
        assertThat(number("parseInt(document.querySelector('h1').textContent)")).isEqualTo(shown());
    }

    @Test
    void theWordsOfTheCourseAreSearchedToo() {
        visit("#q=broadcasting", 1440);
        browser.await("document.querySelector('.glossary dt')", SOON);
        assertThat(browser.ask("document.querySelector('.glossary').textContent"))
                .contains("axes of size 1 are stretched", "1.2 Broadcasting");
        visit("#q=vocabularium", 1440);
        assertThat(browser.ask("document.querySelector('.glossary') === null")).isEqualTo("true");
    }

    @Test
    void wishesNarrowTheListAndStandInTheLink() {
        visit("#goal=vision&kind=paper&level=9&colour=red", 1440);
        var papers = shown();
        assertThat(papers).isBetween(1, 20);
        assertThat(browser.ask("document.querySelector('h1').textContent"))
                .asString()
                .startsWith(papers + " texts and papers for vision");
        browser.ask(
                "const s = document.querySelector('#kind'); s.value = ''; s.dispatchEvent(new Event('change'))");
        browser.await("location.hash === '#goal=vision'", SOON);
        assertThat(shown()).isGreaterThan(papers);
    }

    @Test
    void aSearchThatFindsNothingOffersAWayOn() {
        visit("", 1440);
        browser.ask("document.querySelector('main').focus()");
        browser.press("/");
        browser.await("document.activeElement.id === 'q'", SOON);
        for (var key : "residual".toCharArray()) {
            browser.press(String.valueOf(key));
        }
        browser.await("location.hash === '#q=residual'", SOON);
        var found = shown();
        assertThat(found).isBetween(2, 10);
        browser.ask(
                "const s = document.querySelector('#goal'); s.value = 'games'; s.dispatchEvent(new Event('change'))");
        browser.await("document.querySelector('.nothing')", SOON);
        browser.ask("document.querySelector('.nothing button').click()");
        browser.await("document.querySelectorAll('.entry').length > 0", SOON);
    }

    @Test
    void arrowsWalkTheList() {
        visit("#goal=mathematics", 1440);
        browser.ask("document.querySelector('.entry h3 a').focus()");
        browser.press("ArrowDown");
        browser.press("ArrowDown");
        browser.press("ArrowUp");
        assertThat(
                        browser.ask(
                                "[...document.querySelectorAll('.entry h3 a')].indexOf(document.activeElement)"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 720, 1100})
    void nothingIsCutOffOnNarrowScreens(int width) {
        visit("", width);
        assertThat(browser.ask("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
    }

    @Test
    void controlsHaveNamesAndHeadingsAnOrder() {
        visit("", 1440);
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('button, select, input, a')]
                                    .filter(e => !(e.getAttribute('aria-label') || e.title || e.textContent.trim() || e.labels?.length))
                                    .map(e => e.outerHTML).join()\
                                """))
                .isEqualTo("");
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('h1, h2, h3')].filter(h => h.offsetParent).map(h => Number(h.tagName[1]))
                                    .every((level, i, all) => i === 0 ? level === 1 : level <= all[i - 1] + 1)\
                                """))
                .isEqualTo("true");
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('button, select, input')].filter(e => e.offsetParent)
                                    .map(e => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width < 24 || r.height < 24)
                                    .map(([e]) => e.outerHTML.slice(0, 80)).join()\
                                """))
                .isEqualTo("");
    }
}
