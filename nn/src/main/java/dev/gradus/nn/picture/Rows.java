package dev.gradus.nn.picture;

import dev.gradus.nn.picture.Diagram.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows in which a diagram stands, each item below all it is given by, and in each row an order in
/// which lines cross as little as a few sweeps can bring about (Sugiyama, Tagawa and Toda 1981).
///
/// What is handed past a row takes a place in it, of no item. Such places are numbered after the items.
final class Rows {
    private static final int SWEEPS = 12;

    private final List<List<Integer>> rows = new ArrayList<>();
    private final List<Integer> rowOf = new ArrayList<>();
    private final List<Link> segments = new ArrayList<>();
    private final Map<Link, List<Integer>> ways = new LinkedHashMap<>();
    private final int items;

    private Rows(Diagram diagram) {
        items = diagram.items().size();
        for (var i = 0; i < items; i++) {
            rowOf.add(0);
        }
        for (var link : diagram.links()) {
            rowOf.set(link.to(), Math.max(rowOf.get(link.to()), rowOf.get(link.from()) + 1));
        }
        for (var i = 0; i < items; i++) {
            place(i, rowOf.get(i));
        }
        diagram.links().forEach(this::way);
    }

    /// Returns the rows of a diagram.
    static Rows of(Diagram diagram) {
        var rows = new Rows(diagram);
        rows.untangle();
        return rows;
    }

    private void place(int place, int row) {
        while (rows.size() <= row) {
            rows.add(new ArrayList<>());
        }
        rows.get(row).add(place);
    }

    private void way(Link link) {
        if (ways.containsKey(link)) {
            return;
        }
        var way = new ArrayList<>(List.of(link.from()));
        for (var row = rowOf.get(link.from()) + 1; row < rowOf.get(link.to()); row++) {
            way.add(rowOf.size());
            place(rowOf.size(), row);
            rowOf.add(row);
        }
        way.add(link.to());
        ways.put(link, way);
        for (var i = 1; i < way.size(); i++) {
            segments.add(new Link(way.get(i - 1), way.get(i)));
        }
    }

    private void untangle() {
        var best = copy();
        var fewest = crossings();
        for (var sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            var down = sweep % 2 == 0;
            for (var i = 1; i < rows.size(); i++) {
                sort(down ? i : rows.size() - 1 - i, down);
            }
            if (crossings() < fewest) {
                fewest = crossings();
                best = copy();
            }
        }
        rows.clear();
        rows.addAll(best);
    }

    private List<List<Integer>> copy() {
        return rows.stream().<List<Integer>>map(ArrayList::new).toList();
    }

    /// Brings a row into the order of the means of what its places are joined to, above or below.
    private void sort(int row, boolean above) {
        var position = positions();
        var means = new double[rowOf.size()];
        for (var place : rows.get(row)) {
            means[place] =
                    neighbours(place, above).stream()
                            .mapToInt(other -> position[other])
                            .average()
                            .orElse(position[place]);
        }
        rows.get(row).sort(Comparator.comparingDouble(place -> means[place]));
    }

    private int[] positions() {
        var position = new int[rowOf.size()];
        for (var row : rows) {
            for (var i = 0; i < row.size(); i++) {
                position[row.get(i)] = i;
            }
        }
        return position;
    }

    /// Returns how often lines cross.
    long crossings() {
        var position = positions();
        var byRow = new ArrayList<List<Link>>();
        rows.forEach(_ -> byRow.add(new ArrayList<>()));
        segments.forEach(segment -> byRow.get(rowOf.get(segment.from())).add(segment));
        var crossings = 0L;
        for (var between : byRow) {
            for (var i = 0; i < between.size(); i++) {
                for (var j = 0; j < i; j++) {
                    var a = between.get(i);
                    var b = between.get(j);
                    var from = position[a.from()] - position[b.from()];
                    var to = position[a.to()] - position[b.to()];
                    crossings += (long) from * to < 0 ? 1 : 0;
                }
            }
        }
        return crossings;
    }

    /// Returns the rows from top to bottom, each from left to right.
    List<List<Integer>> rows() {
        return rows;
    }

    /// Returns the row of a place.
    int row(int place) {
        return rowOf.get(place);
    }

    /// Returns how many places there are.
    int places() {
        return rowOf.size();
    }

    /// Returns whether an item stands at the place, not only a line that passes.
    boolean isItem(int place) {
        return place < items;
    }

    /// Returns the places through which each link leads that passes rows.
    List<List<Integer>> ways() {
        return ways.values().stream().filter(way -> way.size() > 2).toList();
    }

    /// Returns the places a link leads through, its ends included.
    List<Integer> way(int from, int to) {
        return ways.getOrDefault(new Link(from, to), List.of());
    }

    /// Returns what a place is joined to in the row above, or below.
    List<Integer> neighbours(int place, boolean above) {
        return segments.stream()
                .filter(segment -> (above ? segment.to() : segment.from()) == place)
                .map(segment -> above ? segment.from() : segment.to())
                .toList();
    }
}
