package dev.gradus.studio.models;

import dev.gradus.data.Dataset;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Tensor;
import dev.gradus.train.Model;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The examples that a model learned from, to be asked which are most like another: those for which the layer
/// before the last answers most alike, since that is all that the answer is made of.
final class Neighbours {
    private static final int AT_ONCE = 256;

    private final Model model;
    private final Dataset examples;
    private final float[] all;
    private final int width;

    /// Puts all examples through the network, which takes a moment.
    Neighbours(Model model, Dataset examples) {
        this.model = model;
        this.examples = examples;
        var from = 0;
        var found = new float[0];
        for (var batch : examples.through(model.preprocessing()).batches(AT_ONCE)) {
            var answers = insight(batch.x());
            if (from == 0) {
                found = new float[answers.length / batch.size() * examples.size()];
            }
            System.arraycopy(answers, 0, found, from, answers.length);
            from += answers.length;
        }
        this.all = found;
        this.width = found.length / examples.size();
    }

    /// One that was found.
    ///
    /// @param index which of the examples it is
    /// @param distance how far the answers of the layer are apart
    record Found(int index, double distance) {}

    List<Found> of(float[] raw, int count) {
        var prepared = model.preprocessing().apply(raw);
        var own = insight(Tensor.of(prepared).reshape(model.inputShape().insert(0, 1)));
        return IntStream.range(0, examples.size())
                .mapToObj(i -> new Found(i, distance(own, i)))
                .sorted(Comparator.comparingDouble(Found::distance))
                .limit(count)
                .toList();
    }

    private double distance(float[] own, int i) {
        var sum = 0.0;
        for (var j = 0; j < width; j++) {
            var off = own[j] - all[i * width + j];
            sum += off * off;
        }
        return Math.sqrt(sum);
    }

    private float[] insight(Tensor prepared) {
        return model.layer() instanceof Sequential network && network.layers().size() > 1
                ? model.upTo(network.layers().size() - 2).apply(prepared).toFloats()
                : prepared.toFloats();
    }
}
