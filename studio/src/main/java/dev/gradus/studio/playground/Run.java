package dev.gradus.studio.playground;

import dev.gradus.nn.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One run of the playground: an experiment, how it went so far, and what is looked at.
final class Run {
    private final long id;
    private final Experiment experiment;
    private final List<Program.Leg> legs;
    private final Frames frames;
    private final History history;
    private final Sequential twin;
    private Optional<History.Entry> back = Optional.empty();
    private Optional<Surface> surface = Optional.empty();
    private boolean edited;

    Run(long id, Samples.Ready ready) {
        this(id, new Experiment(ready), new History(), List.of());
        history.add(History.Entry.of(experiment));
    }

    private Run(long id, Experiment experiment, History history, List<Program.Leg> legs) {
        this.id = id;
        this.experiment = experiment;
        this.frames = new Frames(experiment, id);
        this.twin = experiment.twin();
        this.history = history;
        this.legs = legs;
    }

    /// Returns a run that goes on from the epoch that is looked at with other settings; this one stays as
    /// it is.
    ///
    /// @throws IllegalArgumentException if the settings ask for other points or another network
    Run branch(long other, Setup wanted) {
        var setup = wanted.points(experiment.setup().points());
        if (!setup.isBranchOf(experiment.setup())) {
            throw new IllegalArgumentException(
                    "a branch has the points and the network of its run: begin anew for others");
        }
        var from = back.orElseGet(() -> History.Entry.of(experiment));
        var ready = new Samples.Ready(setup, experiment.lessons().samples());
        var past = new ArrayList<>(legs);
        past.add(new Program.Leg(experiment.setup(), from.epoch()));
        var until = history.until(from.epoch());
        if (until.entries().isEmpty() || until.entries().getLast().epoch() != from.epoch()) {
            until.add(from);
        }
        var branch = new Run(other, new Experiment(ready, from, experiment.setup()), until, past);
        branch.edited = edited;
        return branch;
    }

    long id() {
        return id;
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
            history.add(History.Entry.of(experiment));
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

    /// Returns it as a program.
    Program program() {
        var all = new ArrayList<>(legs);
        all.add(new Program.Leg(experiment.setup(), experiment.epoch()));
        return new Program(experiment.lessons().samples(), all);
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

    /// Looks at the last epoch, with nothing measured around it yet.
    void showLast() {
        back = Optional.empty();
        surface = Optional.empty();
    }

    void surface(Surface measured) {
        surface = Optional.of(measured);
    }

    /// Returns whether the path has left the surface that was measured, or grown much longer.
    ///
    /// @param resting whether it does not learn at present, so that the last epoch is worth a new one
    boolean wantsSurvey(boolean resting) {
        var entries = history.entries();
        if (entries.size() < 3 || !Double.isFinite(entries.getLast().train().loss())) {
            return false;
        }
        if (surface.isEmpty()) {
            return true;
        }
        var measured = surface.get();
        var last = entries.getLast();
        return resting
                ? measured.epoch() != last.epoch()
                : last.epoch() > 2 * measured.epoch()
                        || !measured.holds(measured.place(last.weights()));
    }

    Survey survey() {
        return new Survey(experiment, id, history.entries());
    }

    byte[] frame(Moment moment) {
        var past = new ArrayList<>(history.entries());
        if (back.isPresent()) {
            Experiment.set(twin, back.get().weights());
            return frames.frame(twin, back.get(), moment, past, surface);
        }
        var present = History.Entry.of(experiment);
        if (past.getLast().epoch() == present.epoch()) {
            past.removeLast();
        }
        past.add(present);
        return frames.frame(experiment.network(), present, moment, past, surface);
    }
}
