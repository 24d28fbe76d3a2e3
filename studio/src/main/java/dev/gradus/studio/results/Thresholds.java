package dev.gradus.studio.results;

import dev.gradus.tensor.Tensor;
import dev.gradus.train.Metrics;
import dev.gradus.train.metric.RankScore;
import dev.gradus.train.metric.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What comes of calling examples one class from some likelihood on, and the rest not: a table in which a
/// page looks things up while a line is dragged.
///
/// @param judged the answers
/// @param label the class
/// @param score the figures of it
record Thresholds(Judged judged, int label, RankScore score) {
    /// How fine the table is.
    private static final int STEPS = 200;

    private static final int BINS = 50;
    private static final int MOST_POINTS = 300;

    static Thresholds of(Judged judged, int label) {
        var predictions = judged.evaluation().predictions();
        var size = predictions.size();
        var scores = new float[size];
        var truth = new int[size];
        for (var i = 0; i < size; i++) {
            scores[i] = predictions.probability(i, label);
            truth[i] = predictions.truth(i) == label ? 1 : 0;
        }
        var score = Metrics.rocAuc().start().add(Tensor.of(scores), Tensor.of(truth, size));
        return new Thresholds(judged, label, score);
    }

    /// Returns the table, both curves, and how many examples lie where.
    Map<String, Object> words() {
        var words = new LinkedHashMap<String, Object>();
        words.put("is", "threshold");
        words.put("label", label);
        words.put("steps", STEPS);
        words.put("table", IntStream.rangeClosed(0, STEPS).mapToObj(this::row).toList());
        words.put("positives", pile(true));
        words.put("negatives", pile(false));
        words.put("rocArea", score.value());
        words.put(
                "roc",
                thinned(
                        score.rocCurve().points().stream()
                                .map(it -> List.of(it.falsePositiveRate(), it.truePositiveRate()))
                                .toList()));
        var curve = score.precisionRecallCurve();
        words.put("averagePrecision", curve.averagePrecision());
        words.put(
                "pr",
                thinned(
                        curve.points().stream()
                                .map(it -> List.of(it.recall(), it.precision()))
                                .toList()));
        return words;
    }

    private double threshold(int step) {
        return (double) step / STEPS;
    }

    /// Hits, needless alarms, misses, precision, recall, F1 and the share of needless alarms among
    /// what is not so, from a threshold on.
    private List<Number> row(int step) {
        var tally = score.thresholds().at(threshold(step));
        return List.of(
                Math.round(tally.truePositives()),
                Math.round(tally.falsePositives()),
                Math.round(tally.falseNegatives()),
                tally.precision(),
                tally.recall(),
                tally.f(1),
                1 - tally.specificity());
    }

    /// Returns what both mistakes cost at each threshold of the table, and where they cost least.
    Map<String, Object> costs(double missed, double needless) {
        var search = score.thresholds();
        var best = search.leastCost(needless, missed);
        var words = new LinkedHashMap<String, Object>();
        words.put("is", "cost");
        words.put("label", label);
        words.put("missed", missed);
        words.put("needless", needless);
        words.put(
                "costs",
                IntStream.rangeClosed(0, STEPS)
                        .mapToDouble(step -> cost(search.at(threshold(step)), missed, needless))
                        .toArray());
        // calling nothing so has no threshold
        words.put("threshold", Double.isInfinite(best.threshold()) ? 1.0 : best.threshold());
        words.put("nothing", Double.isInfinite(best.threshold()));
        words.put("least", best.figure());
        return words;
    }

    private static double cost(Tally tally, double missed, double needless) {
        return missed * tally.falseNegatives() + needless * tally.falsePositives();
    }

    private int[] pile(boolean positive) {
        var predictions = judged.evaluation().predictions();
        var counts = new int[BINS];
        for (var i = 0; i < predictions.size(); i++) {
            if ((predictions.truth(i) == label) == positive) {
                counts[Math.min(BINS - 1, (int) (predictions.probability(i, label) * BINS))]++;
            }
        }
        return counts;
    }

    /// A line of more points than there are pixels looks no better; both ends stay.
    private static List<List<Double>> thinned(List<List<Double>> points) {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        var fewer = new ArrayList<List<Double>>();
        for (var i = 0; i < MOST_POINTS; i++) {
            fewer.add(points.get((int) ((long) i * (points.size() - 1) / (MOST_POINTS - 1))));
        }
        return fewer;
    }
}
