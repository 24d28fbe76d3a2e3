package dev.gradus.studio.playground;

import dev.gradus.tensor.NotFiniteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Runs from the same points and the same first weights that differ in optimizer or rate; each learns an
/// epoch in turn.
final class Race {
    private static final int MOST_NOTES = 150;
    private static final long NEWS_NANOSECONDS = 250_000_000;

    private final Command.Race command;
    private final List<Runner> runners = new ArrayList<>();

    Race(Command.Race command, Samples.Ready ready) {
        this.command = command;
        for (var lane : command.lanes()) {
            runners.add(
                    new Runner(
                            new Experiment(
                                    new Samples.Ready(
                                            ready.setup().learning(lane), ready.samples()))));
        }
    }

    /// One of them.
    private static final class Runner {
        private final Experiment experiment;
        private List<List<Double>> notes = new ArrayList<>();
        private long lost = -1;

        Runner(Experiment experiment) {
            this.experiment = experiment;
        }

        void learn(boolean noted) {
            if (lost >= 0) {
                return;
            }
            try {
                experiment.learn();
            } catch (NotFiniteException _) {
                lost = experiment.epoch();
            }
            if (noted) {
                note();
            }
        }

        void note() {
            var answers = experiment.lessons().answers(experiment.network());
            var note =
                    List.of(
                            (double) experiment.epoch(),
                            answers.train().loss(),
                            answers.test().loss(),
                            answers.train().right(),
                            answers.test().right());
            if (lost < 0 && note.stream().allMatch(Double::isFinite)) {
                notes.add(note);
            } else if (lost < 0) {
                lost = experiment.epoch();
            }
        }

        Map<String, Object> news() {
            var news = Map.<String, Object>of("points", notes, "lost", lost);
            notes = new ArrayList<>();
            return news;
        }
    }

    /// Lets them learn.
    ///
    /// @param tell is told the news since it was told last
    void run(Consumer<Map<String, Object>> tell) throws InterruptedException {
        var every = Math.max(1, command.epochs() / MOST_NOTES);
        var told = System.nanoTime();
        runners.forEach(Runner::note);
        for (var epoch = 1; epoch <= command.epochs(); epoch++) {
            for (var runner : runners) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                runner.learn(epoch % every == 0 || epoch == command.epochs());
            }
            if (System.nanoTime() - told > NEWS_NANOSECONDS || epoch == command.epochs()) {
                told = System.nanoTime();
                tell.accept(
                        Map.of(
                                "is", "race",
                                "id", command.id(),
                                "epoch", epoch,
                                "epochs", command.epochs(),
                                "lanes", runners.stream().map(Runner::news).toList()));
            }
        }
    }
}
