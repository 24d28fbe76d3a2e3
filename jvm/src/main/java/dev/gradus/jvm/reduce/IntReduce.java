package dev.gradus.jvm.reduce;

/// Makes one int32 number of many: sum, product, maximum and its position, and running sums.
///
/// Sums and products wrap around, so the order of the elements does not matter.
public final class IntReduce {

    private IntReduce() {}

    /// Returns the sum of `n` elements; 0 for none.
    public static int sum(int[] a, int offset, int n) {
        int result = 0;
        for (int i = 0; i < n; i++) {
            result += a[offset + i];
        }
        return result;
    }

    /// Returns the product of `n` elements; 1 for none.
    public static int product(int[] a, int offset, int n) {
        int result = 1;
        for (int i = 0; i < n; i++) {
            result *= a[offset + i];
        }
        return result;
    }

    /// Returns the largest of `n` elements; the smallest number of the type for none.
    public static int max(int[] a, int offset, int n) {
        int largest = Integer.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, a[offset + i]);
        }
        return largest;
    }

    /// Returns the position of the largest of `n` elements, the first one when several are equal; 0
    /// for none.
    public static int argmax(int[] a, int offset, int n) {
        int position = 0;
        for (int i = 1; i < n; i++) {
            if (a[offset + i] > a[offset + position]) {
                position = i;
            }
        }
        return position;
    }

    /// Adds `rows` rows of `n` elements, `rowStride` apart, to `out`.
    public static void addRows(
            int[] a, int aOffset, int rowStride, int rows, int[] out, int outOffset, int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            for (int j = 0; j < n; j++) {
                out[outOffset + j] = out[outOffset + j] + a[from + j];
            }
        }
    }

    /// Multiplies `out` by `rows` rows of `n` elements, `rowStride` apart.
    public static void multiplyRows(
            int[] a, int aOffset, int rowStride, int rows, int[] out, int outOffset, int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            for (int j = 0; j < n; j++) {
                out[outOffset + j] = out[outOffset + j] * a[from + j];
            }
        }
    }

    /// Raises `out` to the largest of itself and `rows` rows of `n` elements, `rowStride` apart.
    public static void maxRows(
            int[] a, int aOffset, int rowStride, int rows, int[] out, int outOffset, int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            for (int j = 0; j < n; j++) {
                out[outOffset + j] = Math.max(out[outOffset + j], a[from + j]);
            }
        }
    }

    /// Finds in each of `n` columns the row that holds the largest element, the first one when
    /// several are equal.
    ///
    /// `best` and `index` carry the largest elements so far and their rows; the call with
    /// `firstRow` 0 fills them, later calls go on with the rows from `firstRow` on.
    public static void argmaxRows(
            int[] a,
            int aOffset,
            int rowStride,
            int firstRow,
            int rows,
            int[] best,
            int bestOffset,
            long[] index,
            int indexOffset,
            int n) {
        for (int row = 0; row < rows; row++) {
            int from = aOffset + row * rowStride;
            for (int j = 0; j < n; j++) {
                boolean wins = a[from + j] > best[bestOffset + j];
                if (wins || firstRow + row == 0) {
                    best[bestOffset + j] = a[from + j];
                    index[indexOffset + j] = (long) firstRow + row;
                }
            }
        }
    }

    /// Writes the running sum of `n` elements: each is the sum of itself and all before it, in
    /// order.
    public static void cumulativeSum(int[] a, int aOffset, int[] out, int outOffset, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[aOffset + i];
            out[outOffset + i] = sum;
        }
    }

    /// Writes the running sum down each of `n` columns of `rows` rows, in order.
    public static void cumulativeSumRows(
            int[] a,
            int aOffset,
            int aRowStride,
            int rows,
            int[] out,
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
                out[to + j] = out[to - outRowStride + j] + a[from + j];
            }
        }
    }
}
