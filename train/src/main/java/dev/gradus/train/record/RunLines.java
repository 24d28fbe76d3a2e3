package dev.gradus.train.record;

import dev.gradus.io.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lines of `metrics.jsonl` and `layers.jsonl`, as values of JSON.
///
/// A line `{"rewound": 120}` says that a run was taken up again after step 120: what came after that
/// step before does not count.
final class RunLines {
    private static final int MOST_LAYERS = 10_000;
    private static final int MOST_VALUES = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final String REWOUND = "rewound";

    private RunLines() {}

    static Map<String, Object> rewound(long step) {
        return Map.of(REWOUND, step);
    }

    /// Returns the step after which a run was taken up again, if the line says so.
    static Optional<Long> rewound(Map<String, Object> line) {
        return line.get(REWOUND) instanceof Long step ? Optional.of(step) : Optional.empty();
    }

    static Map<String, Object> of(RunPoint point) {
        var line = new LinkedHashMap<String, Object>();
        line.put("step", point.step());
        if (point.epoch() > 0) {
            line.put("epoch", point.epoch());
        }
        line.put("seconds", thousandths(point.seconds()));
        if (point.points() > 1) {
            line.put("points", point.points());
        }
        var values = new LinkedHashMap<String, Object>();
        point.values().forEach((name, value) -> values.put(name, Numeral.of(value)));
        line.put("values", values);
        return line;
    }

    static Optional<RunPoint> point(Map<String, Object> line) {
        if (!(line.get("step") instanceof Long step
                && line.get("values") instanceof Map<?, ?> all)) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, Double>();
        all.forEach((name, value) -> {
            if (values.size() < MOST_VALUES) {
                values.put(name(name), Numeral.read(value));
            }
        });
        return Optional.of(
                new RunPoint(
                        step,
                        whole(line.get("epoch"), 0),
                        Numeral.read(line.get("seconds")),
                        Math.max(1, whole(line.get("points"), 1)),
                        values));
    }

    static Map<String, Object> of(RunStatistics statistics) {
        var line = new LinkedHashMap<String, Object>();
        line.put("step", statistics.step());
        line.put("seconds", thousandths(statistics.seconds()));
        line.put("layers", statistics.layers().stream().map(RunLines::of).toList());
        return line;
    }

    private static Map<String, Object> of(LayerStatistics layer) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("layer", layer.layer());
        put(entry, "gradientNorm", layer.gradientNorm());
        put(entry, "gradientMean", layer.gradientMean());
        put(entry, "updateRatio", layer.updateRatio());
        put(entry, "mean", layer.mean());
        put(entry, "deviation", layer.deviation());
        put(entry, "zeros", layer.zeros());
        put(entry, "dead", layer.dead());
        return entry;
    }

    /// A figure that is missing is read as not a number, so that need not be written.
    private static void put(Map<String, Object> entry, String name, double value) {
        if (!Double.isNaN(value)) {
            // seven digits are what float32 has
            entry.put(name, Numeral.of((float) value));
        }
    }

    static Optional<RunStatistics> statistics(Map<String, Object> line) {
        if (!(line.get("step") instanceof Long step && line.get("layers") instanceof List<?> all)) {
            return Optional.empty();
        }
        var layers = new ArrayList<LayerStatistics>();
        for (var item : all) {
            if (item instanceof Map<?, ?> layer && layers.size() < MOST_LAYERS) {
                layers.add(layer(layer));
            }
        }
        return Optional.of(new RunStatistics(step, Numeral.read(line.get("seconds")), layers));
    }

    private static LayerStatistics layer(Map<?, ?> entry) {
        return new LayerStatistics(
                name(String.valueOf(entry.get("layer"))),
                Numeral.read(entry.get("gradientNorm")),
                Numeral.read(entry.get("gradientMean")),
                Numeral.read(entry.get("updateRatio")),
                Numeral.read(entry.get("mean")),
                Numeral.read(entry.get("deviation")),
                Numeral.read(entry.get("zeros")),
                Numeral.read(entry.get("dead")));
    }

    private static String name(Object text) {
        return PlainText.limited(String.valueOf(text), LONGEST_NAME);
    }

    private static int whole(@org.jspecify.annotations.Nullable Object value, int otherwise) {
        return value instanceof Long number && number == (int) (long) number
                ? (int) (long) number
                : otherwise;
    }

    private static double thousandths(double seconds) {
        return Math.round(seconds * 1e3) / 1e3;
    }
}
