package dev.gradus.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/// The features of many examples, one after the other, in the smallest type that holds them.
sealed interface Storage {
    /// Returns how many numbers there are in all.
    int count();

    /// Returns the name of the type, as it enters the content hash.
    String type();

    /// Writes the numbers from `from` on into `target`.
    void copy(int from, int length, float[] target, int offset);

    /// Adds the numbers from `from` on to a hash.
    void hash(int from, int length, MessageDigest digest);

    /// Returns a hash of the numbers from `from` on, quick to compute and not secure.
    int quickHash(int from, int length);

    /// Returns whether two runs of numbers are the same, bit for bit.
    boolean same(int from, int other, int length);

    /// Unsigned bytes: the pixels of an image.
    final class Bytes implements Storage {
        private final byte[] values;

        Bytes(byte[] values) {
            this.values = values;
        }

        @Override
        public int count() {
            return values.length;
        }

        @Override
        public String type() {
            return "uint8";
        }

        @Override
        public void copy(int from, int length, float[] target, int offset) {
            for (var i = 0; i < length; i++) {
                target[offset + i] = values[from + i] & 0xFF;
            }
        }

        @Override
        public void hash(int from, int length, MessageDigest digest) {
            digest.update(values, from, length);
        }

        @Override
        public int quickHash(int from, int length) {
            var hash = 1;
            for (var i = from; i < from + length; i++) {
                hash = 31 * hash + values[i];
            }
            return hash;
        }

        @Override
        public boolean same(int from, int other, int length) {
            return Arrays.equals(values, from, from + length, values, other, other + length);
        }
    }

    /// Floating-point numbers: measurements. A missing value is NaN.
    final class Floats implements Storage {
        private final float[] values;

        Floats(float[] values) {
            this.values = values;
        }

        @Override
        public int count() {
            return values.length;
        }

        @Override
        public String type() {
            return "float32";
        }

        @Override
        public void copy(int from, int length, float[] target, int offset) {
            System.arraycopy(values, from, target, offset, length);
        }

        @Override
        public void hash(int from, int length, MessageDigest digest) {
            var bytes = ByteBuffer.allocate(Math.multiplyExact(length, Float.BYTES));
            bytes.asFloatBuffer().put(values, from, length);
            digest.update(bytes);
        }

        @Override
        public int quickHash(int from, int length) {
            var hash = 1;
            for (var i = from; i < from + length; i++) {
                hash = 31 * hash + Float.floatToIntBits(values[i]);
            }
            return hash;
        }

        @Override
        public boolean same(int from, int other, int length) {
            return Arrays.equals(values, from, from + length, values, other, other + length);
        }
    }
}
