package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A walk through each page with Tab alone, in a real browser, where there is one: nobody is caught, nothing is
/// left out, and one always sees where one is.
class KeyboardBrowserTest {
    private static final int MOST_STOPS = 400;

    /// What a control is called: nodes come and go with what they show.
    private static final String NAMED =
            """
            // numbers that are computed come a little later, and are no part of what a control is called
            const label = text => text.replace(/: *[-−]?\\d[\\d.,]*\\s*$/, '');
            const content = text => text.replace(/^\\s*[-−]?\\d[\\d.,]*\\s*$/, '');
            const named = it => [it.tagName, it.id, label(it.getAttribute('aria-label') ?? it.title ?? ''), [...it.labels ?? []].map(it => it.textContent).join(' '), it.matches('select, textarea, .cm-content') ? '' : content(it.textContent)]
              .join(' ').replace(/\\s+/g, ' ').slice(0, 160);\
            """;

    /// What can be reached, by the part of the page that it stands in.
    private static final String ALL =
            """
            (() => {
              %s
              const others = it => it.type === 'radio' ? [...document.querySelectorAll(`input[name="${it.name}"]`)] : [it];
              const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]')]
                .filter(it => it.tabIndex >= 0 && !it.disabled && it.checkVisibility({ visibilityProperty: true }) && !it.closest('[inert]') && it === (others(it).find(one => one.checked) ?? others(it)[0]));
              return all.map(it => `${it.closest('header.top, nav, main > section, footer, main')?.className || 'page'}: ${named(it)}`).join('\\n');
            })()\
            """
                    .formatted(NAMED);

    /// What has the focus, whether that can be seen, and whether it keeps Tab for itself.
    private static final String HERE =
            """
            (() => {
              %s
              const it = document.activeElement;
              const lined = node => node && getComputedStyle(node).outlineStyle !== 'none' && parseFloat(getComputedStyle(node).outlineWidth) >= 1.5;
              // what is framed by what it stands in, or by the sign beside it
              const seen = lined(it) || lined(it.nextElementSibling) || ['.field', '.code', '.tin'].some(frame => it.closest(frame) && lined(it.closest(frame)));
              window.firstStop ??= it === document.body ? null : it;
              return it === document.body ? 'body' : `${named(it)}|${seen}|${it.matches('.cm-content')}|${it === window.firstStop}`;
            })()\
            """
                    .formatted(NAMED);

    @TempDir private static Path folder;
    @AutoClose private static Walk walk;

    @BeforeAll
    static void start() {
        walk = new Walk(folder);
        walk.runs("trained");
        TrainedRuns.garments();
    }

    @ParameterizedTest
    @CsvSource({
        "path, 1440", "lesson#1.3/exercise, 1440", "playground#paused, 1440", "run, 1440",
        "model#model=made/lenet5, 1440", "results, 1440", "try, 1440", "resources, 1440",
        "path, 360", "lesson#1.3/exercise, 360", "playground#paused, 360", "run, 360"
    })
    void everyControlIsReachedInTurnAndSeen(String address, int width) {
        var browser = walk.browser();
        walk.visit(address);
        browser.page().setViewportSize(width, 900);
        browser.page().waitForTimeout(1_000);
        var all = browser.ask(ALL).lines().toList();
        assertThat(all).hasSizeGreaterThan(8);
        for (var key : new String[] {"Tab", "Shift+Tab"}) {
            var visited = walked(key);
            assertThat(all)
                    .as("reached with " + key)
                    .allSatisfy(line ->
                            assertThat(visited).contains(line.substring(line.indexOf(": ") + 2)));
        }
        assertThat(walk.complaints()).isEmpty();
    }

    /// Goes on until the walk has come round; returns its stops.
    private static LinkedHashSet<String> walked(String key) {
        var browser = walk.browser();
        browser.ask(
                "document.activeElement.blur(), getSelection().removeAllRanges(), scrollTo(0, 0), window.firstStop = null");
        var visited = new LinkedHashSet<String>();
        var unseen = new ArrayList<String>();
        for (var i = 0; i < MOST_STOPS; i++) {
            browser.press(key);
            var here = browser.ask(HERE);
            var parts = here.split("\\|", -1);
            // past the last control the focus is with the browser, and with nothing of the page
            if (!visited.isEmpty() && (here.equals("body") || parts[3].equals("true"))) {
                assertThat(unseen).as("focus that cannot be seen").isEmpty();
                return visited;
            }
            if (here.equals("body")) {
                continue;
            }
            visited.add(parts[0]);
            if (!parts[1].equals("true")) {
                unseen.add(browser.ask("document.activeElement.outerHTML.slice(0, 200)"));
            }
            if (parts[2].equals("true")) {
                // in a program Tab moves text; its name says how to leave
                browser.press("Escape");
            }
        }
        throw new AssertionError("the walk does not come round: " + visited);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path",
                "lesson#2.1/visual",
                "playground",
                "run",
                "model",
                "results",
                "try",
                "resources"
            })
    void nothingMovesForThoseWhoDoNotWantIt(String address) {
        var browser = walk.browser();
        browser.reducedMotion();
        walk.visit(address);
        browser.page().waitForTimeout(500);
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('*')].filter(it => {
                                  const style = getComputedStyle(it);
                                  const long = times => times.split(',').some(time => parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000) > 10);
                                  return long(style.transitionDuration) && style.transitionProperty !== 'none' || style.animationName !== 'none' && long(style.animationDuration);
                                }).map(it => it.outerHTML.slice(0, 120)).join('\\n')\
                                """))
                .isEmpty();
        assertThat(browser.ask("matchMedia('(prefers-reduced-motion: reduce)').matches"))
                .isEqualTo("true");
        if (address.equals("playground")) {
            // a training begins when it is asked to
            walk.await("document.querySelector('.whereabouts').textContent.startsWith('paused')");
        }
    }
}
