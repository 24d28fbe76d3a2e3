package dev.gradus.benchmarks.compare;

import java.io.PrintStream;

/// Says what is going on: one line that is written over on a terminal, a line for each phase elsewhere.
final class Progress {
    private final PrintStream out;
    private final boolean overwrites;
    private String figure = "";
    private String phase = "";

    Progress(PrintStream out, boolean overwrites) {
        this.out = out;
        this.overwrites = overwrites;
    }

    /// Turns to another figure, number `number` of `all`.
    void of(int number, int all, String what) {
        figure = "[%d/%d] %s".formatted(number, all, what);
        phase = "";
    }

    /// Says what is done for this figure now.
    void at(String doing) {
        // Elsewhere than on a terminal, a line a pair would bury the table.
        var kind = doing.replaceAll(" \\d.*", "");
        if (overwrites) {
            out.print("\r\033[K" + figure + ": " + doing);
        } else if (!kind.equals(phase)) {
            out.println(figure + ": " + doing);
        }
        phase = kind;
        out.flush();
    }

    /// Makes room for a line of the table.
    void clear() {
        if (overwrites) {
            out.print("\r\033[K");
            out.flush();
        }
    }
}
