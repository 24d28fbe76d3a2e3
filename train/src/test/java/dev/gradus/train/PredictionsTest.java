package dev.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PredictionsTest {
    private static final List<String> CLASSES = List.of("a", "b", "c");

    private static Predictions predictions() {
        return new Predictions(
                CLASSES,
                new int[] {0, 1, 2, 2},
                new float[] {
                    0.6f, 0.3f, 0.1f, //
                    0.5f, 0.4f, 0.1f, //
                    0.1f, 0.8f, 0.1f, //
                    0.2f, 0.2f, 0.6f
                });
    }

    @ParameterizedTest
    @MethodSource("dev.gradus.train.Goldens#cases")
    void theLogLossIsThatOfScikitLearn(Goldens.Case golden) {
        var predictions = golden.predictions();

        assertThat(predictions.logLoss()).isCloseTo(golden.real("logLoss"), within(1e-12));
        assertThat(predictions.confusion().counts()).isDeepEqualTo(golden.rows("confusion"));
    }

    @Test
    void beingSureOfSomethingWrongCostsMuchButNotEverything() {
        var sure = new Predictions(CLASSES, new int[] {0}, new float[] {0, 1, 0});

        assertThat(sure.logLoss()).isBetween(100.0, 104.0);
    }

    @Test
    void mistakesComeSurestFirst() {
        assertThat(predictions().mistakes()).containsExactly(2, 1);
        assertThat(predictions().correct(0)).isTrue();
    }

    @Test
    void ofSeveralAsLikelyTheFirstIsPredicted() {
        var even = new Predictions(CLASSES, new int[] {1}, new float[] {0.25f, 0.25f, 0.25f});

        assertThat(even.predicted(0)).isZero();
        assertThat(even.prediction(0).index()).isZero();
    }

    @Test
    void aPredictionRanksAllClasses() {
        var prediction = predictions().prediction(1);

        assertThat(prediction.label()).isEqualTo("a");
        assertThat(prediction.probability()).isEqualTo(0.5);
        assertThat(prediction.top(2))
                .extracting(Prediction.Choice::label)
                .containsExactly("a", "b");
        assertThat(prediction.top(9)).hasSize(3);
        assertThat(prediction).hasToString("a 50.0 %, b 40.0 %, c 10.0 %");
        assertThatIllegalArgumentException().isThrownBy(() -> prediction.top(0));
    }

    @Test
    void metricsAreFiguresOfPredictions() {
        assertThat(Metrics.accuracy().of(predictions())).isEqualTo(0.5);
        assertThat(Metrics.topAccuracy(2).of(predictions())).isEqualTo(0.75);
        assertThat(Metrics.macroF1().of(predictions()))
                .isEqualTo(predictions().confusion().macroF1());
    }
}
