package dev.gradus.io;

import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Walks a value and writes it down.
final class JsonWriter {
    /// A newline of the machine would make files differ from system to system.
    private static final ObjectWriteContext INDENTED =
            new ObjectWriteContext.Base() {
                @Override
                public PrettyPrinter getPrettyPrinter() {
                    return new DefaultPrettyPrinter()
                            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
                }

                @Override
                public boolean hasPrettyPrinter() {
                    return true;
                }
            };

    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    /// Returns `value` indented, for people to read.
    static String write(@Nullable Object value) {
        return write(value, INDENTED);
    }

    /// Returns `value` in one line.
    static String writeCompact(@Nullable Object value) {
        return write(value, ObjectWriteContext.empty());
    }

    private static String write(@Nullable Object value, ObjectWriteContext context) {
        var text = new StringWriter();
        try (var generator = new JsonFactory().createGenerator(context, text)) {
            new JsonWriter(generator).value(value);
        } catch (JacksonException e) {
            throw new JsonException("could not be written as JSON: " + e.getOriginalMessage(), e);
        }
        return text.toString();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> generator.writeNull();
            case String text -> generator.writeString(text);
            case Boolean truth -> generator.writeBoolean(truth);
            case Double number -> real(number);
            case Float number -> real(number.doubleValue());
            case Number number -> generator.writeNumber(number.longValue());
            case Enum<?> constant -> generator.writeString(constant.name());
            case Path path -> generator.writeString(path.toString());
            case Instant instant -> generator.writeString(instant.toString());
            case Optional<?> optional -> value(optional.orElse(null));
            case Map<?, ?> map -> object(map);
            case Iterable<?> items -> list(items);
            case Record parts -> object(parts);
            case Object array when array.getClass().isArray() -> array(array);
            case Object other ->
                    throw new JsonException(
                            "a %s cannot be written as JSON: turn it into text, numbers, lists or maps first"
                                    .formatted(other.getClass().getName()));
        }
    }

    private void real(double number) {
        if (Double.isFinite(number)) {
            generator.writeNumber(number);
        } else {
            generator.writeNull();
        }
    }

    private void object(Map<?, ?> map) {
        generator.writeStartObject();
        map.forEach((key, value) -> {
            generator.writeName(String.valueOf(key));
            value(value);
        });
        generator.writeEndObject();
    }

    private void object(Record parts) {
        generator.writeStartObject();
        for (var component : parts.getClass().getRecordComponents()) {
            generator.writeName(component.getName());
            try {
                value(component.getAccessor().invoke(parts));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new JsonException(
                        "the record %s cannot be read: make it public in an exported package, or write a map"
                                .formatted(parts.getClass().getName()),
                        e);
            }
        }
        generator.writeEndObject();
    }

    private void list(Iterable<?> items) {
        generator.writeStartArray();
        items.forEach(this::value);
        generator.writeEndArray();
    }

    private void array(Object array) {
        generator.writeStartArray();
        for (var i = 0; i < Array.getLength(array); i++) {
            value(Array.get(array, i));
        }
        generator.writeEndArray();
    }
}
