package dev.gradus.nn.layer;

import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What states contribute to the gates of a recurrent layer while it reads one batch.
///
/// @param weights the recurrent weight, cut up as the cell's products need it
/// @param biases the recurrent bias, cut up likewise, or nothing
/// @param kept what dropout multiplies states with in training, if there is some; the same in all
///     steps of a sequence, or the memory would be wiped out bit by bit (Gal and Ghahramani 2016)
record Recurrences(List<Tensor> weights, List<Tensor> biases, Optional<Tensor> kept)
        implements Cell.Recurrence {
    static Recurrences of(Recurrent layer, int batch) {
        var width = layer.spec().width();
        var weights = new ArrayList<Tensor>();
        var biases = new ArrayList<Tensor>();
        var from = 0;
        for (var gates : layer.spec().cell().products()) {
            var to = from + gates * width;
            weights.add(layer.recurrentWeight().slice(1, from, to, 1));
            if (layer.recurrentBias().isPresent()) {
                biases.add(layer.recurrentBias().get().slice(0, from, to, 1));
            }
            from = to;
        }
        return new Recurrences(weights, biases, kept(layer, batch));
    }

    private static Optional<Tensor> kept(Recurrent layer, int batch) {
        var rate = layer.spec().recurrentDropout();
        if (rate == 0) {
            return Optional.empty();
        }
        var drawn = Tensor.randomPerStep(Shape.of(batch, layer.spec().width()));
        var type = layer.recurrentWeight().type();
        return Optional.of(drawn.greaterEqual(rate).cast(type).mul(1 / (1 - rate)));
    }

    @Override
    public Tensor of(Tensor output, int product) {
        var seen = kept.map(k -> Tensor.byMode(output.mul(k), output)).orElse(output);
        var gates = seen.matmul(weights.get(product));
        return biases.isEmpty() ? gates : gates.add(biases.get(product));
    }
}
