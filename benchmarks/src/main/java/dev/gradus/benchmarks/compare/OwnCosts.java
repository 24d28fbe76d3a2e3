package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Plan.Item;
import dev.gradus.benchmarks.compare.Plan.Sink;
import dev.gradus.benchmarks.compare.Row.Own;
import dev.gradus.benchmarks.compare.Row.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Measures what Gradus spends beside the arithmetic: recording steps, launching kernels, the heap.
record OwnCosts(Place place, boolean quick) {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int COUNTED_STEPS = 100;

    /// Returns the item about recording and launching.
    Item launching(int threads) {
        return new Item(
                "M4",
                threads,
                "",
                Unit.US,
                (progress, sink) -> {
                    try (var gradus = start(threads, "m4")) {
                        launching(gradus, progress, sink);
                    }
                });
    }

    /// Returns an item for what each training allocates.
    List<Item> allocation(int threads) {
        var items = new ArrayList<Item>();
        for (var workload : Selection.trainings()) {
            items.add(
                    new Item(
                            "allocation:" + workload.name(),
                            threads,
                            "",
                            Unit.BYTES,
                            (progress, sink) -> {
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
    private void allocation(String workload, Child gradus, Progress progress, Sink sink)
            throws Trouble {
        progress.at("training");
        var total = bytes(gradus, workload);
        sink.take("allocation:" + workload + ":total", Unit.BYTES, "", own(total));
        progress.at("recording");
        var recording = bytes(gradus, "probe/trace/" + workload);
        sink.take(
                "allocation:" + workload + ":outside-trace",
                Unit.BYTES,
                "",
                own(Math.max(0, total - recording)));
    }

    private double bytes(Child gradus, String task) throws Trouble {
        answer(gradus, "prepare " + task);
        answer(gradus, "window " + Pace.ofOthers(quick).warmUp().toMillis());
        var seen = new double[5];
        for (var i = 0; i < seen.length; i++) {
            seen[i] = Double.parseDouble(answer(gradus, "allocations " + COUNTED_STEPS));
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
