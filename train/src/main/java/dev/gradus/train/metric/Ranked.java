package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// One query: its documents by score, the largest first and the first of several as large, beside how
/// relevant each is.
final class Ranked {
    private final double[] scores;
    private final double[] relevance;
    private final double weight;

    private Ranked(double[] scores, double[] relevance, double weight) {
        this.scores = scores;
        this.relevance = relevance;
        this.weight = weight;
    }

    /// Reads `[queries, documents]` scores and relevances.
    static List<Ranked> of(
            String metric,
            Tensor outputs,
            Tensor targets,
            Optional<Tensor> given,
            OptionalInt ignored) {
        var documents = Axes.several(metric, outputs, targets);
        var queries = documents == 0 ? 0 : outputs.count() / documents;
        var weights = Weights.of(given, queries);
        var all = new ArrayList<Ranked>();
        for (var i = 0; i < queries; i++) {
            var first = i * documents;
            var order =
                    IntStream.range(first, first + documents)
                            .filter(at ->
                                    ignored.isEmpty()
                                            || targets.buffer().getDouble(at) != ignored.getAsInt())
                            .boxed()
                            // stable: of several as large the first comes first
                            .sorted((a, b) ->
                                    Double.compare(
                                            outputs.buffer().getDouble(b) + 0.0,
                                            outputs.buffer().getDouble(a) + 0.0))
                            .mapToInt(Integer::intValue)
                            .toArray();
            var scores = IntStream.of(order).mapToDouble(outputs.buffer()::getDouble).toArray();
            var relevance = IntStream.of(order).mapToDouble(targets.buffer()::getDouble).toArray();
            for (var value : relevance) {
                if (!(value >= 0)) {
                    throw new IllegalArgumentException(
                            "%s was given a relevance of %s: give 0 for what is not relevant, more for what is, and ignoring(-1) leaves out -1"
                                    .formatted(metric, value));
                }
            }
            all.add(new Ranked(scores, relevance, weights.of(i)));
        }
        return all;
    }

    int size() {
        return scores.length;
    }

    double score(int place) {
        return scores[place];
    }

    double relevance(int place) {
        return relevance[place];
    }

    boolean isRelevant(int place) {
        return relevance[place] > 0;
    }

    double weight() {
        return weight;
    }

    boolean isKnown() {
        return IntStream.range(0, size()).noneMatch(i -> Double.isNaN(scores[i]));
    }

    /// Returns how many of the first `count` documents are relevant.
    long relevantAmong(int count) {
        return IntStream.range(0, Math.min(count, size())).filter(this::isRelevant).count();
    }

    /// Returns the relevances, the largest first.
    double[] ideal() {
        return IntStream.range(0, size())
                .mapToDouble(i -> -relevance[i])
                .sorted()
                .map(value -> -value)
                .toArray();
    }
}
