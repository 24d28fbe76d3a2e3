package dev.gradus.jvm.window;

import java.util.Arrays;

/// Parts lists of places into runs in which every list is the one before it, moved on by the same
/// number of places.
///
/// Windows along a row follow each other so, away from the padding. A loop over a run reads its
/// list once, and knows where memory is read next.
final class EvenRuns {

    private int[] firsts = new int[16];
    private int[] steps = new int[16];
    private int count;

    EvenRuns(PlaceLists lists) {
        for (int first = 0; first < lists.count(); first = firsts[count]) {
            if (count + 1 == firsts.length) {
                firsts = Arrays.copyOf(firsts, 2 * count + 2);
                steps = Arrays.copyOf(steps, 2 * count + 2);
            }
            int step = step(lists, first);
            int end = first + 1;
            while (end < lists.count() && lists.isMoved(end - 1, end, step)) {
                end++;
            }
            steps[count] = step;
            firsts[++count] = end;
        }
    }

    private static int step(PlaceLists lists, int first) {
        boolean moves =
                first + 1 < lists.count()
                        && lists.begin(first) < lists.begin(first + 1)
                        && lists.begin(first + 1) < lists.begin(first + 2);
        int[] places = lists.places();
        return moves ? places[lists.begin(first + 1)] - places[lists.begin(first)] : 0;
    }

    /// Counts the runs.
    int count() {
        return count;
    }

    /// Says which list a run begins with; it ends where run `run + 1` begins.
    int first(int run) {
        return firsts[run];
    }

    /// Counts the lists of a run.
    int length(int run) {
        return firsts[run + 1] - firsts[run];
    }

    /// Says by how many places each list of a run lies behind the one before it.
    int step(int run) {
        return steps[run];
    }
}
