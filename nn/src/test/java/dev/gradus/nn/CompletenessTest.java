package dev.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.nn.constraint.Constraint;
import dev.gradus.nn.constraint.ConstraintTest;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.InitializerContractTest;
import dev.gradus.nn.loss.Ctc;
import dev.gradus.nn.loss.Loss;
import dev.gradus.nn.loss.LossGoldensTest;
import dev.gradus.nn.loss.SeveralInputsGoldensTest;
import dev.gradus.nn.optimizer.Clipping;
import dev.gradus.nn.optimizer.OptimizerGoldensTest;
import dev.gradus.nn.optimizer.OptimizerSpec;
import dev.gradus.nn.regularizer.Regularizer;
import dev.gradus.nn.regularizer.RegularizerTest;
import dev.gradus.nn.schedule.Schedule;
import dev.gradus.nn.schedule.ScheduleGoldensTest;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nothing is in this module without a row in its contract.
class CompletenessTest {
    private static final List<Class<?>> PUBLIC = publicClasses();

    @Test
    void everyLossHasARow() {
        assertThat(implementing(Loss.class))
                .containsExactlyInAnyOrderElementsOf(
                        classes(Arrays.stream(LossGoldensTest.LossCase.values()).map(c -> c.loss)));
    }

    @Test
    void everyLossOfSeveralInputsHasARow() {
        var others =
                PUBLIC.stream()
                        .filter(type -> type.getPackage().equals(Loss.class.getPackage()))
                        .filter(type -> type.isRecord() && !Loss.class.isAssignableFrom(type))
                        .filter(type -> type != Ctc.class)
                        .collect(Collectors.toSet());
        assertThat(others)
                .containsExactlyInAnyOrderElementsOf(
                        classes(
                                Arrays.stream(SeveralInputsGoldensTest.InputsCase.values())
                                        .map(c -> c.loss)));
    }

    @Test
    void everyRegularizerHasARow() {
        assertThat(implementing(Regularizer.class))
                .containsExactlyInAnyOrderElementsOf(
                        classes(
                                Arrays.stream(RegularizerTest.PriceCase.values())
                                        .map(c -> c.regularizer)));
    }

    @Test
    void everyOptimizerHasARow() {
        assertThat(implementing(OptimizerSpec.class))
                .containsExactlyInAnyOrderElementsOf(
                        classes(
                                Arrays.stream(OptimizerGoldensTest.RuleCase.values())
                                        .map(c -> c.spec)));
    }

    @Test
    void everyWayOfClippingHasARow() {
        assertThat(implementing(Clipping.class))
                .containsExactlyInAnyOrderElementsOf(
                        classes(
                                Arrays.stream(OptimizerGoldensTest.RuleCase.values())
                                        .map(c -> c.spec.clipping())));
    }

    @Test
    void everyInitializerHasARow() {
        assertThat(implementing(Initializer.class))
                .containsExactlyInAnyOrderElementsOf(
                        classes(
                                Arrays.stream(InitializerContractTest.InitializerCase.values())
                                        .map(c -> c.initializer)));
    }

    @Test
    void everyScheduleHasARow() {
        assertThat(
                        classes(
                                Arrays.stream(ScheduleGoldensTest.ScheduleCase.values())
                                        .map(c -> c.schedule)))
                .containsAll(implementing(Schedule.class));
    }

    @Test
    void everyConstraintHasARow() {
        assertThat(implementing(Constraint.class))
                .containsExactlyInAnyOrderElementsOf(
                        classes(
                                Arrays.stream(ConstraintTest.ConstraintCase.values())
                                        .map(c -> c.constraint)));
    }

    private static Set<Class<?>> classes(Stream<?> rows) {
        return rows.map(Object::getClass).collect(Collectors.toSet());
    }

    private static Set<Class<?>> implementing(Class<?> kind) {
        return PUBLIC.stream()
                .filter(type -> kind.isAssignableFrom(type) && !type.isInterface())
                .collect(Collectors.toSet());
    }

    private static List<Class<?>> publicClasses() {
        try {
            var root =
                    Path.of(
                            Layer.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            try (var files = Files.walk(root)) {
                var found =
                        files.map(root::relativize)
                                .map(Path::toString)
                                .filter(name -> name.endsWith(".class"))
                                .filter(name -> !name.endsWith("module-info.class"))
                                .map(name -> name.replaceAll("[/\\\\]", ".").replace(".class", ""))
                                .<Class<?>>map(CompletenessTest::load)
                                .filter(type -> Modifier.isPublic(type.getModifiers()))
                                .toList();
                assertThat(found).contains(Layer.class, Sequential.Spec.class);
                return found;
            }
        } catch (IOException | java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
