package dev.gradus.tensor.backend;

import dev.gradus.tensor.DType;
import java.util.Arrays;

/// Numbers in memory, in row-major order, in a plain Java array.
///
/// Kernels work on the arrays; the accessors by index are for the interpreter, printing and tests.
public sealed interface Buffer {
    /// Returns the type of the numbers.
    DType type();

    /// Returns how many numbers there are.
    int size();

    /// Returns the number at `index` as a `double`.
    double getDouble(int index);

    /// Returns the number at `index` as a `long`; fractions are cut off.
    long getLong(int index);

    /// Stores `value`, rounded to the type.
    void set(int index, double value);

    /// Stores `value`, wrapped to the type.
    void set(int index, long value);

    /// Returns the Java array itself.
    Object array();

    /// Makes all bytes zero.
    void clear();

    /// Copies all numbers from `source`, which has the same type and size.
    @SuppressWarnings("SuspiciousSystemArraycopy")
    default void copyFrom(Buffer source) {
        System.arraycopy(source.array(), 0, array(), 0, source.size());
    }

    /// Returns a buffer of zeros.
    static Buffer allocate(DType type, int size) {
        return switch (type) {
            case FLOAT32 -> new Floats(new float[size]);
            case FLOAT64 -> new Doubles(new double[size]);
            case INT32 -> new Integers(new int[size]);
            case INT64 -> new Longs(new long[size]);
            case UINT8, BOOL -> new Bytes(type, new byte[size]);
        };
    }

    /// Returns a buffer of its own with the same numbers.
    default Buffer copy() {
        var copy = allocate(type(), size());
        copy.copyFrom(this);
        return copy;
    }

    /// Numbers of type `float32`.
    final class Floats implements Buffer {
        /// The numbers.
        public final float[] values;

        /// Wraps `values` without copying.
        public Floats(float[] values) {
            this.values = values;
        }

        @Override
        public DType type() {
            return DType.FLOAT32;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double getDouble(int index) {
            return values[index];
        }

        @Override
        public long getLong(int index) {
            return (long) values[index];
        }

        @Override
        public void set(int index, double value) {
            values[index] = (float) value;
        }

        @Override
        public void set(int index, long value) {
            values[index] = value;
        }

        @Override
        public float[] array() {
            return values;
        }

        @Override
        public void clear() {
            Arrays.fill(values, 0);
        }
    }

    /// Numbers of type `float64`.
    final class Doubles implements Buffer {
        /// The numbers.
        public final double[] values;

        /// Wraps `values` without copying.
        public Doubles(double[] values) {
            this.values = values;
        }

        @Override
        public DType type() {
            return DType.FLOAT64;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double getDouble(int index) {
            return values[index];
        }

        @Override
        public long getLong(int index) {
            return (long) values[index];
        }

        @Override
        public void set(int index, double value) {
            values[index] = value;
        }

        @Override
        public void set(int index, long value) {
            values[index] = value;
        }

        @Override
        public double[] array() {
            return values;
        }

        @Override
        public void clear() {
            Arrays.fill(values, 0);
        }
    }

    /// Numbers of type `int32`.
    final class Integers implements Buffer {
        /// The numbers.
        public final int[] values;

        /// Wraps `values` without copying.
        public Integers(int[] values) {
            this.values = values;
        }

        @Override
        public DType type() {
            return DType.INT32;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double getDouble(int index) {
            return values[index];
        }

        @Override
        public long getLong(int index) {
            return values[index];
        }

        @Override
        public void set(int index, double value) {
            values[index] = (int) value;
        }

        @Override
        public void set(int index, long value) {
            values[index] = (int) value;
        }

        @Override
        public int[] array() {
            return values;
        }

        @Override
        public void clear() {
            Arrays.fill(values, 0);
        }
    }

    /// Numbers of type `int64`.
    final class Longs implements Buffer {
        /// The numbers.
        public final long[] values;

        /// Wraps `values` without copying.
        public Longs(long[] values) {
            this.values = values;
        }

        @Override
        public DType type() {
            return DType.INT64;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double getDouble(int index) {
            return values[index];
        }

        @Override
        public long getLong(int index) {
            return values[index];
        }

        @Override
        public void set(int index, double value) {
            values[index] = (long) value;
        }

        @Override
        public void set(int index, long value) {
            values[index] = value;
        }

        @Override
        public long[] array() {
            return values;
        }

        @Override
        public void clear() {
            Arrays.fill(values, 0);
        }
    }

    /// Numbers of type `uint8`, or truth values of type `bool` as 1 and 0.
    final class Bytes implements Buffer {
        /// The numbers; a byte of -1 stands for 255.
        public final byte[] values;

        private final DType type;

        /// Wraps `values` without copying.
        public Bytes(DType type, byte[] values) {
            this.type = type;
            this.values = values;
        }

        @Override
        public DType type() {
            return type;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double getDouble(int index) {
            return values[index] & 0xFF;
        }

        @Override
        public long getLong(int index) {
            return values[index] & 0xFF;
        }

        @Override
        public void set(int index, double value) {
            values[index] = type == DType.BOOL ? (byte) (value != 0 ? 1 : 0) : (byte) (int) value;
        }

        @Override
        public void set(int index, long value) {
            values[index] = type == DType.BOOL ? (byte) (value != 0 ? 1 : 0) : (byte) value;
        }

        @Override
        public byte[] array() {
            return values;
        }

        @Override
        public void clear() {
            Arrays.fill(values, (byte) 0);
        }
    }
}
