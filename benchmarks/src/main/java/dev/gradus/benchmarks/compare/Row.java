package dev.gradus.benchmarks.compare;

import java.util.Comparator;

/// A line of the report: one figure of Gradus, mostly beside that of a peer.
///
/// @param workload the name of the workload, or of another figure such as `cold:W1:100`
/// @param peer the peer's short name, empty for a figure of Gradus alone
/// @param unit in which both figures are
/// @param about the machine, the versions and the date
record Row(String workload, int threads, String peer, Unit unit, Outcome outcome, About about) {

    /// What the figures of a row are measured in; less is better, but for what a machine does in a second.
    enum Unit {
        MS("ms"),
        US("µs"),
        MB("MB"),
        BYTES("bytes"),
        GFLOPS("GFLOP/s"),
        GBS("GB/s");

        final String text;

        Unit(String text) {
            this.text = text;
        }
    }

    /// Where and when a row was measured, and with which version of the peer.
    record About(String machine, String peerVersion, String date) {}

    /// What came out.
    sealed interface Outcome {}

    /// Both were measured.
    ///
    /// @param ratio peer / Gradus, the median over the pairs: above 1, Gradus is faster or smaller
    /// @param quiet whether the machine was ours and the windows agreed
    record Compared(double gradus, double peer, double ratio, int pairs, boolean quiet)
            implements Outcome {}

    /// A figure that only Gradus has.
    record Own(double gradus, int repeats, boolean quiet) implements Outcome {}

    /// There is no figure, and this is why.
    record Missing(String reason) implements Outcome {}

    /// Tells whether the other row is about the same figure.
    boolean replaces(Row other) {
        return workload.equals(other.workload)
                && threads == other.threads
                && peer.equals(other.peer);
    }

    /// The order of the report: as the workloads are listed, then by threads; peers as they came.
    static Comparator<Row> order() {
        return Comparator.comparingInt((Row row) -> Selection.place(row.workload()))
                .thenComparingInt(Row::threads);
    }
}
