package dev.gradus.testing;

import dev.gradus.tensor.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The shapes of the inputs of an operation in each [Variant] that makes sense for it.
public final class Shapes {
    /// Two axes, of which the last has numbers: for largest numbers.
    static final Shapes FULL = along().without(Variant.EMPTY);

    /// One matrix.
    static final Shapes MATRIX = only(new int[] {3, 7});

    /// Three axes.
    static final Shapes THREE =
            only(new int[] {3, 5, 4}).with(Variant.LARGE, new int[] {61, 71, 67});

    /// Two tensors of one shape with axes.
    static final Shapes STACKED = each(2).without(Variant.BROADCAST).without(Variant.SCALAR);

    /// A table and indices into it.
    static final Shapes LOOKED_UP =
            only(new int[] {3, 5}, new int[] {2, 4})
                    .with(Variant.EMPTY, new int[] {3, 5}, new int[] {0})
                    .with(Variant.SCALAR, new int[] {3, 5}, new int[0])
                    .with(Variant.LARGE, new int[] {509, 517}, new int[] {401});

    /// Short rows, because the definition of order compares each number with each other.
    static final Shapes SORTED =
            only(new int[] {3, 7})
                    .with(Variant.EXTREME, new int[] {16, 17})
                    .with(Variant.LARGE, new int[] {52_501, 5});

    /// A batch of small pictures, channels last.
    static final Shapes PICTURES =
            only(new int[] {2, 5, 6, 3}).with(Variant.LARGE, new int[] {4, 131, 101, 7});

    private final Map<Variant, List<Shape>> byVariant;

    private Shapes(Map<Variant, List<Shape>> byVariant) {
        this.byVariant = byVariant;
    }

    /// Returns the shapes of an operation on numbers at the same place of `inputs` tensors.
    public static Shapes each(int inputs) {
        var shapes =
                none().with(Variant.SCALAR, same(inputs))
                        .with(Variant.EMPTY, same(inputs, 3, 0))
                        .with(Variant.ONE, same(inputs, 1, 1))
                        .odd(same(inputs, 3, 7))
                        .with(Variant.EXTREME, same(inputs, 37, 41))
                        .with(Variant.LARGE, same(inputs, 509, 517));
        if (inputs == 1) {
            return shapes;
        }
        var turns = List.of(Shape.of(3, 1), Shape.of(5), Shape.of(2, 1, 1));
        return shapes.with(Variant.BROADCAST, turns.subList(0, inputs));
    }

    /// Returns the shapes of an operation along the last axis of one tensor, or along all.
    public static Shapes along() {
        return none().with(Variant.EMPTY, same(1, 0, 3))
                .with(Variant.ONE, same(1, 1, 1))
                .odd(same(1, 3, 7))
                .with(Variant.EXTREME, same(1, 37, 41))
                .with(Variant.LARGE, same(1, 509, 517));
    }

    /// Returns the shapes of an operation that needs these very sizes; they stand for all ordinary
    /// variants.
    public static Shapes only(int[]... sizes) {
        return none().odd(Stream.of(sizes).map(Shape::of).toList());
    }

    /// Returns no shapes yet.
    public static Shapes none() {
        return new Shapes(new EnumMap<>(Variant.class));
    }

    /// Returns these shapes and another variant.
    public Shapes with(Variant variant, int[]... sizes) {
        return with(variant, Stream.of(sizes).map(Shape::of).toList());
    }

    /// Returns these shapes without a variant.
    public Shapes without(Variant variant) {
        var fewer = new EnumMap<>(byVariant);
        fewer.remove(variant);
        return new Shapes(fewer);
    }

    /// Returns the shapes of the inputs, or nothing if the variant makes no sense for the
    /// operation.
    public Optional<List<Shape>> of(Variant variant) {
        return Optional.ofNullable(byVariant.get(variant));
    }

    private Shapes with(Variant variant, List<Shape> shapes) {
        var more = new EnumMap<Variant, List<Shape>>(Variant.class);
        more.putAll(byVariant);
        more.put(variant, shapes);
        return new Shapes(more);
    }

    private Shapes odd(List<Shape> shapes) {
        return with(Variant.ODD, shapes)
                .with(Variant.PERMUTED, shapes)
                .with(Variant.FLIPPED, shapes)
                .with(Variant.SLICED, shapes);
    }

    private static List<Shape> same(int inputs, int... sizes) {
        return Stream.generate(() -> Shape.of(sizes)).limit(inputs).toList();
    }
}
