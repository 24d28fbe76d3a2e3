package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Row.About;
import dev.gradus.benchmarks.compare.Row.Compared;
import dev.gradus.benchmarks.compare.Row.Missing;
import dev.gradus.benchmarks.compare.Row.Outcome;
import dev.gradus.benchmarks.compare.Row.Own;
import dev.gradus.benchmarks.compare.Row.Unit;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes rows as a list of flat objects, and reads them again.
///
/// The keys of a comparison are `workload`, `threads`, `peer`, `gradus_ms`, `peer_ms`, `ratio`, `pairs` and
/// `quiet`; a figure in another unit has that in the place of `ms`. A figure of Gradus alone has
/// no `peer_ms` and no `ratio`; one that is missing has `missing`, the reason, in the place of all of them.
/// `machine`, `peer_version` and `date` follow.
final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private Json() {}

    /// Writes a row a line.
    static String write(List<Row> rows) {
        var lines = new ArrayList<String>();
        for (var row : rows) {
            lines.add("  " + write(row));
        }
        return lines.isEmpty() ? "[]\n" : "[\n" + String.join(",\n", lines) + "\n]\n";
    }

    private static String write(Row row) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("workload", row.workload());
            json.writeNumberProperty("threads", row.threads());
            json.writeStringProperty("peer", row.peer());
            write(json, row.outcome(), row.unit().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("machine", row.about().machine());
            json.writeStringProperty("peer_version", row.about().peerVersion());
            json.writeStringProperty("date", row.about().date());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Outcome outcome, String unit) {
        switch (outcome) {
            case Compared it -> {
                json.writeNumberProperty("gradus_" + unit, it.gradus());
                json.writeNumberProperty("peer_" + unit, it.peer());
                json.writeNumberProperty("ratio", it.ratio());
                json.writeNumberProperty("pairs", it.pairs());
                json.writeBooleanProperty("quiet", it.quiet());
            }
            case Own it -> {
                json.writeNumberProperty("gradus_" + unit, it.gradus());
                json.writeNumberProperty("pairs", it.repeats());
                json.writeBooleanProperty("quiet", it.quiet());
            }
            case Missing it -> {
                json.writeStringProperty("unit", unit);
                json.writeStringProperty("missing", it.reason());
            }
        }
    }

    /// Reads what [#write(List)] wrote.
    ///
    /// @throws IllegalArgumentException if it is something else
    static List<Row> read(String text) {
        var rows = new ArrayList<Row>();
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            var fields = new HashMap<String, String>();
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.END_OBJECT) {
                    rows.add(row(fields));
                    fields.clear();
                } else if (token.isScalarValue()) {
                    fields.put(json.currentName(), json.getString());
                }
            }
        }
        return List.copyOf(rows);
    }

    private static Row row(Map<String, String> fields) {
        var unit = unit(fields);
        return new Row(
                text(fields, "workload"),
                Integer.parseInt(text(fields, "threads")),
                text(fields, "peer"),
                unit,
                outcome(fields, unit.name().toLowerCase(Locale.ROOT)),
                new About(
                        text(fields, "machine"),
                        text(fields, "peer_version"),
                        text(fields, "date")));
    }

    private static Outcome outcome(Map<String, String> fields, String unit) {
        if (fields.containsKey("missing")) {
            return new Missing(text(fields, "missing"));
        }
        var gradus = Double.parseDouble(text(fields, "gradus_" + unit));
        var pairs = Integer.parseInt(text(fields, "pairs"));
        var quiet = Boolean.parseBoolean(text(fields, "quiet"));
        return fields.containsKey("ratio")
                ? new Compared(
                        gradus,
                        Double.parseDouble(text(fields, "peer_" + unit)),
                        Double.parseDouble(text(fields, "ratio")),
                        pairs,
                        quiet)
                : new Own(gradus, pairs, quiet);
    }

    private static Unit unit(Map<String, String> fields) {
        for (var unit : Unit.values()) {
            var name = unit.name().toLowerCase(Locale.ROOT);
            if (fields.containsKey("gradus_" + name) || name.equals(fields.get("unit"))) {
                return unit;
            }
        }
        throw new IllegalArgumentException("a row has no unit: " + fields);
    }

    private static String text(Map<String, String> fields, String key) {
        var text = fields.get(key);
        if (text == null) {
            throw new IllegalArgumentException("a row has no \"%s\": %s".formatted(key, fields));
        }
        return text;
    }
}
