package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Row.Compared;
import dev.gradus.benchmarks.compare.Row.Missing;
import dev.gradus.benchmarks.compare.Row.Outcome;
import dev.gradus.benchmarks.compare.Row.Unit;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Everything that one call of the command measures, in order.
///
/// @param names what is wanted, from [Selection]
record Plan(
        Place place, List<String> names, List<Integer> threads, List<Side> peers, boolean quick) {

    /// A figure or a few that belong together, and how they are measured.
    ///
    /// @param workload under which name it stands where it is missing
    /// @param company whose processes it may share; that of nobody is empty
    /// @param seconds about how long it takes
    record Item(
            String workload,
            int threads,
            String peer,
            Unit unit,
            String company,
            double seconds,
            Measuring measuring) {
        /// An item that starts processes of its own.
        Item(
                String workload,
                int threads,
                String peer,
                Unit unit,
                double seconds,
                Measuring measuring) {
            this(workload, threads, peer, unit, "", seconds, measuring);
        }

        String what() {
            var whom = peer.isEmpty() ? "gradus" : peer;
            return "%s, %d thread%s, %s"
                    .formatted(workload, threads, threads == 1 ? "" : "s", whom);
        }
    }

    /// Does the work and hands each outcome over.
    interface Measuring {
        void run(Processes processes, Progress progress, Sink sink) throws Trouble;
    }

    /// Where outcomes go, with the name of the figure and its unit.
    interface Sink {
        void take(String workload, Unit unit, String peerVersion, Outcome outcome);
    }

    /// Returns all items; those that can share processes stand together.
    List<Item> items() {
        var items = new ArrayList<Item>();
        var companies =
                Selection.workloads(names).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Plan::company, LinkedHashMap::new, Collectors.toList()));
        for (var workloads : companies.values()) {
            for (var count : threads) {
                for (var workload : workloads) {
                    for (var peer : peers) {
                        if (isWorthwhile(workload, count, peer)) {
                            items.add(duel(workload, count, peer));
                        }
                    }
                }
            }
        }
        var costs = new OwnCosts(place, quick);
        for (var count : threads) {
            for (var name : names) {
                switch (name) {
                    case "M4" -> items.add(costs.launching(count));
                    case "roof" -> items.add(costs.limits(count));
                    case "allocation" -> items.addAll(costs.allocation(count));
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

    /// A network keeps to itself, kernels to their kind.
    private static String company(Workload workload) {
        var name = workload.name();
        return workload instanceof Network ? name : name.substring(0, name.indexOf(':'));
    }

    /// Returns about how many minutes all of it takes.
    double minutes() {
        return items().stream().mapToDouble(Item::seconds).sum() / 60;
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
        try (var processes = new Processes()) {
            for (var item : items) {
                progress.of(++number, items.size(), item.what());
                processes.enter(item.company());
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
                    item.measuring().run(processes, progress, sink);
                } catch (Trouble trouble) {
                    sink.take(item.workload(), item.unit(), "", new Missing(trouble.sentence()));
                }
            }
        }
    }

    private Item duel(Workload workload, int count, Side peer) {
        var company = company(workload) + "-" + count;
        return new Item(
                workload.name(),
                count,
                peer.name(),
                Unit.MS,
                company,
                Pace.of(workload, quick).seconds(workload),
                (processes, progress, sink) -> {
                    var theirs = peer.launch(place, count);
                    var ours = new Side.Gradus("gradus").launch(place, count);
                    progress.at("starting both");
                    var gradus = processes.of(ours, place.log(company + "-gradus"));
                    var rival = processes.of(theirs, place.log(company + "-" + peer.name()));
                    var pace = Pace.of(workload, quick);
                    var result = new Duel(workload, pace, progress).run(gradus, rival);
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
