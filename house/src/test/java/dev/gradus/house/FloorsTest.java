package dev.gradus.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The house stands: each floor uses only floors below it.
class FloorsTest {

    @ParameterizedTest
    @EnumSource
    void eachFloorUsesOnlyThoseBelowIt(Floor floor) {
        assertThat(floor.classes()).as("classes of %s", floor.module()).isNotEmpty();
        assertThat(floor.classes().stream().flatMap(FloorsTest::uses).filter(FloorsTest::climbs))
                .as("uses of a floor that %s does not stand on", floor.module())
                .extracting(Dependency::getDescription)
                .isEmpty();
    }

    @Test
    void everyClassStandsOnAFloor() {
        assertThat(Floor.CLASSES.stream().filter(type -> Floor.of(type).isEmpty()))
                .as("classes outside of the floors: name theirs in Floor")
                .isEmpty();
    }

    /// A floor's own package is its face: it calls the rooms, and what it is made of is used in
    /// them. The rooms themselves lie in a row.
    @ParameterizedTest
    @EnumSource
    void roomsDoNotUseEachOtherInACircle(Floor floor) {
        slices().matching(floor.module() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(
                        Floor.CLASSES.that(
                                resideInAPackage(floor.module() + "..")
                                        .and(not(resideInAPackage(floor.module())))));
    }

    @ParameterizedTest
    @EnumSource(names = {"TENSOR", "JVM", "NN"})
    void theLowestFloorsNeedNothingButTheJdk(Floor floor) {
        assertThat(floor.classes().stream().flatMap(FloorsTest::uses))
                .extracting(use -> use.getTargetClass().getBaseComponentType())
                .filteredOn(type -> !type.isPrimitive())
                .extracting(type -> type.getPackageName())
                .allMatch(name ->
                        name.startsWith("java.")
                                || name.startsWith("dev.gradus.")
                                || name.equals("org.jspecify.annotations")
                                || floor == Floor.JVM && name.equals("jdk.incubator.vector"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.gradus.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(IO.class)
                .orShould()
                .callMethodWhere(target(name("printStackTrace")))
                .because("a library leaves it to the program what its user sees")
                .check(Floor.CLASSES);
    }

    private static Stream<Dependency> uses(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream();
    }

    private static boolean climbs(Dependency use) {
        var from = Floor.of(use.getOriginClass()).orElseThrow();
        return Floor.of(use.getTargetClass().getBaseComponentType())
                .filter(to -> !from.mayUse(to))
                .isPresent();
    }
}
