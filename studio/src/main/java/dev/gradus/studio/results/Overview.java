package dev.gradus.studio.results;

import dev.gradus.data.Dataset;
import dev.gradus.train.ClassScore;
import dev.gradus.train.Metrics;
import dev.gradus.train.metric.ReliabilityBin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What is said of a model at once, when it is opened.
final class Overview {
    private static final int BINS = 10;

    private Overview() {}

    static Map<String, Object> of(Judged judged) {
        var evaluation = judged.evaluation();
        var model = judged.opened().model();
        var words = new LinkedHashMap<String, Object>();
        words.put("is", "results");
        words.putAll(judged.opened().words());
        words.put("part", judged.part().name().toLowerCase(java.util.Locale.ROOT));
        words.put("unseen", judged.opened().learnedFromThem());
        words.put("looks", Ledger.looks(judged.opened()));
        words.put("judgedBefore", Ledger.judgedBefore(model));
        words.put("network", String.valueOf(model.layer()));
        words.put("parameters", model.parameters());
        words.put("shape", model.inputShape().toArray());
        words.put("classes", judged.data().classes());
        words.put("examples", judged.data().size());
        words.put("right", right(judged));
        words.put("accuracy", evaluation.accuracy());
        words.put("interval", evaluation.accuracyInterval());
        words.put("macroF1", evaluation.macroF1());
        words.put("logLoss", evaluation.logLoss());
        words.put("confusion", evaluation.confusion().counts());
        words.put("kinds", kinds(judged));
        words.put("reliability", reliability(judged));
        if (!judged.opened().subject().isPictures()) {
            words.put("ranges", ranges(judged.opened().parts().train()));
        }
        return words;
    }

    private static long right(Judged judged) {
        var predictions = judged.evaluation().predictions();
        return IntStream.range(0, predictions.size()).filter(predictions::correct).count();
    }

    private static List<Map<String, Object>> kinds(Judged judged) {
        var confusion = judged.evaluation().confusion();
        var kinds = new ArrayList<Map<String, Object>>();
        for (var score : judged.evaluation().perClass()) {
            kinds.add(kind(score, confusion.called(kinds.size())));
        }
        return kinds;
    }

    private static Map<String, Object> kind(ClassScore score, int called) {
        return Map.of(
                "name", score.name(),
                "precision", score.precision(),
                "recall", score.recall(),
                "f1", score.f1(),
                "support", score.support(),
                "called", called);
    }

    private static Map<String, Object> reliability(Judged judged) {
        var metric = Metrics.calibrationError().bins(BINS);
        var outputs = judged.evaluation().predictions().probabilities();
        var truth = judged.evaluation().predictions().truth();
        List<ReliabilityBin> bins = metric.diagram(outputs, truth);
        return Map.of("error", metric.start().add(outputs, truth).value(), "bins", bins);
    }

    private static List<Map<String, Object>> ranges(Dataset data) {
        var ranges = new ArrayList<Map<String, Object>>();
        for (var j = 0; j < data.exampleShape().count(); j++) {
            var low = Float.POSITIVE_INFINITY;
            var high = Float.NEGATIVE_INFINITY;
            for (var i = 0; i < data.size(); i++) {
                var value = data.features(i)[j];
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            ranges.add(Map.of("name", "x" + (j + 1), "low", low, "high", high));
        }
        return ranges;
    }
}
