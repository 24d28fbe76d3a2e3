package dev.gradus.testing.layer;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Merge;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Layers whose parameters are `float64`, in which gradients can be checked.
public final class DoublePrecision {
    private DoublePrecision() {}

    /// Returns a copy of the layer.
    public static Layer copyOf(Layer layer) {
        return (Layer) copy(layer);
    }

    static Merge copyOf(Merge merge) {
        return (Merge) copy(merge);
    }

    private static Object copy(Object value) {
        return switch (value) {
            case Parameter parameter when parameter.trainable() ->
                    Parameter.of(parameter.cast(DType.FLOAT64));
            case Parameter state -> Parameter.state(state.cast(DType.FLOAT64));
            case Record record when record instanceof Layer || record instanceof Merge ->
                    copyOfRecord(record);
            case List<?> list -> list.stream().map(DoublePrecision::copy).toList();
            case Map<?, ?> map -> {
                var copies = new LinkedHashMap<>();
                map.forEach((key, part) -> copies.put(key, copy(part)));
                yield copies;
            }
            case Optional<?> optional -> optional.map(DoublePrecision::copy);
            default -> value;
        };
    }

    private static Object copyOfRecord(Record record) {
        try {
            var components = record.getClass().getRecordComponents();
            var values = new Object[components.length];
            for (var i = 0; i < values.length; i++) {
                values[i] = copy(components[i].getAccessor().invoke(record));
            }
            var types = Arrays.stream(components).map(RecordComponent::getType);
            return record.getClass()
                    .getDeclaredConstructor(types.toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
