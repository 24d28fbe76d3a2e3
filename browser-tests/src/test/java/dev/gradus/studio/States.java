package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every page as it opens holds in every state that a person can get it into, in a real browser,
/// where there is one: dialogs, errors, tables, pictures, answers, and a studio that is gone.
class States {
    /// Smaller than what WCAG 2.2 asks of targets; what stands in a line of text is as high as that.
    private static final String SMALL =
            """
            [...(document.querySelector('dialog[open]') ?? document).querySelectorAll(
                'button:not(.word), select, input:not([type=file]), textarea, summary, [role=button], [role=slider], [role=tab], .btn, nav a')]
              .filter(it => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && !it.closest('.sr'))
              .map(it => [it, ((it.type === 'checkbox' || it.type === 'radio') && it.closest('label') || it).getBoundingClientRect()])
              .filter(([, box]) => box.width < 23.99 || box.height < 23.99)
              .map(([it, box]) => `${it.outerHTML.slice(0, 120)} ${box.width} × ${box.height}`).join('\\n')\
            """;

    private static final String CUT_OFF =
            """
            [document.documentElement, ...document.querySelectorAll('dialog[open]')]
              .filter(it => it.scrollWidth > it.clientWidth)
              .map(it => `${it.tagName} is ${it.scrollWidth} wide: ${[...it.querySelectorAll('*')].filter(inner => inner.getBoundingClientRect().right > innerWidth + 0.5 && !inner.closest('.twin, pre, .scroll, .grid, #net, #st, .scroller, .cm-editor, svg')).slice(-3).map(inner => inner.outerHTML.slice(0, 120)).join(' | ')}`).join('\\n')\
            """;

    @TempDir private static Path folder;
    @AutoClose private static Walk walk;

    @BeforeAll
    static void start() throws Exception {
        walk = new Walk(folder);
        HostileRuns.write(walk.runs("hostile"));
        walk.runs("trained");
        TrainedRuns.all();
    }

    static Stream<State> states() {
        return State.all();
    }

    @ParameterizedTest
    @MethodSource("states")
    void noRuleIsBrokenAndNothingIsCutOff(State state) throws Exception {
        var browser = walk.browser();
        browser.dark(false);
        var before = walk.complaints().size();
        state.reach().by(walk);
        // at its end the run bar stands below everything, and covers nothing
        browser.ask("scrollTo(0, document.documentElement.scrollHeight)");
        var wrong = new ArrayList<String>();
        wrong.addAll(Axe.violations(browser.page()));
        browser.dark(true);
        Axe.violationsOfColour(browser.page()).forEach(it -> wrong.add("dark: " + it));
        browser.dark(false);
        for (var width : new int[] {1440, 720, 320}) {
            browser.page().setViewportSize(width, 900);
            browser.page()
                    .evaluate(
                            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            Stream.of(browser.ask(CUT_OFF), browser.ask(SMALL))
                    .filter(it -> !it.isEmpty())
                    .forEach(it -> wrong.add("%d wide: %s".formatted(width, it)));
        }
        wrong.addAll(walk.complaints().subList(before, walk.complaints().size()));
        assertThat(wrong).isEmpty();
    }
}
