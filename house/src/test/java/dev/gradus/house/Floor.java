package dev.gradus.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The floors of the house, and which of them each may use: those below, never a neighbour.
enum Floor {
    TENSOR("dev.gradus.tensor"),
    JVM("dev.gradus.jvm", TENSOR),
    NN("dev.gradus.nn", TENSOR),
    DATA("dev.gradus.data", TENSOR),
    FASHION("dev.gradus.data.fashion", DATA, TENSOR),
    IO("dev.gradus.io", NN, TENSOR),
    TRAIN("dev.gradus.train", NN, DATA, IO, TENSOR),
    UMBRELLA("dev.gradus", TRAIN, IO, NN, DATA, FASHION, TENSOR),
    COURSE("dev.gradus.course", UMBRELLA, TRAIN, IO, NN, DATA, FASHION, TENSOR),
    STUDIO("dev.gradus.studio", COURSE, UMBRELLA, TRAIN, IO, NN, DATA, FASHION, TENSOR),
    CLI("dev.gradus.cli", STUDIO, COURSE, TRAIN, IO, NN, DATA, FASHION, TENSOR),
    TESTING("dev.gradus.testing", TENSOR);

    /// Everything the floors are built of, without their tests.
    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("/house/"))
                    .importPackages("dev.gradus");

    private final String module;
    private final List<Floor> below;

    Floor(String module, Floor... below) {
        this.module = module;
        this.below = List.of(below);
    }

    /// The name of the floor's module, which is that of its uppermost package too.
    String module() {
        return module;
    }

    boolean mayUse(Floor other) {
        return other == this || below.contains(other);
    }

    /// The floor that a class stands on; the nearest one, as one package may lie within another.
    static Optional<Floor> of(JavaClass type) {
        return Arrays.stream(values())
                .filter(floor -> floor.holds(type.getPackageName()))
                .max(Comparator.comparingInt(floor -> floor.module.length()));
    }

    List<JavaClass> classes() {
        return CLASSES.stream()
                .filter(type -> of(type).filter(floor -> floor == this).isPresent())
                .toList();
    }

    /// The umbrella's package is a prefix of all others and holds none of them.
    private boolean holds(String name) {
        return name.equals(module) || this != UMBRELLA && name.startsWith(module + ".");
    }
}
