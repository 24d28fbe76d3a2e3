package dev.gradus.jvm.index;

/// Lends a thread the working memory of a sort, so that sorting row after row allocates nothing.
///
/// Every array grows to the largest size asked for and stays; what it holds when it is lent is
/// unspecified.
final class SortScratch {
    private static final ThreadLocal<SortScratch> OF_THIS_THREAD =
            ThreadLocal.withInitial(SortScratch::new);

    private long[] keys = new long[0];
    private int[] order = new int[0];
    private int[] merged = new int[0];

    private SortScratch() {}

    static SortScratch ofThisThread() {
        return OF_THIS_THREAD.get();
    }

    /// Lends at least `size` keys.
    long[] keys(int size) {
        if (keys.length < size) {
            keys = new long[size];
        }
        return keys;
    }

    /// Lends at least `size` positions.
    int[] order(int size) {
        if (order.length < size) {
            order = new int[size];
        }
        return order;
    }

    /// Lends at least `size` positions that are put in order.
    int[] merged(int size) {
        if (merged.length < size) {
            merged = new int[size];
        }
        return merged;
    }
}
