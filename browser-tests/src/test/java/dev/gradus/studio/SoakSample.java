package dev.gradus.studio;

import com.google.gson.JsonElement;
import com.microsoft.playwright.CDPSession;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.stream.Collectors;
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

    /// Asks a page by the protocol of its browser's tools.
    static SoakSample ofPage(CDPSession tools, String page, double minutes) {
        tools.send("HeapProfiler.collectGarbage");
        var metrics =
                StreamSupport.stream(
                                tools.send("Performance.getMetrics")
                                        .getAsJsonArray("metrics")
                                        .spliterator(),
                                false)
                        .map(JsonElement::getAsJsonObject)
                        .collect(
                                Collectors.toMap(
                                        it -> it.get("name").getAsString(),
                                        it -> it.get("value").getAsDouble()));
        return new SoakSample(
                minutes,
                page,
                metrics.getOrDefault("JSHeapUsedSize", Double.NaN) / MEGABYTE,
                metrics.getOrDefault("Nodes", Double.NaN).longValue(),
                0,
                0,
                0);
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
