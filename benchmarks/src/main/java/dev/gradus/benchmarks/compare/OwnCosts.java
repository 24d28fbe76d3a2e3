package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Plan.Item;
import dev.gradus.benchmarks.compare.Plan.Sink;
import dev.gradus.benchmarks.compare.Row.Own;
import dev.gradus.benchmarks.compare.Row.Unit;
import dev.gradus.benchmarks.workload.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Measures what Gradus spends beside the arithmetic: recording steps, launching kernels, the heap; and what
/// the machine would allow.
record OwnCosts(Place place, boolean quick) {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /// Steps are counted once the compiler rests, or after this.
    private static final Duration SETTLE = Duration.ofSeconds(60);

    /// Returns the item about recording and launching.
    Item launching(int threads) {
        return new Item(
                "M4",
                threads,
                "",
                Unit.US,
                6,
                (_, progress, sink) -> {
                    try (var gradus = start(threads, "m4")) {
                        launching(gradus, progress, sink);
                    }
                });
    }

    /// Returns the item about what the machine can do at most.
    Item limits(int threads) {
        return new Item(
                "roof",
                threads,
                "",
                Unit.GFLOPS,
                20,
                (_, progress, sink) -> {
                    try (var gradus = start(threads, "roof")) {
                        limits(gradus, progress, sink);
                    }
                });
    }

    /// Returns an item for what a step of each network allocates.
    List<Item> allocation(int threads) {
        var items = new ArrayList<Item>();
        for (var workload : Selection.networks()) {
            items.add(
                    new Item(
                            "allocation:" + workload.name(),
                            threads,
                            "",
                            Unit.BYTES,
                            40,
                            (_, progress, sink) -> {
                                try (var gradus = start(threads, "allocation-" + workload.name())) {
                                    allocation(workload.name(), gradus, progress, sink);
                                }
                            }));
        }
        return items;
    }

    private void launching(Child gradus, Progress progress, Sink sink) throws Trouble {
        progress.at("recording a step");
        var step = microseconds(gradus, "probe/trace-200");
        var nodes = Double.parseDouble(answer(gradus, "steps 1"));
        sink.take("M4:trace-200", Unit.US, "", step);
        sink.take(
                "M4:trace-200:node",
                Unit.US,
                "",
                new Own(step.gradus() / nodes, step.repeats(), step.quiet()));
        progress.at("launching a kernel");
        sink.take("M4:launch", Unit.US, "", microseconds(gradus, "probe/launch"));
    }

    private void limits(Child gradus, Progress progress, Sink sink) throws Trouble {
        for (var limit : Limit.ALL) {
            progress.at("reaching " + limit.name());
            var step = microseconds(gradus, "probe/" + limit.name());
            var amount = Double.parseDouble(answer(gradus, "steps 1"));
            sink.take(
                    limit.name(),
                    Roofline.unit(limit),
                    "",
                    new Own(amount / step.gradus() / 1e3, step.repeats(), step.quiet()));
        }
    }

    private Own microseconds(Child gradus, String probe) throws Trouble {
        var pace = Pace.ofOthers(quick);
        answer(gradus, "prepare " + probe);
        answer(gradus, "window " + pace.warmUp().toMillis() / 2);
        var load = ProcessorTime.watch(gradus);
        var windows = new double[pace.pairs()];
        for (var i = 0; i < windows.length; i++) {
            var taken = answer(gradus, "window " + pace.window()).split(" ", -1);
            windows[i] = Double.parseDouble(taken[1]) / Double.parseDouble(taken[0]) / 1e3;
        }
        var isQuiet = load.wasOurs() && Statistics.spread(windows) <= 0.1;
        return new Own(Statistics.median(windows), windows.length, isQuiet);
    }

    /// Heap a step, and what is left of it without recording: that alone is measured too and taken off.
    ///
    /// Compiled code keeps some objects off the heap, so neither is counted before the compiler has finished.
    private void allocation(String workload, Child gradus, Progress progress, Sink sink)
            throws Trouble {
        var settle = "settle " + SETTLE.toMillis();
        var recorded = "probe/trace/" + workload;
        progress.at("training");
        answer(gradus, "prepare " + workload);
        answer(gradus, settle);
        progress.at("recording");
        answer(gradus, "prepare " + recorded);
        answer(gradus, settle);
        var recording = bytes(gradus);
        progress.at("counting");
        answer(gradus, "prepare " + workload);
        answer(gradus, settle);
        var total = bytes(gradus);
        sink.take("allocation:" + workload + ":total", Unit.BYTES, "", own(total));
        sink.take(
                "allocation:" + workload + ":outside-trace",
                Unit.BYTES,
                "",
                own(Math.max(0, total - recording)));
    }

    private double bytes(Child gradus) throws Trouble {
        var seen = new double[5];
        for (var i = 0; i < seen.length; i++) {
            seen[i] = Double.parseDouble(answer(gradus, "allocations " + (quick ? 20 : 100)));
        }
        // Compilers and clean-up add to one or the other round.
        return Statistics.median(seen);
    }

    private static Own own(double bytes) {
        return new Own(bytes, 5, true);
    }

    private Child start(int threads, String log) throws Trouble {
        var child = Child.start(new Side.Gradus("gradus").launch(place, threads), place.log(log));
        try {
            child.awaitReady(LIMIT);
            return child;
        } catch (Trouble trouble) {
            child.close();
            throw new Trouble("gradus: " + trouble.sentence());
        }
    }

    private static String answer(Child gradus, String command) throws Trouble {
        try {
            return gradus.ask(command, LIMIT).orElseThrow(() -> new Trouble("cannot do it"));
        } catch (Trouble trouble) {
            throw new Trouble("gradus: " + trouble.sentence());
        }
    }
}
