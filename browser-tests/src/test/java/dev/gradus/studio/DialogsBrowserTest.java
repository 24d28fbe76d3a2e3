package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every dialog takes the focus, keeps it, and gives it back to what opened it, in a real browser, where there is
/// one.
class DialogsBrowserTest {
    private static final int MORE_THAN_ANY_HAS = 24;
    private static final String INSIDE =
            "document.querySelector('dialog[open]').contains(document.activeElement)";
    // past its last control a browser goes to its own bar, which has nothing of the page
    private static final String NOT_BEHIND =
            "document.activeElement === document.body || " + INSIDE;

    @TempDir private static Path folder;
    @AutoClose private static Walk walk;

    @BeforeAll
    static void start() {
        walk = new Walk(folder);
        walk.runs("trained");
        TrainedRuns.garments();
    }

    static Stream<Arguments> dialogs() {
        var ofAllPages =
                Studio.pages().stream().map(page -> Arguments.of(page, ".top-r button.bold"));
        var own =
                Stream.of(
                        Arguments.of("playground#paused", ".export"),
                        Arguments.of("playground#paused", ".own"),
                        Arguments.of("playground#paused", ".left > .link.small"),
                        Arguments.of("run", ".runbar .btn:not(:disabled)"),
                        Arguments.of("model#model=made/lenet5", ".crumb .link"),
                        Arguments.of("model#model=made/lenet5", "[data-give=drawn]"),
                        Arguments.of("results", ".crumb .link"),
                        Arguments.of("try", ".crumb .link"),
                        Arguments.of("lesson#1.3/exercise", ".work .bar .link"));
        return Stream.concat(ofAllPages, own);
    }

    @ParameterizedTest
    @MethodSource("dialogs")
    void aDialogTakesTheFocusKeepsItAndGivesItBack(String address, String opener) {
        var browser = walk.browser();
        walk.visit(address);
        walk.awaitSight(opener);
        browser.ask("document.querySelector('%s').focus()".formatted(opener));
        browser.press("Enter");
        walk.await(INSIDE);
        for (var key : new String[] {"Tab", "Shift+Tab"}) {
            for (var i = 0; i < MORE_THAN_ANY_HAS; i++) {
                browser.press(key);
                assertThat(browser.ask(NOT_BEHIND)).as("%s %d", key, i).isEqualTo("true");
            }
        }
        browser.press("Escape");
        walk.await("!document.querySelector('dialog[open]')");
        assertThat(
                        browser.ask(
                                "document.activeElement === document.querySelector('%s')"
                                        .formatted(opener)))
                .as(
                        "where the focus is: %s",
                        browser.ask("document.activeElement.outerHTML.slice(0, 200)"))
                .isEqualTo("true");
        assertThat(walk.complaints()).isEmpty();
    }
}
