package dev.gradus.train.metric;

import dev.gradus.train.Metric;
import java.util.OptionalInt;

/// A figure of how well scores put what is so before what is not, whatever the threshold.
///
/// Of two classes, outputs are `[...]` or `[..., 1]` with any score of class 1, or probabilities
/// `[..., 2]`; of more, probabilities `[..., classes]`. Targets are the numbers of the classes.
///
/// Every score is kept, 8 bytes each and 16 an example: an exact figure needs them all. A score that is no
/// number makes the figure none.
///
/// @param figure which
/// @param averaging how those of several classes become one
/// @param pairs whether each class is compared with each other one instead of with the rest
/// @param anyNumber whether an example has any number of labels instead of one class
/// @param ignored the label of examples that are left out
public record RankMetric(
        Figure figure,
        ClassAveraging averaging,
        boolean pairs,
        boolean anyNumber,
        OptionalInt ignored)
        implements Metric {
    /// The figures there are.
    public enum Figure {
        /// The area under the receiver operating characteristic: how likely something that is so has a
        /// larger score than something that is not.
        ROC_AUC("ROC AUC"),
        /// The mean precision over steps of recall, the area under that curve without interpolation.
        AVERAGE_PRECISION("average precision");

        private final String text;

        Figure(String text) {
            this.text = text;
        }

        double of(BinaryCounts counts) {
            return switch (this) {
                case ROC_AUC -> counts.rocArea();
                case AVERAGE_PRECISION -> counts.averagePrecision();
            };
        }
    }

    /// Checks that the figure is defined.
    public RankMetric {
        if (averaging instanceof ClassAveraging.Binary
                || averaging instanceof ClassAveraging.OfClass) {
            throw new IllegalArgumentException(
                    "%s averages over classes: use values() for that of each"
                            .formatted(figure.text));
        }
        if (pairs && (anyNumber || averaging instanceof ClassAveraging.Micro)) {
            throw new IllegalArgumentException(
                    "classes are compared pair by pair only where each example has one, and never micro");
        }
    }

    /// Returns the area under the receiver operating characteristic.
    public static RankMetric rocAuc() {
        return of(Figure.ROC_AUC);
    }

    /// Returns the mean precision over steps of recall.
    public static RankMetric averagePrecision() {
        return of(Figure.AVERAGE_PRECISION);
    }

    private static RankMetric of(Figure figure) {
        return new RankMetric(
                figure, new ClassAveraging.Macro(), false, false, OptionalInt.empty());
    }

    /// Returns the figure with each class compared with each other one among the examples of both, instead
    /// of with all the rest (Hand and Till 2001).
    public RankMetric oneVersusOne() {
        return new RankMetric(figure, averaging, true, anyNumber, ignored);
    }

    /// Returns the mean in which a class counts as often as it is there.
    public RankMetric weighted() {
        return new RankMetric(figure, new ClassAveraging.Weighted(), pairs, anyNumber, ignored);
    }

    /// Returns the figure of the scores of all classes together.
    public RankMetric micro() {
        return new RankMetric(figure, new ClassAveraging.Micro(), pairs, anyNumber, ignored);
    }

    /// Returns the figure of examples that have any number of labels: outputs are scores and targets 0 or 1,
    /// both `[batch, labels]`.
    public RankMetric multilabel() {
        return new RankMetric(figure, averaging, pairs, true, ignored);
    }

    /// Returns the figure without the examples whose target is `label`.
    public RankMetric ignoring(int label) {
        return new RankMetric(figure, averaging, pairs, anyNumber, OptionalInt.of(label));
    }

    @Override
    public String name() {
        var average = averaging instanceof ClassAveraging.Macro ? "" : averaging + " ";
        return "%s%s%s%s"
                .formatted(
                        average,
                        figure.text,
                        pairs ? " one versus one" : "",
                        anyNumber ? " of labels" : "");
    }

    @Override
    public RankScore start() {
        return new RankScore(this);
    }

    @Override
    public String toString() {
        return name();
    }
}
