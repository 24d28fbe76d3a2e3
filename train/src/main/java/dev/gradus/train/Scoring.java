package dev.gradus.train;

import dev.gradus.data.Dataset;
import dev.gradus.data.Preprocessing;
import dev.gradus.nn.Layer;
import dev.gradus.nn.loss.Loss;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Tensor;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Puts a dataset through a network as it is used, not as it is trained.
///
/// @param predictions what it answers
/// @param loss the mean loss, or 0 where none was asked for
record Scoring(Predictions predictions, double loss) {
    /// Large enough that the work is not all overhead, small enough for the memory of any machine.
    private static final int BATCH = 512;

    private static final Tensor NO_LOSS = Tensor.scalar(0);

    static Scoring of(
            Layer layer,
            Answers answers,
            Preprocessing preprocessing,
            Optional<Loss> loss,
            Dataset data) {
        return of(layer, answers, preprocessing, loss, data, _ -> {});
    }

    /// @param told is told after each batch how many examples were answered
    static Scoring of(
            Layer layer,
            Answers answers,
            Preprocessing preprocessing,
            Optional<Loss> loss,
            Dataset data,
            IntConsumer told) {
        var classes = data.classes().size();
        var type = Tensors.inputType(layer);
        var probabilities = new float[Math.multiplyExact(data.size(), classes)];
        var lossSum = 0.0;
        var done = 0;
        try (var loader = data.through(preprocessing).batches(BATCH).ahead(2)) {
            for (var batch : loader) {
                var output = layer.apply(Tensors.as(type, batch.x()));
                var likely = answers.probabilities(output).cast(DType.FLOAT32);
                var mean =
                        loss.map(formula -> formula.apply(output, answers.target(batch.y())))
                                .orElse(NO_LOSS);
                // together, so that the network is run once for both
                Tensor.realize(likely, mean);
                System.arraycopy(
                        likely.toFloats(), 0, probabilities, done * classes, likely.count());
                lossSum += mean.item() * batch.size();
                done += batch.size();
                told.accept(done);
            }
        }
        return new Scoring(
                new Predictions(data.classes(), data.labels(), probabilities),
                data.size() == 0 ? 0 : lossSum / data.size());
    }
}
