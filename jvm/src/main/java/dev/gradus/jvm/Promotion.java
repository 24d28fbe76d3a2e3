package dev.gradus.jvm;

/// Decides for one loop whether its vector form or its scalar form runs, and promotes it from the
/// second to the first in the middle of a run.
///
/// Vector code is hundreds of times slower than plain code until the compiler has finished with it,
/// and that takes the compiler a second or two for the loops of one network. So every loop begins
/// in its scalar form. Each use adds to an estimate of what the scalar form has cost so far; when
/// that is enough, [Rehearsals] runs the vector form in the background until it is fast, and
/// then sets the flag. Both forms give the same bits, so nothing depends on the moment.
///
/// A width asked for by name ([Lanes#PROPERTY]) is in force from the beginning; without vectors the
/// scalar form stays.
public final class Promotion {

    /// Nanoseconds of scalar work after which a rehearsal pays.
    static final long WORTH = 3_000_000;

    private final VectorForm form;

    // not volatile: a thread that learns of a promotion late loses time, not correctness, and work
    // counted twice or not at all changes an estimate
    private boolean vectors = Lanes.vectors() && !Lanes.GRADUAL;
    private long work;
    private final long due = Lanes.GRADUAL ? WORTH : Long.MAX_VALUE;
    private boolean asked;

    /// Watches over the loop whose vector form is `form`.
    public Promotion(VectorForm form) {
        this.form = form;
    }

    /// The vector form of a loop, as a rehearsal sees it.
    public interface VectorForm {
        /// Runs every branch of the vector form on data of its own that stays in the first-level
        /// cache.
        ///
        /// @param vectors how many vectors to take at a time
        /// @return how many nanoseconds the scalar form would need, roughly
        long rehearse(int vectors);
    }

    /// Tells whether the vector form is to run.
    ///
    /// @param nanoseconds what the scalar form needs for what is to be done, roughly
    public boolean vectors(long nanoseconds) {
        if (vectors) {
            return true;
        }
        work += nanoseconds;
        if (work >= due && !asked) {
            asked = true;
            Rehearsals.ask(this);
        }
        return false;
    }

    VectorForm form() {
        return form;
    }

    long work() {
        return work;
    }

    void promote() {
        vectors = true;
    }
}
