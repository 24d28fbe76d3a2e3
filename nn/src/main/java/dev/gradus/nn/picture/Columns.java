package dev.gradus.nn.picture;

import java.util.Arrays;
import java.util.List;

/// Where the places of rows stand from left to right: below each other what belongs together, and none
/// over another.
final class Columns {
    private static final int SWEEPS = 16;

    /// Rounds in which passing lines become straight, each beside where the others are by then.
    private static final int ROUNDS = 4;

    private static final double PASSING = 1e-6;

    private final Rows rows;
    private final double[] left;
    private final double[] right;
    private final double[] leaving;
    private final double gap;
    private final double[] x;
    private final int[] chain;

    private Columns(Rows rows, double[] left, double[] right, double[] leaving, double gap) {
        this.rows = rows;
        this.left = left;
        this.right = right;
        this.leaving = leaving;
        this.gap = gap;
        this.x = new double[rows.places()];
        this.chain = chains(rows);
    }

    /// Returns for each item of how many the longest chain of items in neighbouring rows is in which it
    /// stands: the longest are the trunk of the picture.
    private static int[] chains(Rows rows) {
        var above = new int[rows.places()];
        var below = new int[rows.places()];
        for (var row : rows.rows()) {
            row.forEach(place -> above[place] = longest(rows, place, true, above));
        }
        for (var row : rows.rows().reversed()) {
            row.forEach(place -> below[place] = longest(rows, place, false, below));
        }
        var chains = new int[rows.places()];
        Arrays.setAll(chains, i -> above[i] + below[i] + 1);
        return chains;
    }

    private static int longest(Rows rows, int place, boolean up, int[] known) {
        return rows.neighbours(place, up).stream()
                .filter(other -> rows.isItem(other) && rows.isItem(place))
                .mapToInt(other -> known[other] + 1)
                .max()
                .orElse(0);
    }

    /// Returns where lines enter each place.
    ///
    /// @param left how far a place reaches to the left of where lines enter
    /// @param right how far to the right
    /// @param leaving how much further to the right lines leave it
    /// @param gap how much is free between two places
    static double[] of(Rows rows, double[] left, double[] right, double[] leaving, double gap) {
        var columns = new Columns(rows, left, right, leaving, gap);
        columns.start();
        for (var sweep = 0; sweep < SWEEPS; sweep++) {
            var down = sweep % 2 == 0;
            for (var i = 0; i < rows.rows().size(); i++) {
                columns.settle(rows.rows().get(down ? i : rows.rows().size() - 1 - i), down);
            }
        }
        for (var round = 0; round < ROUNDS; round++) {
            rows.ways().forEach(columns::straighten);
        }
        return columns.x;
    }

    /// Moves a line that passes rows to where it passes all of them straight, if there is such a place.
    private void straighten(List<Integer> way) {
        var passing = way.subList(1, way.size() - 1);
        var low = Double.NEGATIVE_INFINITY;
        var high = Double.POSITIVE_INFINITY;
        for (var place : passing) {
            var row = rows.rows().get(rows.row(place));
            var i = row.indexOf(place);
            if (i > 0) {
                var before = row.get(i - 1);
                low = Math.max(low, x[before] + right[before] + gap + left[place]);
            }
            if (i < row.size() - 1) {
                var after = row.get(i + 1);
                high = Math.min(high, x[after] - left[after] - gap - right[place]);
            }
        }
        if (low <= high) {
            var from = way.getFirst();
            var middle = (x[from] + leaving[from] + x[way.getLast()]) / 2;
            for (var place : passing) {
                x[place] = Math.clamp(middle, low, high);
            }
        }
    }

    private void start() {
        for (var row : rows.rows()) {
            var at = 0.0;
            for (var place : row) {
                x[place] = at + left[place];
                at += left[place] + right[place] + gap;
            }
        }
    }

    /// Moves the places of a row as near as possible to what they are joined to, in their order. Less
    /// what they need in between, positions must not fall: the least squares of that are found by pooling
    /// neighbours that would (Ayer, Brunk, Ewing, Reid and Silverman 1955).
    private void settle(List<Integer> row, boolean down) {
        var n = row.size();
        var needed = new double[n];
        var mean = new double[n];
        var weight = new double[n];
        var size = new int[n];
        var blocks = 0;
        for (var i = 0; i < n; i++) {
            var place = row.get(i);
            if (i > 0) {
                var before = row.get(i - 1);
                needed[i] = needed[i - 1] + right[before] + gap + left[place];
            }
            mean[blocks] = wanted(place, down) - needed[i];
            weight[blocks] = rows.isItem(place) ? Math.pow(chain[place], 4) : PASSING;
            size[blocks] = 1;
            blocks++;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                var both = weight[blocks - 2] + weight[blocks - 1];
                mean[blocks - 2] =
                        (mean[blocks - 2] * weight[blocks - 2]
                                        + mean[blocks - 1] * weight[blocks - 1])
                                / both;
                weight[blocks - 2] = both;
                size[blocks - 2] += size[blocks - 1];
                blocks--;
            }
        }
        var i = 0;
        for (var block = 0; block < blocks; block++) {
            for (var k = 0; k < size[block]; k++, i++) {
                x[row.get(i)] = mean[block] + needed[i];
            }
        }
    }

    /// Items are drawn to items, the trunk to the trunk, and passing lines to passing lines, so that all
    /// stay straight.
    private double wanted(int place, boolean down) {
        var all = rows.neighbours(place, down);
        var alike = all.stream().filter(other -> rows.isItem(other) == rows.isItem(place)).toList();
        if (alike.isEmpty() && !rows.isItem(place)) {
            return x[place];
        }
        var near = alike.isEmpty() ? all : alike;
        var longest = near.stream().mapToInt(other -> chain[other]).max().orElse(0);
        return near.stream()
                .filter(other -> chain[other] == longest)
                .mapToDouble(other -> down ? x[other] + leaving[other] : x[other] - leaving[place])
                .average()
                .orElse(x[place]);
    }

    /// Returns the numbers without what lies to the left of all places.
    static void moveToZero(double[] x, double[] left) {
        var least = Double.POSITIVE_INFINITY;
        for (var i = 0; i < x.length; i++) {
            least = Math.min(least, x[i] - left[i]);
        }
        var all = least;
        Arrays.setAll(x, i -> x[i] - all);
    }
}
