package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.seed;
import static dev.gradus.nn.Losses.binaryCrossEntropy;
import static dev.gradus.nn.Losses.crossEntropy;
import static dev.gradus.nn.Losses.meanSquaredError;
import static dev.gradus.nn.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Parameters;
import dev.gradus.nn.Summary;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitecturesTest {
    @ParameterizedTest
    @CsvSource({
        "1, 4231976, 568740352",
        "0.75, 2585560, 325400448",
        "0.5, 1331592, 149497088",
        "0.25, 470072, 41030272"
    })
    void mobileNetIsAsLargeAsInThePaper(double width, long parameters, long multiplyAdds) {
        var summary = Summary.of(MobileNet.of(width, 1000), Shape.of(224, 224, 3));
        assertThat(summary.parameters()).isEqualTo(parameters);
        assertThat(summary.multiplyAdds()).isEqualTo(multiplyAdds);
    }

    @Test
    void uNetIsAsLargeAsInThePaper() {
        var summary = UNet.of(Shape.of(64, 64, 1), 2).build(seed(1)).summary();
        assertThat(summary.parameters()).isEqualTo(31_030_658);
        assertThat(summary.output()).isEqualTo(Shape.of(64, 64, 2));
    }

    @Test
    void uNetFindsPointsThatBelongTogether() {
        // the left half of some pictures is bright, the right half of others
        var x = new float[4 * 8 * 8];
        var y = new long[4 * 8 * 8];
        for (var i = 0; i < x.length; i++) {
            var bright = i % 8 / 4 == i / 64 % 2;
            x[i] = bright ? 0.8f : 0.2f;
            y[i] = bright ? 1 : 0;
        }
        var picture = Tensor.of(x, 4, 8, 8, 1);
        var truth = Tensor.of(y, 4, 8, 8);
        var net = UNet.of(Shape.of(8, 8, 1), 1, 4, 2).build(seed(1));
        var optimizer = adam(0.01).on(net);
        for (var step = 0; step < 60; step++) {
            optimizer.step(crossEntropy(net.apply(picture), truth));
        }
        assertThat(net.apply(picture).argmax(-1).toLongs()).containsExactly(y);
    }

    @Test
    void autoencodersLearnToGiveBackWhatTheyAreGiven() {
        var x = Randomness.with(1, () -> Tensor.random(16, 4, 4, 1)).realize();
        var shape = Shape.of(4, 4, 1);
        for (var spec :
                List.of(
                        Autoencoder.dense(shape, 32, 16),
                        Autoencoder.convolutional(shape, 16, 16))) {
            var net = spec.build(shape, seed(1));
            var optimizer = adam(0.01).on(net);
            for (var step = 0; step < 300; step++) {
                optimizer.step(meanSquaredError(net.apply(x), x));
            }
            assertThat(meanSquaredError(net.apply(x), x).item())
                    .isLessThan(x.variance().item() / 4);
            assertThat(net.upTo("encoder").output().count()).isEqualTo(16);
        }
    }

    @Test
    void dcganIsAsLargeAsItsDescriptionSays() {
        var generator = Dcgan.generator(64, 3, 64).build(Shape.of(100), seed(1));
        assertThat(Parameters.count(generator)).isEqualTo(5_126_723);
        assertThat(generator.output()).isEqualTo(Shape.of(64, 64, 3));
        var discriminator = Dcgan.discriminator(64, 64).build(Shape.of(64, 64, 3), seed(1));
        assertThat(Parameters.count(discriminator)).isEqualTo(4_315_649);
        for (var net : List.of(generator, discriminator)) {
            var weights = Parameters.of(net);
            assertThat(weights.get("0.weight").mean().item()).isCloseTo(0, within(1e-3));
            assertThat(weights.get("0.weight").variance().sqrt().item())
                    .isCloseTo(0.02, within(1e-3));
        }
    }

    @Test
    void wideAndDeepRemembersAndGeneralises() {
        var net = WideAndDeep.of(2, 1, List.of(4), 3, 8).build(seed(1));
        var category = Tensor.arange(32).mod(4).reshape(32, 1);
        var wide = Tensor.arange(32).mod(2).oneHot(2);
        var numbers = Randomness.with(2, () -> Tensor.random(32, 1)).realize();
        var truth = category.less(2).equal(numbers.greater(0.5)).realize();
        var optimizer = adam(0.03).on(net);
        for (var step = 0; step < 300; step++) {
            optimizer.step(
                    binaryCrossEntropy(net.outputs(wide, numbers, category).get("logit"), truth));
        }
        assertThat(net.outputs(wide, numbers, category).get("logit").greater(0).toLongs())
                .containsExactly(truth.toLongs());
    }

    @Test
    void twoTowersFindWhatFits() {
        var net = TwoTower.of(6, 4, List.of(16), 4).build(seed(1));
        // a question belongs to the thing whose number it holds, among other numbers
        var items = Tensor.eye(4).repeat(0, 3);
        var noise = Randomness.with(3, () -> Tensor.random(12, 2));
        var queries = Tensor.concatenate(1, noise, items.flip(1)).realize();
        var optimizer = adam(0.02).on(net);
        for (var step = 0; step < 100; step++) {
            var y = net.outputs(queries.slice(0, 4), items.slice(0, 4));
            optimizer.step(TwoTower.loss(y.get("queryVector"), y.get("itemVector"), 0.1));
        }
        var unseen = net.outputs(queries.slice(4, 8), items.slice(4, 8));
        var loss = TwoTower.loss(unseen.get("queryVector"), unseen.get("itemVector"), 0.1);
        assertThat(loss.item()).isLessThan(0.1);
        var others = net.outputs(queries.slice(4, 8), items.slice(5, 9));
        assertThat(unseen.get("score").greater(others.get("score")).toLongs()).containsOnly(1);
    }

    @Test
    void twoTowersForgiveWhatIsAskedForOften() {
        var queries = Tensor.of(new float[][] {{1, 0}, {0, 1}});
        var plain = TwoTower.loss(queries, queries, 1);
        var fair = TwoTower.loss(queries, queries, 1, Tensor.of(0.5f, 0.25f));
        // scores e / 0.5 against 1 / 0.25, and e / 0.25 against 1 / 0.5
        var first = -Math.log(2 * Math.E / (2 * Math.E + 4));
        var second = -Math.log(4 * Math.E / (4 * Math.E + 2));
        assertThat(fair.item()).isCloseTo((first + second) / 2, within(1e-6));
        assertThat(plain.item()).isCloseTo(-Math.log(Math.E / (Math.E + 1)), within(1e-6));
    }

    @Test
    void saysWhatItCannotMake() {
        assertThatThrownBy(() -> UNet.of(Shape.of(20, 16, 1), 3, 4, 2))
                .hasMessageContaining("height and width that 8 divides");
        assertThatThrownBy(() -> Autoencoder.convolutional(Shape.of(6, 6, 1), 4, 4))
                .hasMessageContaining("height and width that 4 divides");
        assertThatThrownBy(() -> Autoencoder.dense(Shape.of(6))).hasMessageContaining("no widths");
        assertThatThrownBy(() -> Dcgan.generator(28, 1, 8))
                .hasMessageContaining("28 × 28: it doubles 4 × 4");
        assertThatThrownBy(() -> MobileNet.of(0.01, 5)).hasMessageContaining("leaves 0 of 32");
        assertThatThrownBy(() -> TwoTower.loss(Tensor.zeros(2, 3), Tensor.zeros(2, 4), 0.1))
                .hasMessageContaining("both must be [batch, vector]");
        assertThatThrownBy(() -> TwoTower.loss(Tensor.zeros(2, 3), Tensor.zeros(2, 3), 0))
                .hasMessageContaining("above 0");
    }
}
