package dev.gradus.course.run;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes events as JSON texts in sequence (RFC 7464) and reads them back.
final class EventText {
    private static final String SEPARATOR = "\u001e";

    private EventText() {}

    static String write(Event event) {
        var map = new LinkedHashMap<String, Object>();
        map.put("event", event.getClass().getSimpleName());
        switch (event) {
            case Event.Planned(var checks) -> map.put("checks", checks);
            case Event.Started(var check) -> map.put("check", check);
            case Event.Finished(var result) -> map.put("result", ResultData.write(result));
            case Event.TimeOver(var line) -> map.put("line", line);
            case Event.Exited(var line) -> map.put("line", line);
            case Event.Broken(var why) -> map.put("why", why);
            case Event.Done _, Event.ThreadsOver _, Event.MemoryOver _ -> map.put("line", 0);
        }
        return SEPARATOR + Json.write(map) + "\n";
    }

    /// Returns the events in a text; one that was cut off at its end is left out.
    static List<Event> read(String text) {
        var events = new ArrayList<Event>();
        for (var part : text.split(SEPARATOR, -1)) {
            if (!part.isBlank()) {
                try {
                    events.add(event(Json.read(part)));
                } catch (JsonException _) {
                    // the program was killed while this was written
                    break;
                }
            }
        }
        return events;
    }

    private static Event event(Map<String, Object> map) {
        return switch (text(map, "event")) {
            case "Planned" -> new Event.Planned(texts(map, "checks"));
            case "Started" -> new Event.Started(text(map, "check"));
            case "Finished" -> new Event.Finished(ResultData.read(map(map, "result")));
            case "Done" -> new Event.Done();
            case "TimeOver" -> new Event.TimeOver(whole(map, "line"));
            case "ThreadsOver" -> new Event.ThreadsOver();
            case "MemoryOver" -> new Event.MemoryOver();
            case "Exited" -> new Event.Exited(whole(map, "line"));
            case "Broken" -> new Event.Broken(text(map, "why"));
            default -> throw new IllegalArgumentException("unknown event " + map);
        };
    }

    private static String text(Map<String, Object> map, String key) {
        return String.valueOf(map.get(key));
    }

    private static List<String> texts(Map<String, Object> map, String key) {
        return map.get(key) instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static int whole(Map<String, Object> map, String key) {
        return map.get(key) instanceof Long number ? Math.toIntExact(number) : 0;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> map, String key) {
        if (map.get(key) instanceof Map<?, ?> inner) {
            return (Map<String, Object>) inner;
        }
        throw new IllegalArgumentException("no %s in %s".formatted(key, map));
    }
}
