package dev.gradus.data;

import dev.gradus.tensor.Shape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// Holds labelled examples, all of one shape: what a network learns from or is judged by.
///
/// Example `i` has the numbers `features(i)` and belongs to class `classes().get(label(i))`.
/// Nothing in a dataset ever changes; a subset shares the numbers of the whole and copies none.
///
/// The [#hash] depends on the numbers, the labels, their order and the shape of an example, so a
/// trained network can say exactly what it was trained on.
public final class Dataset {
    private final String name;
    private final Storage storage;
    private final Shape exampleShape;
    private final int[] allLabels;
    private final List<String> classes;
    private final Origin origin;
    // row[i] is where example i stands in the storage
    private final int[] rows;
    // the hash is computed when first asked for; two threads may both do so, with the same result
    private volatile String knownHash = "";

    private Dataset(
            String name,
            Storage storage,
            Shape exampleShape,
            int[] allLabels,
            List<String> classes,
            Origin origin,
            int[] rows) {
        this.name = name;
        this.storage = storage;
        this.exampleShape = exampleShape;
        this.allLabels = allLabels;
        this.classes = classes;
        this.origin = origin;
        this.rows = rows;
    }

    /// Makes a dataset of unsigned bytes, such as pixels from 0 to 255.
    ///
    /// @param name what people call it
    /// @param features all examples, one after the other; copied
    /// @param exampleShape the shape of one example, such as `[28, 28, 1]`
    /// @param labels the class of each example, an index into `classes`; copied
    /// @param classes the name of each class
    /// @throws IllegalArgumentException if sizes do not fit together or a label is out of range
    public static Dataset of(
            String name, byte[] features, Shape exampleShape, int[] labels, List<String> classes) {
        return of(name, new Storage.Bytes(features.clone()), exampleShape, labels, classes);
    }

    /// Makes a dataset of floating-point numbers, such as measurements; NaN means missing.
    ///
    /// @param name what people call it
    /// @param features all examples, one after the other; copied
    /// @param exampleShape the shape of one example, such as `[4]`
    /// @param labels the class of each example, an index into `classes`; copied
    /// @param classes the name of each class
    /// @throws IllegalArgumentException if sizes do not fit together or a label is out of range
    public static Dataset of(
            String name, float[] features, Shape exampleShape, int[] labels, List<String> classes) {
        return of(name, new Storage.Floats(features.clone()), exampleShape, labels, classes);
    }

    private static Dataset of(
            String name, Storage storage, Shape exampleShape, int[] labels, List<String> classes) {
        var expected = (long) labels.length * exampleShape.count();
        if (storage.count() != expected) {
            throw new IllegalArgumentException(
                    "%s has %s labels and %s numbers; with examples of shape %s that many labels need %s numbers"
                            .formatted(
                                    name, labels.length, storage.count(), exampleShape, expected));
        }
        for (var i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes.size()) {
                throw new IllegalArgumentException(
                        "example %s of %s has label %s; with %s classes labels go from 0 to %s"
                                .formatted(i, name, labels[i], classes.size(), classes.size() - 1));
            }
        }
        return new Dataset(
                name,
                storage,
                exampleShape,
                labels.clone(),
                List.copyOf(classes),
                Origin.UNSTATED,
                IntStream.range(0, labels.length).toArray());
    }

    /// Returns what people call this dataset.
    public String name() {
        return name;
    }

    /// Returns how many examples there are.
    public int size() {
        return rows.length;
    }

    /// Returns the shape of one example.
    public Shape exampleShape() {
        return exampleShape;
    }

    /// Returns the names of the classes; a label is an index into them.
    public List<String> classes() {
        return classes;
    }

    /// Returns where the data come from.
    public Origin origin() {
        return origin;
    }

    /// Returns the label of example `i`.
    public int label(int i) {
        return allLabels[rows[i]];
    }

    /// Returns the label of every example, in order.
    public int[] labels() {
        return IntStream.range(0, size()).map(this::label).toArray();
    }

    /// Returns the numbers of example `i`, as they were collected, in an array of the caller's own.
    public float[] features(int i) {
        var features = new float[exampleShape.count()];
        copyFeatures(i, features, 0);
        return features;
    }

    /// Writes the numbers of example `i` into `target`, from `offset` on.
    public void copyFeatures(int i, float[] target, int offset) {
        storage.copy(start(i), exampleShape.count(), target, offset);
    }

    /// Returns the examples with these indices, in this order.
    ///
    /// @throws IndexOutOfBoundsException if there is no such example
    public Dataset subset(int[] indices) {
        var chosen = new int[indices.length];
        for (var i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= size()) {
                throw new IndexOutOfBoundsException(
                        "there is no example %s in %s, which has %s"
                                .formatted(indices[i], name, size()));
            }
            chosen[i] = rows[indices[i]];
        }
        return new Dataset(name, storage, exampleShape, allLabels, classes, origin, chosen);
    }

    /// Returns the same examples under another name.
    public Dataset named(String newName) {
        return new Dataset(newName, storage, exampleShape, allLabels, classes, origin, rows);
    }

    /// Returns the same examples with a statement of where they come from.
    public Dataset from(Origin newOrigin) {
        return new Dataset(name, storage, exampleShape, allLabels, classes, newOrigin, rows);
    }

    /// Returns how many examples each class has, in the order of [#classes].
    public int[] classCounts() {
        var counts = new int[classes.size()];
        for (var row : rows) {
            counts[allLabels[row]]++;
        }
        return counts;
    }

    /// Returns the SHA-256 of shape, labels and features in order, as 64 hexadecimal digits.
    public String hash() {
        if (knownHash.isEmpty()) {
            knownHash = computeHash();
        }
        return knownHash;
    }

    /// Counts and checks the data: balance, range, duplicates, missing values.
    public DataSummary summary() {
        return DataSummary.of(this);
    }

    /// Returns [#summary] as a few lines of text.
    public String describe() {
        return summary().toString();
    }

    /// Returns all examples in their own order, ready to be shuffled and cut into batches.
    public Examples examples() {
        return Examples.of(this);
    }

    /// Returns all examples, each put through `preprocessing` when it is handed out.
    public Examples through(Preprocessing preprocessing) {
        return examples().through(preprocessing);
    }

    /// Returns all examples in an order that depends on `seed` alone; see [Examples#shuffled].
    public Examples shuffled(long seed) {
        return examples().shuffled(seed);
    }

    /// Cuts all examples, in their own order, into batches; see [Examples#batches].
    public Batches batches(int size) {
        return examples().batches(size);
    }

    int quickHash(int i) {
        return storage.quickHash(start(i), exampleShape.count());
    }

    boolean sameFeatures(int i, int other) {
        return storage.same(start(i), start(other), exampleShape.count());
    }

    private int start(int i) {
        return rows[i] * exampleShape.count();
    }

    private String computeHash() {
        var digest = sha256();
        // joined, not formatted: the digits must not depend on the language of the machine
        var header =
                "gradus dataset 1 " + storage.type() + " " + exampleShape + " " + size() + "\n";
        digest.update(header.getBytes(StandardCharsets.UTF_8));
        digest.update(Arrays.toString(labels()).getBytes(StandardCharsets.UTF_8));
        for (var i = 0; i < size(); i++) {
            storage.hash(start(i), exampleShape.count(), digest);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /// Returns name, number of examples, shape and number of classes in one line.
    @Override
    public String toString() {
        return "%s: %s examples of shape %s in %s classes"
                .formatted(name, size(), exampleShape, classes.size());
    }
}
