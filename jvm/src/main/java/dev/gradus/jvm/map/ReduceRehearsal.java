package dev.gradus.jvm.map;

import dev.gradus.jvm.Lanes;

/// Runs the vector reductions on small arrays of their own, for [dev.gradus.jvm.Promotion].
final class ReduceRehearsal {
    private static final int GROUPS = 64;
    private static final float[] VALUES = new float[GROUPS * Lanes.LOGICAL + 1];
    private static final float[] LANES = new float[Lanes.LOGICAL];
    private static final float[] SUMS = new float[Lanes.LOGICAL + 1];
    private static float largest;

    private ReduceRehearsal() {}

    /// Runs the loop over `groups` times 16 elements and returns how many those were.
    static int run(ReduceTwin loop, int groups) {
        // an odd number of groups, so that the last ones are taken one by one
        var n = (Math.min(groups, GROUPS) - 1 | 1) * Lanes.LOGICAL;
        switch (loop) {
            case SUM -> VectorReduce.sum(VALUES, 0, n, LANES);
            case PRODUCT -> VectorReduce.product(VALUES, 0, n, LANES);
            // a column more than a group, so that one is taken by itself; rows may overlap
            case ADD_ROWS ->
                    VectorReduce.addRows(
                            VALUES, 0, Lanes.LOGICAL, n / Lanes.LOGICAL, SUMS, 0, SUMS.length);
            case MAX -> largest = Math.max(largest, VectorReduce.max(VALUES, 0, n));
        }
        return n;
    }
}
