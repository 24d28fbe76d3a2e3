package dev.gradus.studio.results;

import dev.gradus.studio.models.Opened;
import dev.gradus.tensor.ComputationInterruptedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Judges one model at the moments of its training, and remembers the last ones, so that going back and forth
/// between two of them is quick.
final class Bench {
    /// 80 MB.
    private static final long MOST_NUMBERS = 20_000_000;

    private static final long QUICK_NANOSECONDS = 300_000_000;
    private static final long BETWEEN_WORDS = 200_000_000;

    private final Consumer<Map<String, Object>> tell;
    private final BooleanSupplier isOvertaken;
    private final Deque<Judged> known = new ArrayDeque<>();

    /// @param tell is told how far it is, where that takes a while
    /// @param isOvertaken whether something newer was asked: what takes long is given up then
    Bench(Consumer<Map<String, Object>> tell, BooleanSupplier isOvertaken) {
        this.tell = tell;
        this.isOvertaken = isOvertaken;
    }

    /// Forgets all: another model was chosen.
    void clear() {
        known.clear();
    }

    Judged judge(Opened opened, Opened.Part part) {
        for (var one : known) {
            if (one.opened().step().equals(opened.step()) && one.part() == part) {
                known.remove(one);
                known.addFirst(one);
                return one;
            }
        }
        var judged = Judged.of(opened, part, new Watch(opened.part(part).size())::done);
        known.addFirst(judged);
        while (known.size() > 1 && known.stream().mapToLong(Judged::size).sum() > MOST_NUMBERS) {
            known.removeLast();
        }
        return judged;
    }

    /// Follows one judgement.
    private final class Watch {
        private final int of;
        private final long begin = System.nanoTime();
        private long told = begin;

        Watch(int of) {
            this.of = of;
        }

        void done(int examples) {
            var now = System.nanoTime();
            if (now - begin < QUICK_NANOSECONDS) {
                // what is nearly there is finished: so one sees something while a slider is dragged
                return;
            }
            if (isOvertaken.getAsBoolean()) {
                throw new ComputationInterruptedException();
            }
            if (now - told >= BETWEEN_WORDS && examples < of) {
                told = now;
                var words = new LinkedHashMap<String, Object>();
                words.put("is", "judging");
                words.put("done", examples);
                words.put("of", of);
                tell.accept(words);
            }
        }
    }
}
