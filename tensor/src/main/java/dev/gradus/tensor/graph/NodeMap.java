package dev.gradus.tensor.graph;

import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Gives tensors numbers. An open hash table over identity: a step traces hundreds of nodes, and a
/// general map would cost more than all else.
final class NodeMap {
    private @Nullable Tensor[] keys = new @Nullable Tensor[256];
    private int[] values = new int[256];
    private int size;

    /// Returns the number of `tensor`, or -1 if it has none.
    int get(Tensor tensor) {
        return keys[slot(tensor)] == null ? -1 : values[slot(tensor)];
    }

    void put(Tensor tensor, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        var slot = slot(tensor);
        if (keys[slot] == null) {
            size++;
        }
        keys[slot] = tensor;
        values[slot] = value;
    }

    private int slot(Tensor tensor) {
        var mask = keys.length - 1;
        var hash = tensor.hashCode();
        var slot = (hash ^ hash >>> 15) & mask;
        while (keys[slot] != null && !tensor.equals(keys[slot])) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new @Nullable Tensor[oldKeys.length * 2];
        values = Arrays.copyOf(values, keys.length);
        size = 0;
        for (var i = 0; i < oldKeys.length; i++) {
            var key = oldKeys[i];
            if (key != null) {
                put(key, oldValues[i]);
            }
        }
    }
}
