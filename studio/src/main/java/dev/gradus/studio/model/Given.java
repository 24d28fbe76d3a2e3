package dev.gradus.studio.model;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// What a network is given.
///
/// @param tensors a batch of one example for each input
/// @param label which class it belongs to, -1 if that is not known
/// @param tokens for each input what its tokens stand for; none for one that reads numbers
/// @param raw how it looks before it is prepared, row by row; empty where that is no picture
/// @param note what is to be said of it, a word that the page knows; empty for nothing
record Given(List<Tensor> tensors, int label, List<List<String>> tokens, float[] raw, String note) {
    Given {
        tensors = List.copyOf(tensors);
        tokens = List.copyOf(tokens);
        raw = raw.clone();
    }

    @Override
    public float[] raw() {
        return raw.clone();
    }
}
