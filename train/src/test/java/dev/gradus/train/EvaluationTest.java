package dev.gradus.train;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.data.Parts;
import dev.gradus.io.Json;
import dev.gradus.nn.Sequential;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Parts PARTS = Stripes.parts();

    private static Evaluation evaluation() {
        return Trainer.of(Sequential.of(flatten(), dense(16, RELU), dense(3)))
                .epochs(6)
                .fit(PARTS.train(), PARTS.validation())
                .evaluate(PARTS.test());
    }

    @Test
    void aTableShowsEverything() {
        var truth = new int[] {0, 0, 0, 1, 1};
        var probabilities = new float[] {1, 0, 1, 0, 0.25f, 0.75f, 0.5f, 0.5f, 0, 1};
        var evaluation =
                new Evaluation(
                        "few examples",
                        new Predictions(List.of("cat", "dog"), truth, probabilities),
                        new Predictions(List.of("cat", "dog"), truth, probabilities).confusion(),
                        new Interval(0.2, 1),
                        new Interval(0.16, 1),
                        java.util.Optional.of(new Baselines("cat", 0.6, 0.375, 0.4, 0.4)));
        var language = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(evaluation)
                    .hasToString(
                            """
                            few examples, 5 examples

                                                      accuracy           macro F1
                            this model                 60.00 %            58.33 %
                              95 % interval  20.00 to 100.00 %  16.00 to 100.00 %
                            linear model               40.00 %            40.00 %
                            always 'cat'               60.00 %            37.50 %
                            log loss                    0.4159

                            class  precision   recall       F1  examples
                            cat      66.67 %  66.67 %  66.67 %         3
                            dog      50.00 %  50.00 %  50.00 %         2
                            mean     58.33 %  58.33 %  58.33 %         5

                            is \\ called  a  b
                            a cat        2  1
                            b dog        1  1
                            """);
        } finally {
            Locale.setDefault(language);
        }
    }

    @Test
    void baselinesSayWhatLittleEffortReaches() {
        var baselines = evaluation().baselines().orElseThrow();
        var counts = PARTS.train().classCounts();
        var majority = Stripes.CLASSES.indexOf(baselines.majorityClass());

        assertThat(counts[majority]).isEqualTo(java.util.Arrays.stream(counts).max().orElseThrow());
        assertThat(baselines.majorityAccuracy())
                .isEqualTo((double) PARTS.test().classCounts()[majority] / PARTS.test().size());
        // stripes are told apart by weights alone
        assertThat(baselines.linearAccuracy()).isGreaterThan(0.9);
    }

    @Test
    void theSameModelIsAlwaysJudgedAlike() {
        var first = evaluation();

        assertThat(evaluation().toJson()).isEqualTo(first.toJson());
        assertThat(first.accuracyInterval().low()).isLessThan(first.accuracy());
        assertThat(first.accuracyInterval().high()).isGreaterThanOrEqualTo(first.accuracy());
    }

    @Test
    void jsonHoldsTheSameFigures() {
        var evaluation = evaluation();

        var json = Json.read(evaluation.toJson());

        assertThat(json)
                .containsEntry("accuracy", evaluation.accuracy())
                .containsEntry("macro_f1", evaluation.macroF1())
                .containsEntry("log_loss", evaluation.logLoss())
                .containsEntry("examples", (long) PARTS.test().size())
                .containsKeys("accuracy_interval_95", "baselines", "classes");
        assertThat((List<?>) json.get("confusion_matrix")).hasSize(3);
        var first = (Map<?, ?>) ((List<?>) json.get("classes")).getFirst();
        assertThat(first.keySet())
                .isEqualTo(Set.of("name", "precision", "recall", "f1", "support"));
    }
}
