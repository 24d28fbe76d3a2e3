package dev.gradus.data.fetch;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Hands over the pieces of an answer's body one at a time, and waits for each no longer than told.
///
/// A plain input stream would wait for ever for a server that has gone silent.
final class BodyQueue implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private final BlockingQueue<Message> queue = new LinkedBlockingQueue<>();
    private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

    private sealed interface Message {
        record Piece(List<ByteBuffer> bytes) implements Message {}

        record Broken(String reason) implements Message {}

        record Complete() implements Message {}
    }

    /// Says that a body ended before it was complete.
    static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenException(String message) {
            super(message);
        }
    }

    BodyQueue(Flow.Publisher<List<ByteBuffer>> body) {
        body.subscribe(this);
    }

    /// Returns the next bytes; none when the body is complete.
    ///
    /// @param nanoseconds how long to wait for them
    /// @param complaint what to say if they do not come in time
    List<ByteBuffer> next(long nanoseconds, String complaint)
            throws InterruptedException, BrokenException {
        var message = queue.poll(nanoseconds, TimeUnit.NANOSECONDS);
        return switch (message) {
            case null -> throw new BrokenException(complaint);
            case Message.Broken(var reason) -> throw new BrokenException(reason);
            case Message.Complete _ -> List.of();
            case Message.Piece(var bytes) -> {
                subscription.get().request(1);
                yield bytes;
            }
        };
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.set(given);
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        if (bytes.isEmpty()) {
            subscription.get().request(1); // an empty piece would read as the end
        } else {
            queue.add(new Message.Piece(bytes));
        }
    }

    @Override
    public void onError(Throwable cause) {
        queue.add(new Message.Broken(String.valueOf(cause.getMessage())));
    }

    @Override
    public void onComplete() {
        queue.add(new Message.Complete());
    }

    /// Tells the server that no more is wanted.
    @Override
    public void close() {
        var given = subscription.get();
        if (given != null) {
            given.cancel();
        }
    }
}
