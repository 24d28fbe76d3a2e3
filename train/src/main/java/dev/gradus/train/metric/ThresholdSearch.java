package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// Finds the probability from which it pays to call something so.
///
/// A half is right only if both mistakes cost alike. Where a missed illness costs 20 times as much as a
/// false alarm:
///
/// ```java
/// var best = ThresholdSearch.of(probabilities, labels).leastCost(1, 20);
/// IO.println(best.threshold());
/// ```
///
/// Every score is tried, and calling nothing so: an example is called so if its score is the threshold or
/// more. Of several thresholds that are as good the largest is taken, which calls the fewest so. Search on
/// validation examples, not on those by which the result is judged.
public final class ThresholdSearch {
    private final BinaryCounts counts;

    ThresholdSearch(BinaryCounts counts) {
        if (!counts.known() || counts.size() == 0) {
            throw new IllegalArgumentException(
                    "a threshold was looked for among %s: give scores that are numbers"
                            .formatted(counts.size() == 0 ? "no scores" : "scores with NaN"));
        }
        this.counts = counts;
    }

    /// Returns a search in these scores of class 1, `[batch]`, `[batch, 1]` or probabilities `[batch, 2]`.
    ///
    /// @throws IllegalArgumentException if scores and labels do not fit each other or there are none
    public static ThresholdSearch of(Tensor scores, Tensor labels) {
        return RankMetric.rocAuc().start().add(scores, labels).thresholds();
    }

    /// Returns what comes of calling so whatever scores `threshold` or more.
    public Tally at(double threshold) {
        return counts.at(threshold);
    }

    /// Returns the threshold at which mistakes cost least together.
    ///
    /// @param falsePositive what it costs to call so what is not
    /// @param falseNegative what it costs not to call so what is
    public BestThreshold leastCost(double falsePositive, double falseNegative) {
        return leastCost(falsePositive, falseNegative, 0, 0);
    }

    /// Returns the threshold at which everything costs least together; a gain is a negative cost.
    ///
    /// @param falsePositive what it costs to call so what is not
    /// @param falseNegative what it costs not to call so what is
    /// @param truePositive what it costs to call so what is
    /// @param trueNegative what it costs not to call so what is not
    public BestThreshold leastCost(
            double falsePositive, double falseNegative, double truePositive, double trueNegative) {
        var best =
                most(tally ->
                        -(falsePositive * tally.falsePositives()
                                + falseNegative * tally.falseNegatives()
                                + truePositive * tally.truePositives()
                                + trueNegative * tally.trueNegatives()));
        return new BestThreshold(best.threshold(), 0 - best.figure(), best.tally());
    }

    /// Returns the threshold of the largest F, in which recall counts `beta` times as much as precision.
    public BestThreshold mostF(double beta) {
        return most(tally -> tally.f(beta));
    }

    /// Returns the threshold of the largest recall among those with this precision or more, if there are any.
    public Optional<BestThreshold> mostRecall(double precision) {
        return most(Tally::recall, tally -> tally.precision() >= precision);
    }

    /// Returns the threshold of the largest precision among those with this recall or more, if there are any.
    public Optional<BestThreshold> mostPrecision(double recall) {
        return most(Tally::precision, tally -> tally.recall() >= recall);
    }

    /// Returns the threshold at which `figure` is largest among those that will do, if there are any:
    /// `most(Tally::recall, tally -> tally.specificity() >= 0.9)`.
    public Optional<BestThreshold> most(ToDoubleFunction<Tally> figure, Predicate<Tally> willDo) {
        var best = Optional.<BestThreshold>empty();
        for (var k = -1; k < counts.size(); k++) {
            var tally = counts.tally(k);
            var reached = figure.applyAsDouble(tally);
            if (willDo.test(tally) && (best.isEmpty() || reached > best.get().figure())) {
                best = Optional.of(new BestThreshold(counts.threshold(k), reached, tally));
            }
        }
        return best;
    }

    private BestThreshold most(ToDoubleFunction<Tally> figure) {
        return most(figure, _ -> true).orElseThrow();
    }
}
