package dev.gradus.train;

import dev.gradus.nn.optimizer.Optimizer;
import java.math.BigDecimal;

/// Explains why training ended.
final class StopText {
    private StopText() {}

    static Stopped allEpochs(int epochs, int best) {
        return new Stopped(
                Stopped.Reason.ALL_EPOCHS,
                "All %d epochs are done. %s".formatted(epochs, kept(best)));
    }

    static Stopped allSteps(long steps, int best) {
        return new Stopped(
                Stopped.Reason.ALL_EPOCHS,
                "All %d steps are done. %s".formatted(steps, kept(best)));
    }

    static Stopped early(EarlyStopping rule, int epoch, int best) {
        return new Stopped(
                Stopped.Reason.EARLY,
                "Stopped after epoch %d: %d epochs passed without an improvement. %s"
                        .formatted(epoch, rule.patience(), kept(best)));
    }

    static Stopped interrupted(int epoch, long steps) {
        return new Stopped(
                Stopped.Reason.INTERRUPTED,
                "Interrupted in epoch %d, after %d steps. The best weights so far are kept."
                        .formatted(epoch, steps));
    }

    static Stopped notFinite(double loss, int epoch, Optimizer optimizer, int best) {
        return new Stopped(
                Stopped.Reason.NOT_FINITE,
                "The loss became %s in epoch %d, at step %d, with a learning rate of %s. Most likely the learning rate is too large: try %s. If that does not help, limit the gradients with clipNorm(1), and look in train.summary() for missing or infinite numbers. %s"
                        .formatted(
                                loss,
                                epoch,
                                optimizer.steps(),
                                optimizer.learningRate(),
                                tenth(optimizer.learningRate()),
                                kept(best)));
    }

    /// Says where the number was lost as well.
    static Stopped with(Stopped stopped, LostNumber.Finding finding) {
        var place = finding.place().isEmpty() ? "outside of the layers" : "in " + finding.place();
        return new Stopped(
                stopped.reason(),
                "%s The first number that was lost was made in step %d, %s."
                        .formatted(stopped.explanation(), finding.step(), place));
    }

    /// In decimals, so that a tenth of 0.001 is 0.0001 and nothing near it.
    private static double tenth(double rate) {
        return BigDecimal.valueOf(rate).movePointLeft(1).doubleValue();
    }

    private static String kept(int best) {
        return best == 0
                ? "No epoch was of use, so the weights are those it began with."
                : "The weights of epoch %d, the best, are kept.".formatted(best);
    }
}
