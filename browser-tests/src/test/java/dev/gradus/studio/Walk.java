package dev.gradus.studio;

import com.microsoft.playwright.Page;
import dev.gradus.course.work.Classroom;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunsDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One browser and one studio, and how somebody moves in them.
final class Walk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Among the models of the studio that runs in this process.
    private static final Path BROKEN = Path.of("target", "broken.gradus");

    private final Path folder;
    private final Classroom classroom;
    private final Studio studio;
    private final Chromium browser;
    private Path present;
    private final List<Process> programs = new ArrayList<>();

    /// @param folder in which runs and programs lie
    Walk(Path folder) {
        browser = Chromium.start();
        this.folder = folder;
        classroom = Learners.in(folder.resolve("lessons"));
        present = runs("none");
        studio = Studio.start(0, RunProgram::launch, classroom);
        browser.open(studio.link(), 1440, 900);
        await("document.querySelector('main')");
    }

    Chromium browser() {
        return browser;
    }

    Classroom classroom() {
        return classroom;
    }

    /// Returns the folder of runs of this name, in which the studio looks from now on.
    Path runs(String name) {
        present = folder.resolve(name);
        System.setProperty("gradus.runs", present.toString());
        return present;
    }

    /// Returns a file in the folder that goes when all is done.
    Path file(String name) {
        return folder.resolve(name);
    }

    /// Opens a page anew and waits until it has a headline.
    void visit(String address) {
        visit(studio, address);
    }

    private void visit(Studio there, String address) {
        browser.open("about:blank", 1440, 900);
        var key = there == studio ? "" : there.link().replaceFirst(".*\\?", "?");
        browser.open(
                "http://127.0.0.1:%d/%s"
                        .formatted(
                                there.port(),
                                key.isEmpty() ? address : address.replaceFirst("(?=#|$)", key)),
                1440,
                900);
        await(
                "document.readyState === 'complete' && document.querySelector('h1').textContent.trim()");
    }

    /// Opens a page of a studio that then ends.
    void visitAndLose(String address, String until) {
        try (var other = Studio.start(0, Launcher.NONE, classroom)) {
            visit(other, address);
            await(until);
        }
        await("/does not answer/.test(document.body.textContent)");
    }

    void await(String expression) {
        browser.await(expression, PATIENCE);
    }

    /// Waits until there is such an element, and it can be seen.
    void awaitSight(String selector) {
        await("document.querySelector(`%s`).checkVisibility()".formatted(selector));
    }

    void click(String selector) {
        awaitSight(selector);
        browser.ask("document.querySelector(`%s`).click()".formatted(selector));
    }

    /// Presses what is called so.
    void button(String text) {
        var found =
                "[...document.querySelectorAll('button, summary, a')].filter(it => it.checkVisibility() && it.textContent.trim().startsWith(`%s`)).at(-1)"
                        .formatted(text);
        await(found);
        browser.ask(found + ".click()");
    }

    /// Sets the value of a field or menu, as typing or choosing does.
    void set(String selector, String value) {
        awaitSight(selector);
        browser.ask(
                "(it => { it.value = `%2$s`; for (const kind of ['input', 'change']) it.dispatchEvent(new Event(kind, { bubbles: true })); })(document.querySelector(`%1$s`))"
                        .formatted(selector, value));
    }

    void choose(String selector, Path file) {
        browser.page().locator(selector).setInputFiles(file);
    }

    /// Starts a training in a process of its own, which writes its run where the studio looks.
    void program() throws IOException {
        programs.add(RunProgram.start(runs("running"), "quickstart"));
    }

    /// Starts a training that does not end by itself, likewise, beside the runs there are.
    void endless() throws IOException {
        programs.add(EndlessRun.start(present));
    }

    /// Opens a page beside those that are open, and waits until it can be used.
    Page tab(String address, String ready) {
        var page = browser.page().context().newPage();
        page.setViewportSize(1440, 900);
        page.navigate("http://127.0.0.1:%d/%s".formatted(studio.port(), address));
        var asked = "(() => { try { return !!(" + ready + "); } catch { return false; } })()";
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!(Boolean) page.evaluate(asked)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not in %s: %s".formatted(PATIENCE, ready));
            }
            page.waitForTimeout(50);
        }
        return page;
    }

    /// Puts a file among the models that is none.
    void spoil() throws IOException {
        Files.writeString(BROKEN, "no model");
    }

    /// Takes it away again.
    void mend() throws IOException {
        Files.deleteIfExists(BROKEN);
    }

    /// Chooses a run among the models from now on.
    void prefer(String run) {
        browser.ask("sessionStorage.setItem('gradus-model', 'run:%s')".formatted(found(run).id()));
    }

    /// Returns the last checkpoint of a run, as the page of models names it.
    String checkpoint(String run) {
        var found = found(run);
        return "run/%s/%d".formatted(found.id(), found.lastCheckpoint().orElseThrow().step());
    }

    private static RecordedRun found(String name) {
        return RunsDirectory.ofUser().orElseThrow().list().stream()
                .filter(run -> run.description().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Returns what the browser has complained about, but for a studio that was made to go and a file
    /// that is refused.
    List<String> complaints() {
        return browser.complaints().stream()
                .filter(text -> !text.contains("ERR_CONNECTION_REFUSED"))
                .filter(text -> !text.contains("/files/work.zip"))
                .toList();
    }

    /// Presses a key of the page, whatever had the focus.
    void key(String key) {
        browser.ask("document.querySelector('main').focus()");
        browser.press(key);
    }

    @Override
    public void close() {
        System.clearProperty("gradus.runs");
        programs.forEach(Process::destroyForcibly);
        browser.close();
        studio.close();
    }
}
