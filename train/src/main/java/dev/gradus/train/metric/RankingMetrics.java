package dev.gradus.train.metric;

import java.util.function.ToDoubleFunction;

/// Metrics of search and recommendation: outputs are the scores of documents, `[queries, documents]`, and
/// targets how relevant each is, 0 or more. They are means over queries. A query without a relevant document
/// counts as 0. Of documents with the same score the first comes first, except where ties are averaged.
/// `Metrics` has their short names.
public final class RankingMetrics {
    private RankingMetrics() {}

    /// Returns the discounted cumulative gain `Σ relevance / log2(1 + place)` of the first `count` documents,
    /// divided by the largest there could be (Järvelin and Kekäläinen 2002). Documents with the same score
    /// share their places.
    public static MeanMetric ndcg(int count) {
        check(count);
        var name = count == Integer.MAX_VALUE ? "NDCG" : "NDCG at " + count;
        return of(name, query -> ndcg(query, count));
    }

    private static double ndcg(Ranked query, int count) {
        var gain = 0.0;
        var place = 0;
        while (place < query.size()) {
            var end = place;
            var relevance = 0.0;
            var discount = 0.0;
            while (end < query.size() && query.score(end) == query.score(place)) {
                relevance += query.relevance(end);
                discount += discount(end, count);
                end++;
            }
            gain += relevance / (end - place) * discount;
            place = end;
        }
        var ideal = query.ideal();
        var most = 0.0;
        for (var i = 0; i < ideal.length; i++) {
            most += ideal[i] * discount(i, count);
        }
        return most == 0 ? 0 : gain / most;
    }

    private static double discount(int place, int count) {
        return place < count ? Math.log(2) / Math.log(place + 2.0) : 0;
    }

    /// Returns the mean of `1 / place` of the first relevant document.
    public static MeanMetric meanReciprocalRank() {
        return of("mean reciprocal rank", RankingMetrics::reciprocalRank);
    }

    private static double reciprocalRank(Ranked query) {
        for (var place = 0; place < query.size(); place++) {
            if (query.isRelevant(place)) {
                return 1.0 / (place + 1);
            }
        }
        return 0;
    }

    /// Returns the share of queries with a relevant document among the first `count`.
    public static MeanMetric hitRate(int count) {
        check(count);
        return of("hit rate at " + count, query -> query.relevantAmong(count) > 0 ? 1 : 0);
    }

    /// Returns the mean share of the relevant documents that are among the first `count`.
    public static MeanMetric recall(int count) {
        check(count);
        return of(
                "recall at " + count,
                query -> {
                    var relevant = query.relevantAmong(query.size());
                    return relevant == 0 ? 0 : (double) query.relevantAmong(count) / relevant;
                });
    }

    /// Returns the mean share of the first `count` documents that are relevant.
    public static MeanMetric precision(int count) {
        check(count);
        return of("precision at " + count, query -> (double) query.relevantAmong(count) / count);
    }

    /// Returns the mean over queries of the mean precision at the places of relevant documents.
    public static MeanMetric meanAveragePrecision() {
        return of("mean average precision of ranking", RankingMetrics::averagePrecision);
    }

    private static double averagePrecision(Ranked query) {
        var relevant = 0;
        var sum = 0.0;
        for (var place = 0; place < query.size(); place++) {
            if (query.isRelevant(place)) {
                relevant++;
                sum += (double) relevant / (place + 1);
            }
        }
        return relevant == 0 ? 0 : sum / relevant;
    }

    private static MeanMetric of(String name, ToDoubleFunction<Ranked> mark) {
        return MeanMetric.of(
                name,
                (metric, outputs, targets, weights, ignored, sink) -> {
                    for (var query : Ranked.of(metric, outputs, targets, weights, ignored)) {
                        sink.accept(
                                query.isKnown() ? mark.applyAsDouble(query) : Double.NaN,
                                query.weight());
                    }
                });
    }

    private static void check(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "the first %d documents are none: give 1 or more".formatted(count));
        }
    }
}
