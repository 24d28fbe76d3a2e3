package dev.gradus.jvm.map;

/// Turns a run of numbers of one type into another type: one method for each pair of types.
///
/// Fractions are cut off towards zero. A float beyond the range of int32 or int64 becomes the
/// nearest number there, and NaN becomes 0; into uint8 it goes by way of int32, of which the lowest
/// 8 bits stay, as they do of whole numbers. Whole numbers into a narrower type keep their lowest
/// bits. `bool` is 1 where the number is not 0 (NaN is not), else 0; from `bool` come 1 and 0.
///
/// Each method reads `n` elements of `a` from `aOffset` on and writes `out` from `outOffset` on.
public final class Casts {

    private Casts() {}

    /// From float32 to float64.
    public static void floatToDouble(float[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i];
        }
    }

    /// From float32 to int32.
    public static void floatToInt(float[] a, int aOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (int) a[aOffset + i];
        }
    }

    /// From float32 to int64.
    public static void floatToLong(float[] a, int aOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (long) a[aOffset + i];
        }
    }

    /// From float32 to uint8.
    public static void floatToUint8(float[] a, int aOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (int) a[aOffset + i];
        }
    }

    /// From float32 to bool.
    public static void floatToBool(float[] a, int aOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] != 0 ? 1 : 0);
        }
    }

    /// From float64 to float32.
    public static void doubleToFloat(double[] a, int aOffset, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (float) a[aOffset + i];
        }
    }

    /// From float64 to int32.
    public static void doubleToInt(double[] a, int aOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (int) a[aOffset + i];
        }
    }

    /// From float64 to int64.
    public static void doubleToLong(double[] a, int aOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (long) a[aOffset + i];
        }
    }

    /// From float64 to uint8.
    public static void doubleToUint8(double[] a, int aOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (int) a[aOffset + i];
        }
    }

    /// From float64 to bool.
    public static void doubleToBool(double[] a, int aOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] != 0 ? 1 : 0);
        }
    }

    /// From int32 to float32.
    public static void intToFloat(int[] a, int aOffset, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (float) a[aOffset + i];
        }
    }

    /// From int32 to float64.
    public static void intToDouble(int[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i];
        }
    }

    /// From int32 to int64.
    public static void intToLong(int[] a, int aOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i];
        }
    }

    /// From int32 to uint8.
    public static void intToUint8(int[] a, int aOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) a[aOffset + i];
        }
    }

    /// From int32 to bool.
    public static void intToBool(int[] a, int aOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] != 0 ? 1 : 0);
        }
    }

    /// From int64 to float32.
    public static void longToFloat(long[] a, int aOffset, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (float) a[aOffset + i];
        }
    }

    /// From int64 to float64.
    public static void longToDouble(long[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (double) a[aOffset + i];
        }
    }

    /// From int64 to int32.
    public static void longToInt(long[] a, int aOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (int) a[aOffset + i];
        }
    }

    /// From int64 to uint8.
    public static void longToUint8(long[] a, int aOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) a[aOffset + i];
        }
    }

    /// From int64 to bool.
    public static void longToBool(long[] a, int aOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] != 0 ? 1 : 0);
        }
    }

    /// From uint8 to float32.
    public static void uint8ToFloat(byte[] a, int aOffset, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] & 0xff;
        }
    }

    /// From uint8 to float64.
    public static void uint8ToDouble(byte[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] & 0xff;
        }
    }

    /// From uint8 to int32.
    public static void uint8ToInt(byte[] a, int aOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] & 0xff;
        }
    }

    /// From uint8 to int64.
    public static void uint8ToLong(byte[] a, int aOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] & 0xff;
        }
    }

    /// From uint8 to bool.
    public static void uint8ToBool(byte[] a, int aOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] != 0 ? 1 : 0);
        }
    }

    /// From bool to float32.
    public static void boolToFloat(byte[] a, int aOffset, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] != 0 ? 1 : 0;
        }
    }

    /// From bool to float64.
    public static void boolToDouble(byte[] a, int aOffset, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] != 0 ? 1 : 0;
        }
    }

    /// From bool to int32.
    public static void boolToInt(byte[] a, int aOffset, int[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] != 0 ? 1 : 0;
        }
    }

    /// From bool to int64.
    public static void boolToLong(byte[] a, int aOffset, long[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = a[aOffset + i] != 0 ? 1 : 0;
        }
    }

    /// From bool to uint8.
    public static void boolToUint8(byte[] a, int aOffset, byte[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = (byte) (a[aOffset + i] != 0 ? 1 : 0);
        }
    }
}
