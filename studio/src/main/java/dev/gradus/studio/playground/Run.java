package dev.gradus.studio.playground;

import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Optional;

/// One run of the playground: an experiment, how it went so far, and what is looked at.
final class Run {
    private final Experiment experiment;
    private final Frames frames;
    private final History history = new History();
    private final Sequential twin;
    private History.Entry present;
    private Optional<History.Entry> back = Optional.empty();
    private boolean edited;

    Run(long id, Setup setup) {
        this.experiment = new Experiment(setup);
        this.frames = new Frames(experiment, id);
        this.twin = experiment.twin();
        this.present = entry();
        history.add(present);
    }

    private History.Entry entry() {
        return History.Entry.of(
                experiment.epoch(), frames.answers(experiment.network()), experiment.parameters());
    }

    byte[] scene() {
        return frames.scene();
    }

    /// Learns for an epoch.
    ///
    /// @throws dev.gradus.tensor.NotFiniteException if a number is lost
    void learn() {
        back = Optional.empty();
        experiment.learn();
        if (history.wants(experiment.epoch())) {
            present = entry();
            history.add(present);
        }
    }

    /// Sets a weight by hand.
    void set(Command.Weight weight) {
        back = Optional.empty();
        experiment.set(weight.layer(), weight.from(), weight.to(), weight.value());
        edited = true;
    }

    /// Returns whether a weight was set by hand, so that the setup alone does not lead here.
    boolean edited() {
        return edited;
    }

    Experiment experiment() {
        return experiment;
    }

    boolean isBack() {
        return back.isPresent();
    }

    /// Looks at the epoch nearest to this one of those that are remembered.
    void look(long epoch) {
        back = epoch >= experiment.epoch() ? Optional.empty() : Optional.of(history.nearest(epoch));
    }

    /// Looks at the last epoch at which all was well: after it come weights so large that answers are no
    /// numbers any more.
    void lookBeforeTheLoss() {
        back =
                history.entries().reversed().stream()
                        .filter(entry ->
                                Double.isFinite(entry.train().loss())
                                        && Double.isFinite(entry.test().loss()))
                        .findFirst();
    }

    byte[] frame(Moment moment) {
        var past = new ArrayList<>(history.entries());
        if (back.isPresent()) {
            show(back.get());
            return frames.frame(twin, back.get(), moment, past);
        }
        present = entry();
        if (past.getLast().epoch() == present.epoch()) {
            past.removeLast();
        }
        past.add(present);
        return frames.frame(experiment.network(), present, moment, past);
    }

    private void show(History.Entry entry) {
        var parameters = dev.gradus.nn.Parameters.trainable(twin).values();
        var i = 0;
        for (var parameter : parameters) {
            parameter.set(Tensor.of(entry.weights().get(i), parameter.shape().toArray()));
            i++;
        }
    }
}
