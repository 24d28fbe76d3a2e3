package dev.gradus.train;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.layer.Dropout;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a network like another one with a setting of its layers changed.
final class SpecChange {
    private SpecChange() {}

    /// Returns `spec` with another share in each dropout layer.
    ///
    /// @throws IllegalArgumentException if there is none
    static LayerSpec dropout(LayerSpec spec, double rate) {
        var changed = (LayerSpec) change(spec, rate);
        // another share may be the one it has
        if (changed.equals(spec) && !spec.toString().contains(new Dropout(rate).toString())) {
            throw new IllegalArgumentException(
                    "another dropout was asked for, but %s has no dropout layer".formatted(spec));
        }
        return changed;
    }

    private static Object change(Object part, double rate) {
        return switch (part) {
            case Dropout _ -> new Dropout(rate);
            case List<?> list -> list.stream().map(item -> change(item, rate)).toList();
            case Record record when record.getClass().getName().startsWith("dev.gradus.nn.") ->
                    rebuilt(record, rate);
            default -> part;
        };
    }

    private static Object rebuilt(Record record, double rate) {
        var components = record.getClass().getRecordComponents();
        try {
            var values = new @Nullable Object[components.length];
            var same = true;
            for (var i = 0; i < components.length; i++) {
                var before = components[i].getAccessor().invoke(record);
                values[i] = before == null ? null : change(before, rate);
                same &= values[i] == null ? before == null : values[i].equals(before);
            }
            return same ? record : make(record, components, values);
        } catch (ReflectiveOperationException _) {
            // a record that is not public: nothing is known of it
            return record;
        }
    }

    private static Object make(
            Record record, RecordComponent[] components, @Nullable Object[] values)
            throws ReflectiveOperationException {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        return record.getClass().getConstructor(types).newInstance(values);
    }
}
