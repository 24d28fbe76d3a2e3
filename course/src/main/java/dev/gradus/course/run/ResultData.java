package dev.gradus.course.run;

import dev.gradus.course.check.CheckKind;
import dev.gradus.course.check.CheckResult;
import dev.gradus.course.check.FailingCase;
import dev.gradus.course.check.Shown;
import dev.gradus.course.check.Tally;
import dev.gradus.course.check.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Turns what came of a check into maps and lists that JSON knows, and back. Infinity and not-a-number,
/// which JSON does not know, are written as texts.
final class ResultData {
    private ResultData() {}

    static Map<String, Object> write(CheckResult result) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", result.name());
        map.put("kind", result.kind());
        map.put("verdict", result.verdict());
        map.put("message", result.message());
        result.failing().ifPresent(failing -> map.put("failing", failing(failing)));
        result.tally().ifPresent(tally -> map.put("tally", tally));
        map.put(
                "figures",
                result.figures().stream()
                        .map(figure ->
                                Map.of(
                                        "name", figure.name(),
                                        "value", written(figure.value()),
                                        "holds", figure.holds(),
                                        "role", figure.role()))
                        .toList());
        return map;
    }

    static CheckResult read(Map<String, Object> map) {
        return new CheckResult(
                text(map, "name"),
                CheckKind.valueOf(text(map, "kind")),
                Verdict.valueOf(text(map, "verdict")),
                text(map, "message"),
                map.containsKey("failing")
                        ? Optional.of(failing(map(map, "failing")))
                        : Optional.empty(),
                map.containsKey("tally") ? Optional.of(tally(map(map, "tally"))) : Optional.empty(),
                items(
                        map,
                        "figures",
                        it ->
                                new CheckResult.Figure(
                                        text(it, "name"),
                                        number(value(it, "value")),
                                        Boolean.TRUE.equals(it.get("holds")),
                                        CheckResult.Role.valueOf(text(it, "role")))));
    }

    private static Tally tally(Map<String, Object> map) {
        return new Tally((int) number(value(map, "held")), (int) number(value(map, "cases")));
    }

    private static Map<String, Object> failing(FailingCase failing) {
        var map = new LinkedHashMap<String, Object>();
        map.put(
                "inputs",
                failing.inputs().stream()
                        .map(input -> Map.of("name", input.name(), "value", shown(input.value())))
                        .toList());
        map.put("expected", shown(failing.expected()));
        map.put("got", shown(failing.got()));
        map.put("difference", failing.difference());
        failing.place().ifPresent(place -> map.put("place", place));
        return map;
    }

    private static FailingCase failing(Map<String, Object> map) {
        return new FailingCase(
                items(
                        map,
                        "inputs",
                        it -> new FailingCase.Named(text(it, "name"), shown(map(it, "value")))),
                shown(map(map, "expected")),
                shown(map(map, "got")),
                text(map, "difference"),
                map.containsKey("place") ? Optional.of(wholes(map, "place")) : Optional.empty());
    }

    private static Map<String, Object> shown(Shown shown) {
        return switch (shown) {
            case Shown.Numbers(var shape, var values) ->
                    Map.of(
                            "shape",
                            shape,
                            "values",
                            values.stream().map(ResultData::written).toList());
            case Shown.Several(var items) ->
                    Map.of("items", items.stream().map(ResultData::shown).toList());
            case Shown.Written(var text) -> Map.of("text", text);
            case Shown.Nothing(var why) -> Map.of("nothing", why);
        };
    }

    private static Shown shown(Map<String, Object> map) {
        if (map.containsKey("shape")) {
            var values = list(map, "values").stream().map(ResultData::number).toList();
            return new Shown.Numbers(wholes(map, "shape"), values);
        }
        if (map.containsKey("items")) {
            return new Shown.Several(items(map, "items", ResultData::shown));
        }
        return map.containsKey("text")
                ? new Shown.Written(text(map, "text"))
                : new Shown.Nothing(text(map, "nothing"));
    }

    private static Object written(double value) {
        return Double.isFinite(value) ? value : String.valueOf(value);
    }

    private static double number(Object value) {
        return value instanceof Number number
                ? number.doubleValue()
                : Double.parseDouble(String.valueOf(value));
    }

    private static Object value(Map<String, Object> map, String key) {
        var value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no %s in %s".formatted(key, map));
        }
        return value;
    }

    private static String text(Map<String, Object> map, String key) {
        return String.valueOf(value(map, key));
    }

    private static List<Integer> wholes(Map<String, Object> map, String key) {
        return list(map, key).stream().map(it -> (int) number(it)).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> map, String key) {
        return (List<Object>) value(map, key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> map, String key) {
        return (Map<String, Object>) value(map, key);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> items(
            Map<String, Object> map, String key, Function<Map<String, Object>, T> read) {
        return list(map, key).stream().map(it -> read.apply((Map<String, Object>) it)).toList();
    }
}
