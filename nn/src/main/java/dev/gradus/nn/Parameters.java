package dev.gradus.nn;

import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.layer.Frozen;
import dev.gradus.tensor.Parameter;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the parameters of a layer in its record components, and names them after those: the
/// `weight` of a component `gate` is `gate.weight`, the one of the first layer in a list `heads` is
/// `heads.0.weight`, and that of the first layer of a [Sequential] simply `0.weight`. A [Named] layer
/// of a list has its name in the place of the number; [Frozen] changes no name.
public final class Parameters {
    private final LinkedHashMap<String, Parameter> found = new LinkedHashMap<>();
    private final Set<Parameter> known = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<Parameter> frozen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int freezing;

    private Parameters() {}

    /// Returns the parameters of `layer` by name, in the order of the components. One that is used
    /// in several places is listed once, under its first name.
    ///
    /// @throws IllegalArgumentException if a layer that is no record holds parameters, which could
    ///     not be found reliably
    public static LinkedHashMap<String, Parameter> of(Layer layer) {
        var parameters = new Parameters();
        parameters.visit("", layer);
        return parameters.found;
    }

    /// Returns the parameters of `merge` by name, likewise.
    public static LinkedHashMap<String, Parameter> ofMerge(Merge merge) {
        return ofPart(merge);
    }

    static LinkedHashMap<String, Parameter> ofPart(Object part) {
        var parameters = new Parameters();
        parameters.visit("", part);
        return parameters.found;
    }

    /// Returns those parameters of `layer` that training changes: neither what layers remember, such
    /// as a running mean, nor what is [Frozen] in any place.
    public static LinkedHashMap<String, Parameter> trainable(Layer layer) {
        return trainablePart(layer);
    }

    static LinkedHashMap<String, Parameter> trainablePart(Object part) {
        var parameters = new Parameters();
        parameters.visit("", part);
        parameters
                .found
                .values()
                .removeIf(parameter ->
                        !parameter.trainable() || parameters.frozen.contains(parameter));
        return parameters.found;
    }

    /// Returns how many numbers of `layer` are trained.
    public static long count(Layer layer) {
        return trainable(layer).values().stream().mapToLong(Parameter::count).sum();
    }

    private void visit(String name, @Nullable Object value) {
        switch (value) {
            case Parameter parameter -> add(name, parameter);
            case Sequential(_, _, _, var layers) -> visitAll(name, layers);
            case Graph graph -> graph.parts().forEach((key, part) -> visit(join(name, key), part));
            case Named(_, var layer) -> visit(name, layer);
            case Hooked(var layer, _, _) -> visit(name, layer);
            case Frozen(_, var layer) -> {
                freezing++;
                visit(name, layer);
                freezing--;
            }
            case Record record when record instanceof Layer || record instanceof Merge ->
                    visitComponents(name, record);
            case Layer layer -> checkHoldsNone(name, layer);
            case List<?> list -> visitAll(name, list);
            case Object[] array -> visitAll(name, Arrays.asList(array));
            case Map<?, ?> map -> map.forEach((key, part) -> visit(join(name, key), part));
            case Optional<?> optional -> optional.ifPresent(part -> visit(name, part));
            case null, default -> {}
        }
    }

    private void add(String name, Parameter parameter) {
        if (freezing > 0) {
            frozen.add(parameter);
        }
        if (known.add(parameter) && found.putIfAbsent(name, parameter) != null) {
            throw new IllegalArgumentException(
                    "two parameters are called '%s': give layers of one list different names"
                            .formatted(name));
        }
    }

    private void visitAll(String name, List<?> parts) {
        for (var i = 0; i < parts.size(); i++) {
            visit(join(name, Named.in(parts.get(i), i)), parts.get(i));
        }
    }

    private void visitComponents(String name, Record layer) {
        for (var component : layer.getClass().getRecordComponents()) {
            visit(join(name, component.getName()), read(component, layer));
        }
    }

    private static String join(String name, Object part) {
        return name.isEmpty() ? part.toString() : name + "." + part;
    }

    private static @Nullable Object read(RecordComponent component, Record layer) {
        try {
            var accessor = component.getAccessor();
            open(accessor, layer.getClass());
            return accessor.invoke(layer);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "component %s of %s could not be read: its accessor must simply return it"
                            .formatted(component.getName(), layer.getClass().getName()),
                    e);
        }
    }

    private static void open(AccessibleObject member, Class<?> owner) {
        if (!member.trySetAccessible()) {
            throw new IllegalArgumentException(
                    "the components of %s cannot be read to find its parameters: write 'opens %s to dev.gradus.nn' in the module-info of %s"
                            .formatted(
                                    owner.getName(),
                                    owner.getPackageName(),
                                    owner.getModule().getName()));
        }
    }

    /// A lambda without parameters is welcome; parameters in a field would be missed without a
    /// word.
    private static void checkHoldsNone(String name, Layer layer) {
        for (Class<?> type = layer.getClass();
                type != null && type != Object.class;
                type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && holdsParameters(field, layer)) {
                    throw new IllegalArgumentException(
                            "the layer %s%s is no record but holds parameters in '%s', which cannot be found there: make it a record with that component"
                                    .formatted(
                                            layer.getClass().getSimpleName(),
                                            name.isEmpty() ? "" : " (" + name + ")",
                                            field.getName()));
                }
            }
        }
    }

    private static boolean holdsParameters(Field field, Layer layer) {
        try {
            open(field, layer.getClass());
            var inside = new Parameters();
            inside.visit(field.getName(), field.get(layer));
            return !inside.found.isEmpty();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
