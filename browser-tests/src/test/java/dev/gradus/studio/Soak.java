package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds every page that changes open for a long time, does something to each in turn, and writes down what they
/// and the studio take once their garbage is collected. No part of the usual tests: `tools/soak 30` runs it for
/// 30 minutes.
class Soak {
    private static final int LEAST_ACTS = 8;
    private static final int ACT_MILLISECONDS = 900;

    private static final String STAY =
            """
            (acts => {
              window.stay = async () => {
                for (let done = 0; done < %2$d; done += acts.length) {
                  for (const act of acts) {
                    act();
                    await new Promise(next => setTimeout(next, %3$d));
                  }
                }
              };
            })([%1$s])\
            """;

    @TempDir Path folder;

    private record Tab(LongStay stay, Page page, CDPSession tools) {}

    @Test
    void memoryStaysFlatOnEveryPage() throws IOException {
        var length =
                Duration.ofSeconds(
                        (long) (60 * Double.parseDouble(System.getProperty("minutes", "30"))));
        var samples = new ArrayList<SoakSample>();
        try (var walk = new Walk(folder)) {
            walk.runs("trained");
            TrainedRuns.garments();
            walk.endless();
            var tabs = LongStay.all().stream().map(stay -> tab(walk, stay)).toList();
            var start = System.nanoTime();
            while (System.nanoTime() - start < length.toNanos()) {
                for (var tab : tabs) {
                    stay(tab);
                    // one comes and goes, as people do
                    walk.visit(tab.stay.address());
                    add(samples, SoakSample.ofPage(tab.tools, tab.stay.page(), minutes(start)));
                }
                add(samples, SoakSample.ofStudio(minutes(start)));
            }
            assertThat(walk.complaints()).isEmpty();
        }
        var verdicts =
                samples.stream()
                        .map(SoakSample::place)
                        .distinct()
                        .map(place ->
                                new SoakVerdict(
                                        place,
                                        samples.stream()
                                                .filter(it -> it.place().equals(place))
                                                .toList()))
                        .toList();
        write(verdicts, samples);
        verdicts.forEach(SoakVerdict::assertFlat);
    }

    private static double minutes(long start) {
        return (System.nanoTime() - start) / 6e10;
    }

    private static void add(List<SoakSample> samples, SoakSample sample) {
        samples.add(sample);
        System.err.println(sample.row());
    }

    private static Tab tab(Walk walk, LongStay stay) {
        var page = walk.tab(stay.address(), stay.ready());
        var tools = page.context().newCDPSession(page);
        tools.send("Performance.enable");
        page.evaluate(
                STAY.formatted(
                        stay.acts().stream()
                                .map("() => { %s; }"::formatted)
                                .collect(Collectors.joining(", ")),
                        LEAST_ACTS,
                        ACT_MILLISECONDS));
        return new Tab(stay, page, tools);
    }

    /// Whole rounds of what is done to a page, so that it looks the same after each stay. The page does it by
    /// itself: what is sent to it again and again would stay in it.
    private static void stay(Tab tab) {
        tab.page.bringToFront();
        tab.page.evaluate("stay()");
    }

    private static void write(List<SoakVerdict> verdicts, List<SoakSample> samples)
            throws IOException {
        var lines =
                new ArrayList<>(
                        List.of(
                                "| page | first third, MB | last third, MB | nodes | threads | open files and sockets | processes |",
                                "|---|--:|--:|--:|--:|--:|--:|"));
        verdicts.forEach(verdict -> lines.add(verdict.row()));
        lines.addAll(
                List.of(
                        "",
                        "| minutes | page | live, MB | nodes | threads | open files and sockets | processes |",
                        "|--:|---|--:|--:|--:|--:|--:|"));
        samples.forEach(sample -> lines.add(sample.row()));
        Files.write(Files.createDirectories(Path.of("target")).resolve("soak.md"), lines);
    }
}
