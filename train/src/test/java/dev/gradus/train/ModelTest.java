package dev.gradus.train;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.frozen;
import static dev.gradus.nn.Layers.globalMean;
import static dev.gradus.nn.Layers.layerNorm;
import static dev.gradus.nn.Layers.maxPool;
import static dev.gradus.nn.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gradus.data.Chain;
import dev.gradus.data.Parts;
import dev.gradus.data.Preprocessing;
import dev.gradus.data.Scale;
import dev.gradus.data.Standardize;
import dev.gradus.data.image.GrayImage;
import dev.gradus.io.ModelFile;
import dev.gradus.io.ModelFileException;
import dev.gradus.io.Provenance;
import dev.gradus.io.Weights;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTest {
    private static final Parts PARTS = Stripes.parts();

    @TempDir private Path folder;

    static Stream<LayerSpec> networks() {
        return Stream.of(
                Sequential.of(flatten(), dense(16, RELU), dropout(0.5), dense(3)),
                Sequential.of(
                        conv2d(4, 3, RELU).padding(SAME),
                        batchNorm(),
                        maxPool(2),
                        flatten(),
                        layerNorm(),
                        dense(3)),
                Sequential.of(conv2d(3, 3), batchNorm(), globalMean()));
    }

    private static Run trained(LayerSpec network) {
        return Trainer.of(network)
                .optimizer(adam(1e-2))
                .epochs(2)
                .seed(5)
                .command("a test")
                .fit(PARTS.train(), PARTS.validation());
    }

    private static float[] probabilities(Model model) {
        var predictions = model.predict(PARTS.test());
        var all = new float[predictions.size() * 3];
        for (var i = 0; i < all.length; i++) {
            all[i] = predictions.probability(i / 3, i % 3);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aLoadedModelPredictsToTheLastBitWhatItPredictedBefore(LayerSpec network) {
        var file = folder.resolve("model.gradus");
        var run = trained(network);
        run.save(file);

        var loaded = Model.load(file);

        assertThat(probabilities(loaded)).isEqualTo(probabilities(run.model()));
        assertThat(loaded.weightsSha256()).isEqualTo(run.weightsSha256());
        assertThat(loaded.preprocessing()).isEqualTo(run.model().preprocessing());
        assertThat(loaded.classes()).isEqualTo(Stripes.CLASSES);
        assertThat(loaded.summary()).hasToString(run.model().summary().toString());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aPredictorAnswersToTheLastBitWhatAWholeDatasetIsAnswered(LayerSpec network) {
        var model = trained(network).model();
        var predictions = model.predict(PARTS.test());

        try (var predictor = model.predictor()) {
            for (var i = 0; i < predictions.size(); i++) {
                assertThat(predictor.predict(PARTS.test().features(i)))
                        .isEqualTo(predictions.prediction(i));
            }
        }
    }

    @Test
    void anEvaluationSaysHowFarItIsAndIsEndedByWhoeverIsTold() {
        var model = trained(networks().findFirst().orElseThrow()).model();
        var done = new ArrayList<Integer>();
        var evaluation = model.evaluate(PARTS.test(), done::add);
        assertThat(done).isSorted().last().isEqualTo(PARTS.test().size());
        assertThat(evaluation.accuracy()).isEqualTo(model.evaluate(PARTS.test()).accuracy());
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        model.evaluate(
                                PARTS.test(),
                                _ -> {
                                    throw new IllegalStateException("enough");
                                }))
                .withMessage("enough");
    }

    @Test
    void manyThreadsMayAskOnePredictor() throws Exception {
        var model = trained(networks().findFirst().orElseThrow()).model();
        var expected = model.predict(PARTS.test());
        var questions = new ArrayList<Callable<Prediction>>();
        try (var predictor = model.predictor();
                var threads = Executors.newFixedThreadPool(4)) {
            for (var i = 0; i < 400; i++) {
                var features = PARTS.test().features(i % 100);
                questions.add(() -> predictor.predict(features));
            }
            var answers = threads.invokeAll(questions);
            for (var i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(expected.prediction(i % 100));
            }
        }
    }

    @Test
    void anExampleMayBeNumbersATensorOrAPicture() {
        var model = trained(networks().findFirst().orElseThrow()).model();
        var numbers = PARTS.test().features(0);
        try (var predictor = model.predictor()) {
            var answer = predictor.predict(numbers);

            assertThat(model.predict(numbers)).isEqualTo(answer);
            assertThat(predictor.predict(Tensor.of(numbers, 6, 6, 1))).isEqualTo(answer);
            assertThat(predictor.predict(Tensor.of(numbers, 1, 6, 6, 1))).isEqualTo(answer);
            assertThat(predictor.predict(GrayImage.of(6, 6, numbers))).isEqualTo(answer);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> predictor.predict(1, 2, 3))
                    .withMessageContainingAll("3 numbers", "[6, 6, 1], which are 36");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> predictor.predict(Tensor.zeros(36)))
                    .withMessageContaining("the model takes [6, 6, 1]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> predictor.predict(GrayImage.of(2, 3, new float[6])))
                    .withMessageContaining("fitted(width, height)");
        }
    }

    @Test
    void aClosedPredictorAnswersNoMore() {
        var predictor = trained(networks().findFirst().orElseThrow()).model().predictor();
        predictor.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> predictor.predict(new float[36]))
                .withMessageContaining("closed");
    }

    @Test
    void preprocessingInOperationsGivesTheSameBitsAndAGradient() {
        var layer = Sequential.of(flatten(), dense(3)).build(Stripes.PICTURE, Seed.seed(1));
        var raw = PARTS.test().features(3);
        for (var preprocessing :
                List.of(
                        Preprocessing.none(),
                        Scale.pixels(),
                        Standardize.fit(PARTS.train()),
                        Standardize.fitEachFeature(PARTS.train()),
                        Chain.of(
                                Scale.pixels(),
                                Standardize.fit(PARTS.train().through(Scale.pixels()))))) {
            var model =
                    Model.of(
                            layer,
                            Stripes.PICTURE,
                            Stripes.CLASSES,
                            preprocessing,
                            Provenance.unstated());
            var x = Tensor.of(raw, 1, 6, 6, 1);
            var prediction = Prediction.of(Stripes.CLASSES, model.probabilities(x).toFloats());

            try (var predictor = model.predictor()) {
                assertThat(prediction).isEqualTo(predictor.predict(raw));
            }
            var saliency = Gradients.of(model.apply(x).sum(), x);
            assertThat(saliency.shape()).isEqualTo(x.shape());
            assertThat(saliency.square().sum().item()).isPositive();
        }
    }

    @Test
    void theFileSaysWhereTheModelComesFrom() {
        var file = folder.resolve("model.gradus");
        var run = trained(networks().findFirst().orElseThrow());
        var evaluation = run.evaluate(PARTS.test());
        run.save(file);

        var provenance = Model.load(file).provenance();

        assertThat(provenance.data()).isEqualTo("stripes train");
        assertThat(provenance.dataHash()).isEqualTo(PARTS.train().hash());
        assertThat(provenance.seed()).isEqualTo(5);
        assertThat(provenance.command()).isEqualTo("a test");
        assertThat(provenance.machine().java()).contains(System.getProperty("java.version"));
        assertThat(provenance.settings())
                .containsEntry("epochs", 2L)
                .containsEntry("loss", "crossEntropy()")
                .containsKey("preprocessing");
        assertThat(provenance.metrics())
                .containsEntry("test accuracy", evaluation.accuracy())
                .containsKey("validation accuracy");
    }

    @Test
    void dataOfAnotherKindAreRefused() {
        var model = trained(networks().findFirst().orElseThrow()).model();
        var others = Stripes.of(5, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        model.predict(
                                dev.gradus.data.Dataset.of(
                                        "letters",
                                        new byte[36],
                                        Stripes.PICTURE,
                                        new int[1],
                                        List.of("a", "b", "c"))))
                .withMessageContaining("the names and their order must agree");
        assertThat(model.predict(others).size()).isEqualTo(5);
        assertThat(model.predict(others.subset(new int[0])).size()).isZero();
    }

    @Test
    void aFileWhosePartsDoNotFitIsRefused() {
        var file = folder.resolve("bad.gradus");
        var layer = Sequential.of(flatten(), dense(3)).build(Stripes.PICTURE, Seed.seed(1));
        var unknown = Map.<String, Object>of("kind", "magic");
        new ModelFile(layer, Stripes.PICTURE, Stripes.CLASSES, unknown, Provenance.unstated())
                .write(file);
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> Model.load(file))
                .withMessageContainingAll("bad.gradus", "\"magic\" is not known");

        new ModelFile(
                        layer,
                        Shape.of(6, 6, 1),
                        List.of("only one"),
                        Scale.pixels().description(),
                        Provenance.unstated())
                .write(file);
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> Model.load(file))
                .withMessageContainingAll("bad.gradus", "1 classes");

        var table = Standardize.fitEachFeature(Stripes.of(9, 1)).description();
        new ModelFile(
                        Sequential.of(flatten(), dense(3)).build(Shape.of(5), Seed.seed(1)),
                        Shape.of(5),
                        Stripes.CLASSES,
                        table,
                        Provenance.unstated())
                .write(file);
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> Model.load(file))
                .withMessageContainingAll("bad.gradus", "fitted to examples of 36 numbers");
    }

    @Test
    void aModelOfManyClassesRanksThemAll() {
        var names = IntStream.range(0, 30).mapToObj(i -> "class " + i).toList();
        var model =
                Model.of(
                        Sequential.of(dense(30)).build(Shape.of(2), Seed.seed(1)),
                        Shape.of(2),
                        names,
                        Preprocessing.none(),
                        Provenance.unstated());
        try (var predictor = model.predictor()) {
            assertThat(predictor.predict(1, 2).ranking())
                    .extracting(Prediction.Choice::label)
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void aTrainedNetworkIsTakenOverIntoAnotherThatIsTrainedSavedAndLoaded() {
        var first = folder.resolve("first.gradus");
        trained(
                        Sequential.of(
                                conv2d(4, 3, RELU),
                                batchNorm(),
                                flatten(),
                                dense(8, RELU).named("features"),
                                dense(3)))
                .save(first);
        var base = Model.load(first);
        var features = base.upTo("features");
        var before = Weights.of(features).sha256();

        var run = trained(Sequential.of(frozen(features), dense(3).named("head")));

        assertThat(Weights.of(features).sha256()).isEqualTo(before);
        var frozen = ((Sequential) run.model().layer()).upTo(0);
        assertThat(Weights.of(frozen).tensors().get("0.features.weight").toFloats())
                .containsExactly(Weights.of(features).tensors().get("features.weight").toFloats());
        assertThat(Weights.of(frozen).tensors().get("0.1.runningMean").toFloats())
                .containsExactly(Weights.of(features).tensors().get("1.runningMean").toFloats());
        assertThat(run.model().parameters()).isEqualTo(8 * 3 + 3);

        var second = folder.resolve("second.gradus");
        run.save(second);
        var loaded = Model.load(second);
        assertThat(probabilities(loaded)).isEqualTo(probabilities(run.model()));
        assertThat(loaded.weightsSha256()).isEqualTo(run.weightsSha256());
        assertThat(loaded.parameters()).isEqualTo(8 * 3 + 3);
        assertThat(loaded.summary()).hasToString(run.model().summary().toString());
    }

    @Test
    void onlyASequentialHasParts() {
        var single = Sequential.of(dense(3)).build(Shape.of(2), Seed.seed(1)).layers().getFirst();
        var model =
                Model.of(single, Shape.of(2), Stripes.CLASSES, new Scale(1), Provenance.unstated());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.upTo(0))
                .withMessageContaining("it is a single layer, dense(3)");
    }
}
