package dev.gradus.studio.models;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.maxPool;

import dev.gradus.data.Parts;
import dev.gradus.data.Spirals;
import dev.gradus.data.Split;
import dev.gradus.data.fashion.FashionMnist;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Shape;
import dev.gradus.train.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What a model can be about: data that come with Gradus, so that it can be judged by them.
public enum Subject {
    /// Photographs of clothes, 28 by 28 pixels.
    GARMENTS(Shape.of(28, 28, 1), FashionMnist.classes(), 6) {
        @Override
        Parts read(long seed) {
            return FashionMnist.load().validation(FashionMnist.VALIDATION_FRACTION, seed).parts();
        }

        @Override
        Sequential.Spec network() {
            return pictures();
        }
    },

    /// Digits that this computer draws.
    DIGITS(Shape.of(28, 28, 1), DrawnDigits.classes(), 4) {
        @Override
        Parts read(long seed) {
            return DrawnDigits.parts();
        }

        @Override
        Sequential.Spec network() {
            return pictures();
        }
    },

    /// Points on two spirals: rows of two numbers.
    SPIRALS(Shape.of(2), List.of("spiral 1", "spiral 2"), 120) {
        @Override
        Parts read(long seed) {
            var all = Spirals.of(2, 1000).turns(1).noise(0.16).seed(1).dataset();
            return Split.sizes(1200, 400, 400).seed(1).of(all);
        }

        @Override
        Sequential.Spec network() {
            return Sequential.of(dense(16, RELU), dense(16, RELU), dense(2));
        }
    };

    private final Shape shape;
    private final List<String> classes;
    private final int epochs;
    private final Map<Long, Parts> parts = new ConcurrentHashMap<>();

    Subject(Shape shape, List<String> classes, int epochs) {
        this.shape = shape;
        this.classes = classes;
        this.epochs = epochs;
    }

    private static Sequential.Spec pictures() {
        return Sequential.of(
                conv2d(16, 3, RELU),
                maxPool(2),
                conv2d(32, 3, RELU),
                maxPool(2),
                flatten(),
                dropout(0.3),
                dense(64, RELU),
                dense(10));
    }

    abstract Parts read(long seed);

    /// Returns a small network that learns it well.
    abstract Sequential.Spec network();

    /// Returns how often that should see the examples.
    int epochs() {
        return epochs;
    }

    /// Returns the data, which are read when first asked for.
    ///
    /// @param seed what the validation part is drawn by, where that is drawn
    public Parts parts(long seed) {
        return parts.computeIfAbsent(seed, this::read);
    }

    /// Returns the parts a model learned from, as far as it says so.
    Optional<Parts> partsOf(Model model) {
        var hash = model.provenance().dataHash();
        return List.of(model.provenance().seed(), 0L, 1L).stream()
                .distinct()
                .map(this::parts)
                .filter(it -> it.train().hash().equals(hash))
                .findFirst();
    }

    /// Returns what a page calls it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Returns whether examples are pictures, and not rows of a table.
    public boolean isPictures() {
        return shape.rank() == 3;
    }

    /// Returns the shape of an example.
    public Shape shape() {
        return shape;
    }

    /// Returns the names of the classes.
    public List<String> classes() {
        return classes;
    }

    /// Returns the subject whose examples have this shape and these classes.
    static Optional<Subject> of(Shape shape, List<String> classes) {
        return Arrays.stream(values())
                .filter(it -> it.shape.equals(shape) && it.classes.equals(classes))
                .findFirst();
    }

    /// Returns the subject of this name.
    ///
    /// @throws IllegalArgumentException if there is none
    static Subject of(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there are no data called '%s'".formatted(word)));
    }
}
