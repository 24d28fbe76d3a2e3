package dev.gradus.tensor;

import java.util.Arrays;

/// A short immutable list of whole numbers: axes, strides, paddings.
///
/// Operations are compared by value when a program is looked up, so their parts must not be arrays.
public final class Ints {
    private final int[] values;
    private final int hash;

    private Ints(int[] values) {
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    /// Returns the list of `values`, which are copied.
    public static Ints of(int... values) {
        return new Ints(values.clone());
    }

    /// Returns the list holding `value` `count` times.
    public static Ints repeat(int value, int count) {
        var values = new int[count];
        Arrays.fill(values, value);
        return new Ints(values);
    }

    /// Returns the number of values.
    public int size() {
        return values.length;
    }

    /// Returns the value at `index`, counted from 0.
    public int get(int index) {
        return values[index];
    }

    /// Returns whether `value` is among the values.
    public boolean contains(int value) {
        for (var candidate : values) {
            if (candidate == value) {
                return true;
            }
        }
        return false;
    }

    /// Returns whether every value equals `value`.
    public boolean allEqual(int value) {
        for (var candidate : values) {
            if (candidate != value) {
                return false;
            }
        }
        return true;
    }

    /// Returns the values in an array of the caller's own.
    public int[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ints ints
                && hash == ints.hash
                && Arrays.equals(values, ints.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
