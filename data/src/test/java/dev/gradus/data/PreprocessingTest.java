package dev.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreprocessingTest {
    private static Dataset table(float... features) {
        return Dataset.of(
                "table", features, Shape.of(2), new int[features.length / 2], List.of("only"));
    }

    @Test
    void scaleDividesByItsDivisor() {
        assertThat(Scale.pixels().apply(new float[] {0, 51, 255})).containsExactly(0, 0.2f, 1);
    }

    @Test
    void applyLeavesTheRawNumbersAlone() {
        var raw = new float[] {1, 2};
        Scale.pixels().apply(raw);
        assertThat(raw).containsExactly(1, 2);
    }

    @Test
    void standardizeSubtractsTheMeanOfAllThenDividesByTheirDeviation() {
        var standardize = Standardize.fit(table(1, 3, 5, 7));
        assertThat(standardize.mean()).containsExactly(4);
        assertThat(standardize.deviation()).containsExactly((float) Math.sqrt(5));
        assertThat(standardize.apply(new float[] {4, 6}))
                .containsExactly(0, 2 / (float) Math.sqrt(5));
    }

    @Test
    void standardizeTreatsEachFeatureByItselfIfAsked() {
        var standardize = Standardize.fitEachFeature(table(0, 10, 2, 30));
        assertThat(standardize.mean()).containsExactly(1, 20);
        assertThat(standardize.deviation()).containsExactly(1, 10);
        assertThat(standardize.apply(new float[] {2, 10})).containsExactly(1, -1);
        assertThatThrownBy(() -> standardize.apply(new float[3]))
                .hasMessage(
                        "this was fitted to examples of 2 numbers (table) but receives one of 3");
    }

    @Test
    void aFeatureThatNeverVariesBecomesZero() {
        var standardize = Standardize.fitEachFeature(table(0.1f, 1, 0.1f, 2, 0.1f, 3));
        assertThat(standardize.apply(new float[] {0.1f, 2})).containsExactly(0, 0);
        assertThat(standardize.deviation()[0]).isEqualTo(1);
    }

    @Test
    void refusesToMeasureMissingValuesOrNothing() {
        assertThatThrownBy(() -> Standardize.fit(table(1, Float.NaN)))
                .hasMessageStartingWith("table has missing or infinite values");
        assertThatThrownBy(() -> Standardize.fitEachFeature(table()))
                .hasMessageStartingWith("table holds no numbers");
    }

    @Test
    void carriesTheDataItWasFittedOn() {
        var train = table(1, 3, 5, 7);
        var chain = Chain.of(new Scale(2), Standardize.fit(train.through(new Scale(2))));
        assertThat(chain.fittedOn()).contains(new FittedOn("table", train.hash(), 2));
        assertThat(Scale.pixels().fittedOn()).isEmpty();
    }

    @Test
    void chainDoesItsStepsInOrder() {
        var train = table(1, 3, 5, 7);
        var halved = train.through(new Scale(2));
        var chain = Chain.of(new Scale(2), Standardize.fit(halved));
        assertThat(Standardize.fit(halved).mean()).containsExactly(2);
        assertThat(chain.apply(new float[] {4, 4})).containsExactly(0, 0);
        assertThat(Chain.of(Chain.of(new Scale(2)), new Scale(3)))
                .isEqualTo(Chain.of(new Scale(2), new Scale(3)));
        assertThat(Preprocessing.none().apply(new float[] {3})).containsExactly(3);
    }

    @Test
    void isMadeAgainFromItsDescription() {
        var train = table(1, 3.7f, 5, 7.1f);
        var chain =
                Chain.of(new Scale(3), Standardize.fit(train), Standardize.fitEachFeature(train));
        assertThat(Preprocessing.of(chain.description())).isEqualTo(chain).hasSameHashCodeAs(chain);
        assertThat(Preprocessing.of(new Scale(0.1f).description())).isEqualTo(new Scale(0.1f));
    }

    @Test
    void acceptsWhateverKindOfNumberAJsonReaderMakes() {
        assertThat(Preprocessing.of(Map.of("kind", "scale", "divisor", 255L)))
                .isEqualTo(new Scale(255));
        assertThat(Preprocessing.of(Map.of("kind", "scale", "divisor", new BigDecimal("0.1"))))
                .isEqualTo(new Scale(0.1f));
    }

    @Test
    void refusesDescriptionsThatMakeNoSense() {
        var fittedOn = Map.of("name", "n", "hash", "h", "examples", 1);
        assertThatThrownBy(() -> Preprocessing.of(Map.of("kind", "rotate")))
                .hasMessage(
                        "preprocessing of kind \"rotate\" is not known; known are scale, standardize, chain");
        assertThatThrownBy(() -> Preprocessing.of(Map.of()))
                .hasMessageContaining("\"kind\": null, but a text is expected");
        assertThatThrownBy(() -> Preprocessing.of(Map.of("kind", "scale", "divisor", 0)))
                .hasMessageContaining("cannot divide by 0.0");
        assertThatThrownBy(() -> standardize(List.of(1), List.of(0), fittedOn))
                .hasMessageContaining("deviation 0.0: it must be above 0");
        assertThatThrownBy(() -> standardize(List.of(1, 2), List.of(1), fittedOn))
                .hasMessageContaining("2 means and 1 deviations");
        assertThatThrownBy(() -> standardize(List.of("x"), List.of(1), fittedOn))
                .hasMessageContaining("a list of finite numbers is expected");
        assertThatThrownBy(() ->
                        Preprocessing.of(
                                Map.of(
                                        "kind",
                                        "chain",
                                        "steps",
                                        List.of(Preprocessing.none().description()))))
                .hasMessageContaining("be no chain itself");
    }

    private static Preprocessing standardize(
            List<?> mean, List<?> deviation, Map<String, ?> fittedOn) {
        return Preprocessing.of(
                Map.of(
                        "kind",
                        "standardize",
                        "mean",
                        mean,
                        "deviation",
                        deviation,
                        "fittedOn",
                        fittedOn));
    }
}
