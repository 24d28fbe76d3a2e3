package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Row.About;
import dev.gradus.benchmarks.compare.Row.Compared;
import dev.gradus.benchmarks.compare.Row.Missing;
import dev.gradus.benchmarks.compare.Row.Own;
import dev.gradus.benchmarks.compare.Row.Unit;

/// Rows to test with.
final class Rows {
    static final About ABOUT = new About("a machine", "libtorch 2.10.0 with MKL", "2026-02-03");

    private Rows() {}

    static Row compared(String workload, int threads, String peer, double ratio) {
        return new Row(
                workload,
                threads,
                peer,
                Unit.MS,
                new Compared(0.25, 0.25 * ratio, ratio, 15, true),
                ABOUT);
    }

    static Row own(String workload, Unit unit, double figure) {
        return new Row(workload, 1, "", unit, new Own(figure, 7, false), ABOUT);
    }

    static Row missing(String workload, String peer, String reason) {
        return new Row(workload, 2, peer, Unit.MS, new Missing(reason), ABOUT);
    }
}
