package dev.gradus.jvm.map;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.Promotion;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The loop of a chain, made and rehearsed in the background when its operations have cost enough one
/// by one, and shared by all programs in which the same chain occurs: Adam's is the same for all weights.
final class ChainCode implements Promotion.VectorForm {
    /// Networks that look different at each step must not fill memory with classes.
    private static final int KEPT = 512;

    /// Additions that operations one by one do in a nanosecond: a few vectors, with their loads and
    /// stores.
    private static final int ADDITIONS_A_NANOSECOND = Math.max(1, Lanes.BITS / Long.SIZE);

    /// The length of rows in a rehearsal.
    private static final int ROW = 128;

    private static final Map<Chain, ChainCode> ALL =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Chain, ChainCode> eldest) {
                    return size() > KEPT;
                }
            };

    private final Chain chain;
    private final int weight;
    private final Promotion promotion = new Promotion(this);
    private @Nullable ChainLoop loop;

    private ChainCode(Chain chain) {
        this.chain = chain;
        this.weight = chain.weight();
    }

    /// Returns the code of `chain`.
    static ChainCode of(Chain chain) {
        synchronized (ALL) {
            return ALL.computeIfAbsent(chain, ChainCode::new);
        }
    }

    /// Tells whether the loop is to run, over `n` elements.
    boolean isPromoted(int n) {
        return promotion.vectors((long) n * weight / ADDITIONS_A_NANOSECOND);
    }

    /// Returns the loop, which is made when it is first asked for.
    ChainLoop loop() {
        // made twice where two threads ask at the same moment, and either will do
        var made = loop;
        if (made == null) {
            made = ChainClass.loop(chain);
            loop = made;
        }
        return made;
    }

    @Override
    public long rehearse(int vectors) {
        var n = Math.clamp((long) vectors * Lanes.BITS / Float.SIZE, Lanes.LOGICAL, Tiles.SIZE);
        var length = Math.min(ROW, n / Lanes.LOGICAL * Lanes.LOGICAL);
        ChainRehearsal.run(loop(), chain, n / length * length, length);
        return (long) n * weight / ADDITIONS_A_NANOSECOND;
    }
}
