package dev.gradus.data;

import java.util.stream.IntStream;

/// Examples of a dataset in some order, each put through a preprocessing when it is handed out.
///
/// ```
/// for (var batch : data.train().through(scale).shuffled(epoch).batches(64)) { ... }
/// ```
public final class Examples {
    private final Dataset dataset;
    private final Preprocessing preprocessing;
    // order[i] is the index in the dataset of the i-th example handed out
    private final int[] order;

    private Examples(Dataset dataset, Preprocessing preprocessing, int[] order) {
        this.dataset = dataset;
        this.preprocessing = preprocessing;
        this.order = order;
    }

    static Examples of(Dataset dataset) {
        var order = IntStream.range(0, dataset.size()).toArray();
        return new Examples(dataset, Preprocessing.none(), order);
    }

    /// Returns the same examples in an order that depends on `seed` and their number alone.
    ///
    /// Give each epoch a seed of its own. The order is that of the dataset shuffled, whatever order
    /// these examples were in: `shuffled(1).shuffled(2)` is `shuffled(2)`.
    public Examples shuffled(long seed) {
        var shuffled = IntStream.range(0, dataset.size()).toArray();
        new RandomOrder(seed, 0).shuffle(shuffled);
        return new Examples(dataset, preprocessing, shuffled);
    }

    /// Returns the same examples, put through `next` after any preprocessing there was before.
    public Examples through(Preprocessing next) {
        return new Examples(dataset, Chain.of(preprocessing, next), order);
    }

    /// Cuts the examples into batches of `size`; the last one holds what is left over.
    ///
    /// @throws IllegalArgumentException if `size` is below 1
    public Batches batches(int size) {
        return new Batches(this, size);
    }

    /// Returns how many examples there are.
    public int size() {
        return order.length;
    }

    /// Returns the dataset they come from.
    public Dataset dataset() {
        return dataset;
    }

    /// Returns what each example is put through.
    public Preprocessing preprocessing() {
        return preprocessing;
    }

    /// Returns the index in the dataset of the example at `position`.
    public int index(int position) {
        return order[position];
    }

    /// Returns the label of the example at `position`.
    public int label(int position) {
        return dataset.label(order[position]);
    }

    /// Returns the preprocessed numbers of the example at `position`.
    public float[] features(int position) {
        var features = new float[dataset.exampleShape().count()];
        copyFeatures(position, features, 0);
        return features;
    }

    /// Writes the preprocessed numbers of the example at `position` into `target`, from `offset`
    /// on.
    public void copyFeatures(int position, float[] target, int offset) {
        dataset.copyFeatures(order[position], target, offset);
        preprocessing.apply(target, offset, dataset.exampleShape().count());
    }
}
