package dev.gradus.train.record;

/// How a recorded run stands.
public enum RunState {
    /// Its process is training.
    RUNNING,
    /// Its process waits, because somebody asked it to.
    PAUSED,
    /// It did all it was to do, or ended by a rule of its own.
    FINISHED,
    /// It was ended before, as by Ctrl-C.
    STOPPED,
    /// An error ended it, or a loss that was no number.
    FAILED,
    /// Its process died without a word, as by `kill -9`, a crash or a power cut. Never written:
    /// readers find out.
    LOST;

    /// Returns the state of this name; whatever else stands there, nothing is known of the run.
    static RunState of(String name) {
        for (var state : values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return LOST;
    }

    /// Returns whether more may be written.
    public boolean isRunning() {
        return this == RUNNING || this == PAUSED;
    }
}
