package dev.gradus.cli.quickstart;

import dev.gradus.cli.terminal.LiveLine;
import dev.gradus.cli.terminal.Terminal;
import dev.gradus.cli.text.Numbers;
import dev.gradus.data.fashion.FashionMnist;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// Gets the pictures: those that come with the library, or the full set.
final class Garments {
    private static final Duration BETWEEN_LINES = Duration.ofMillis(200);

    private final Terminal terminal;
    private final LiveLine live;
    private final Set<String> announced = new HashSet<>();
    private long shownAt;

    private Garments(Terminal terminal) {
        this.terminal = terminal;
        this.live = new LiveLine(terminal);
    }

    static FashionMnist get(Order order, Terminal terminal)
            throws IOException, InterruptedException {
        var seeded =
                order.fetch()
                        ? new Garments(terminal).fetch()
                        : order.full() ? FashionMnist.full() : FashionMnist.load();
        return seeded.validation(FashionMnist.VALIDATION_FRACTION, order.seed());
    }

    private FashionMnist fetch() throws IOException, InterruptedException {
        terminal.line("Fetching the full training set (30 MB), or what is missing of it.");
        try {
            return FashionMnist.fetch(this::show);
        } finally {
            live.clear();
        }
    }

    private void show(String file, long done, long total) {
        if (!terminal.interactive()) {
            if (announced.add(file)) {
                terminal.line("  " + file);
            }
            return;
        }
        if (System.nanoTime() - shownAt >= BETWEEN_LINES.toNanos()) {
            shownAt = System.nanoTime();
            var share = total > 0 ? terminal.bar((double) done / total, 20) : "";
            live.draw("  %s  %s  %s".formatted(file, share, Numbers.bytes(done)));
        }
    }
}
