package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Row.Compared;
import dev.gradus.benchmarks.compare.Row.Missing;
import dev.gradus.benchmarks.compare.Row.Own;
import dev.gradus.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Writes `docs/benchmarks.md`: the rows, the targets beside them, and reasons where one is missed.
final class Page {
    private final StringBuilder text = new StringBuilder();
    private final List<Row> rows;
    private final Reasons reasons;
    private final Roofline roofline;

    private Page(List<Row> rows, Reasons reasons) {
        this.rows = rows;
        roofline = new Roofline(rows);
        this.reasons = reasons;
    }

    /// Puts new rows in the place of older ones about the same; what another machine measured goes.
    static List<Row> merge(List<Row> older, List<Row> newer) {
        var machines = newer.stream().map(row -> row.about().machine()).collect(Collectors.toSet());
        var merged = new ArrayList<Row>();
        for (var row : older) {
            if (machines.contains(row.about().machine())
                    && newer.stream().noneMatch(other -> other.replaces(row))) {
                merged.add(row);
            }
        }
        merged.addAll(newer);
        merged.sort(Row.order());
        return List.copyOf(merged);
    }

    /// Returns the page.
    static String of(List<Row> rows, Reasons reasons) {
        var page = new Page(rows, reasons);
        page.text.append(new Introduction(rows).text());
        page.section(
                "Training and inference",
                name -> name.startsWith("W"),
                """
                A step is forward, loss, backward and update in float32, on data already in memory. `W8:1` is the median \
                time of a single picture, `W8:1 p99` what 99 of 100 take at most. *Of peak* is the arithmetic of a step's \
                products and convolutions, as their definition counts it, by the time, as a share of what the machine can \
                do at most (`roof:fma` below): what is far from 100 % is bounded by memory or by what each operation \
                costs besides. Gradus convolves as Winograd did, with fewer multiplications than the definition, where \
                that is faster: shares of W3, W4 and W8 can pass 100 %.\
                """);
        page.section(
                "Cold start",
                name -> name.startsWith("cold"),
                """
                From the start of the process to the end of that step of training, `cold:WORKLOAD:STEP`; the medians \
                of several starts in turn.\
                """);
        page.section(
                "Memory and installation",
                name -> name.startsWith("memory") || name.equals("size"),
                """
                `memory:W3:process` is the largest resident memory of both processes, `memory:W3:heap` the largest \
                heap of Gradus beside the peer's process; `size` the jars an application needs, natives included.\
                """);
        page.section(
                "What Gradus spends beside the arithmetic",
                name -> name.startsWith("M4") || name.startsWith("allocation"),
                """
                Recording a step of 200 nodes without running it, one launch of an empty kernel, and the heap that a \
                step of training takes in steady state, all of it and without recording.\
                """);
        page.section(
                "What the machine can do at most",
                name -> name.startsWith("roof"),
                """
                Measured in the same way, with nothing else to do: multiply-adds in registers, each counted as two, and \
                memory that is read or, for `add`, read twice and written once, `roof:KIND:SIZE`, the size being \
                that of each thread. The figures stand in the column of Gradus, as its kernels could reach them.\
                """);
        page.section(
                "Matrix products",
                name -> name.startsWith("M1"),
                """
                `M1:ROWSxDEPTHxCOLUMNS:` and, for the left and the right matrix, `N` as it is or `T` transposed in \
                memory.\
                """);
        page.section(
                "Elementwise, reductions, normalisation, updates",
                name -> name.startsWith("M2"),
                "");
        page.section(
                "Convolutions",
                name -> name.startsWith("M3"),
                """
                `M3:PART:BATCHxPIXELS:INPUTS-OUTPUTS:KERNEL:sSTRIDE`.\
                """);
        return page.text.toString().stripTrailing() + "\n";
    }

    private void section(String title, Predicate<String> names, String about) {
        var mine = rows.stream().filter(row -> names.test(row.workload())).toList();
        if (mine.isEmpty()) {
            return;
        }
        text.append("## ").append(title).append("\n\n");
        if (!about.isEmpty()) {
            text.append(about).append("\n\n");
        }
        for (var workload : Workload.all()) {
            if (names.test("W")
                    && mine.stream().anyMatch(row -> row.workload().equals(workload.name()))) {
                text.append("- %s: %s\n".formatted(workload.name(), workload.describe()));
            }
        }
        if (names.test("W")) {
            text.append('\n');
        }
        var hasShares = mine.stream().anyMatch(row -> roofline.share(row).isPresent());
        text.append(
                "| | threads | beside | Gradus |%s peer | ratio | target | |\n"
                        .formatted(hasShares ? " of peak |" : ""));
        text.append("|---|--:|---|--:|%s--:|--:|--:|---|\n".formatted(hasShares ? "--:|" : ""));
        mine.forEach(row -> text.append(line(row, hasShares)));
        text.append('\n');
        reasons(mine);
    }

    private String line(Row row, boolean hasShares) {
        var share = hasShares ? " %s |".formatted(share(row)) : "";
        var target = Target.of(row);
        var reached = target.map(goal -> goal.isReached(row) ? "reached" : "**missed**").orElse("");
        var figures =
                switch (row.outcome()) {
                    case Compared it ->
                            "%s |%s %s | %s%s"
                                    .formatted(
                                            Table.figure(it.gradus(), row.unit()),
                                            share,
                                            Table.figure(it.peer(), row.unit()),
                                            Table.ratio(it.ratio()),
                                            it.quiet() ? "" : " ~");
                    case Own it ->
                            "%s%s |%s | "
                                    .formatted(
                                            Table.figure(it.gradus(), row.unit()),
                                            it.quiet() ? "" : " ~",
                                            share);
                    case Missing _ -> "|%s | ".formatted(share);
                };
        var note = row.outcome() instanceof Missing it ? cell(it.reason()) : reached;
        return "| %s | %d | %s | %s | %s | %s |\n"
                .formatted(
                        row.workload(),
                        row.threads(),
                        row.peer(),
                        figures,
                        target.map(Target::text).orElse(""),
                        note);
    }

    private String share(Row row) {
        var share = roofline.share(row);
        return share.isPresent() ? "%.0f %%".formatted(100 * share.getAsDouble()) : "";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private void reasons(List<Row> mine) {
        var missed =
                mine.stream()
                        .filter(row -> !(row.outcome() instanceof Missing))
                        .filter(row -> Target.of(row).filter(it -> !it.isReached(row)).isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        row ->
                                                reasons.of(row)
                                                        .orElse("No reason is written down yet."),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        missed.forEach((reason, of) -> {
            var names =
                    of.stream()
                            .map(row ->
                                    "%s at %d beside %s"
                                            .formatted(
                                                    row.workload(),
                                                    row.threads(),
                                                    row.peer().isEmpty()
                                                            ? "its limit"
                                                            : row.peer()))
                            .collect(Collectors.joining(", "));
            text.append("**Missed: ").append(names).append(".** ");
            text.append(reason).append("\n\n");
        });
    }
}
