package dev.gradus.studio.run;

import dev.gradus.train.record.RunDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a run was trained with, as far as a branch of it can change that.
final class Knobs {
    private static final String NUMBER = "([0-9.]+(?:E-?[0-9]+)?)";
    private static final Pattern RATE = Pattern.compile("^[a-zA-Z]+\\(" + NUMBER);
    private static final Pattern L2 = Pattern.compile("^l2\\(" + NUMBER + "\\)$");
    private static final Pattern DROPOUT = Pattern.compile("\\bdropout\\(" + NUMBER + "\\)");
    private static final int LONGEST = 100_000;

    private Knobs() {}

    static Map<String, Object> of(RunDescription description) {
        var settings = description.settings();
        var knobs = new LinkedHashMap<String, Object>();
        if (settings.get("learning rate") instanceof Double rate) {
            knobs.put("rate", rate);
        } else {
            first(RATE, settings.get("optimizer")).forEach(it -> knobs.put("rate", it));
        }
        if ("none".equals(settings.get("regularizer"))) {
            knobs.put("l2", 0.0);
        }
        first(L2, settings.get("regularizer")).forEach(it -> knobs.put("l2", it));
        var dropout = all(DROPOUT, settings.get("network"));
        if (!dropout.isEmpty()) {
            knobs.put("dropout", dropout.getFirst());
            knobs.put("dropouts", dropout.size());
        }
        for (var name : List.of("batch", "seed", "epochs")) {
            if (settings.get(name) instanceof Long value) {
                knobs.put(name, value);
            }
        }
        return knobs;
    }

    private static List<Double> first(
            Pattern pattern, @org.jspecify.annotations.Nullable Object text) {
        return all(pattern, text).stream().limit(1).toList();
    }

    private static List<Double> all(
            Pattern pattern, @org.jspecify.annotations.Nullable Object text) {
        var found = new ArrayList<Double>();
        if (text instanceof String said && said.length() <= LONGEST) {
            var matcher = pattern.matcher(said);
            while (matcher.find()) {
                try {
                    found.add(Double.parseDouble(matcher.group(1)));
                } catch (NumberFormatException _) {
                    // two dots: no number of ours
                    continue;
                }
            }
        }
        return found;
    }
}
