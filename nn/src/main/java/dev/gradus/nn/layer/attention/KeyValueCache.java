package dev.gradus.nn.layer.attention;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// What a causal attention remembers of the places it has seen, so that a text which grows by one
/// token costs the work for that token and not for all of them again.
///
/// ```java
/// var cache = attention.cache(1, 64);                    // for texts of at most 64 tokens
/// var first = attention.apply(x.slice(1, 0, 10, 1), cache);
/// var next = attention.apply(x.slice(1, 10, 11, 1), first.cache());
/// ```
///
/// Nothing in it changes; what was seen later is in another one. It always has room for `capacity`
/// places, and how many of them are taken is handed to the program as a number. So one program serves
/// every token, whatever its place.
///
/// @param keys `[batch, heads, capacity, width]`
/// @param values `[batch, heads, capacity, width]`
/// @param length how many places are taken
public record KeyValueCache(Tensor keys, Tensor values, int length) {
    /// Checks the length.
    public KeyValueCache {
        if (length < 0 || length > keys.size(2)) {
            throw new IllegalArgumentException(
                    "a cache with room for %d places was to hold %d"
                            .formatted(keys.size(2), length));
        }
    }

    /// Returns a cache that has seen nothing.
    static KeyValueCache empty(int batch, int heads, int capacity, int width, DType type) {
        var nothing = Tensor.scalar(0, type).expand(batch, heads, capacity, width);
        return new KeyValueCache(settled(nothing), settled(nothing), 0);
    }

    /// Returns for how many places there is room.
    public int capacity() {
        return keys.size(2);
    }

    /// Returns this cache with only its first `places` places taken. What lies beyond is forgotten.
    public KeyValueCache truncated(int places) {
        if (places > length) {
            throw new IllegalArgumentException(
                    "a cache that holds %d places was to be cut to %d".formatted(length, places));
        }
        return new KeyValueCache(keys, values, places);
    }

    /// Returns this cache with the keys and values, `[batch, heads, time, width]`, of the next places.
    ///
    /// @throws ShapeException if there is not as much room
    KeyValueCache extended(Tensor key, Tensor value) {
        var time = key.size(2);
        if (length + time > capacity()) {
            throw new ShapeException(
                    "%d places were to follow the %d that the cache holds, but it has room for %d: make a larger one, or begin a new one with the last places"
                            .formatted(time, length, capacity()));
        }
        if (time == 0) {
            return this;
        }
        // which of the new places each place of the cache is, if any
        var which = Tensor.arange(capacity()).sub(start());
        var isNew = which.greaterEqual(0).and(which.less(time)).unsqueeze(1);
        var source = which.maximum(0).minimum(time - 1);
        return new KeyValueCache(
                isNew.where(key.take(2, source), keys),
                isNew.where(value.take(2, source), values),
                length + time);
    }

    /// Returns the places of the next `time` tokens, whole numbers `[time]`.
    public Tensor places(int time) {
        return Tensor.arange(time).add(start());
    }

    /// Returns where each of the next `time` tokens may look: `[time, capacity]`, true at its own place
    /// and those before it.
    Tensor mask(int time) {
        return Tensor.arange(capacity()).lessEqual(places(time).unsqueeze(1));
    }

    /// Handed in like data rather than written as a literal: 0, 1 and 2 would make programs of their own.
    private Tensor start() {
        return Tensor.of(new long[] {length}, 1);
    }

    /// Computes `output` and what `caches` hold together, and returns the caches with numbers in place
    /// of recipes, which would hold on to every token before.
    public static List<KeyValueCache> settle(Tensor output, List<KeyValueCache> caches) {
        var all = new ArrayList<Tensor>();
        all.add(output);
        for (var cache : caches) {
            all.add(cache.keys);
            all.add(cache.values);
        }
        Tensor.realize(all.toArray(Tensor[]::new));
        return caches.stream()
                .map(cache ->
                        new KeyValueCache(settled(cache.keys), settled(cache.values), cache.length))
                .toList();
    }

    private static Tensor settled(Tensor tensor) {
        return Tensor.of(tensor.buffer(), tensor.shape());
    }

    /// An output and the cache that has seen what it was made from.
    ///
    /// @param output `[batch, time, features]`
    /// @param cache what is known now
    public record Continued(Tensor output, KeyValueCache cache) {}
}
