package dev.gradus.nn.model;

import dev.gradus.nn.Seed;
import dev.gradus.nn.layer.attention.KeyValueCache;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/// Writes a text on, one token at a time.
///
/// Two programs serve for all of it: one reads a whole context at once, whose places beyond the text
/// hold anything, the other reads a single token.
final class Generator implements PrimitiveIterator.OfLong {
    private final Gpt gpt;
    private final Sampling sampling;
    private final Seed seed;
    private final int context;
    // the tokens that can be seen and the one after them
    private final long[] text;
    private int length;
    private List<KeyValueCache> caches = List.of();
    private long drawn;

    Generator(Gpt gpt, long[] prompt, Sampling sampling) {
        this.gpt = gpt;
        this.sampling = sampling;
        this.seed = Seed.seed(sampling.seed());
        this.context = gpt.spec().context();
        check(prompt);
        this.text = new long[context + 1];
        this.length = Math.min(prompt.length, context);
        System.arraycopy(prompt, prompt.length - length, text, 0, length);
    }

    private void check(long[] prompt) {
        if (prompt.length == 0) {
            throw new IllegalArgumentException(
                    "there is no token to go on from: give a prompt of at least one");
        }
        for (var token : prompt) {
            if (token < 0 || token >= gpt.spec().vocabulary()) {
                throw new IllegalArgumentException(
                        "the prompt has the token %d, but tokens go from 0 to %d"
                                .formatted(token, gpt.spec().vocabulary() - 1));
            }
        }
    }

    LongStream stream() {
        return StreamSupport.longStream(
                Spliterators.spliteratorUnknownSize(
                        this, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
                false);
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public long nextLong() {
        if (length > context) {
            forgetOlderHalf();
        }
        var logits = caches.isEmpty() ? readAll() : readLast();
        var token = sampling.choose(logits, (seed.bits(drawn++) >>> 11) * 0x1p-53);
        text[length++] = token;
        return token;
    }

    /// Vectors of places belong to places, so what stays has to be read again from place 0 on.
    private void forgetOlderHalf() {
        var kept = Math.max(1, context / 2);
        System.arraycopy(text, length - kept, text, 0, kept);
        length = kept;
        caches = List.of();
    }

    private float[] readAll() {
        var all = Arrays.copyOf(Arrays.copyOf(text, length), context);
        var read = gpt.apply(Tensor.of(all, 1, context), gpt.caches(1));
        caches = read.caches().stream().map(cache -> cache.truncated(length)).toList();
        return row(read.logits(), length - 1);
    }

    private float[] readLast() {
        var read = gpt.apply(Tensor.of(new long[] {text[length - 1]}, 1, 1), caches);
        caches = read.caches();
        return row(read.logits(), 0);
    }

    private float[] row(Tensor logits, int place) {
        var vocabulary = gpt.spec().vocabulary();
        var buffer = logits.buffer();
        var row = new float[vocabulary];
        for (var i = 0; i < vocabulary; i++) {
            row[i] = (float) buffer.getDouble(place * vocabulary + i);
        }
        return row;
    }
}
