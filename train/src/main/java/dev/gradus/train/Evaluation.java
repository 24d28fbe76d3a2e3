package dev.gradus.train;

import dev.gradus.io.Json;
import dev.gradus.nn.Seed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How good a model is on examples it has never seen.
///
/// @param data the name of the examples
/// @param predictions what the model answered
/// @param confusion which class was taken for which
/// @param accuracyInterval where the accuracy lies in 95 of 100 cases, judged by 1,000 resamples
/// @param macroF1Interval where the macro F1 lies in 95 of 100 cases, likewise
/// @param baselines what little effort reaches, where the training part was at hand
public record Evaluation(
        String data,
        Predictions predictions,
        ConfusionMatrix confusion,
        Interval accuracyInterval,
        Interval macroF1Interval,
        Optional<Baselines> baselines) {
    /// How often examples are drawn anew for the intervals.
    public static final int RESAMPLES = 1000;

    /// Fixed, so that the same predictions are always judged alike.
    private static final Seed RESAMPLING = Seed.seed(1).child("bootstrap");

    /// Judges predictions.
    public static Evaluation of(String data, Predictions predictions) {
        var confusion = predictions.confusion();
        var bootstrap = Bootstrap.of(confusion, RESAMPLES, RESAMPLING);
        return new Evaluation(
                data,
                predictions,
                confusion,
                bootstrap.interval(ConfusionMatrix::accuracy),
                bootstrap.interval(ConfusionMatrix::macroF1),
                Optional.empty());
    }

    Evaluation with(Baselines found) {
        return new Evaluation(
                data,
                predictions,
                confusion,
                accuracyInterval,
                macroF1Interval,
                Optional.of(found));
    }

    /// Returns the share of examples given the right class.
    public double accuracy() {
        return confusion.accuracy();
    }

    /// Returns the mean F1 of all classes.
    public double macroF1() {
        return confusion.macroF1();
    }

    /// Returns the mean of `-log p` of the true class; 0 is perfect.
    public double logLoss() {
        return predictions.logLoss();
    }

    /// Returns precision, recall and F1 of each class.
    public List<ClassScore> perClass() {
        return confusion.perClass();
    }

    /// Returns everything but the single predictions as text, numbers, lists and maps.
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("data", data);
        map.put("examples", predictions.size());
        map.put("accuracy", accuracy());
        map.put("accuracy_interval_95", List.of(accuracyInterval.low(), accuracyInterval.high()));
        map.put("macro_f1", macroF1());
        map.put("macro_f1_interval_95", List.of(macroF1Interval.low(), macroF1Interval.high()));
        map.put("macro_precision", confusion.macroPrecision());
        map.put("macro_recall", confusion.macroRecall());
        map.put("log_loss", logLoss());
        baselines.ifPresent(found -> map.put("baselines", baselines(found)));
        map.put("classes", perClass());
        map.put("confusion_matrix", confusion.counts());
        return map;
    }

    private static Map<String, Object> baselines(Baselines found) {
        var map = new LinkedHashMap<String, Object>();
        map.put("majority_class", found.majorityClass());
        map.put("majority_accuracy", found.majorityAccuracy());
        map.put("majority_macro_f1", found.majorityMacroF1());
        map.put("linear_accuracy", found.linearAccuracy());
        map.put("linear_macro_f1", found.linearMacroF1());
        return map;
    }

    /// Returns [#toMap] as JSON.
    public String toJson() {
        return Json.write(toMap());
    }

    /// Returns everything but the single predictions as tables.
    @Override
    public String toString() {
        return EvaluationText.of(this);
    }
}
