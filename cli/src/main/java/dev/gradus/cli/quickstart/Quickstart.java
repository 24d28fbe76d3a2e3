package dev.gradus.cli.quickstart;

import dev.gradus.cli.report.Png;
import dev.gradus.cli.report.Report;
import dev.gradus.cli.terminal.Ending;
import dev.gradus.cli.terminal.LiveLine;
import dev.gradus.cli.terminal.Terminal;
import dev.gradus.cli.text.Numbers;
import dev.gradus.data.fashion.FashionMnist;
import dev.gradus.io.AtomicFile;
import dev.gradus.io.Json;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.train.Evaluation;
import dev.gradus.train.Metrics;
import dev.gradus.train.Run;
import dev.gradus.train.Stopped;
import dev.gradus.train.Trainer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// From nothing to a trained, honestly judged network: data, split, network, training, evaluation,
/// mistakes, model file, report, what to do next.
public final class Quickstart {
    private final Order order;
    private final Terminal terminal;
    private final Ending ending;

    /// Creates a quickstart that does what `order` says.
    ///
    /// @param ending is told when training can be interrupted
    public Quickstart(Order order, Terminal terminal, Ending ending) {
        this.order = order;
        this.terminal = terminal;
        this.ending = ending;
    }

    /// Does it all and returns why training ended.
    ///
    /// @throws IOException if a file cannot be read or written
    /// @throws InterruptedException if the thread is interrupted while data are fetched
    public Stopped run() throws IOException, InterruptedException {
        // pictures are small, and a cache on disk cannot be made while the process is ending
        ImageIO.setUseCache(false);
        var fashion = showData();
        showNetwork(fashion);
        ending.workBegins();
        var run = train(fashion);
        ending.savingBegins();
        run.save(order.modelFile());
        var evaluation = judge(run, fashion);
        // once more, now with what was found
        run.save(order.modelFile());
        write(run, evaluation, fashion);
        return run.stopped();
    }

    private FashionMnist showData() throws IOException, InterruptedException {
        var fashion = Garments.get(order, terminal);
        terminal.heading("Data");
        terminal.line(indented(fashion.train().describe()));
        terminal.heading("Split");
        terminal.line(part(fashion.train().size(), "to learn from"));
        terminal.line(part(fashion.validation().size(), "to watch the learning by"));
        terminal.line(part(fashion.test().size(), "to judge by once, at the end"));
        return fashion;
    }

    private static String part(int size, String purpose) {
        return "  %7s  %s".formatted(Numbers.count(size), purpose);
    }

    private void showNetwork(FashionMnist fashion) {
        terminal.heading("Network: " + order.recipe().description());
        terminal.line(indented(untrained(fashion).summary().toString()));
    }

    /// Returns the network as training begins with it.
    private Sequential untrained(FashionMnist fashion) {
        return order.recipe()
                .network()
                .build(fashion.train().exampleShape(), Seed.seed(order.seed()));
    }

    private Run train(FashionMnist fashion) {
        var recipe = order.recipe();
        terminal.heading(
                "Training: %s at most, seed %d, %s"
                        .formatted(
                                Numbers.counted(order.epochs(), "epoch", "epochs"),
                                order.seed(),
                                Numbers.counted(order.threads(), "thread", "threads")));
        var run =
                Trainer.of(recipe.network())
                        .optimizer(recipe.optimizer())
                        .batch(recipe.batch())
                        .epochs(order.epochs())
                        .bestBy(Metrics.accuracy())
                        .seed(order.seed())
                        .command(order.command())
                        .progress(new TrainingLines(terminal, order.epochs()))
                        .fit(fashion.train(), fashion.validation());
        terminal.line(
                "%s %s of training, %s garments a second."
                        .formatted(
                                run.stopped().explanation(),
                                Numbers.duration(run.secondsTraining()),
                                Numbers.count(Math.round(run.samplesPerSecond()))));
        return run;
    }

    private Evaluation judge(Run run, FashionMnist fashion) {
        var live = new LiveLine(terminal);
        terminal.heading("Evaluation");
        live.draw("asking it about the test garments, and training a linear model to compare");
        var evaluation = run.evaluate(fashion.test());
        live.clear();
        terminal.line(indented(evaluation.toString()));
        return evaluation;
    }

    private void write(Run run, Evaluation evaluation, FashionMnist fashion) throws IOException {
        var test = fashion.test();
        var mistakes = new Mistakes(test, evaluation.predictions());
        if (!mistakes.isEmpty()) {
            terminal.heading("Its surest mistakes: what it was, and what it said");
            terminal.out().print(mistakes.drawn(terminal));
            write(order.mistakesFile(), mistakes.sheet());
        }
        write(order.exampleFile(), Png.of(Mistakes.image(test, 0)));
        write(order.programFile(), NextSteps.program());
        var next = NextSteps.of(order);
        if (run.model().layer() instanceof Sequential network) {
            var data =
                    new ReportMaker(order, run, evaluation, test, network, untrained(fashion))
                            .make(mistakes, next);
            write(order.reportFile(), Report.html(data).getBytes(StandardCharsets.UTF_8));
        }
        if (order.json().isPresent()) {
            Json.write(order.json().get(), Figures.of(order, run, evaluation));
        }
        terminal.heading("Saved");
        var saved =
                List.of(
                        new Saved(order.modelFile(), "the model"),
                        new Saved(order.reportFile(), "the report: open it in a browser"),
                        new Saved(order.mistakesFile(), "the mistakes as one picture"));
        saved.forEach(it -> terminal.line("  %-28s %s".formatted(it.file, it.what)));
        terminal.heading("What to do next");
        for (var step : next) {
            terminal.line("  " + step.what());
            terminal.line("    " + terminal.bold(step.command()));
        }
    }

    private record Saved(Path file, String what) {}

    private static void write(Path file, byte[] content) throws IOException {
        AtomicFile.write(file, out -> out.write(content));
    }

    private static String indented(String text) {
        return text.stripTrailing().indent(2).stripTrailing();
    }
}
