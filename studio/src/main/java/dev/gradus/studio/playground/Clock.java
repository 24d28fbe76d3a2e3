package dev.gradus.studio.playground;

/// Keeps the pace of a run, and books what the time goes into.
final class Clock {
    private static final double SECOND = 1e9;

    private Command.Speed speed = Command.Speed.NORMAL;
    private long due = System.nanoTime();
    private long since = due;
    private int epochs;
    private double epochsPerSecond;
    private long learning;
    private long watching;

    void pace(Command.Speed chosen) {
        speed = chosen;
        start();
    }

    /// Forgets the time that has passed without learning.
    void start() {
        due = System.nanoTime();
        since = due;
        epochs = 0;
    }

    boolean isDue() {
        return System.nanoTime() - due >= 0;
    }

    /// Returns for how long nothing is due.
    long untilDue() {
        return Math.max(0, due - System.nanoTime());
    }

    void learning(Runnable epoch) {
        var begin = System.nanoTime();
        epoch.run();
        var end = System.nanoTime();
        learning += end - begin;
        // an epoch that took longer than its time is not made up for
        due = Math.max(due + speed.pause(), end - speed.pause());
        epochs++;
        if (end - since > SECOND / 2) {
            epochsPerSecond = epochs * SECOND / (end - since);
            since = end;
            epochs = 0;
        }
    }

    void watching(Runnable picture) {
        var begin = System.nanoTime();
        picture.run();
        watching += System.nanoTime() - begin;
    }

    double epochsPerSecond() {
        return epochsPerSecond;
    }

    /// Returns how many of 1,000 parts of the time spent went into pictures.
    int shareOfWatching() {
        return (int) (1000 * watching / Math.max(1, learning + watching));
    }
}
