package dev.gradus.jvm.index;

/// Finds the order of 64-bit keys by merging, so that equal keys keep their order.
final class MergeSort {

    private MergeSort() {}

    /// Returns the positions of the first `n` keys from the smallest to the largest, in an array that
    /// the thread's next call uses again.
    static int[] order(long[] keys, int n) {
        SortScratch scratch = SortScratch.ofThisThread();
        int[] from = scratch.order(n);
        for (int i = 0; i < n; i++) {
            from[i] = i;
        }
        int[] to = scratch.merged(n);
        for (long width = 1; width < n; width *= 2) {
            for (long start = 0; start < n; start += 2 * width) {
                int middle = (int) Math.min(start + width, n);
                int end = (int) Math.min(start + 2 * width, n);
                merge(keys, from, (int) start, middle, end, to);
            }
            int[] merged = to;
            to = from;
            from = merged;
        }
        return from;
    }

    private static void merge(long[] keys, int[] from, int start, int middle, int end, int[] to) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            // on equal keys the left one, which came first
            boolean takeLeft =
                    right == end || (left < middle && keys[from[left]] <= keys[from[right]]);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
