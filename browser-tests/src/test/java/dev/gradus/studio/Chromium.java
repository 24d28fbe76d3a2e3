package dev.gradus.studio;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A real browser without a window, and one page in it.
final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /// Leaves the test out where there is no Chromium or Chrome on this computer.
    static void assumeInstalled() {
        assumeThat(installed()).as("Chromium is installed").isPresent();
    }

    /// Starts the browser of this computer; where there is none, the test is left out.
    static Chromium start() {
        assumeInstalled();
        return new Chromium(installed().orElseThrow());
    }

    private static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .flatMap(folder ->
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Chromium(Path program) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(program)
                                        // the camera is a test picture, and nobody is asked
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--use-fake-device-for-media-stream",
                                                        "--use-fake-ui-for-media-stream")));
        // a context of its own may have more pages
        page = browser.newContext().newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
    }

    /// Returns the page, for what only this class's users need.
    Page page() {
        return page;
    }

    void open(String address, int width, int height) {
        page.setViewportSize(width, height);
        page.navigate(address);
    }

    void dark(boolean dark) {
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    }

    void reducedMotion() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    /// Returns what an expression of JavaScript gives, as text.
    String ask(String expression) {
        try {
            return String.valueOf(page.evaluate(expression));
        } catch (PlaywrightException e) {
            throw new AssertionError(expression, e);
        }
    }

    /// Waits until an expression of JavaScript is true.
    ///
    /// Playwright's own way of waiting makes a function of a text, which the studio's policy forbids.
    void await(String expression, Duration patience) {
        var asked = "(() => { try { return !!(" + expression + "); } catch { return false; } })()";
        var end = System.nanoTime() + patience.toNanos();
        while (!ask(asked).equals("true")) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "not in %s: %s; %s".formatted(patience, expression, complaints));
            }
            page.waitForTimeout(50);
        }
    }

    /// Presses a key, by its name in the standard for events of keys: `Enter`, `ArrowLeft`, `Control+Enter`.
    void press(String key) {
        page.keyboard().press(key);
    }

    /// Returns what the browser complained about: mistakes of scripts, things that the policy forbids.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void picture(Path file) {
        page.screenshot(new ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
