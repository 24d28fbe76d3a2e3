package dev.gradus.jvm;

/// Calls one vector loop again and again until the compiler has made it fast.
///
/// The first calls are short, because the interpreter needs microseconds for each vector operation
/// and counts calls as well as rounds of loops. Then calls are as long as in real use, since the
/// compiler shapes a loop by how often it has seen it go round. When there have been enough of them
/// to have it compiled, a rehearsal only looks in now and then.
final class Rehearsal {
    private static final System.Logger LOG = System.getLogger(Rehearsal.class.getName());

    /// Calls after which a method leaves the interpreter: 200, and a few.
    private static final int SHORT_CALLS = 220;

    /// Calls after which the optimising compiler is asked: 600, and a few. Many more would have it
    /// compile the callers, too.
    private static final int LONG_CALLS = 640;

    /// Vectors in a long call: those of a tile of 1,024 numbers. With 26 the compiled loops of a
    /// training step were a twentieth slower.
    private static final int VECTORS = 64;

    private static final int CALLS_AT_A_TIME = 20;
    private static final int FAST_IN_A_ROW = 3;

    /// Nanoseconds after which a loop that is still slow is left alone.
    private static final long PATIENCE = 60_000_000_000L;

    private final Promotion promotion;
    private final long began = System.nanoTime();
    private int longCalls;
    private int fast;

    Rehearsal(Promotion promotion) {
        this.promotion = promotion;
    }

    /// Tells whether the compiler has been given enough and only its answer is outstanding.
    boolean waits() {
        return longCalls >= LONG_CALLS;
    }

    /// Makes some more calls, promotes the loop when they were fast three times in a row, and tells
    /// whether the rehearsal is over.
    boolean step() {
        try {
            return stepOrFail();
        } catch (RuntimeException | LinkageError failure) {
            LOG.log(System.Logger.Level.DEBUG, "A loop stays scalar", failure);
            return true;
        }
    }

    private boolean stepOrFail() {
        var form = promotion.form();
        if (longCalls == 0) {
            for (var i = 0; i < SHORT_CALLS; i++) {
                form.rehearse(1);
            }
        }
        var start = System.nanoTime();
        var scalar = 0L;
        for (var i = 0; i < CALLS_AT_A_TIME; i++) {
            scalar += form.rehearse(VECTORS);
        }
        var end = System.nanoTime();
        longCalls += CALLS_AT_A_TIME;
        fast = end - start <= scalar ? fast + 1 : 0;
        if (fast == FAST_IN_A_ROW) {
            promotion.promote();
            return true;
        }
        return end - began > PATIENCE;
    }
}
