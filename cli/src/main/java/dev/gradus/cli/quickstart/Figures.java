package dev.gradus.cli.quickstart;

import dev.gradus.train.Baselines;
import dev.gradus.train.Evaluation;
import dev.gradus.train.Run;
import java.util.LinkedHashMap;
import java.util.Map;

/// The figures of a quickstart, for programs to read.
final class Figures {
    private Figures() {}

    static Map<String, Object> of(Order order, Run run, Evaluation evaluation) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("test_accuracy", evaluation.accuracy());
        figures.put("macro_f1", evaluation.macroF1());
        figures.put(
                "baseline_accuracy",
                evaluation.baselines().map(Baselines::linearAccuracy).orElse(Double.NaN));
        figures.put("epochs", run.history().size());
        figures.put("seconds_training", run.secondsTraining());
        figures.put("samples_per_second", run.samplesPerSecond());
        figures.put("seconds_to_first_step", run.secondsToFirstStep());
        figures.put("parameters", run.model().parameters());
        figures.put("model_file", order.modelFile().toAbsolutePath().normalize().toString());
        figures.put("weights_sha256", run.weightsSha256());
        figures.put("threads", order.threads());
        figures.put("seed", order.seed());
        return figures;
    }
}
