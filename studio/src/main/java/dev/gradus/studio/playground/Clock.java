package dev.gradus.studio.playground;

/// Keeps the pace of a run, and sees to it that pictures take little of its time.
final class Clock {
    private static final double SECOND = 1e9;

    /// Pictures may follow each other that fast.
    private static final long FRAME = 1_000_000_000 / 15;

    /// While it learns, a picture that took a while is followed by a rest that many times as long, so that
    /// pictures take less than a tenth of the time.
    private static final long REST = 12;

    /// Yet one is shown every now and then, however long it takes.
    private static final long LONGEST_REST = 2_000_000_000;

    /// The first pictures of a run are made by code that has not been compiled yet. They follow sooner, as
    /// one waits for them, and are not counted.
    private static final int FIRST_PICTURES = 5;

    private static final long FIRST_REST = 200_000_000;

    /// Shares are those of about the last ten seconds.
    private static final long WINDOW = 10_000_000_000L;

    private Command.Speed speed = Command.Speed.NORMAL;
    private boolean running;
    private long due = System.nanoTime();
    private long since = due;
    private long mark = due;
    private long nextFrame = due;
    private int epochs;
    private int pictures;
    private double epochsPerSecond;
    private long played;
    private long watched;

    void pace(Command.Speed chosen) {
        speed = chosen;
        restart();
    }

    /// Says whether it learns from now on.
    void run(boolean on) {
        running = on;
        pictures = 0;
        restart();
    }

    /// Forgets the time that has passed without learning.
    private void restart() {
        due = System.nanoTime();
        since = due;
        mark = due;
        epochs = 0;
    }

    boolean isDue() {
        return System.nanoTime() - due >= 0;
    }

    /// Returns for how long nothing is due.
    long untilDue() {
        return Math.max(0, due - System.nanoTime());
    }

    /// Returns for how long no picture is due.
    long untilFrame() {
        return Math.max(0, nextFrame - System.nanoTime());
    }

    void learning(Runnable epoch) {
        epoch.run();
        var end = System.nanoTime();
        // an epoch that took longer than its time is not made up for
        due = Math.max(due + speed.pause(), end - speed.pause());
        epochs++;
        if (end - since > SECOND / 2) {
            epochsPerSecond = epochs * SECOND / (end - since);
            since = end;
            epochs = 0;
        }
        book(end, 0);
    }

    void watching(Runnable picture) {
        var begin = System.nanoTime();
        picture.run();
        var end = System.nanoTime();
        var took = end - begin;
        var rest = Math.min(REST * took, pictures < FIRST_PICTURES ? FIRST_REST : LONGEST_REST);
        nextFrame = end + Math.max(FRAME - took, running ? rest : 0);
        book(end, pictures < FIRST_PICTURES ? 0 : took);
        pictures++;
    }

    private void book(long now, long picture) {
        if (!running) {
            return;
        }
        played += now - mark;
        watched += picture;
        mark = now;
        if (played > WINDOW) {
            played /= 2;
            watched /= 2;
        }
    }

    double epochsPerSecond() {
        return epochsPerSecond;
    }

    /// Returns how many of 1,000 parts of the time that it learnt went into pictures.
    int shareOfWatching() {
        return (int) (1000 * watched / Math.max(1, played));
    }
}
