package dev.gradus.train;

import dev.gradus.data.Dataset;
import dev.gradus.data.Preprocessing;
import dev.gradus.nn.Layers;
import dev.gradus.nn.Optimizers;
import dev.gradus.nn.Sequential;
import java.util.Arrays;

/// What little effort reaches on the same test examples: a network that is no better has learned
/// nothing worth its cost.
///
/// @param majorityClass the commonest class of the training part
/// @param majorityAccuracy the accuracy of naming it always
/// @param majorityMacroF1 the macro F1 of naming it always
/// @param linearAccuracy the accuracy of a linear model (multinomial logistic regression) trained
///     briefly on the same training part
/// @param linearMacroF1 the macro F1 of that
public record Baselines(
        String majorityClass,
        double majorityAccuracy,
        double majorityMacroF1,
        double linearAccuracy,
        double linearMacroF1) {
    /// Enough for a linear model, and seconds at most.
    private static final int LINEAR_STEPS = 800;

    private static final int LINEAR_BATCH = 128;

    /// Trains what the baselines need and judges them by `test`.
    static Baselines of(
            Dataset train,
            Dataset validation,
            Preprocessing preprocessing,
            long seed,
            Dataset test) {
        var majority = majority(train);
        var named = new int[test.size()];
        Arrays.fill(named, majority);
        var always = ConfusionMatrix.of(test.classes(), test.labels(), named);
        var linear =
                linear(train, validation, preprocessing, seed).model().predict(test).confusion();
        return new Baselines(
                train.classes().get(majority),
                always.accuracy(),
                always.macroF1(),
                linear.accuracy(),
                linear.macroF1());
    }

    private static int majority(Dataset train) {
        var counts = train.classCounts();
        var majority = 0;
        for (var label = 1; label < counts.length; label++) {
            if (counts[label] > counts[majority]) {
                majority = label;
            }
        }
        return majority;
    }

    private static Run linear(
            Dataset train, Dataset validation, Preprocessing preprocessing, long seed) {
        var stepsPerEpoch = Math.ceilDiv(train.size(), LINEAR_BATCH);
        return Trainer.of(Sequential.of(Layers.flatten(), Layers.dense(train.classes().size())))
                .optimizer(Optimizers.adam(1e-3))
                .preprocessing(preprocessing)
                .batch(LINEAR_BATCH)
                .epochs(Math.ceilDiv(LINEAR_STEPS, stepsPerEpoch))
                .seed(seed)
                .unrecorded()
                .fit(train, validation);
    }
}
