package dev.gradus.data;

import java.util.ArrayList;
import java.util.Comparator;

/// Rounds a table of shares to whole numbers so that rows and columns still add up.
///
/// The exact share of class `c` in part `p` is `count(c) * total(p) / examples`. Each is rounded up
/// or down; each class's shares add up to its count and each part's to its total. Such a rounding
/// always exists (the table is a flow, and flows with whole limits have whole solutions).
final class Apportionment {
    private final int[] counts;
    private final int[] totals;
    private final long examples;
    private final int[][] shares;
    private final boolean[][] roundedUp;
    // how many shares of a part must still be rounded up; below zero: too many are
    private final int[] needed;

    private Apportionment(int[] counts, int[] totals, long examples) {
        this.counts = counts;
        this.totals = totals;
        this.examples = examples;
        this.shares = new int[counts.length][totals.length];
        this.roundedUp = new boolean[counts.length][totals.length];
        this.needed = totals.clone();
    }

    /// @param counts how many examples each class has
    /// @param totals how many examples each part gets; both add up to the same number
    /// @return for each class, how many of its examples each part gets
    static int[][] of(int[] counts, int[] totals) {
        var examples = 0L;
        for (var count : counts) {
            examples += count;
        }
        if (examples == 0) {
            return new int[counts.length][totals.length];
        }
        var apportionment = new Apportionment(counts, totals, examples);
        apportionment.roundDown();
        apportionment.roundLargestRemaindersUp();
        apportionment.evenOut();
        return apportionment.shares;
    }

    private void roundDown() {
        for (var label = 0; label < counts.length; label++) {
            for (var part = 0; part < totals.length; part++) {
                shares[label][part] = (int) ((long) counts[label] * totals[part] / examples);
                needed[part] -= shares[label][part];
            }
        }
    }

    private long remainder(int label, int part) {
        return (long) counts[label] * totals[part] % examples;
    }

    private void roundLargestRemaindersUp() {
        for (var label = 0; label < counts.length; label++) {
            var row = label;
            var parts = new ArrayList<Integer>();
            var left = counts[label];
            for (var part = 0; part < totals.length; part++) {
                parts.add(part);
                left -= shares[label][part];
            }
            parts.sort(Comparator.comparingLong(part -> -remainder(row, part)));
            for (var part : parts.subList(0, left)) {
                roundUp(label, part);
            }
        }
    }

    /// Moves roundings from parts that have too many to parts that have too few, directly or by way
    /// of a third part.
    private void evenOut() {
        for (var from = 0; from < totals.length; from++) {
            for (var to = 0; to < totals.length; to++) {
                while (needed[from] < 0 && needed[to] > 0) {
                    moveByAnyWay(from, to);
                }
            }
        }
    }

    private void moveByAnyWay(int from, int to) {
        if (movable(from, to) >= 0) {
            move(from, to);
            return;
        }
        for (var by = 0; by < totals.length; by++) {
            if (movable(from, by) >= 0 && movable(by, to) >= 0) {
                move(from, by);
                move(by, to);
                return;
            }
        }
        throw new AssertionError("with three parts there is always a way");
    }

    /// Returns a class that can be rounded up in `to` instead of `from`, or -1.
    private int movable(int from, int to) {
        for (var label = 0; label < counts.length; label++) {
            if (roundedUp[label][from] && !roundedUp[label][to] && remainder(label, to) > 0) {
                return label;
            }
        }
        return -1;
    }

    private void move(int from, int to) {
        var label = movable(from, to);
        roundedUp[label][from] = false;
        shares[label][from]--;
        needed[from]++;
        roundUp(label, to);
    }

    private void roundUp(int label, int part) {
        roundedUp[label][part] = true;
        shares[label][part]++;
        needed[part]--;
    }
}
