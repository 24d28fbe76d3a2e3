package dev.gradus.studio;

import com.google.gson.JsonElement;
import com.microsoft.playwright.CDPSession;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// What a page or the studio takes, once its garbage is collected.
///
/// @param minutes since the beginning
/// @param place a page, or the studio itself
/// @param heap what lives, in MB
/// @param nodes of a page, in its document or not
/// @param threads of the studio
/// @param files and sockets that the studio holds open
/// @param processes that the studio has begun
record SoakSample(
        double minutes,
        String place,
        double heap,
        long nodes,
        long threads,
        long files,
        long processes) {
    static final String STUDIO = "studio";

    private static final double MEGABYTE = 1 << 20;
    private static final int LOOKS = 5;

    /// Asks a page by the protocol of its browser's tools; of several looks the least counts, as a page that draws
    /// makes new garbage meanwhile.
    static SoakSample ofPage(CDPSession tools, String page, double minutes) {
        var looks = IntStream.range(0, LOOKS).mapToObj(_ -> look(tools)).toList();
        return new SoakSample(
                minutes,
                page,
                least(looks, "JSHeapUsedSize") / MEGABYTE,
                (long) least(looks, "Nodes"),
                0,
                0,
                0);
    }

    private static double least(List<Map<String, Double>> looks, String name) {
        return looks.stream()
                .mapToDouble(look -> look.getOrDefault(name, Double.NaN))
                .min()
                .orElseThrow();
    }

    private static Map<String, Double> look(CDPSession tools) {
        tools.send("HeapProfiler.collectGarbage");
        return StreamSupport.stream(
                        tools.send("Performance.getMetrics")
                                .getAsJsonArray("metrics")
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .collect(
                        Collectors.toMap(
                                it -> it.get("name").getAsString(),
                                it -> it.get("value").getAsDouble()));
    }

    /// The studio runs in this process; what drives the browser counts as well.
    static SoakSample ofStudio(double minutes) {
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new SoakSample(
                minutes,
                STUDIO,
                heap,
                0,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                system instanceof UnixOperatingSystemMXBean unix
                        ? unix.getOpenFileDescriptorCount()
                        : 0,
                ProcessHandle.current().descendants().count());
    }

    /// Returns it as a row of a table.
    String row() {
        var counts =
                place.equals(STUDIO)
                        ? "| | %d | %d | %d |".formatted(threads, files, processes)
                        : "| %d | | | |".formatted(nodes);
        return String.format(Locale.ROOT, "| %.1f | %s | %.2f %s", minutes, place, heap, counts);
    }
}
