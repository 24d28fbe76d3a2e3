package dev.gradus.cli.quickstart;

import dev.gradus.cli.report.ReportData;
import dev.gradus.cli.report.ReportData.Answer;
import dev.gradus.cli.report.ReportData.Cell;
import dev.gradus.cli.report.ReportData.Confusion;
import dev.gradus.cli.report.ReportData.Epoch;
import dev.gradus.cli.report.ReportData.Fact;
import dev.gradus.cli.report.ReportData.Kind;
import dev.gradus.cli.report.ReportData.Learning;
import dev.gradus.cli.report.ReportData.Mistake;
import dev.gradus.cli.report.ReportData.Network;
import dev.gradus.cli.report.ReportData.Score;
import dev.gradus.cli.text.Numbers;
import dev.gradus.data.Dataset;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Tensor;
import dev.gradus.train.Evaluation;
import dev.gradus.train.Run;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Gathers what the report shows.
final class ReportMaker {
    private static final int EXAMPLES_IN_A_CELL = 6;
    private static final int ANSWERS = 3;

    private final Order order;
    private final Run run;
    private final Evaluation evaluation;
    private final Dataset test;
    private final Sequential network;
    private final Sequential start;

    ReportMaker(
            Order order,
            Run run,
            Evaluation evaluation,
            Dataset test,
            Sequential network,
            Sequential start) {
        this.order = order;
        this.run = run;
        this.evaluation = evaluation;
        this.test = test;
        this.network = network;
        this.start = start;
    }

    ReportData make(Mistakes mistakes, List<ReportData.Step> next) {
        return new ReportData(
                "Fashion-MNIST",
                "garments",
                score(),
                learning(),
                confusion(),
                Arrays.stream(mistakes.examples()).mapToObj(this::example).toList(),
                onItsWay(),
                FirstWeights.learned(network, start),
                settings(),
                provenance(),
                next);
    }

    private Score score() {
        var baselines = evaluation.baselines();
        return new Score(
                test.size(),
                evaluation.accuracy(),
                evaluation.accuracyInterval().low(),
                evaluation.accuracyInterval().high(),
                evaluation.macroF1(),
                evaluation.logLoss(),
                baselines.map(it -> it.majorityAccuracy()).orElse(0.0),
                baselines.map(it -> it.linearAccuracy()).orElse(0.0),
                evaluation.perClass().stream()
                        .map(it ->
                                new Kind(
                                        it.name(),
                                        it.precision(),
                                        it.recall(),
                                        it.f1(),
                                        it.support()))
                        .toList());
    }

    private Learning learning() {
        return new Learning(
                run.history().stream()
                        .map(it ->
                                new Epoch(
                                        it.epoch(),
                                        it.trainLoss(),
                                        it.trainAccuracy(),
                                        it.validationLoss(),
                                        it.validationAccuracy()))
                        .toList(),
                run.bestEpoch(),
                run.stopped().explanation(),
                run.secondsTraining(),
                run.samplesPerSecond(),
                run.model().parameters());
    }

    private Confusion confusion() {
        var classes = test.classes();
        var cells = new ArrayList<Cell>();
        for (var truth = 0; truth < classes.size(); truth++) {
            for (var predicted = 0; predicted < classes.size(); predicted++) {
                cells.add(cell(truth, predicted));
            }
        }
        return new Confusion(classes, cells);
    }

    private Cell cell(int truth, int predicted) {
        var predictions = evaluation.predictions();
        Comparator<Integer> bySureness =
                Comparator.comparingDouble(i -> predictions.probability(i, predicted));
        var examples =
                IntStream.range(0, predictions.size())
                        .filter(i -> predictions.truth(i) == truth)
                        .filter(i -> predictions.predicted(i) == predicted)
                        .boxed()
                        .sorted(truth == predicted ? bySureness : bySureness.reversed())
                        .toList();
        return new Cell(
                examples.size(),
                examples.stream().limit(EXAMPLES_IN_A_CELL).map(this::example).toList());
    }

    private Mistake example(int i) {
        return new Mistake(
                Mistakes.image(test, i),
                test.classes().get(test.label(i)),
                evaluation.predictions().prediction(i).top(ANSWERS).stream()
                        .map(it -> new Answer(it.label(), it.probability()))
                        .toList());
    }

    private Network onItsWay() {
        var raw = test.features(0);
        var prepared = run.model().preprocessing().apply(raw);
        var shape = test.exampleShape().insert(0, 1);
        var x = Tensor.of(prepared).reshape(shape);
        var summary = network.summary();
        return new Network(
                example(0),
                Activations.of(network, x),
                summary.parameters(),
                summary.multiplyAdds());
    }

    private List<Fact> settings() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("network", network.spec().toString()));
        facts.add(new Fact("before it", run.model().preprocessing().toString()));
        facts.add(new Fact("optimizer", "adam(%s)".formatted(order.recipe().learningRate())));
        for (var name : List.of("loss", "batch", "epochs", "seed", "bestBy")) {
            var value = run.settings().get(name);
            if (value != null) {
                facts.add(new Fact(name.equals("bestBy") ? "best by" : name, value.toString()));
            }
        }
        facts.add(new Fact("threads", Integer.toString(order.threads())));
        return facts;
    }

    private List<Fact> provenance() {
        var provenance = run.provenance();
        var machine = provenance.machine();
        return List.of(
                new Fact("data", "%s, %s examples".formatted(provenance.data(), trained())),
                new Fact("data SHA-256", provenance.dataHash()),
                new Fact("source", test.origin().source()),
                new Fact("licence", test.origin().licence()),
                new Fact("weights SHA-256", run.weightsSha256()),
                new Fact("Gradus", provenance.library()),
                new Fact("Java", machine.java()),
                new Fact(
                        "machine",
                        "%s, %s, %s, %s"
                                .formatted(
                                        machine.system(),
                                        machine.architecture(),
                                        Numbers.counted(machine.cores(), "core", "cores"),
                                        machine.device())),
                new Fact("made", provenance.time().truncatedTo(ChronoUnit.SECONDS).toString()),
                new Fact("command", order.command()));
    }

    private String trained() {
        var fittedOn = run.model().preprocessing().fittedOn();
        return fittedOn.map(it -> Numbers.count(it.examples())).orElse("all");
    }
}
