package dev.gradus.data;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;

/// Prepares batches on a thread of its own while the reader works on earlier ones.
///
/// The batches are those of the [Batches] it was made from, in the same order and with the same
/// bits. It is walked once, by one thread, and closed when done or given up:
///
/// ```
/// try (var loader = examples.shuffled(epoch).batches(64).ahead(4)) {
///     for (var batch : loader) { ... }
/// }
/// ```
///
/// Whatever goes wrong while a batch is prepared is thrown by the reader's `next()`, in its place
/// after the batches before it. [#close] may be called at any time and from any thread, and returns
/// when the preparing thread has ended; a reader that is waiting then fails with a
/// [CancellationException] and does not take the batches so far for all there are.
public final class BatchLoader implements Iterable<Batch>, AutoCloseable {
    private final BlockingQueue<Message> queue;
    private final Thread preparer;
    private volatile boolean closed;
    private boolean walked;

    private sealed interface Message {
        record Ready(Batch batch) implements Message {}

        record Failed(Throwable cause) implements Message {}

        enum End implements Message {
            FINISHED,
            CLOSED
        }
    }

    BatchLoader(Batches batches, int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "%s batches ahead are none: give at least 1".formatted(most));
        }
        queue = new ArrayBlockingQueue<>(most);
        // a daemon: a reader that forgets to close must not keep the program from ending
        preparer =
                Thread.ofPlatform().daemon().name("gradus-batches").start(() -> prepare(batches));
    }

    private void prepare(Batches batches) {
        try {
            try {
                for (var i = 0; i < batches.count() && !closed; i++) {
                    queue.put(new Message.Ready(batches.get(i)));
                }
                queue.put(Message.End.FINISHED);
            } catch (RuntimeException | Error e) {
                queue.put(new Message.Failed(e));
            }
        } catch (InterruptedException _) {
            // only close() interrupts this thread, and it tells the reader itself
            return;
        }
    }

    /// Returns the batches as they become ready.
    ///
    /// @throws IllegalStateException if they have been asked for before
    @Override
    public Iterator<Batch> iterator() {
        if (walked) {
            throw new IllegalStateException(
                    "this loader has been walked: make another with ahead() for another pass");
        }
        walked = true;
        return new Reader();
    }

    /// Stops preparing and waits until the preparing thread has ended.
    @Override
    public void close() {
        closed = true;
        preparer.interrupt();
        var interrupted = false;
        while (preparer.isAlive()) {
            try {
                preparer.join();
            } catch (InterruptedException _) {
                // the thread ends after the batch it is at: wait, and pass the interrupt on
                interrupted = true;
            }
        }
        queue.clear();
        queue.offer(Message.End.CLOSED);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Reader implements Iterator<Batch> {
        private Message next = Message.End.CLOSED;
        private boolean peeked;

        @Override
        public boolean hasNext() {
            if (!peeked) {
                next = take();
                peeked = true;
            }
            return next != Message.End.FINISHED;
        }

        @Override
        public Batch next() {
            if (!hasNext()) {
                throw new NoSuchElementException("all batches were read");
            }
            return switch (next) {
                case Message.Ready(var batch) -> {
                    peeked = false;
                    yield batch;
                }
                case Message.Failed(RuntimeException cause) -> throw cause;
                case Message.Failed(Error cause) -> throw cause;
                case Message.Failed(var cause) -> throw new IllegalStateException(cause);
                case Message.End _ ->
                        throw new CancellationException(
                                "the loader was closed before all its batches were read");
            };
        }

        private Message take() {
            try {
                return queue.take();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while waiting for the next batch");
            }
        }
    }
}
