package dev.gradus.studio;

import static dev.gradus.Gradus.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.Course;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.Workspace;
import dev.gradus.data.fashion.FashionMnist;
import dev.gradus.nn.Sequential;
import dev.gradus.train.Trainer;
import dev.gradus.train.record.RunsDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Takes a picture of every page of the studio in both themes, each doing what it is for. No part of the usual
/// tests: `tools/screenshots` runs it and puts the pictures into `docs/images`.
class Screenshots {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    /// It is seen in the pictures.
    private static final Path MY_LESSONS =
            Path.of(System.getProperty("java.io.tmpdir"), "gradus", "my-lessons");

    @TempDir Path folder;

    private Chromium browser;
    private Studio studio;

    /// How a page gets to what is worth a picture.
    private interface Scene {
        void prepare() throws IOException, InterruptedException;
    }

    @Test
    void everyPageInBothThemes() throws IOException, InterruptedException {
        Chromium.assumeInstalled();
        System.setProperty("gradus.runs", folder.resolve("runs").toString());
        var classroom = new Classroom(Course.bundled(), new Workspace(emptied(MY_LESSONS)));
        learn(classroom);
        train();
        try (var started = Studio.start(0, Launcher.NONE, classroom);
                var opened = Chromium.start()) {
            studio = started;
            browser = opened;
            browser.open(studio.link(), WIDTH, HEIGHT);
            browser.await("document.querySelector('h1')", PATIENCE);
            var scenes = scenes();
            assertThat(scenes.keySet()).containsAll(Studio.pages());
            for (var dark : new boolean[] {false, true}) {
                browser.dark(dark);
                for (var scene : scenes.entrySet()) {
                    scene.getValue().prepare();
                    browser.page().waitForTimeout(1500);
                    browser.picture(
                            pictures()
                                    .resolve(
                                            "studio-%s%s.png"
                                                    .formatted(
                                                            scene.getKey(), dark ? "-dark" : "")));
                }
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Path emptied(Path place) throws IOException {
        if (Files.exists(place)) {
            try (var all = Files.walk(place)) {
                for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return place;
    }

    private static Path pictures() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("pictures", "target/pictures")));
    }

    /// The first lessons, done.
    private static void learn(Classroom classroom) throws IOException, InterruptedException {
        for (var lesson : classroom.course().lessons().subList(0, 8)) {
            classroom.start(lesson);
            classroom.workspace().save(lesson, lesson.solution());
            assertThat(classroom.check(lesson).isPassed()).isTrue();
        }
        var neuron = classroom.course().lesson("2.1").orElseThrow();
        classroom.start(neuron);
        classroom
                .workspace()
                .save(
                        neuron,
                        neuron.wrongAnswers().stream()
                                .filter(it -> it.name().startsWith("BiasInTheLoop"))
                                .findFirst()
                                .orElseThrow()
                                .source()
                                // the first line says what is expected of the check
                                .lines()
                                .skip(1)
                                .collect(Collectors.joining("\n", "", "\n")));
    }

    /// Two runs on the bundled pictures, one of them too bold.
    private static void train() {
        var fashion = FashionMnist.load();
        for (var rate : Map.of("careful", 0.001, "bold", 0.01).entrySet()) {
            Trainer.of(
                            Sequential.of(
                                    conv2d(8, 3, RELU),
                                    maxPool(2),
                                    conv2d(16, 3, RELU),
                                    maxPool(2),
                                    flatten(),
                                    dense(64, RELU),
                                    dense(10)))
                    .optimizer(adam(rate.getValue()))
                    .batch(64)
                    .epochs(4)
                    .seed(1)
                    .record("fashion " + rate.getKey())
                    .fit(fashion.train(), fashion.validation());
        }
    }

    private Map<String, Scene> scenes() {
        var scenes = new LinkedHashMap<String, Scene>();
        scenes.put("path", () -> visit("path"));
        scenes.put(
                "lesson",
                () -> {
                    visit("lesson#2.1/check");
                    browser.ask("document.querySelector('button.check').click()");
                    browser.await("document.querySelector('h2.v.fail')", PATIENCE);
                });
        scenes.put(
                "playground",
                () -> {
                    visit("playground");
                    browser.await(
                            "/gets (8[5-9]|90)|all 90/.test(document.querySelector('h1').textContent)",
                            PATIENCE);
                });
        scenes.put("run", () -> visit("run"));
        scenes.put("model", () -> visit("model#model=" + run()));
        scenes.put("results", () -> visit("results"));
        scenes.put(
                "try",
                () -> {
                    visit("try");
                    browser.ask(
                            "[...document.querySelectorAll('button')].find(it => it.textContent.includes('unseen example')).click()");
                    browser.await(
                            "document.querySelector('#nearest canvas, #nearest img, #nearest svg')",
                            PATIENCE);
                });
        scenes.put("resources", () -> visit("resources"));
        return scenes;
    }

    /// The last checkpoint of the younger run, as the page of models names it.
    private String run() {
        var run = RunsDirectory.of(folder.resolve("runs")).list().getFirst();
        return "run/%s/%d".formatted(run.id(), run.lastCheckpoint().orElseThrow().step());
    }

    private void visit(String page) {
        browser.open("about:blank", WIDTH, HEIGHT);
        browser.open("http://127.0.0.1:%d/%s".formatted(studio.port(), page), WIDTH, HEIGHT);
        browser.await(
                "document.readyState === 'complete' && document.querySelector('h1').textContent.trim()",
                PATIENCE);
        browser.page().waitForTimeout(3000);
    }
}
