package dev.gradus.studio.run;

import dev.gradus.train.record.LayerStatistics;
import dev.gradus.train.record.RunStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Layers over steps: how loud the gradient is in each, bottom row the first layer, folded to what a
/// screen can show.
///
/// @param looks in order
record LayerMap(List<RunStatistics> looks) {
    private static final int MOST_ROWS = 96;
    private static final int MOST_COLUMNS = 240;

    /// Returns it as the page reads it.
    Map<String, Object> json(boolean thinned) {
        var names = withGradient();
        var fold = Math.max(1, Math.ceilDiv(names.size(), MOST_ROWS));
        var rows = new ArrayList<String>();
        for (var from = 0; from < names.size(); from += fold) {
            var last = Math.min(from + fold, names.size()) - 1;
            rows.add(fold == 1 ? names.get(from) : names.get(from) + "–" + names.get(last));
        }
        var columns = columns();
        var json = new LinkedHashMap<String, Object>();
        json.put("rows", rows);
        json.put("fold", fold);
        json.put("layers", names.size());
        json.put("looks", looks.size());
        json.put("thinned", thinned || columns.size() < looks.size());
        json.put("steps", columns.stream().map(RunStatistics::step).toList());
        json.put("gradients", columns.stream().map(it -> column(it, names, fold)).toList());
        return json;
    }

    /// The layers that learn, in the order of the network.
    private List<String> withGradient() {
        return looks.isEmpty()
                ? List.of()
                : looks.getLast().layers().stream()
                        .filter(it -> !isSilentByNature(it))
                        .map(LayerStatistics::layer)
                        .toList();
    }

    /// Layers without parameters have neither a gradient nor a change; one that lost its numbers has.
    static boolean isSilentByNature(LayerStatistics layer) {
        return Double.isNaN(layer.gradientNorm())
                && Double.isNaN(layer.updateRatio())
                && Double.isFinite(layer.mean());
    }

    private List<RunStatistics> columns() {
        if (looks.size() <= MOST_COLUMNS) {
            return looks;
        }
        var chosen = new ArrayList<RunStatistics>();
        for (var i = 0; i < MOST_COLUMNS; i++) {
            chosen.add(looks.get((int) ((long) (looks.size() - 1) * i / (MOST_COLUMNS - 1))));
        }
        return chosen;
    }

    private static List<Object> column(RunStatistics look, List<String> names, int fold) {
        var byName = new LinkedHashMap<String, Double>();
        look.layers().forEach(it -> byName.put(it.layer(), it.gradientMean()));
        var column = new ArrayList<Object>();
        for (var from = 0; from < names.size(); from += fold) {
            column.add(
                    Plain.number(
                            mean(
                                    byName,
                                    names.subList(from, Math.min(from + fold, names.size())))));
        }
        return column;
    }

    /// Of a fold the mean of the powers; one number that is none makes it none.
    private static double mean(Map<String, Double> byName, List<String> names) {
        if (names.size() == 1) {
            return byName.getOrDefault(names.getFirst(), Double.NaN);
        }
        var sum = 0.0;
        for (var name : names) {
            sum += Math.log(byName.getOrDefault(name, Double.NaN));
        }
        return Math.exp(sum / names.size());
    }
}
