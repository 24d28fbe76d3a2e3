package dev.gradus.data.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The part of a file that has arrived so far, locked against other programs that fetch it too.
final class PartialFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private PartialFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// @throws FetchException if someone else is writing it
    static PartialFile open(Path path) throws IOException {
        var channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        var part = new PartialFile(path, channel);
        try {
            if (channel.tryLock() != null) {
                channel.position(channel.size());
                return part;
            }
        } catch (OverlappingFileLockException _) {
            // the other one is in this very program: the same answer
        } catch (IOException e) {
            part.close();
            throw e;
        }
        part.close();
        throw new FetchException(
                "%s is being written by another program: wait until it is done".formatted(path));
    }

    Path path() {
        return path;
    }

    long size() throws IOException {
        return channel.size();
    }

    void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    void clear() throws IOException {
        channel.truncate(0);
        channel.position(0);
    }

    void flush() throws IOException {
        channel.force(true);
    }

    /// Closes the file; more than once does no harm.
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
