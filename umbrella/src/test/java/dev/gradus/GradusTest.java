package dev.gradus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.nn.Layers;
import dev.gradus.nn.Losses;
import dev.gradus.nn.Optimizers;
import dev.gradus.train.EarlyStopping;
import dev.gradus.train.Metrics;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradusTest {
    static Stream<Method> factories() {
        return Stream.of(
                        Layers.class,
                        Losses.class,
                        Optimizers.class,
                        EarlyStopping.class,
                        Metrics.class)
                .flatMap(source -> Arrays.stream(source.getDeclaredMethods()))
                .filter(method -> isPublicStatic(method.getModifiers()));
    }

    static Stream<Field> constants() {
        return Arrays.stream(Layers.class.getDeclaredFields())
                .filter(field -> isPublicStatic(field.getModifiers()));
    }

    private static boolean isPublicStatic(int modifiers) {
        return Modifier.isPublic(modifiers) && Modifier.isStatic(modifiers);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void hasAShortNameForEveryFactory(Method factory) throws NoSuchMethodException {
        var shortName = Gradus.class.getMethod(factory.getName(), factory.getParameterTypes());
        assertThat(shortName.getReturnType()).isEqualTo(factory.getReturnType());
    }

    @ParameterizedTest
    @MethodSource("constants")
    void hasEveryConstant(Field constant) throws ReflectiveOperationException {
        assertThat(Gradus.class.getField(constant.getName()).get(null))
                .isSameAs(constant.get(null));
    }
}
