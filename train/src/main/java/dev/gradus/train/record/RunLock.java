package dev.gradus.train.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/// Keeps two processes from writing one run. The system lets go of it when the process dies, however
/// it does.
final class RunLock {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    static RunLock take(RunFiles files) throws IOException {
        var channel =
                FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new RunLock(channel);
            }
        } catch (OverlappingFileLockException _) {
            // this very process writes it
            channel.close();
            throw taken(files);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw taken(files);
    }

    private static IllegalStateException taken(RunFiles files) {
        return new IllegalStateException(
                "the run %s is being written already: end that first".formatted(files.id()));
    }

    void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // the lock is gone with the process at the latest
            return;
        }
    }
}
