package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Row.Own;
import dev.gradus.benchmarks.compare.Row.Unit;
import dev.gradus.benchmarks.workload.Limit;
import dev.gradus.benchmarks.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the machine can do at most, as it was measured, and how much of that a figure of Gradus is.
record Roofline(List<Row> rows) {
    private static final String PEAK = new Limit(Limit.Kind.FMA, 0).name();

    /// Returns the unit in which a limit is told.
    static Unit unit(Limit limit) {
        return limit.kind() == Limit.Kind.FMA ? Unit.GFLOPS : Unit.GBS;
    }

    /// Returns which share of the machine's multiply-adds a row reaches, where it is known what both are.
    OptionalDouble share(Row row) {
        var operations = operations(row.workload());
        var milliseconds = milliseconds(row);
        var peak = peak(row);
        return operations == 0 || milliseconds.isEmpty() || peak.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(operations / milliseconds.get() / 1e6 / peak.get());
    }

    private static long operations(String name) {
        return Workload.all().stream()
                .filter(workload -> workload.name().equals(name))
                .mapToLong(Workload::operations)
                .findFirst()
                .orElse(0);
    }

    private static Optional<Double> milliseconds(Row row) {
        return row.unit() == Unit.MS && row.outcome() instanceof Row.Compared it
                ? Optional.of(it.gradus())
                : Optional.empty();
    }

    private Optional<Double> peak(Row row) {
        return rows.stream()
                .filter(other -> other.workload().equals(PEAK))
                .filter(other -> other.threads() == row.threads())
                .filter(other -> other.about().machine().equals(row.about().machine()))
                .flatMap(other ->
                        other.outcome() instanceof Own it
                                ? Optional.of(it.gradus()).stream()
                                : Optional.<Double>empty().stream())
                .findFirst();
    }
}
