package dev.gradus.train.metric;

import static dev.gradus.train.Metrics.hitRate;
import static dev.gradus.train.Metrics.meanReciprocalRank;
import static dev.gradus.train.Metrics.ndcg;
import static dev.gradus.train.Metrics.precisionAt;
import static dev.gradus.train.Metrics.rankingPrecision;
import static dev.gradus.train.Metrics.recallAt;
import static dev.gradus.train.metric.MetricCase.row;

import java.util.List;

/// Figures of search.
interface RankingCases {
    List<MetricCase> ROWS =
            List.of(
                    row("ndcg()", ndcg(), "NDCG"),
                    row("ndcg(1)", ndcg(1), "NDCG at 1"),
                    row("ndcg(3)", ndcg(3), "NDCG at 3"),
                    row("ndcg(50)", ndcg(50), "NDCG at 50"),
                    row("meanReciprocalRank()", meanReciprocalRank(), "mean reciprocal rank"),
                    row(
                            "rankingPrecision()",
                            rankingPrecision(),
                            "mean average precision of ranking"),
                    row("hitRate(1)", hitRate(1), "hit rate at 1"),
                    row("recallAt(1)", recallAt(1), "recall at 1"),
                    row("precisionAt(1)", precisionAt(1), "precision at 1"),
                    row("hitRate(3)", hitRate(3), "hit rate at 3"),
                    row("recallAt(3)", recallAt(3), "recall at 3"),
                    row("precisionAt(3)", precisionAt(3), "precision at 3"),
                    row("hitRate(7)", hitRate(7), "hit rate at 7"),
                    row("recallAt(7)", recallAt(7), "recall at 7"),
                    row("precisionAt(7)", precisionAt(7), "precision at 7"));
}
