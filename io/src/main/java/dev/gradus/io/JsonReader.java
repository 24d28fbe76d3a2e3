package dev.gradus.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON from anywhere: nothing in it names a class, and its depth and lengths are bounded.
final class JsonReader {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(64)
                                    .maxNumberLength(64)
                                    .maxNameLength(10_000)
                                    .maxStringLength(1_000_000)
                                    .build())
                    .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    static Map<String, Object> read(byte[] utf8) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonException("JSON that begins with { was expected");
            }
            var object = new JsonReader(parser).object();
            if (parser.nextToken() != null) {
                throw new JsonException("something follows the end of the JSON object");
            }
            return object;
        } catch (JacksonException e) {
            throw new JsonException("this is no proper JSON: " + withoutSource(e), e);
        }
    }

    /// The parser's notes on where an object began name a source it has been told not to show.
    private static String withoutSource(JacksonException problem) {
        var message = problem.getOriginalMessage();
        var source = message.indexOf(" (start marker");
        return source < 0 ? message : message.substring(0, source);
    }

    private Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            put(object, name, value());
        }
        return object;
    }

    // a null of JSON is a null in the map, which the types cannot say
    @SuppressWarnings("NullAway")
    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        object.put(name, value);
    }

    private List<@Nullable Object> list() {
        var list = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value());
        }
        return list;
    }

    private @Nullable Object value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new JsonException("a value was expected at " + parser.currentLocation());
        };
    }

    /// A whole number that no `long` holds is refused rather than cut.
    private Object whole() {
        return switch (parser.getNumberType()) {
            case INT, LONG -> parser.getLongValue();
            case BIG_INTEGER, BIG_DECIMAL, FLOAT, DOUBLE ->
                    throw new JsonException(
                            "%s is too large for a whole number".formatted(parser.getString()));
        };
    }
}
