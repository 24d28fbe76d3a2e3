package dev.gradus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.nn.Layers;
import dev.gradus.nn.Losses;
import dev.gradus.nn.Optimizers;
import dev.gradus.tensor.Autograd;
import dev.gradus.tensor.Tensor;
import dev.gradus.train.EarlyStopping;
import dev.gradus.train.Metrics;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradusTest {
    static Stream<Method> factories() {
        return Stream.of(
                        Layers.class,
                        Losses.class,
                        Optimizers.class,
                        dev.gradus.nn.Regularizers.class,
                        dev.gradus.nn.Schedules.class,
                        dev.gradus.nn.Constraints.class,
                        dev.gradus.nn.Initializers.class,
                        EarlyStopping.class,
                        Metrics.class,
                        Autograd.class)
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

    @Test
    void rangeCountsFromZeroAsOftenAsAsked() {
        assertThat(Gradus.range(3)).containsExactly(0, 1, 2);
        assertThat(Gradus.range(0)).isEmpty();
    }

    @Test
    void theGradientIsThatOfTheEngine() {
        var x = Tensor.of(1, 2);
        assertThat(Gradus.gradient(x.square().sum(), x).toFloats()).containsExactly(2, 4);
    }
}
