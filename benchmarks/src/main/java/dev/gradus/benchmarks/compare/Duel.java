package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Processes.Running;
import dev.gradus.benchmarks.compare.Row.Compared;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// Lets two contenders do the same workload in turn, window by window, each in a process of its own.
final class Duel {
    private static final Duration PREPARE = Duration.ofMinutes(1);
    private static final Duration STEPS = Duration.ofMinutes(5);

    /// Pools that spin for a while after their work must be at rest before the other side's turn.
    private static final long REST_MILLISECONDS = 15;

    private static final double TOLERANCE = 1e-4;
    private static final double MOST_SPREAD = 0.1;

    private final Workload workload;
    private final Pace pace;
    private final Progress progress;

    Duel(Workload workload, Pace pace, Progress progress) {
        this.workload = workload;
        this.pace = pace;
        this.progress = progress;
    }

    /// What came out.
    ///
    /// @param figures by what is added to the workload's name: `""`, or `""` and ` p99` for latencies
    record Result(String peerVersion, Map<String, Compared> figures) {}

    /// Runs both sides and compares them.
    ///
    /// @throws Trouble if either fails, or if they do not compute the same
    Result run(Running ours, Running theirs) throws Trouble {
        var gradus = ours.child();
        var peer = theirs.child();
        check(gradus, peer);
        if (workload instanceof Network network && network.dropout() > 0) {
            prepare(gradus, workload.name());
            prepare(peer, workload.name());
        }
        progress.at("warming up gradus");
        warmUp(ours);
        progress.at("warming up " + peer);
        warmUp(theirs);
        return new Result(theirs.version(), alternate(gradus, peer));
    }

    private void check(Child gradus, Child peer) throws Trouble {
        progress.at("comparing what they compute");
        var plain = workload.name() + "/plain";
        prepare(gradus, plain);
        prepare(peer, plain);
        var isTraining = workload instanceof Network network && network.training();
        var steps =
                workload instanceof Network network && isTraining ? network.stepsToCompare() : 1;
        var mine = result(gradus, steps);
        var theirs = result(peer, steps);
        if (!agree(mine, theirs, isTraining)) {
            throw new Trouble(
                    "%s computes something else: %s %.6g, gradus %.6g"
                            .formatted(
                                    peer,
                                    isTraining
                                            ? "loss after %d steps".formatted(steps)
                                            : "mean square",
                                    theirs,
                                    mine));
        }
    }

    /// Losses are compared as they are, other results by their size.
    static boolean agree(double mine, double theirs, boolean isTraining) {
        var scale = isTraining ? 1 : Math.max(Math.abs(mine), Math.abs(theirs));
        return Math.abs(mine - theirs) <= TOLERANCE * scale;
    }

    private static void prepare(Child side, String name) throws Trouble {
        if (by(side, () -> side.ask("prepare " + name, PREPARE)).isEmpty()) {
            throw new Trouble(side + " cannot do it");
        }
    }

    private static double result(Child side, int steps) throws Trouble {
        return Double.parseDouble(answer(side, "steps " + steps, STEPS));
    }

    private void warmUp(Running side) throws Trouble {
        var least = side.isWarm() ? Pace.LEAST_WARM_UP_AGAIN : Pace.LEAST_WARM_UP;
        side.becomesWarm();
        var started = System.nanoTime();
        var seen = new ArrayList<Double>();
        while (true) {
            seen.add(window(side.child()).get(""));
            var taken = Duration.ofNanos(System.nanoTime() - started);
            var windows = seen.stream().mapToDouble(Double::doubleValue).toArray();
            var steady = taken.compareTo(least) >= 0 && Statistics.isSteady(windows, 4, 0.04);
            if (steady || taken.compareTo(pace.warmUp()) >= 0) {
                return;
            }
        }
    }

    private Map<String, Compared> alternate(Child gradus, Child peer) throws Trouble {
        var mine = new ArrayList<Map<String, Double>>();
        var theirs = new ArrayList<Map<String, Double>>();
        var load = ProcessorTime.watch(gradus, peer);
        for (var pair = 1; pair <= pace.pairs(); pair++) {
            progress.at("pair %d of %d".formatted(pair, pace.pairs()));
            mine.add(window(gradus));
            theirs.add(window(peer));
        }
        // A tail always scatters; whether the windows agree is asked of what they are named after.
        var isQuiet = load.wasOurs() && agree(values(mine, ""), values(theirs, ""));
        var figures = new LinkedHashMap<String, Compared>();
        for (var name : mine.getFirst().keySet()) {
            figures.put(name, compare(values(mine, name), values(theirs, name), isQuiet));
        }
        return figures;
    }

    /// Tells whether the windows of each side agree among themselves.
    static boolean agree(double[] mine, double[] theirs) {
        return Statistics.spread(mine) <= MOST_SPREAD && Statistics.spread(theirs) <= MOST_SPREAD;
    }

    static Compared compare(double[] mine, double[] theirs, boolean isQuiet) {
        return new Compared(
                Statistics.median(mine),
                Statistics.median(theirs),
                Statistics.medianRatio(theirs, mine),
                mine.length,
                isQuiet);
    }

    private static double[] values(List<Map<String, Double>> windows, String name) {
        return windows.stream().mapToDouble(window -> window.getOrDefault(name, 0.0)).toArray();
    }

    /// Measures one window, in milliseconds a step.
    private Map<String, Double> window(Child side) throws Trouble {
        rest();
        var limit = Duration.ofSeconds(60).plusMillis(2 * pace.window());
        if (!isLatency()) {
            var answer = answer(side, "window " + pace.window(), limit).split(" ", -1);
            var steps = Double.parseDouble(answer[0]);
            return Map.of("", Double.parseDouble(answer[1]) / steps / 1e6);
        }
        var words = answer(side, "latencies " + pace.window(), limit).split(" ", -1);
        return latencies(
                LongStream.of(List.of(words).stream().mapToLong(Long::parseLong).toArray()));
    }

    static Map<String, Double> latencies(LongStream nanoseconds) {
        var all = nanoseconds.mapToDouble(each -> each / 1e6).toArray();
        var figures = new LinkedHashMap<String, Double>();
        figures.put("", Statistics.median(all));
        figures.put(" p99", Statistics.quantile(0.99, all));
        return figures;
    }

    /// Inference of a single image is asked for one by one, so each one's time counts.
    private boolean isLatency() {
        return workload instanceof Network network && !network.training() && network.batch() == 1;
    }

    private static void rest() throws Trouble {
        try {
            Thread.sleep(REST_MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Trouble("was interrupted");
        }
    }

    private static String answer(Child side, String command, Duration limit) throws Trouble {
        return by(side, () -> side.ask(command, limit))
                .orElseThrow(() -> new Trouble(side + " cannot do it"));
    }

    private interface Asked<T> {
        T get() throws Trouble;
    }

    /// Puts the name of the side in front of what went wrong there.
    private static <T> T by(Child side, Asked<T> asked) throws Trouble {
        try {
            return asked.get();
        } catch (Trouble trouble) {
            throw new Trouble(side + ": " + trouble.sentence());
        }
    }
}
