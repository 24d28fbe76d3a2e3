package dev.gradus.tensor.graph;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.backend.Kernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Decides before anything runs which temporary shares memory with which: two whose lifetimes do not
/// meet may. So the steady state allocates nothing.
///
/// @param arrays the arrays to allocate
/// @param arrayOf for each buffer number which array holds it, or -1 if it is no temporary
record Plan(List<Space> arrays, int[] arrayOf) {
    private static final int MUCH_LARGER = 8;

    /// One array: its type and how many numbers it must hold.
    record Space(DType type, int size) {
        long bytes() {
            return (long) size * type.bytes();
        }
    }

    static Plan of(Fuse.Fused fused) {
        var slots = fused.slots();
        var lastUse = new int[slots.size()];
        Arrays.fill(lastUse, -1);
        for (var k = 0; k < fused.kernels().size(); k++) {
            for (var operand : touched(fused.kernels().get(k))) {
                lastUse[operand] = k;
            }
        }
        var arrays = new ArrayList<Space>();
        var free = new ArrayList<Integer>();
        var arrayOf = new int[slots.size()];
        Arrays.fill(arrayOf, -1);
        for (var k = 0; k < fused.kernels().size(); k++) {
            var touched = touched(fused.kernels().get(k));
            for (var slot : touched) {
                if (arrayOf[slot] < 0 && slots.get(slot) instanceof Slot.Temporary temporary) {
                    arrayOf[slot] = allocate(temporary, arrays, free);
                }
            }
            for (var slot : touched) {
                if (arrayOf[slot] >= 0 && lastUse[slot] == k && !free.contains(arrayOf[slot])) {
                    free.add(arrayOf[slot]);
                }
            }
        }
        return new Plan(List.copyOf(arrays), arrayOf);
    }

    private static List<Integer> touched(Kernel kernel) {
        var touched = new ArrayList<Integer>();
        kernel.inputs().forEach(operand -> touched.add(operand.slot()));
        kernel.outputs().forEach(operand -> touched.add(operand.slot()));
        return touched;
    }

    /// Takes the smallest free array that is large enough, else enlarges the largest free one, else adds
    /// one. A much larger one is left alone: a single number that is needed to the end would keep it.
    private static int allocate(Slot.Temporary wanted, List<Space> arrays, List<Integer> free) {
        var best = -1;
        for (var candidate : free) {
            var space = arrays.get(candidate);
            if (space.type() == wanted.type()
                    && space.size() <= (long) MUCH_LARGER * wanted.size()
                    && (best < 0 || better(space, arrays.get(best), wanted.size()))) {
                best = candidate;
            }
        }
        if (best < 0) {
            arrays.add(new Space(wanted.type(), wanted.size()));
            return arrays.size() - 1;
        }
        free.remove(Integer.valueOf(best));
        var size = Math.max(arrays.get(best).size(), wanted.size());
        arrays.set(best, new Space(wanted.type(), size));
        return best;
    }

    private static boolean better(Space candidate, Space best, int size) {
        if (candidate.size() >= size && best.size() >= size) {
            return candidate.size() < best.size();
        }
        return candidate.size() > best.size();
    }

    long bytes() {
        return arrays.stream().mapToLong(Space::bytes).sum();
    }
}
