package dev.gradus.data;

import java.util.Arrays;

/// Divides a dataset into training, validation and test part by lot, with the same share of every
/// class in each.
///
/// Stratified: of each class a part receives its share rounded up or down, never further off, and
/// the parts' sizes are exact. The lot depends on the seed alone. Each part keeps the order of the
/// examples; shuffling is for the training loop.
///
/// ```
/// var parts = Split.fractions(0.7, 0.15, 0.15).seed(7).of(data);
/// ```
public final class Split {
    private static final String[] NAMES = {"train", "validation", "test"};
    private static final double ROUNDING = 1e-9;

    // exactly one of the two is in use; the other is empty
    private final double[] fractions;
    private final int[] sizes;
    private final long seed;

    private Split(double[] fractions, int[] sizes, long seed) {
        this.fractions = fractions;
        this.sizes = sizes;
        this.seed = seed;
    }

    /// Divides by fractions, which together must be 1; a part may have none.
    ///
    /// @throws IllegalArgumentException if a fraction is negative or they do not add up to 1
    public static Split fractions(double train, double validation, double test) {
        var fractions = new double[] {train, validation, test};
        for (var i = 0; i < fractions.length; i++) {
            if (!(fractions[i] >= 0 && fractions[i] <= 1)) {
                throw new IllegalArgumentException(
                        "the %s fraction is %s: fractions go from 0 to 1"
                                .formatted(NAMES[i], fractions[i]));
            }
        }
        var sum = train + validation + test;
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException(
                    "the fractions %s, %s and %s add up to %s: they must add up to 1"
                            .formatted(train, validation, test, sum));
        }
        return new Split(fractions, new int[0], 0);
    }

    /// Divides by numbers of examples, which together must be the size of the dataset.
    ///
    /// @throws IllegalArgumentException if a size is negative
    public static Split sizes(int train, int validation, int test) {
        var sizes = new int[] {train, validation, test};
        for (var i = 0; i < sizes.length; i++) {
            if (sizes[i] < 0) {
                throw new IllegalArgumentException(
                        "the %s size is %s: give 0 or more".formatted(NAMES[i], sizes[i]));
            }
        }
        return new Split(new double[0], sizes, 0);
    }

    /// Returns this split with another lot; without this the seed is 0.
    public Split seed(long newSeed) {
        return new Split(fractions, sizes, newSeed);
    }

    /// Divides `data`.
    ///
    /// @throws IllegalArgumentException if sizes do not add up to that of the dataset, or if a
    ///     class has too few examples to be in every part that is not empty
    public Parts of(Dataset data) {
        var totals = sizes.length == 0 ? sizesFor(data.size()) : checkedSizes(data.size());
        var counts = data.classCounts();
        var shares = Apportionment.of(counts, totals);
        requireEveryClassInEveryPart(data, counts, totals, shares);

        var indices = new int[totals.length][];
        var filled = new int[totals.length];
        for (var part = 0; part < totals.length; part++) {
            indices[part] = new int[totals[part]];
        }
        var members = membersByClass(data, counts);
        for (var label = 0; label < counts.length; label++) {
            new RandomOrder(seed, label).shuffle(members[label]);
            var taken = 0;
            for (var part = 0; part < totals.length; part++) {
                var share = shares[label][part];
                System.arraycopy(members[label], taken, indices[part], filled[part], share);
                filled[part] += share;
                taken += share;
            }
        }
        return new Parts(
                part(data, 0, indices[0]), part(data, 1, indices[1]), part(data, 2, indices[2]));
    }

    private static Dataset part(Dataset data, int part, int[] indices) {
        Arrays.sort(indices);
        return data.subset(indices).named(data.name() + " " + NAMES[part]);
    }

    private int[] sizesFor(int size) {
        var test = (int) Math.round(fractions[2] * size);
        var trainAndValidation = size - test;
        // what rounding leaves over goes to training, unless it is to have nothing
        var validation =
                fractions[0] == 0
                        ? trainAndValidation
                        : (int) Math.min(trainAndValidation, Math.round(fractions[1] * size));
        return new int[] {trainAndValidation - validation, validation, test};
    }

    private int[] checkedSizes(int size) {
        var sum = (long) sizes[0] + sizes[1] + sizes[2];
        if (sum != size) {
            throw new IllegalArgumentException(
                    "the sizes %s, %s and %s add up to %s, but there are %s examples: divide them all"
                            .formatted(sizes[0], sizes[1], sizes[2], sum, size));
        }
        return sizes;
    }

    private static void requireEveryClassInEveryPart(
            Dataset data, int[] counts, int[] totals, int[][] shares) {
        for (var label = 0; label < counts.length; label++) {
            for (var part = 0; part < totals.length; part++) {
                if (counts[label] > 0 && totals[part] > 0 && shares[label][part] == 0) {
                    throw new IllegalArgumentException(
                            "class \"%s\" has %s of %s examples, so none of them falls into the %s part of %s: collect more of them, leave the class out or make the part larger"
                                    .formatted(
                                            data.classes().get(label),
                                            counts[label],
                                            data.size(),
                                            NAMES[part],
                                            totals[part]));
                }
            }
        }
    }

    private static int[][] membersByClass(Dataset data, int[] counts) {
        var members = new int[counts.length][];
        for (var label = 0; label < counts.length; label++) {
            members[label] = new int[counts[label]];
        }
        var found = new int[counts.length];
        for (var i = 0; i < data.size(); i++) {
            var label = data.label(i);
            members[label][found[label]++] = i;
        }
        return members;
    }
}
