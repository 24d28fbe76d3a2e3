package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Row.Compared;
import dev.gradus.benchmarks.compare.Row.Missing;
import dev.gradus.benchmarks.compare.Row.Outcome;
import dev.gradus.benchmarks.compare.Row.Unit;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Everything that one call of the command measures, in order.
///
/// @param names what is wanted, from [Selection]
record Plan(
        Place place, List<String> names, List<Integer> threads, List<Side> peers, boolean quick) {

    /// A figure or a few that belong together, and how they are measured.
    ///
    /// @param workload under which name it stands where it is missing
    record Item(String workload, int threads, String peer, Unit unit, Measuring measuring) {
        String what() {
            var whom = peer.isEmpty() ? "gradus" : peer;
            return "%s, %d thread%s, %s"
                    .formatted(workload, threads, threads == 1 ? "" : "s", whom);
        }
    }

    /// Does the work and hands each outcome over.
    interface Measuring {
        void run(Progress progress, Sink sink) throws Trouble;
    }

    /// Where outcomes go, with the name of the figure and its unit.
    interface Sink {
        void take(String workload, Unit unit, String peerVersion, Outcome outcome);
    }

    /// Returns all items.
    List<Item> items() {
        var items = new ArrayList<Item>();
        for (var workload : Selection.workloads(names)) {
            for (var count : threads) {
                for (var peer : peers) {
                    if (isWorthwhile(workload, count, peer)) {
                        items.add(duel(workload, count, peer));
                    }
                }
            }
        }
        for (var count : threads) {
            for (var name : names) {
                switch (name) {
                    case "M4" -> items.add(new OwnCosts(place, quick).launching(count));
                    case "allocation" -> items.addAll(new OwnCosts(place, quick).allocation(count));
                    case "cold" -> items.addAll(new ColdStart(place, quick).items(count, peers));
                    case "memory" -> items.addAll(new Footprint(place).memory(count, peers));
                    default -> {}
                }
            }
        }
        if (names.contains("size")) {
            items.addAll(new Footprint(place).size(peers));
        }
        return List.copyOf(items);
    }

    /// How much more threads are worth is asked of networks only.
    private static boolean isWorthwhile(Workload workload, int threads, Side peer) {
        return !(peer instanceof Side.OneThread) || threads > 1 && workload instanceof Network;
    }

    /// Measures all items; a figure that cannot be had is a row that says why.
    ///
    /// @param rows takes each row as soon as it is there
    void run(Progress progress, String machine, String date, Consumer<Row> rows) {
        var items = items();
        var number = 0;
        for (var item : items) {
            progress.of(++number, items.size(), item.what());
            Sink sink =
                    (workload, unit, version, outcome) ->
                            rows.accept(
                                    new Row(
                                            workload,
                                            item.threads(),
                                            item.peer(),
                                            unit,
                                            outcome,
                                            new Row.About(machine, version, date)));
            try {
                item.measuring().run(progress, sink);
            } catch (Trouble trouble) {
                sink.take(item.workload(), item.unit(), "", new Missing(trouble.sentence()));
            }
        }
    }

    private Item duel(Workload workload, int count, Side peer) {
        return new Item(
                workload.name(),
                count,
                peer.name(),
                Unit.MS,
                (progress, sink) -> {
                    var theirs = peer.launch(place, count);
                    var ours = new Side.Gradus("gradus").launch(place, count);
                    var log = workload.name() + "-" + count + "-" + peer.name();
                    var logs = new Duel.Logs(place.log(log + "-gradus"), place.log(log));
                    var pace = Pace.of(workload, quick);
                    var result = new Duel(workload, pace, progress).run(ours, logs, theirs);
                    for (Map.Entry<String, Compared> figure : result.figures().entrySet()) {
                        sink.take(
                                workload.name() + figure.getKey(),
                                Unit.MS,
                                result.peerVersion(),
                                figure.getValue());
                    }
                });
    }
}
