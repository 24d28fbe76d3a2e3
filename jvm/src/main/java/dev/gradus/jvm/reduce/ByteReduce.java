package dev.gradus.jvm.reduce;

/// Makes one uint8 number of many: sum, product, maximum and its position, and running sums.
///
/// A Java `byte` holds the numbers 0 to 255; sums and products are modulo 256, and order is that of
/// the numbers 0 to 255. Of truth values (1 and 0) the maximum says whether any is true.
public final class ByteReduce {

    private ByteReduce() {}

    /// Returns the sum of `n` elements; 0 for none.
    public static byte sum(byte[] a, int offset, int n) {
        int result = 0;
        for (int i = 0; i < n; i++) {
            result += a[offset + i];
        }
        return (byte) result;
    }

    /// Returns the product of `n` elements; 1 for none.
    public static byte product(byte[] a, int offset, int n) {
        int result = 1;
        for (int i = 0; i < n; i++) {
            result *= a[offset + i];
        }
        return (byte) result;
    }

    /// Returns the largest of `n` elements; the smallest number of the type for none.
    public static byte max(byte[] a, int offset, int n) {
        int largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, (a[offset + i] & 0xff));
        }
        return (byte) largest;
    }

    /// Returns the position of the largest of `n` elements, the first one when several are equal; 0
    /// for none.
    public static int argmax(byte[] a, int offset, int n) {
        int position = 0;
        for (int i = 1; i < n; i++) {
            if ((a[offset + i] & 0xff) > (a[offset + position] & 0xff)) {
                position = i;
            }
        }
        return position;
    }

    /// Adds `rows` rows of `n` elements, `rowStride` apart, to `out`.
    public static void addRows(
            byte[] a, int aOffset, int rowStride, int rows, byte[] out, int outOffset, int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            for (int j = 0; j < n; j++) {
                out[outOffset + j] = (byte) (out[outOffset + j] + a[from + j]);
            }
        }
    }

    /// Multiplies `out` by `rows` rows of `n` elements, `rowStride` apart.
    public static void multiplyRows(
            byte[] a, int aOffset, int rowStride, int rows, byte[] out, int outOffset, int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            for (int j = 0; j < n; j++) {
                out[outOffset + j] = (byte) (out[outOffset + j] * a[from + j]);
            }
        }
    }

    /// Raises `out` to the largest of itself and `rows` rows of `n` elements, `rowStride` apart.
    public static void maxRows(
            byte[] a, int aOffset, int rowStride, int rows, byte[] out, int outOffset, int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            for (int j = 0; j < n; j++) {
                out[outOffset + j] =
                        (byte) Math.max((out[outOffset + j] & 0xff), (a[from + j] & 0xff));
            }
        }
    }

    /// Finds in each of `n` columns the row that holds the largest element, the first one when
    /// several are equal.
    ///
    /// `best` and `index` carry the largest elements so far and their rows; the call with
    /// `firstRow` 0 fills them, later calls go on with the rows from `firstRow` on.
    public static void argmaxRows(
            byte[] a,
            int aOffset,
            int rowStride,
            int firstRow,
            int rows,
            byte[] best,
            int bestOffset,
            long[] index,
            int indexOffset,
            int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            for (int j = 0; j < n; j++) {
                boolean wins = (a[from + j] & 0xff) > (best[bestOffset + j] & 0xff);
                if (wins || firstRow + row == 0) {
                    best[bestOffset + j] = a[from + j];
                    index[indexOffset + j] = (long) firstRow + row;
                }
            }
        }
    }

    /// Writes the running sum of `n` elements: each is the sum of itself and all before it, in
    /// order.
    public static void cumulativeSum(byte[] a, int aOffset, byte[] out, int outOffset, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[aOffset + i];
            out[outOffset + i] = (byte) sum;
        }
    }

    /// Writes the running sum down each of `n` columns of `rows` rows, in order.
    public static void cumulativeSumRows(
            byte[] a,
            int aOffset,
            int aRowStride,
            int rows,
            byte[] out,
            int outOffset,
            int outRowStride,
            int n) {
        if (rows > 0) {
            System.arraycopy(a, aOffset, out, outOffset, n);
        }
        for (int row = 1; row < rows; row++) {
            int from = aOffset + row * aRowStride;
            int to = outOffset + row * outRowStride;
            for (int j = 0; j < n; j++) {
                out[to + j] = (byte) (out[to - outRowStride + j] + a[from + j]);
            }
        }
    }
}
