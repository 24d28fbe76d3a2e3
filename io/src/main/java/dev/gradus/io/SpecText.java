package dev.gradus.io;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.initializer.Initializer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns specs into maps that JSON can hold, and back: the name of the type and the components of
/// the record.
///
/// ```json
/// {"type": "dense", "outputs": 10, "activation": {"type": "linear"}, "bias": true, ...}
/// ```
final class SpecText {
    private SpecText() {}

    /// Returns the description of `spec`, or nothing if a part of it is the user's own.
    static Optional<Map<String, Object>> describe(LayerSpec spec) {
        try {
            return Optional.of(object(spec));
        } catch (OwnType _) {
            return Optional.empty();
        }
    }

    /// A part that no file can describe was met.
    private static final class OwnType extends RuntimeException {
        private static final long serialVersionUID = 1;

        OwnType() {
            super(null, null, false, false);
        }
    }

    private static Map<String, Object> object(Object spec) {
        if (spec instanceof Awaited(var stated)) {
            return object(stated);
        }
        if (spec instanceof LayerSpec layer && !layer.described().equals(layer)) {
            return object(layer.described());
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("type", SpecTypes.name(spec).orElseThrow(OwnType::new));
        for (var component : spec.getClass().getRecordComponents()) {
            object.put(component.getName(), value(read(component, spec)));
        }
        return object;
    }

    private static Object value(Object component) {
        return switch (component) {
            case Integer number -> number;
            case Double number -> number;
            case Boolean truth -> truth;
            case String text -> text;
            case Enum<?> constant -> constant.name();
            case List<?> list -> list.stream().map(SpecText::value).toList();
            case Object spec -> object(spec);
        };
    }

    private static Object read(RecordComponent component, Object spec) {
        try {
            return component.getAccessor().invoke(spec);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError("specs are public records", e);
        }
    }

    /// Returns the spec that is described.
    ///
    /// @throws ModelFileException if the description is not one of ours
    static LayerSpec read(@Nullable Object description) {
        return (LayerSpec) spec(LayerSpec.class, description);
    }

    private static Object spec(Class<?> expected, @Nullable Object description) {
        var fields = new Fields("the network", description);
        var name = fields.text("type");
        var type = SpecTypes.type(name);
        if (!expected.isAssignableFrom(type)) {
            throw new ModelFileException(
                    "the file has a '%s' where a %s belongs"
                            .formatted(name, expected.getSimpleName()));
        }
        var inside = new Fields("the " + name + " of the network", description);
        var components = type.getRecordComponents();
        inside.only(names(components));
        var values = Arrays.stream(components).map(component -> value(inside, component)).toArray();
        var spec = create(name, type, components, values);
        return spec instanceof Initializer initializer ? new Awaited(initializer) : spec;
    }

    private static String[] names(RecordComponent[] components) {
        var names = new String[components.length + 1];
        names[0] = "type";
        for (var i = 0; i < components.length; i++) {
            names[i + 1] = components[i].getName();
        }
        return names;
    }

    private static Object value(Fields fields, RecordComponent component) {
        var name = component.getName();
        var type = component.getType();
        if (type == int.class) {
            return fields.count(name);
        } else if (type == double.class) {
            return fields.real(name);
        } else if (type == boolean.class) {
            return fields.truth(name);
        } else if (type == String.class) {
            return fields.text(name);
        } else if (type.isEnum()) {
            return constant(type, fields.text(name));
        } else if (type == List.class) {
            var each = elementType(component.getGenericType());
            return fields.list(name, item -> element(name, each, item));
        }
        return spec(type, fields.map(name));
    }

    private static Class<?> elementType(Type list) {
        if (list instanceof ParameterizedType type
                && type.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element;
        }
        throw new AssertionError("a list in a spec says what it holds, unlike " + list);
    }

    private static Object element(String name, Class<?> type, @Nullable Object item) {
        if (type != Integer.class) {
            return spec(type, item);
        }
        if (item instanceof Long number && number == (int) (long) number) {
            return (int) (long) number;
        }
        throw new ModelFileException(
                "the network has '%s' with the item %s: a whole number was expected"
                        .formatted(name, item));
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new ModelFileException(
                                "the network says '%s' where one of %s was expected"
                                        .formatted(
                                                name, Arrays.toString(type.getEnumConstants()))));
    }

    private static Object create(
            String name, Class<?> type, RecordComponent[] components, Object[] values) {
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new ModelFileException(
                    "the %s of the network is impossible: %s"
                            .formatted(name, e.getTargetException().getMessage()),
                    e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("specs are public records", e);
        }
    }
}
