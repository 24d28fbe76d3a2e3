package dev.gradus.train;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SOFTMAX;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.globalMean;
import static dev.gradus.nn.Losses.binaryCrossEntropy;
import static dev.gradus.nn.Losses.crossEntropy;
import static dev.gradus.nn.Losses.focalCrossEntropy;
import static dev.gradus.nn.Losses.generalizedCrossEntropy;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Optimizers.adamW;
import static dev.gradus.nn.Optimizers.sgd;
import static dev.gradus.train.EarlyStopping.early;
import static dev.gradus.train.Metrics.brierScore;
import static dev.gradus.train.Metrics.f1;
import static dev.gradus.train.Metrics.macroF1;
import static dev.gradus.train.Metrics.rmse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.data.Dataset;
import dev.gradus.data.Parts;
import dev.gradus.data.Preprocessing;
import dev.gradus.data.Scale;
import dev.gradus.data.Standardize;
import dev.gradus.io.Weights;
import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.regularizer.Regularizer;
import dev.gradus.tensor.ProgramStatistics;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final Parts PARTS = Stripes.parts();
    private static final LayerSpec NETWORK = Sequential.of(flatten(), dense(16, RELU), dense(3));

    /// A network of a user's own.
    record Own(Dense first, Dense second) implements Layer {
        @Override
        public Tensor apply(Tensor x) {
            return second.apply(first.apply(x.reshape(x.size(0), -1)).tanh());
        }
    }

    private static Trainer quick(LayerSpec network) {
        return Trainer.of(network).optimizer(adam(1e-2)).batch(32).epochs(8);
    }

    private static Run fit(Trainer trainer) {
        return trainer.fit(PARTS.train(), PARTS.validation());
    }

    @Test
    void theUsualSettingsLearn() {
        var run = fit(Trainer.of(NETWORK).loss(crossEntropy()).optimizer(adam(1e-2)).epochs(10));

        assertThat(run.history()).hasSize(10);
        assertThat(run.history().getLast().trainLoss())
                .isLessThan(run.history().getFirst().trainLoss());
        assertThat(run.evaluate(PARTS.test()).accuracy()).isGreaterThan(0.9);
        assertThat(run.stopped().reason()).isEqualTo(Stopped.Reason.ALL_EPOCHS);
        assertThat(run.steps()).isEqualTo(10 * Math.ceilDiv(PARTS.train().size(), 64));
        assertThat(run.secondsTraining()).isPositive();
        assertThat(run.samplesPerSecond()).isPositive();
        assertThat(run.secondsToFirstStep()).isBetween(0.0, run.secondsTraining());
    }

    @Test
    void theSameSeedGivesTheSameWeightsAndAnotherGivesOthers() {
        var trainer =
                quick(
                        Sequential.of(
                                conv2d(4, 3, RELU),
                                batchNorm(),
                                flatten(),
                                dropout(0.2),
                                dense(3)));

        var first = fit(trainer.seed(7));
        var second = fit(trainer.seed(7));
        var other = fit(trainer.seed(8));

        assertThat(second.weightsSha256()).isEqualTo(first.weightsSha256());
        assertThat(second.history().stream().map(EpochResult::trainLoss))
                .isEqualTo(first.history().stream().map(EpochResult::trainLoss).toList());
        assertThat(other.weightsSha256()).isNotEqualTo(first.weightsSha256());
    }

    @Test
    void aLoopOfOnesOwnComesToTheSameWeights() {
        var run = fit(quick(NETWORK).epochs(1).preprocessing(Scale.pixels()).seed(7));

        var layer = NETWORK.build(Stripes.PICTURE, Seed.seed(7));
        var optimizer = adam(1e-2).on(layer).seed(7);
        var order = Seed.seed(7).child("order").child(1).value();
        for (var batch : PARTS.train().through(Scale.pixels()).shuffled(order).batches(32)) {
            optimizer.step(crossEntropy(layer.apply(batch.x()), batch.y()));
        }

        assertThat(run.weightsSha256()).isEqualTo(Weights.of(layer).sha256());
    }

    @Test
    void aStepIsOneProgramThatIsCompiledOnce() {
        fit(quick(NETWORK).epochs(1));
        var before = ProgramStatistics.now();
        var two = fit(quick(NETWORK).epochs(2));
        var between = ProgramStatistics.now();
        var five = fit(quick(NETWORK).epochs(5));
        var after = ProgramStatistics.now();

        assertThat(after.misses()).isEqualTo(before.misses());
        // beside the steps, each epoch runs one program over the validation examples
        assertThat((after.hits() - between.hits()) - (between.hits() - before.hits()))
                .isEqualTo(five.steps() - two.steps() + 3);
    }

    @Test
    void trainingAccuracyIsThatOfTheStepsThemselves() {
        // one batch, so that the epoch has the weights it began with throughout
        var layer = NETWORK.build(Stripes.PICTURE, Seed.seed(1));
        var preprocessing = Standardize.fit(PARTS.train());
        var answers = Answers.of(layer, Stripes.PICTURE, Tensors.inputType(layer), 3);
        var before =
                Scoring.of(
                        layer,
                        answers,
                        preprocessing,
                        java.util.Optional.of(crossEntropy()),
                        PARTS.train());

        var result = fit(Trainer.of(layer).batch(10_000).epochs(1)).history().getFirst();

        assertThat(result.trainAccuracy()).isEqualTo(before.predictions().confusion().accuracy());
        assertThat(result.trainLoss())
                .isCloseTo(before.loss(), org.assertj.core.api.Assertions.within(1e-5));
    }

    @Test
    void validationFiguresAreThoseOfTheModelAfterTheEpoch() {
        var run = fit(quick(NETWORK).epochs(1).metrics(macroF1()));

        var predictions = run.model().predict(PARTS.validation());
        var result = run.history().getFirst();
        assertThat(result.metrics().keySet()).containsExactly("accuracy", "macro F1");
        assertThat(result.validationAccuracy()).isEqualTo(predictions.confusion().accuracy());
        assertThat(result.metrics()).containsEntry("macro F1", predictions.confusion().macroF1());
        assertThat(result.validationLoss())
                .isCloseTo(predictions.logLoss(), org.assertj.core.api.Assertions.within(1e-5));
    }

    @Test
    void theWeightsOfTheBestEpochAreKept() {
        // steps too large: later epochs are worse than earlier ones
        var run = fit(quick(NETWORK).optimizer(adam(0.1)).epochs(12));

        var best =
                run.history().stream()
                        .min(Comparator.comparingDouble(EpochResult::validationLoss))
                        .orElseThrow();
        assertThat(best.epoch()).isNotEqualTo(12);
        assertThat(run.bestEpoch()).isEqualTo(best.epoch());
        assertThat(best.best()).isTrue();
        assertThat(run.model().predict(PARTS.validation()).logLoss())
                .isCloseTo(best.validationLoss(), org.assertj.core.api.Assertions.within(1e-4));
        assertThat(run.stopped().explanation())
                .contains("The weights of epoch " + best.epoch() + ", the best, are kept");
    }

    @Test
    void ofAnErrorTheSmallestIsBest() {
        var run =
                fit(
                        quick(Sequential.of(flatten(), dense(3)))
                                .optimizer(adam(0.5))
                                .epochs(5)
                                .bestBy(brierScore())
                                .metrics(brierScore()));
        var best = run.history().get(run.bestEpoch() - 1).metrics().get("Brier score");

        assertThat(run.history())
                .allSatisfy(result ->
                        assertThat(result.metrics().get("Brier score"))
                                .isGreaterThanOrEqualTo(best));
        assertThat(brierScore().of(run.model().predict(PARTS.validation()))).isEqualTo(best);
        assertThat(run.settings()).containsEntry("bestBy", "Brier score");
    }

    @Test
    void aMetricThatCannotJudgeTheClassesIsRefusedBeforeTraining() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(quick(NETWORK).metrics(f1())))
                .withMessageContaining("metric F1")
                .withMessageContaining("macro()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(quick(NETWORK).bestBy(rmse())))
                .withMessageContaining("root mean squared error")
                .withMessageContaining("3 classes");
    }

    @Test
    void epochsCanBeComparedByAMetric() {
        var run =
                fit(
                        quick(NETWORK)
                                .optimizer(adam(0.5))
                                .epochs(12)
                                .bestBy(macroF1())
                                .metrics(macroF1()));

        var best =
                run.history().stream()
                        .mapToDouble(result -> result.metrics().get("macro F1"))
                        .max()
                        .orElseThrow();
        assertThat(run.model().predict(PARTS.validation()).confusion().macroF1()).isEqualTo(best);
        assertThat(run.settings()).containsEntry("bestBy", "macro F1");
    }

    @Test
    void stopsEarlyWhenNothingImproves() {
        var run = fit(quick(NETWORK).optimizer(adam(0.5)).epochs(500).stop(early().patience(3)));

        assertThat(run.stopped().reason()).isEqualTo(Stopped.Reason.EARLY);
        assertThat(run.history()).hasSize(run.bestEpoch() + 3);
        assertThat(run.stopped().explanation()).contains("3 epochs passed without an improvement");
    }

    @Test
    void improvementsThatAreTooSmallCountAsNone() {
        var run = fit(quick(NETWORK).epochs(50).stop(early().patience(2).smallest(100)));

        // the first epoch improves on nothing at all, the next two by less than 100
        assertThat(run.history()).hasSize(3);
        assertThat(run.bestEpoch()).isEqualTo(3);
    }

    @Test
    void aLossThatIsNoNumberStopsWithAnExplanation() {
        var run = fit(quick(NETWORK).optimizer(sgd(1e30)).epochs(50));

        assertThat(run.stopped().reason()).isEqualTo(Stopped.Reason.NOT_FINITE);
        assertThat(run.stopped().explanation())
                .contains(
                        "The loss became",
                        "in epoch 1, at step",
                        "learning rate of 1.0E30",
                        "try 1.0E29",
                        "clipNorm(1)",
                        "the weights are those it began with");
        assertThat(run.bestEpoch()).isZero();
        assertThat(run.weightsSha256())
                .isEqualTo(Weights.of(NETWORK.build(Stripes.PICTURE, Seed.seed(1))).sha256());
    }

    @Test
    void theBestWeightsAreKeptWhenTheLossBreaksLater() {
        var steps = new int[1];
        var run =
                fit(
                        quick(NETWORK)
                                .epochs(50)
                                .loss((output, target) -> {
                                    var loss = crossEntropy(output, target);
                                    return steps[0]++ < 25 ? loss : loss.div(0);
                                }));

        assertThat(run.stopped().reason()).isEqualTo(Stopped.Reason.NOT_FINITE);
        assertThat(run.bestEpoch()).isPositive();
        assertThat(run.model().predict(PARTS.validation()).logLoss()).isFinite();
    }

    @Test
    void weightsThatCostStaySmaller() {
        var free = fit(quick(NETWORK));
        var priced = fit(quick(NETWORK).l2(0.1));

        assertThat(norm(priced.model().layer())).isLessThan(0.5 * norm(free.model().layer()));
        assertThat(priced.history().getFirst().trainLoss()).isLessThan(3);
        assertThat(priced.settings()).containsEntry("regularizer", "l2(0.1)");
    }

    @Test
    void takesARegularizerAndALossOfOnesOwn() {
        Regularizer own = weight -> weight.square().sum().mul(0.1);
        var priced = fit(quick(NETWORK).l2(0.1));
        var same = fit(quick(NETWORK).regularizer(own).loss(crossEntropy()::apply));

        assertThat(same.model().weightsSha256()).isEqualTo(priced.model().weightsSha256());
        assertThat(same.settings())
                .containsEntry("regularizer", "a regularizer of one's own")
                .containsEntry("loss", "a loss of one's own");
    }

    private static double norm(Layer layer) {
        return Parameters.of(layer).values().stream()
                .filter(parameter -> parameter.rank() > 1)
                .mapToDouble(parameter -> parameter.square().sum().item())
                .sum();
    }

    @Test
    void aNetworkOfOnesOwnIsTrainedOnFromItsWeights() {
        var own =
                new Own(
                        dense(16).build(Shape.of(36), Seed.seed(1)),
                        dense(3).build(Shape.of(16), Seed.seed(2)));
        var before = Weights.of(own).sha256();

        var run = fit(Trainer.of(own).optimizer(adamW(1e-2).clipNorm(1)).epochs(8));

        assertThat(run.model().layer()).isSameAs(own);
        assertThat(run.weightsSha256()).isNotEqualTo(before);
        assertThat(run.evaluate(PARTS.test()).accuracy()).isGreaterThan(0.8);
        assertThat(run.settings()).containsEntry("network", own.toString());
    }

    @Test
    void oneOutputAnswersAQuestionOfYesOrNo() {
        var labels = new int[400];
        var numbers = new float[800];
        for (var i = 0; i < 400; i++) {
            labels[i] = i % 2;
            numbers[2 * i] = (i % 2) * 3 + (i * 7 % 11) * 0.1f;
            numbers[2 * i + 1] = i * 5 % 13;
        }
        var data = Dataset.of("answers", numbers, Shape.of(2), labels, List.of("no", "yes"));

        var run =
                Trainer.of(Sequential.of(dense(1)))
                        .loss(binaryCrossEntropy())
                        .optimizer(adam(0.05))
                        .epochs(20)
                        .fit(data, data);

        assertThat(run.evaluate(data).accuracy()).isEqualTo(1);
        assertThat(run.history().getLast().trainAccuracy()).isGreaterThan(0.95);
        try (var predictor = run.model().predictor()) {
            assertThat(predictor.predict(3.5f, 6).label()).isEqualTo("yes");
            assertThat(predictor.predict(0.5f, 6).label()).isEqualTo("no");
            var both = predictor.predict(1.9f, 6).ranking();
            assertThat(both.get(0).probability() + both.get(1).probability())
                    .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-6));
        }
    }

    @Test
    void wordsAreLookedUpAsTheyAre() {
        var words = new float[300 * 4];
        var labels = new int[300];
        for (var i = 0; i < words.length; i++) {
            words[i] = i * 31 % 17;
            labels[i / 4] |= words[i] == 3 ? 1 : 0;
        }
        var data = Dataset.of("words", words, Shape.of(4), labels, List.of("without", "with"));

        var run =
                Trainer.of(Sequential.of(embedding(17, 6), globalMean(), dense(2)))
                        .optimizer(adam(0.05))
                        .epochs(20)
                        .fit(data, data);

        assertThat(run.model().preprocessing()).isEqualTo(Preprocessing.none());
        assertThat(run.model().predict(data).confusion().accuracy()).isGreaterThan(0.95);
    }

    @Test
    void preprocessingIsFittedOnTheTrainingPartAlone() {
        var pictures = fit(quick(NETWORK).epochs(1));
        assertThat(pictures.model().preprocessing()).isEqualTo(Standardize.fit(PARTS.train()));

        var table =
                Dataset.of("t", new float[] {1, 5, 3, 5}, Shape.of(2), new int[2], List.of("a"));
        var other = Dataset.of("v", new float[] {9, 9}, Shape.of(2), new int[1], List.of("a"));
        var run = Trainer.of(Sequential.of(dense(1))).epochs(1).fit(table, other);
        assertThat(run.model().preprocessing()).isEqualTo(Standardize.fitEachFeature(table));

        var own = fit(quick(NETWORK).epochs(1).preprocessing(_ -> Scale.pixels()));
        assertThat(own.model().preprocessing()).isEqualTo(Scale.pixels());
    }

    @Test
    void progressIsToldEverythingInOrder() {
        var told = new ArrayList<String>();
        var progress =
                new Progress() {
                    @Override
                    public void started(Layer model, int epochs, int batches) {
                        told.add("started " + epochs + " " + batches);
                    }

                    @Override
                    public void epochStarted(int epoch) {
                        told.add("epoch " + epoch);
                    }

                    @Override
                    public void batchDone(BatchProgress now) {
                        assertThat(now.samplesPerSecond()).isPositive();
                        assertThat(now.secondsLeft()).isNotNegative();
                        assertThat(now.accuracy()).isBetween(0.0, 1.0);
                        told.add("batch %d/%d".formatted(now.batch(), now.batches()));
                    }

                    @Override
                    public void epochDone(EpochResult result) {
                        told.add("done " + result.epoch());
                    }

                    @Override
                    public void stopped(Stopped stopped) {
                        told.add(stopped.reason().name());
                    }
                };

        fit(quick(NETWORK).batch(150).epochs(2).progress(progress));

        assertThat(told)
                .containsExactly(
                        "started 2 2",
                        "epoch 1",
                        "batch 1/2",
                        "batch 2/2",
                        "done 1",
                        "epoch 2",
                        "batch 1/2",
                        "batch 2/2",
                        "done 2",
                        "ALL_EPOCHS");
    }

    @Test
    void aTrainerNeverChanges() {
        var trainer = Trainer.of(NETWORK).epochs(1);
        trainer.epochs(9).seed(9).batch(1);

        var run = fit(trainer);

        assertThat(run.history()).hasSize(1);
        assertThat(run.settings()).containsEntry("seed", 1L).containsEntry("batch", 64);
    }

    @Test
    void aRunIsPrintedAsATable() {
        var text = fit(quick(NETWORK).epochs(2)).toString();

        assertThat(text.lines())
                .hasSize(4)
                .anyMatch(line -> line.matches("epoch +loss +accuracy +validation loss +.*seconds"))
                .anyMatch(line -> line.matches("2( \\*)? +\\d\\.\\d{4} .*"))
                .last()
                .asString()
                .startsWith("All 2 epochs are done.");
    }

    @Test
    void mistakesAreExplainedBeforeAnythingIsComputed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(Trainer.of(Sequential.of(flatten(), dense(5)))))
                .withMessageContainingAll("makes [5]", "3 classes", "end it with dense(3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(Trainer.of(Sequential.of(conv2d(3, 3)))))
                .withMessageContaining("end it with flatten(), dense(3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(Trainer.of(Sequential.of(flatten(), dense(3, SOFTMAX)))))
                .withMessageContaining("leave SOFTMAX out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(Trainer.of(Sequential.of(flatten(), dense(3), SOFTMAX))))
                .withMessageContaining("leave SOFTMAX out");
        for (var loss : List.of(focalCrossEntropy(), generalizedCrossEntropy(0.7))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            fit(Trainer.of(Sequential.of(flatten(), dense(3, SOFTMAX))).loss(loss)))
                    .withMessageContaining("but " + loss + " wants the numbers before it");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(NETWORK).epochs(0))
                .withMessageContaining("0 epochs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(NETWORK).batch(-1))
                .withMessageContaining("-1 examples in a batch");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Trainer.of(NETWORK).fit(PARTS.train(), PARTS.test().subset(new int[0])))
                .withMessageContaining("the validation part (stripes test) holds no examples");
        var other = Dataset.of("other", new byte[4], Shape.of(4), new int[1], Stripes.CLASSES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(NETWORK).fit(PARTS.train(), other))
                .withMessageContaining("examples of shape [6, 6, 1] but other has [4]");
    }
}
