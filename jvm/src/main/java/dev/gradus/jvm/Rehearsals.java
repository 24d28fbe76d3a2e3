package dev.gradus.jvm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rehearses vector loops in the background, those first that cost most in their scalar form.
///
/// The optimising compiler is one thread, too, and whatever else it is given delays what matters:
/// two loops at a time keep it busy, one being compiled and one getting ready. The thread ends when
/// there is nothing left to rehearse. If it dies, or a loop fails or never becomes fast, scalar
/// loops go on.
final class Rehearsals {
    private static final System.Logger LOG = System.getLogger(Rehearsals.class.getName());

    /// Milliseconds that a program has to itself, and in which it shows what it needs most.
    private static final long HEAD_START = 50;

    private static final int AT_A_TIME = 2;

    /// How many times as long as a look at loops that only wait for the compiler the pause after it is.
    private static final int PAUSE = 4;

    private static final long LONGEST_PAUSE = 200;
    private static final List<Promotion> WAITING = new ArrayList<>();

    /// Loops that two threads may ask for at the same moment.
    private static final Set<Promotion> ASKED = new HashSet<>();

    private static boolean running;

    private Rehearsals() {}

    /// Asks for a loop to be rehearsed and promoted.
    static synchronized void ask(Promotion promotion) {
        if (!ASKED.add(promotion)) {
            return;
        }
        WAITING.add(promotion);
        if (!running) {
            running = true;
            Thread.ofPlatform()
                    .daemon()
                    .name("gradus-rehearsal")
                    .priority(Thread.MIN_PRIORITY)
                    .start(Rehearsals::work);
        }
    }

    /// Fills up what is being rehearsed and tells whether there is anything.
    private static synchronized boolean refill(List<Rehearsal> current) {
        WAITING.sort(Comparator.comparingLong(Promotion::work));
        while (current.size() < AT_A_TIME && !WAITING.isEmpty()) {
            current.add(new Rehearsal(WAITING.removeLast()));
        }
        running = !current.isEmpty();
        return running;
    }

    private static void work() {
        var current = new ArrayList<Rehearsal>();
        try {
            Thread.sleep(HEAD_START);
            while (refill(current)) {
                var began = System.nanoTime();
                current.removeIf(Rehearsal::step);
                if (current.stream().allMatch(Rehearsal::waits)) {
                    // a look at code that is not compiled yet takes long, and others want the
                    // processor
                    var millis = (System.nanoTime() - began) * PAUSE / 1_000_000;
                    Thread.sleep(Math.clamp(millis, 1, LONGEST_PAUSE));
                }
            }
        } catch (InterruptedException stopped) {
            LOG.log(System.Logger.Level.DEBUG, "The remaining loops stay scalar", stopped);
        }
    }
}
