package dev.gradus.studio.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsSession;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// What is sent to one open page, on a thread of its own, so that nobody who has something to show waits
/// for a page that is slow.
///
/// Words arrive all and in order. Of pictures only the newest is kept: the page says when it has drawn
/// one, and gets no third before. A browser reads from the network ahead of what its page has drawn, so
/// a full socket would tell of a slow page far too late.
public final class Wire {
    /// What a page says when it has drawn a picture.
    static final String DRAWN = "drawn";

    private static final int MOST_WORDS = 256;
    private static final int MOST_UNDRAWN = 2;
    // a browser that was ended by force leaves a silent connection: writing to it tells
    private static final long PING_MILLISECONDS = 5_000;

    private static final int CLOSED_NORMALLY = 1000;
    private static final int POLICY = 1008;

    private final WsSession session;
    private final Deque<Words> words = new ArrayDeque<>();
    private byte @Nullable [] picture;
    private int undrawn;
    private long dropped;
    private boolean closed;
    private int closeCode = CLOSED_NORMALLY;
    private String closeReason = "";

    Wire(WsSession session) {
        this.session = session;
    }

    /// Starts sending; `ended` runs when nothing more can be sent.
    void start(Runnable ended) {
        Thread.ofVirtual().name("gradus-studio-wire").start(() -> run(ended));
    }

    /// What is sent whole and in order.
    private sealed interface Words {
        record Text(String text) implements Words {}

        record Bytes(byte[] bytes) implements Words {}
    }

    /// Sends words; they wait for their turn.
    public void tell(String text) {
        tell(new Words.Text(text));
    }

    /// Sends bytes that must not be left out; they wait for their turn.
    public void tell(byte[] bytes) {
        tell(new Words.Bytes(bytes));
    }

    private synchronized void tell(Words next) {
        if (words.size() >= MOST_WORDS) {
            close(POLICY, "the page does not read what it is told");
        } else if (!closed) {
            words.add(next);
            notifyAll();
        }
    }

    /// Sends a picture, as soon as the page has drawn those before; a newer one takes its place.
    public synchronized void show(byte[] frame) {
        dropped += picture == null ? 0 : 1;
        picture = frame;
        notifyAll();
    }

    /// Returns whether a picture would be sent at once.
    public synchronized boolean isFree() {
        return picture == null && undrawn < MOST_UNDRAWN;
    }

    /// Returns how many pictures were not sent because a newer one came.
    public synchronized long dropped() {
        return dropped;
    }

    /// Ends the connection, after the words that wait.
    public synchronized void close(int code, String reason) {
        if (!closed) {
            closed = true;
            closeCode = code;
            closeReason = reason;
            notifyAll();
        }
    }

    synchronized void drawn() {
        undrawn = Math.max(0, undrawn - 1);
        notifyAll();
    }

    private void run(Runnable ended) {
        try {
            while (sendNext()) {}
            session.close(closeCode, closeReason);
        } catch (UncheckedIOException | IllegalStateException _) {
            // the page has gone
            return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            ended.run();
        }
    }

    /// Sends one thing; returns false after the last. Sending itself may wait, so it holds no lock.
    private boolean sendNext() throws InterruptedException {
        Words next = null;
        synchronized (this) {
            var ping = System.currentTimeMillis() + PING_MILLISECONDS;
            var left = PING_MILLISECONDS;
            while (words.isEmpty() && !closed && !mayShow() && left > 0) {
                wait(left);
                left = ping - System.currentTimeMillis();
            }
            if (!words.isEmpty()) {
                next = words.remove();
            } else if (closed) {
                return false;
            } else if (picture != null && undrawn < MOST_UNDRAWN) {
                next = new Words.Bytes(picture);
                picture = null;
                undrawn++;
            }
        }
        switch (next) {
            case Words.Text(var text) -> session.send(text, true);
            case Words.Bytes(var bytes) -> session.send(BufferData.create(bytes), true);
            case null -> session.ping(BufferData.empty());
        }
        return true;
    }

    private boolean mayShow() {
        return picture != null && undrawn < MOST_UNDRAWN;
    }
}
