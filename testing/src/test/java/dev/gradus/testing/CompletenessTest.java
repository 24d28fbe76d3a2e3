package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Op;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The matrix has no hole: every operation and every method that makes a tensor has a row.
class CompletenessTest {
    /// Methods that every row uses or that only look.
    private static final Set<String> NOT_OPERATIONS =
            Set.of("of", "record", "realize", "input", "seed");

    @Test
    void everyOperationHasARow() {
        var missing = new TreeSet<>(operations(Op.class));
        for (var row : OpCase.values()) {
            Effort.behind(List.of(result(row)))
                    .forEach(tensor -> missing.remove(name(tensor.op())));
        }
        assertThat(missing).as("operations without a row in OpCase").isEmpty();
    }

    @Test
    void everyMethodThatMakesATensorHasARow() {
        var rows =
                Arrays.stream(OpCase.values())
                        .map(row -> row.name().replace("_", "").toLowerCase(Locale.ROOT))
                        .toList();
        var missing =
                Arrays.stream(Tensor.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> method.getReturnType() == Tensor.class)
                        .map(method -> method.getName())
                        .filter(name -> !NOT_OPERATIONS.contains(name))
                        .filter(name ->
                                rows.stream()
                                        .noneMatch(row ->
                                                row.startsWith(name.toLowerCase(Locale.ROOT))))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).as("methods of Tensor without a row in OpCase").isEmpty();
    }

    @Test
    void everyRowHasShapesAndTypes() {
        for (var row : OpCase.values()) {
            var variants =
                    Arrays.stream(Variant.values())
                            .filter(variant -> row.row().shapes().of(variant).isPresent());
            assertThat(variants).as(row.name()).isNotEmpty();
            assertThat(row.row().types()).as(row.name()).isNotEmpty();
        }
    }

    private static Tensor result(OpCase row) {
        var variant = row.row().shapes().of(Variant.ODD).isPresent() ? Variant.ODD : Variant.SCALAR;
        var type = row.row().types().contains(DType.FLOAT32) ? DType.FLOAT32 : DType.INT64;
        return Trial.of(row, variant, type).result();
    }

    /// Names every kind of operation in the sealed family: each constant of an enum, each record,
    /// and a record with a kind once for each kind.
    private static List<String> operations(Class<?> family) {
        var names = new ArrayList<String>();
        if (family.isEnum()) {
            for (var constant : family.getEnumConstants()) {
                names.add(constant.toString());
            }
        } else if (family.isRecord()) {
            var kind = kind(family);
            if (kind == null) {
                names.add(family.getSimpleName());
            } else {
                for (var constant : kind.getEnumConstants()) {
                    names.add(family.getSimpleName() + " " + constant);
                }
            }
        } else {
            for (var member : family.getPermittedSubclasses()) {
                names.addAll(operations(member));
            }
        }
        return names;
    }

    /// The enum among the components of a record that says which operation it is; a type of numbers
    /// does not.
    private static Class<?> kind(Class<?> operation) {
        return Arrays.stream(operation.getRecordComponents())
                .map(component -> component.getType())
                .filter(type -> type.isEnum() && type != DType.class)
                .findFirst()
                .orElse(null);
    }

    private static String name(Op op) {
        if (op instanceof Enum<?> constant) {
            return constant.toString();
        }
        var kind = kind(op.getClass());
        if (kind == null) {
            return op.getClass().getSimpleName();
        }
        try {
            for (var component : op.getClass().getRecordComponents()) {
                if (component.getType() == kind) {
                    return op.getClass().getSimpleName() + " " + component.getAccessor().invoke(op);
                }
            }
            throw new AssertionError("no component of " + op + " is a " + kind);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
