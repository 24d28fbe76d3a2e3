package dev.gradus.jvm.matmul;

/// Multiplies integer matrices by plain loops; sums wrap around as Java's integers do.
///
/// Integer sums are exact in any order, so nothing is packed: networks hardly ever multiply
/// integers.
final class IntegerProducts {

    private IntegerProducts() {}

    static void addRow(
            int[] a,
            int aStart,
            int aStep,
            int[] b,
            int bOffset,
            int bRowStride,
            int bColumnStride,
            int[] c,
            int cStart,
            int columns,
            int depth) {
        for (int k = 0; k < depth; k++) {
            int left = a[aStart + k * aStep];
            int start = bOffset + k * bRowStride;
            for (int j = 0; j < columns; j++) {
                c[cStart + j] += left * b[start + j * bColumnStride];
            }
        }
    }

    static void addRow(
            long[] a,
            int aStart,
            int aStep,
            long[] b,
            int bOffset,
            int bRowStride,
            int bColumnStride,
            long[] c,
            int cStart,
            int columns,
            int depth) {
        for (int k = 0; k < depth; k++) {
            long left = a[aStart + k * aStep];
            int start = bOffset + k * bRowStride;
            for (int j = 0; j < columns; j++) {
                c[cStart + j] += left * b[start + j * bColumnStride];
            }
        }
    }
}
