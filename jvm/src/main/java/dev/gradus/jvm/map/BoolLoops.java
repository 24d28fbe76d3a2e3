package dev.gradus.jvm.map;

/// Runs one operation over a run of truth values: the steps of an elementwise kernel.
///
/// A truth value is a byte that holds 1 for true and 0 for false; every result is one of the two,
/// and in an operand every byte other than 0 is true. Selecting between truth values is
/// [ByteLoops]' business, as it moves bytes whatever they mean.
///
/// The arguments are those of [FloatLoops].
public final class BoolLoops {

    private BoolLoops() {}

    /// 1 where `x` is false, else 0.
    public static void not(byte[] a, int aOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] == 0 ? 1 : 0);
        }
    }

    /// 1 where both are true, else 0.
    public static void and(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] != 0 && b[bOffset + i] != 0 ? 1 : 0);
        }
    }

    /// 1 where both are true, else 0.
    public static void and(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] != 0 && b != 0 ? 1 : 0);
        }
    }

    /// 1 where at least one is true, else 0.
    public static void or(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] != 0 || b[bOffset + i] != 0 ? 1 : 0);
        }
    }

    /// 1 where at least one is true, else 0.
    public static void or(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] != 0 || b != 0 ? 1 : 0);
        }
    }

    /// 1 where both are true or both false, else 0.
    public static void equal(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) ((a[aOffset + i] != 0) == (b[bOffset + i] != 0) ? 1 : 0);
        }
    }

    /// 1 where both are true or both false, else 0.
    public static void equal(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) ((a[aOffset + i] != 0) == (b != 0) ? 1 : 0);
        }
    }

    /// 1 where `a` is false and `b` true, else 0.
    public static void less(
            byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] == 0 && b[bOffset + i] != 0 ? 1 : 0);
        }
    }

    /// 1 where `a` is false and `b` true, else 0.
    public static void less(byte[] a, int aOffset, byte b, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] == 0 && b != 0 ? 1 : 0);
        }
    }

    /// 1 where `a` is false and `b` true, else 0.
    public static void less(byte a, byte[] b, int bOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a == 0 && b[bOffset + i] != 0 ? 1 : 0);
        }
    }
}
