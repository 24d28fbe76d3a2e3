package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Plan.Item;
import dev.gradus.benchmarks.compare.Plan.Sink;
import dev.gradus.benchmarks.compare.Row.Compared;
import dev.gradus.benchmarks.compare.Row.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Measures how much room is taken: in memory while training, and on the disk before anything runs.
record Footprint(Place place) {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String WORKLOAD = "W3";
    private static final int STEPS = 50;
    private static final double MEGABYTE = 1e6;

    /// What a process held at its largest, in megabytes.
    private record Peak(String version, double process, double heap) {}

    /// Returns the items about memory for a number of threads.
    List<Item> memory(int threads, List<Side> peers) {
        return rivals(peers)
                .map(peer ->
                        new Item(
                                "memory:" + WORKLOAD,
                                threads,
                                peer.name(),
                                Unit.MB,
                                10,
                                (_, progress, sink) -> memory(threads, peer, progress, sink)))
                .toList();
    }

    /// Returns the items about what has to be installed.
    List<Item> size(List<Side> peers) {
        return rivals(peers)
                .map(peer ->
                        new Item(
                                "size",
                                1,
                                peer.name(),
                                Unit.MB,
                                0,
                                (_, _, sink) -> size(peer, sink)))
                .toList();
    }

    private static Stream<Side> rivals(List<Side> peers) {
        return peers.stream().filter(peer -> !(peer instanceof Side.OneThread));
    }

    private void memory(int threads, Side peer, Progress progress, Sink sink) throws Trouble {
        var theirLaunch = peer.launch(place, threads);
        progress.at("training gradus");
        var mine = peak(new Side.Gradus("gradus").launch(place, threads));
        progress.at("training " + peer.name());
        var theirs = peak(theirLaunch);
        var name = "memory:" + WORKLOAD;
        sink.take(
                name + ":process",
                Unit.MB,
                theirs.version(),
                sizes(mine.process(), theirs.process()));
        sink.take(name + ":heap", Unit.MB, theirs.version(), sizes(mine.heap(), theirs.process()));
    }

    private Peak peak(Launch launch) throws Trouble {
        try (var child = Child.start(launch, place.log("memory-" + launch.name()))) {
            var version = child.awaitReady(LIMIT);
            for (var command : List.of("prepare " + WORKLOAD, "steps " + STEPS)) {
                if (child.ask(command, LIMIT).isEmpty()) {
                    throw new Trouble("cannot do it");
                }
            }
            var sizes =
                    child.ask("memory", LIMIT)
                            .orElseThrow(() -> new Trouble("does not tell its memory"))
                            .split(" ", -1);
            return new Peak(
                    version,
                    Long.parseLong(sizes[0]) / MEGABYTE,
                    Long.parseLong(sizes[1]) / MEGABYTE);
        } catch (Trouble trouble) {
            throw new Trouble(launch.name() + ": " + trouble.sentence());
        }
    }

    private void size(Side peer, Sink sink) throws Trouble {
        var theirs = bytes(peer.files(place));
        if (theirs == 0) {
            throw new Trouble(peer.name() + ": what it installs is not in one place");
        }
        var mine = bytes(new Side.Gradus("gradus").files(place));
        sink.take("size", Unit.MB, "", sizes(mine / MEGABYTE, theirs / MEGABYTE));
    }

    private static Compared sizes(double mine, double theirs) {
        return new Compared(mine, theirs, theirs / mine, 1, true);
    }

    private static double bytes(List<Path> files) throws Trouble {
        var sum = 0L;
        for (var file : files) {
            try {
                sum += Files.size(file);
            } catch (IOException _) {
                throw new Trouble("cannot read " + file);
            }
        }
        return (double) sum;
    }
}
