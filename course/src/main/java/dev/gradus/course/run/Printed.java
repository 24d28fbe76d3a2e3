package dev.gradus.course.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Reads what a program prints: keeps the beginning, and goes on reading so that the program never waits.
final class Printed {
    /// Room for what Java itself says, and to tell that there is more.
    private static final int WARNING = 200;

    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(2);

    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread reading;

    Printed(InputStream stream, int most) {
        this.most = most;
        // no virtual thread: waiting for a process would take one of the few threads that carry
        // those
        reading = Thread.ofPlatform().daemon().start(() -> read(stream));
    }

    private void read(InputStream stream) {
        var buffer = new byte[8192];
        try {
            for (var count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException _) {
            // the program has ended
            return;
        }
    }

    private synchronized void keep(byte[] buffer, int count) {
        var room = Math.clamp((long) most + WARNING - kept.size(), 0, count);
        kept.write(buffer, 0, room);
    }

    /// Returns what is kept; waits a moment for what is still on its way.
    String text() throws InterruptedException {
        var all = all();
        return all.substring(0, Math.min(most, all.length()));
    }

    boolean isWhole() throws InterruptedException {
        return all().length() <= most;
    }

    private String all() throws InterruptedException {
        reading.join(PATIENCE);
        synchronized (this) {
            return kept.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !isOfJava(line))
                    .collect(Collectors.joining("\n"));
        }
    }

    // Java speaks of the Vector API whenever it is used
    private static boolean isOfJava(String line) {
        return line.toLowerCase(Locale.ROOT).startsWith("warning: using incubator modules");
    }
}
