package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Row.Compared;
import dev.gradus.benchmarks.compare.Row.Missing;
import dev.gradus.benchmarks.compare.Row.Own;
import dev.gradus.benchmarks.workload.Product;
import dev.gradus.benchmarks.workload.Workload;
import java.util.List;
import java.util.Optional;

/// What a figure shall reach.
sealed interface Target {
    /// Tells whether a row reaches it; one without a figure does not.
    boolean isReached(Row row);

    /// Returns it as it stands in the report.
    String text();

    /// A ratio to a peer of at least this.
    record Ratio(double least) implements Target {
        @Override
        public boolean isReached(Row row) {
            return row.outcome() instanceof Compared it && it.ratio() >= least;
        }

        @Override
        public String text() {
            return "≥ " + Table.ratio(least);
        }
    }

    /// A figure of Gradus of at most this, in the row's unit.
    record AtMost(double most, Row.Unit unit) implements Target {
        @Override
        public boolean isReached(Row row) {
            return switch (row.outcome()) {
                case Compared it -> it.gradus() <= most;
                case Own it -> it.gradus() <= most;
                case Missing _ -> false;
            };
        }

        @Override
        public String text() {
            return "≤ " + Table.figure(most, unit);
        }
    }

    /// Returns the target of a row, where it has one.
    static Optional<Target> of(Row row) {
        return switch (row.peer()) {
            case "libtorch" -> libtorch(row);
            case "tensorflow" ->
                    List.of("W1", "W2", "W3", "W7", "W8:128").contains(row.workload())
                            ? ratio(1)
                            : limit(row);
            case "dl4j" ->
                    List.of("W1", "W2", "W3").contains(row.workload()) ? ratio(3) : limit(row);
            case "one-thread" ->
                    row.threads() == 2 && List.of("W3", "W4").contains(row.workload())
                            ? ratio(1.7)
                            : Optional.empty();
            default -> limit(row);
        };
    }

    private static Optional<Target> libtorch(Row row) {
        var alone = row.threads() == 1;
        return switch (row.workload()) {
            case "W1", "W7", "W8:1" -> ratio(alone ? 2 : 1.5);
            case "W3", "W8:128" -> ratio(2);
            case "W2" -> ratio(alone ? 1.5 : 1.4);
            case "W4", "W5", "W6" -> ratio(1.2);
            case "memory:W3:heap" -> ratio(1);
            default -> {
                if (row.workload().startsWith("M3:")) {
                    yield ratio(0.95);
                }
                yield isMiddlingSquare(row.workload()) ? ratio(alone ? 0.9 : 0.85) : limit(row);
            }
        };
    }

    private static boolean isMiddlingSquare(String name) {
        return Workload.all().stream()
                .filter(workload -> workload.name().equals(name))
                .anyMatch(workload ->
                        workload instanceof Product product
                                && product.rows() == product.depth()
                                && product.depth() == product.columns()
                                && product.rows() >= 128
                                && product.rows() <= 1024);
    }

    /// What holds for Gradus whoever stands beside it.
    private static Optional<Target> limit(Row row) {
        return switch (row.workload()) {
            case "cold:W1:1" -> atMost(400, row);
            case "cold:W1:100" -> atMost(800, row);
            case "cold:W1:1000" -> atMost(1600, row);
            case "cold:W3:1" -> atMost(1200, row);
            case "cold:W3:10" -> atMost(3000, row);
            case "M4:trace-200:node" -> atMost(0.2, row);
            default ->
                    row.workload().matches("allocation:.*:outside-trace")
                            ? atMost(1024, row)
                            : Optional.empty();
        };
    }

    private static Optional<Target> ratio(double least) {
        return Optional.of(new Ratio(least));
    }

    private static Optional<Target> atMost(double most, Row row) {
        return Optional.of(new AtMost(most, row.unit()));
    }
}
