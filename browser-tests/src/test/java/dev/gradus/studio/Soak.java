package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.sun.management.UnixOperatingSystemMXBean;
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
import org.junit.jupiter.api.io.TempDir;

/// Holds every page that changes open for a long time, does something to each in turn, and writes down what they
/// and the studio take once their garbage is collected. No part of the usual tests: `tools/soak 30` runs it for
/// 30 minutes.
class Soak {
    private static final double MEGABYTE = 1 << 20;
    private static final double GROWTH = 1.1;
    private static final int ACTS_A_STAY = 9;
    private static final int ACT_MILLISECONDS = 900;

    @TempDir Path folder;

    /// @param minutes since the beginning
    /// @param place a page, or the studio itself
    /// @param heap what lives, in MB
    /// @param nodes of a page, in its document or not
    /// @param threads of the studio
    /// @param files and sockets that the studio holds open
    /// @param processes that the studio has begun
    private record Sample(
            double minutes,
            String place,
            double heap,
            long nodes,
            long threads,
            long files,
            long processes) {
        String row() {
            var counts =
                    place.equals("studio")
                            ? "| | %d | %d | %d |".formatted(threads, files, processes)
                            : "| %d | | | |".formatted(nodes);
            return String.format(
                    Locale.ROOT, "| %.1f | %s | %.2f %s", minutes, place, heap, counts);
        }
    }

    private record Tab(LongStay stay, Page page, CDPSession tools) {}

    @Test
    void memoryStaysFlatOnEveryPage() throws IOException {
        var program = Chromium.installed();
        assumeThat(program).as("Chromium is installed").isPresent();
        var length =
                Duration.ofSeconds(
                        (long) (60 * Double.parseDouble(System.getProperty("minutes", "30"))));
        var samples = new ArrayList<Sample>();
        try (var walk = new Walk(program.orElseThrow(), folder)) {
            walk.runs("trained");
            TrainedRuns.garments();
            walk.endless();
            var tabs = LongStay.all().stream().map(stay -> tab(walk, stay)).toList();
            var start = System.nanoTime();
            for (var round = 0; System.nanoTime() - start < length.toNanos(); round++) {
                for (var tab : tabs) {
                    stay(tab, round);
                    // one comes and goes, as people do
                    walk.visit(tab.stay.address());
                    samples.add(sample(tab, (System.nanoTime() - start) / 6e10));
                    System.err.println(samples.getLast().row());
                }
                samples.add(studio((System.nanoTime() - start) / 6e10));
                System.err.println(samples.getLast().row());
            }
            assertThat(walk.complaints()).isEmpty();
        }
        write(samples);
        for (var place : samples.stream().map(Sample::place).distinct().toList()) {
            judge(samples.stream().filter(it -> it.place.equals(place)).toList());
        }
    }

    private static Tab tab(Walk walk, LongStay stay) {
        var page = walk.tab(stay.address());
        var end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!String.valueOf(
                        page.evaluate(
                                "(() => { try { return !!("
                                        + stay.ready()
                                        + "); } catch { return false; } })()"))
                .equals("true")) {
            assertThat(System.nanoTime()).as(stay.ready()).isLessThan(end);
            page.waitForTimeout(100);
        }
        var tools = page.context().newCDPSession(page);
        tools.send("Performance.enable");
        return new Tab(stay, page, tools);
    }

    private static void stay(Tab tab, int round) {
        tab.page.bringToFront();
        for (var i = 0; i < ACTS_A_STAY; i++) {
            var acts = tab.stay.acts();
            tab.page.evaluate(
                    "() => { " + acts.get((round * ACTS_A_STAY + i) % acts.size()) + " }");
            tab.page.waitForTimeout(ACT_MILLISECONDS);
        }
    }

    private static Sample sample(Tab tab, double minutes) {
        tab.tools.send("HeapProfiler.collectGarbage");
        var heap = 0.0;
        var nodes = 0L;
        for (var metric : tab.tools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            var it = metric.getAsJsonObject();
            switch (it.get("name").getAsString()) {
                case "JSHeapUsedSize" -> heap = it.get("value").getAsDouble() / MEGABYTE;
                case "Nodes" -> nodes = it.get("value").getAsLong();
                default -> {
                    // the other figures tell nothing of memory
                }
            }
        }
        return new Sample(minutes, tab.stay.page(), heap, nodes, 0, 0, 0);
    }

    /// The studio runs in this process; what drives the browser counts as well.
    private static Sample studio(double minutes) {
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
        var files =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof UnixOperatingSystemMXBean unix
                        ? unix.getOpenFileDescriptorCount()
                        : 0;
        return new Sample(
                minutes,
                "studio",
                heap,
                0,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                files,
                ProcessHandle.current().descendants().count());
    }

    /// The first fifth warms up; of the rest the last third is held to the first.
    private static void judge(List<Sample> all) {
        var warm = all.subList(all.size() / 5, all.size());
        var third = Math.max(1, warm.size() / 3);
        var early = warm.subList(0, third);
        var late = warm.subList(warm.size() - third, warm.size());
        var place = all.getFirst().place;
        for (var figure :
                List.<ToDoubleFunction<Sample>>of(Sample::heap, it -> (double) it.nodes())) {
            assertThat(median(late, figure))
                    .as("heap in MB, or nodes, of %s", place)
                    .isLessThanOrEqualTo(GROWTH * median(early, figure));
        }
        for (var count :
                List.<ToDoubleFunction<Sample>>of(
                        it -> (double) it.threads(),
                        it -> (double) it.files(),
                        it -> (double) it.processes())) {
            assertThat(median(late, count))
                    .as("threads, files or processes of %s", place)
                    .isLessThanOrEqualTo(early.stream().mapToDouble(count).max().orElseThrow());
        }
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        var sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void write(List<Sample> samples) throws IOException {
        var lines =
                new ArrayList<>(
                        List.of(
                                "| minutes | page | live, MB | nodes | threads | open files and sockets | processes |",
                                "|--:|---|--:|--:|--:|--:|--:|"));
        samples.forEach(sample -> lines.add(sample.row()));
        Files.write(Path.of("target", "soak.md"), lines);
    }
}
