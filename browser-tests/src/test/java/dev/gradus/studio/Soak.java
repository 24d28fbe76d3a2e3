package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/// Trains in the playground for a long time while a page watches, and writes down what memory both take once
/// their garbage is collected. No part of the usual tests: `tools/soak 30` runs it for 30 minutes.
class Soak {
    private static final Duration SAMPLE = Duration.ofSeconds(30);
    private static final double MEGABYTE = 1 << 20;

    /// @param minutes since the beginning
    /// @param epochs that were trained
    /// @param server live heap of the studio, in MB
    /// @param page live heap of the page's scripts, in MB
    /// @param nodes elements of the page
    private record Sample(double minutes, long epochs, double server, double page, long nodes) {
        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %.1f | %,d | %.1f | %.1f | %d |",
                    minutes,
                    epochs,
                    server,
                    page,
                    nodes);
        }
    }

    @Test
    void memoryStaysFlatWhileAPageWatchesATraining() throws IOException {
        var program = Chromium.installed();
        assumeThat(program).as("Chromium is installed").isPresent();
        var length =
                Duration.ofSeconds(
                        (long) (60 * Double.parseDouble(System.getProperty("minutes", "30"))));
        var samples = new ArrayList<Sample>();
        try (var studio = Studio.start(0);
                var browser = new Chromium(program.orElseThrow())) {
            browser.open(studio.link().replaceFirst("/\\?", "/playground?"), 1440, 900);
            browser.await("document.querySelector('.whereabouts b')", Duration.ofSeconds(20));
            var tools = browser.page().context().newCDPSession(browser.page());
            tools.send("Performance.enable");
            var start = System.nanoTime();
            while (System.nanoTime() - start < length.toNanos()) {
                browser.page().waitForTimeout((double) SAMPLE.toMillis());
                samples.add(sample(browser, tools, (System.nanoTime() - start) / 6e10));
                System.err.println(samples.getLast().row());
            }
            assertThat(browser.complaints()).isEmpty();
        }
        write(samples);
        // the first fifth warms up; what comes and goes with a drawing evens out over a third of
        // the rest
        var warm = samples.subList(samples.size() / 5, samples.size());
        var early = warm.subList(0, (warm.size() + 2) / 3);
        var late = warm.subList(warm.size() - early.size(), warm.size());
        for (var figure :
                List.<ToDoubleFunction<Sample>>of(
                        Sample::server, Sample::page, it -> (double) it.nodes())) {
            assertThat(median(late, figure)).isLessThan(1.05 * median(early, figure) + 1);
        }
        var first = warm.getFirst();
        assertThat(warm.getLast().epochs()).isGreaterThan(first.epochs());
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        var sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static Sample sample(Chromium browser, CDPSession tools, double minutes) {
        tools.send("HeapProfiler.collectGarbage");
        var page = 0.0;
        var nodes = 0.0;
        for (var metric : tools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            var it = metric.getAsJsonObject();
            page = named(it, "JSHeapUsedSize", page);
            nodes = named(it, "Nodes", nodes);
        }
        var epochs =
                Long.parseLong(
                        browser.ask("document.querySelector('.whereabouts b').textContent")
                                .replaceAll("\\D", ""));
        return new Sample(minutes, epochs, live(), page / MEGABYTE, (long) nodes);
    }

    private static double named(JsonObject metric, String name, double otherwise) {
        return metric.get("name").getAsString().equals(name)
                ? metric.get("value").getAsDouble()
                : otherwise;
    }

    /// The studio runs in this process; what the driver of the browser keeps counts as well.
    private static double live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    private static void write(List<Sample> samples) throws IOException {
        var lines =
                new ArrayList<>(
                        List.of(
                                "| minutes | epochs | studio, MB | page, MB | elements |",
                                "|--:|--:|--:|--:|--:|"));
        samples.forEach(sample -> lines.add(sample.row()));
        Files.write(Path.of("target", "soak.md"), lines);
    }
}
