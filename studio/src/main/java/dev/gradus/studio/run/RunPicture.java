package dev.gradus.studio.run;

import dev.gradus.io.Json;
import dev.gradus.train.record.LayerStatistics;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunCheckpoint;
import dev.gradus.train.record.RunDescription;
import dev.gradus.train.record.RunStatistics;
import dev.gradus.train.record.RunWish;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Draws runs as words of JSON: what the page needs for its charts, thinned to what it can show.
final class RunPicture {
    /// Figures that are about the run, not about what it learns.
    private static final Set<String> ABOUT =
            Set.of(
                    "samples per second",
                    "data wait share",
                    "recording share",
                    "training loss",
                    "training accuracy");

    private static final String UNSEEN = "validation ";
    private static final int COLUMNS = 480;
    private static final int OTHER_COLUMNS = 240;
    private static final int MOST_SETTINGS = 100;
    private static final int MOST_LAYERS = 2_000;

    private RunPicture() {}

    /// Returns the picture of the run that is watched.
    ///
    /// @param figure which figure is drawn
    /// @param cost the share of the time of this machine that showing it takes
    static byte[] watched(RecordedRun run, Track track, String figure, double cost) {
        var description = run.description();
        var json =
                new LinkedHashMap<String, Object>(
                        RunRow.of(description, java.util.Optional.of(track)));
        json.put("kind", "frame");
        json.put("epoch", track.epoch());
        json.put("seconds", Plain.number(track.seconds()));
        json.put("stepsPerSecond", Plain.number(track.stepsPerSecond()));
        json.put("samplesPerSecond", last(track, "samples per second"));
        json.put("dataWait", last(track, "data wait share"));
        json.put("recording", last(track, "recording share"));
        json.put("watching", Plain.number(cost));
        json.put("rate", last(track, "learning rate"));
        json.put("asked", run.asked().map(RunWish::word).orElse(""));
        json.put("checkpoints", run.checkpoints().stream().map(RunCheckpoint::step).toList());
        figures(json, track, figure, COLUMNS);
        json.put(
                "scrub",
                line(track, track.figures().containsKey("loss") ? "loss" : figure, OTHER_COLUMNS));
        lost(json, description, track);
        json.put("looksVersion", track.looksVersion());
        return bytes(json);
    }

    /// Returns a run that is drawn beside it.
    static byte[] other(RecordedRun run, Track track, String figure) {
        var json =
                new LinkedHashMap<String, Object>(
                        RunRow.of(run.description(), java.util.Optional.of(track)));
        json.put("kind", "other");
        figures(json, track, figure, OTHER_COLUMNS);
        json.put("look", track.look(Long.MAX_VALUE).map(RunPicture::layers).orElse(List.of()));
        return bytes(json);
    }

    /// Returns what stays as it is: how it was made, and what a branch can change.
    static Map<String, Object> details(RecordedRun run, boolean canBegin) {
        var description = run.description();
        var json = new LinkedHashMap<String, Object>();
        json.put("is", "details");
        json.put("id", run.id());
        json.put("settings", texts(description.settings()));
        json.put(
                "data",
                description.data().get("training") instanceof Map<?, ?> map
                        ? texts(map)
                        : Map.of());
        json.put("machine", texts(description.process().machine()));
        json.put("result", texts(description.status().result()));
        json.put("command", RunRow.limited(description.process().command()));
        json.put("folder", RunRow.limited(run.folder().toString()));
        json.put("knobs", Knobs.of(description));
        json.put("classes", classes(description));
        json.put("branch", branch(description, canBegin));
        return json;
    }

    /// Whether it can be begun once more from here, or why not.
    private static String branch(RunDescription description, boolean canBegin) {
        if (description.process().launch().isEmpty()) {
            return "program";
        }
        return switch (description.process().launch().getFirst()) {
            case "quickstart", "run" -> canBegin ? "possible" : "studio";
            default -> "unknown";
        };
    }

    private static int classes(RunDescription description) {
        return description.data().get("training") instanceof Map<?, ?> data
                        && data.get("classes") instanceof List<?> classes
                        && String.valueOf(description.settings().get("loss"))
                                .startsWith("crossEntropy")
                ? classes.size()
                : 0;
    }

    private static Map<String, String> texts(Map<?, ?> map) {
        var texts = new LinkedHashMap<String, String>();
        map.forEach((name, value) -> {
            if (texts.size() < MOST_SETTINGS) {
                texts.put(
                        RunRow.limited(String.valueOf(name)),
                        RunRow.limited(String.valueOf(value)));
            }
        });
        return texts;
    }

    private static void figures(Map<String, Object> json, Track track, String figure, int columns) {
        json.put("figure", figure);
        json.put("names", names(track));
        json.put("seen", line(track, figure, columns));
        json.put("unseen", line(track, UNSEEN + figure, columns));
    }

    /// The figures there are to choose from; what is measured on unseen data belongs to its own.
    private static List<String> names(Track track) {
        return track.figures().keySet().stream()
                .filter(name -> !ABOUT.contains(name))
                .map(name -> name.startsWith(UNSEEN) ? name.substring(UNSEEN.length()) : name)
                .distinct()
                .toList();
    }

    /// Returns which figure is drawn before anybody has chosen.
    static String usualFigure(Track track) {
        var names = names(track);
        return names.contains("loss") || names.isEmpty() ? "loss" : names.getFirst();
    }

    private static Map<String, Object> line(Track track, String name, int columns) {
        var series = track.figures().getOrDefault(name, new Series());
        var places = series.thin(columns);
        return Map.of(
                "x", Plain.steps(series, places),
                "y", Plain.values(series, places),
                "size", series.size());
    }

    private static Object last(Track track, String name) {
        return Plain.number(track.figure(name).map(Series::last).orElse(Double.NaN));
    }

    /// Where the first number was lost, and what the engine found out about that.
    private static void lost(Map<String, Object> json, RunDescription description, Track track) {
        for (var name : names(track)) {
            for (var full : new String[] {name, UNSEEN + name}) {
                var series = track.figures().getOrDefault(full, new Series());
                var place = series.firstLost();
                if (place >= 0 && !json.containsKey("lost")) {
                    var lost = new LinkedHashMap<String, Object>();
                    lost.put("figure", full);
                    lost.put("step", series.step(place));
                    lost.put("value", Plain.number(series.value(place)));
                    json.put("lost", lost);
                    if (description.status().result().get("lost") instanceof Map<?, ?> found) {
                        lost.put("found", texts(found));
                    }
                }
            }
        }
    }

    /// Returns all layers over all steps.
    static Map<String, Object> map(String id, Track track) {
        var json =
                new LinkedHashMap<String, Object>(
                        new LayerMap(track.looks()).json(track.isThinned()));
        json.put("is", "layers");
        json.put("id", id);
        return json;
    }

    /// Returns the layers at one step.
    static Map<String, Object> look(String id, long step, Track track) {
        var look = track.look(step);
        var json = new LinkedHashMap<String, Object>();
        json.put("is", "look");
        json.put("id", id);
        json.put("asked", step);
        json.put("step", look.map(RunStatistics::step).orElse(-1L));
        json.put("layers", look.map(RunPicture::layers).orElse(List.of()));
        return json;
    }

    private static List<Object> layers(RunStatistics look) {
        var layers = new ArrayList<Object>();
        for (var layer : look.layers()) {
            if (layers.size() < MOST_LAYERS) {
                layers.add(layer(layer));
            }
        }
        return layers;
    }

    private static List<Object> layer(LayerStatistics layer) {
        var entry =
                new ArrayList<Object>(List.of(layer.layer(), !LayerMap.isSilentByNature(layer)));
        entry.addAll(
                Plain.numbers(
                        layer.gradientMean(),
                        layer.updateRatio(),
                        layer.mean(),
                        layer.deviation(),
                        layer.zeros(),
                        layer.dead()));
        return entry;
    }

    private static byte[] bytes(Map<String, Object> json) {
        return Json.line(json).getBytes(StandardCharsets.UTF_8);
    }
}
