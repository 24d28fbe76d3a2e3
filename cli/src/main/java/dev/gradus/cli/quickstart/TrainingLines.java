package dev.gradus.cli.quickstart;

import dev.gradus.cli.terminal.LiveLine;
import dev.gradus.cli.terminal.Terminal;
import dev.gradus.cli.text.Numbers;
import dev.gradus.train.BatchProgress;
import dev.gradus.train.EpochResult;
import dev.gradus.train.Progress;
import java.time.Duration;

/// Shows how training goes: a line that is drawn again in place where somebody watches, and in any
/// case one line an epoch, with more in between where an epoch is long.
final class TrainingLines implements Progress {
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final int BAR = 14;

    private final Terminal terminal;
    private final LiveLine live;
    private final int epochs;
    private long shownAt = System.nanoTime();

    TrainingLines(Terminal terminal, int epochs) {
        this.terminal = terminal;
        this.live = new LiveLine(terminal);
        this.epochs = epochs;
    }

    @Override
    public void batchDone(BatchProgress progress) {
        var pause = terminal.interactive() ? BETWEEN_DRAWINGS : BETWEEN_LINES;
        if (System.nanoTime() - shownAt < pause.toNanos()) {
            return;
        }
        shownAt = System.nanoTime();
        if (terminal.interactive()) {
            live.draw(bar(terminal, progress));
        } else {
            terminal.line(bar(terminal, progress));
        }
    }

    @Override
    public void epochDone(EpochResult result) {
        live.clear();
        terminal.line(epoch(result, epochs));
        shownAt = System.nanoTime();
    }

    /// Returns how far training is, in one line of less than 80 characters.
    static String bar(Terminal terminal, BatchProgress progress) {
        var done = progress.epoch() - 1 + (double) progress.batch() / progress.batches();
        return "%s  %s  loss %s  accuracy %s %%  %s/s  %s left"
                .formatted(
                        number(progress.epoch(), progress.epochs()),
                        terminal.bar(done / progress.epochs(), BAR),
                        Numbers.decimals(progress.loss(), 3),
                        Numbers.decimals(100 * progress.accuracy(), 1),
                        Numbers.count(Math.round(progress.samplesPerSecond())),
                        Numbers.duration(progress.secondsLeft()));
    }

    /// Returns what an epoch came to, in one line.
    static String epoch(EpochResult result, int epochs) {
        return "%s  loss %s  accuracy %s %%   unseen: loss %s  accuracy %s %%  %s%s"
                .formatted(
                        number(result.epoch(), epochs),
                        Numbers.decimals(result.trainLoss(), 3),
                        Numbers.decimals(100 * result.trainAccuracy(), 1),
                        Numbers.decimals(result.validationLoss(), 3),
                        Numbers.decimals(100 * result.validationAccuracy(), 1),
                        Numbers.duration(result.seconds()),
                        result.best() ? "  best" : "");
    }

    private static String number(int epoch, int epochs) {
        var width = Integer.toString(epochs).length();
        return ("%" + width + "d/%d").formatted(epoch, epochs);
    }
}
