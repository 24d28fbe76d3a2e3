package dev.gradus.train.record;

import java.util.Locale;

/// What somebody else asks of a run: see [RecordedRun#ask].
public enum RunWish {
    /// Wait after the step at hand.
    PAUSE,
    /// Go on.
    CONTINUE,
    /// End as after Ctrl-C: what was learned is kept.
    STOP;

    /// Returns how it is written in a file and on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
