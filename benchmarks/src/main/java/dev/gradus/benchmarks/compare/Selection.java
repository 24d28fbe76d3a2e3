package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// What of everything that can be measured is wanted, by name or by how the name starts.
final class Selection {
    /// Figures that are no workload.
    static final List<String> OTHERS =
            List.of("M4", "roof", "cold", "memory", "size", "allocation");

    private static final List<String> ALL =
            Stream.concat(Workload.all().stream().map(Workload::name), OTHERS.stream())
                    .distinct()
                    .toList();

    private Selection() {}

    /// Returns the names that are meant, in the order of the report: all for no wish at all.
    ///
    /// @throws IllegalArgumentException if a wish fits nothing
    static List<String> of(List<String> wishes) {
        if (wishes.isEmpty()) {
            return ALL;
        }
        var chosen = new LinkedHashSet<String>();
        for (var wish : wishes) {
            if (ALL.contains(wish)) {
                chosen.add(wish);
                continue;
            }
            var fitting = ALL.stream().filter(name -> name.startsWith(wish)).toList();
            if (wish.isBlank() || fitting.isEmpty()) {
                throw new IllegalArgumentException(
                        "there is no workload \"%s\": name one of W1 to W8, M1 to M4, %s, or the start of one, such as M1:512"
                                .formatted(
                                        wish, String.join(", ", OTHERS.subList(1, OTHERS.size()))));
            }
            chosen.addAll(fitting);
        }
        return ALL.stream().filter(chosen::contains).toList();
    }

    /// Returns the workloads among these names.
    static List<Workload> workloads(List<String> names) {
        var workloads = new ArrayList<Workload>();
        for (var name : names) {
            if (!OTHERS.contains(name)) {
                workloads.add(Workload.named(name));
            }
        }
        return List.copyOf(workloads);
    }

    /// Returns the networks of all there are.
    static List<Network> networks() {
        return Workload.all().stream()
                .filter(Network.class::isInstance)
                .map(Network.class::cast)
                .toList();
    }

    /// Returns the place of a row's name in the report.
    static int place(String name) {
        var exact = ALL.indexOf(name);
        if (exact >= 0) {
            return exact;
        }
        for (var i = 0; i < ALL.size(); i++) {
            // `W8:1 p99` stands by its workload, `cold:W1:10` by its kind.
            if (name.startsWith(ALL.get(i) + " ") || name.startsWith(ALL.get(i) + ":")) {
                return i;
            }
        }
        return ALL.size();
    }
}
