package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Plan.Item;
import dev.gradus.benchmarks.compare.Plan.Sink;
import dev.gradus.benchmarks.compare.Row.Own;
import dev.gradus.benchmarks.compare.Row.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Measures what a learner waits for: from the start of the process to the first completed step of training,
/// to later ones, and to the end of `./gradus quickstart`.
record ColdStart(Place place, boolean quick) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /// The step after which the clock is read; a thousand of the larger network take minutes of no new
    /// insight, so it stops at a hundred.
    private record Training(String workload, List<Integer> marks) {
        String name(int mark) {
            return "cold:%s:%d".formatted(workload, mark);
        }
    }

    /// A quick look stops where nothing is demanded any more.
    private List<Training> trainings() {
        return List.of(
                new Training("W1", List.of(1, 10, 100, 1000)),
                new Training("W3", quick ? List.of(1, 10) : List.of(1, 10, 100)));
    }

    /// Returns the items for a number of threads.
    List<Item> items(int threads, List<Side> peers) {
        var items = new ArrayList<Item>();
        for (var training : trainings()) {
            for (var peer : peers) {
                if (!(peer instanceof Side.OneThread)) {
                    items.add(
                            new Item(
                                    "cold:" + training.workload(),
                                    threads,
                                    peer.name(),
                                    Unit.MS,
                                    Pace.ofOthers(quick).repeats() * 4,
                                    (_, progress, sink) ->
                                            compare(training, threads, peer, progress, sink)));
                }
            }
        }
        if (threads == 1) {
            items.add(
                    new Item(
                            "cold:quickstart",
                            threads,
                            "",
                            Unit.MS,
                            Pace.ofOthers(quick).repeats() * 8,
                            (_, progress, sink) -> quickstart(progress, sink)));
        }
        return items;
    }

    private void compare(Training training, int threads, Side peer, Progress progress, Sink sink)
            throws Trouble {
        var ours = new Side.Gradus("gradus").launch(place, threads);
        var theirs = peer.launch(place, threads);
        var repeats = Pace.ofOthers(quick).repeats();
        var mine = new ArrayList<double[]>();
        var others = new ArrayList<double[]>();
        var load = ProcessorTime.watch();
        for (var repeat = 1; repeat <= repeats; repeat++) {
            progress.at("start %d of %d, gradus".formatted(repeat, repeats));
            mine.add(start(ours, training));
            progress.at("start %d of %d, %s".formatted(repeat, repeats, peer.name()));
            others.add(start(theirs, training));
        }
        var isOurs = load.wasOurs();
        for (var i = 0; i < training.marks().size(); i++) {
            var mark = i;
            var a = mine.stream().mapToDouble(times -> times[mark]).toArray();
            var b = others.stream().mapToDouble(times -> times[mark]).toArray();
            sink.take(
                    training.name(training.marks().get(i)),
                    Unit.MS,
                    "",
                    Duel.compare(a, b, isOurs && Duel.agree(a, b)));
        }
    }

    /// Starts a process and returns the milliseconds to each mark.
    private double[] start(Launch launch, Training training) throws Trouble {
        var marks = training.marks().stream().map(String::valueOf).toList();
        var cold = launch.with("--cold", training.workload(), "--after", String.join(",", marks));
        try (var child = Child.start(cold, place.log("cold-" + launch.name()))) {
            var times = new double[marks.size()];
            for (var i = 0; i < times.length; i++) {
                var nanoseconds =
                        child.await("step " + marks.get(i), LIMIT)
                                .orElseThrow(() -> new Trouble(launch.name() + " cannot do it"));
                times[i] = nanoseconds / 1e6;
            }
            return times;
        } catch (Trouble trouble) {
            throw new Trouble(launch.name() + ": " + trouble.sentence());
        }
    }

    private void quickstart(Progress progress, Sink sink) throws Trouble {
        var script = place.root().resolve("gradus");
        if (!Files.exists(place.root().resolve("target/gradus/stamp"))) {
            throw new Trouble("gradus: the product is not built; run ./gradus doctor once");
        }
        var repeats = Pace.ofOthers(quick).repeats();
        var times = new double[repeats];
        for (var repeat = 0; repeat < repeats; repeat++) {
            progress.at("quickstart %d of %d".formatted(repeat + 1, repeats));
            times[repeat] = milliseconds(script);
        }
        var isQuiet = Statistics.spread(times) <= 0.1;
        sink.take(
                "cold:quickstart",
                Unit.MS,
                "",
                new Own(Statistics.median(times), repeats, isQuiet));
    }

    private double milliseconds(Path script) throws Trouble {
        try {
            // It leaves its run where it is started.
            var folder = Files.createTempDirectory("gradus-bench");
            try {
                var log = place.log("quickstart").toFile();
                var started = System.nanoTime();
                var process =
                        new ProcessBuilder(script.toString(), "quickstart")
                                .directory(folder.toFile())
                                .redirectErrorStream(true)
                                .redirectOutput(log)
                                .start();
                process.getOutputStream().close();
                var ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
                var taken = (System.nanoTime() - started) / 1e6;
                if (!ended || process.exitValue() != 0) {
                    process.destroyForcibly();
                    throw new Trouble("gradus: quickstart did not end well; see " + log);
                }
                return taken;
            } finally {
                delete(folder);
            }
        } catch (IOException failure) {
            throw new Trouble("gradus: cannot run quickstart: " + failure.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Trouble("was interrupted");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
