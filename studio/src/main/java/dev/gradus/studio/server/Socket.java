package dev.gradus.studio.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One browser's connection to a page: lets in only whom the gate does, puts messages together within
/// bounds, and hands them on.
final class Socket implements WsListener {
    /// Room for a program of 100,000 characters, written as JSON.
    private static final int MOST_TEXT = 262_144;

    /// A letter has up to three bytes.
    static final int MOST_FRAME = 3 * MOST_TEXT;

    private static final int NOT_UNDERSTOOD = 1003;
    private static final int POLICY = 1008;
    private static final int TOO_LARGE = 1009;
    private static final int TRY_LATER = 1013;

    private final Gate gate;
    private final Semaphore places;
    private final Function<Wire, Conversation> page;
    private final StringBuilder part = new StringBuilder();
    private @Nullable Wire wire;
    private @Nullable Conversation conversation;

    Socket(Gate gate, Semaphore places, Function<Wire, Conversation> page) {
        this.gate = gate;
        this.places = places;
        this.page = page;
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers)
            throws WsUpgradeException {
        var refusal = gate.socketRefusal(headers);
        if (refusal.isPresent()) {
            throw new WsUpgradeException(refusal.get());
        }
        return Optional.empty();
    }

    @Override
    public void onOpen(WsSession session) {
        var opened = new Wire(session);
        wire = opened;
        if (places.tryAcquire()) {
            conversation = page.apply(opened);
        } else {
            opened.close(TRY_LATER, "too many pages are open");
        }
        opened.start(this::end);
    }

    @Override
    public void onMessage(WsSession session, String text, boolean last) {
        if (part.length() + text.length() > MOST_TEXT) {
            close(TOO_LARGE, "a message may have %d characters".formatted(MOST_TEXT));
            return;
        }
        part.append(text);
        if (last) {
            var message = part.toString();
            part.setLength(0);
            receive(message);
        }
    }

    private void receive(String message) {
        var present = conversation;
        if (wire == null || present == null) {
            return;
        }
        if (message.equals(Wire.DRAWN)) {
            wire.drawn();
            return;
        }
        try {
            present.said(message);
        } catch (IllegalArgumentException e) {
            close(POLICY, shortened(e.getMessage()));
        }
    }

    @Override
    public void onMessage(WsSession session, BufferData buffer, boolean last) {
        close(NOT_UNDERSTOOD, "pages speak in text");
    }

    @Override
    public void onClose(WsSession session, int status, String reason) {
        end();
    }

    @Override
    public void onError(WsSession session, Throwable t) {
        end();
    }

    private void close(int code, String reason) {
        if (wire != null) {
            wire.close(code, reason);
        }
        end();
    }

    private synchronized void end() {
        var present = conversation;
        conversation = null;
        if (wire != null) {
            wire.close(1000, "");
        }
        if (present != null) {
            places.release();
            present.end();
        }
    }

    /// The reason for closing has room for 123 bytes.
    private static String shortened(@Nullable String reason) {
        var text = reason == null ? "" : reason.replaceAll("[^ -~]", "?");
        return text.length() <= 120 ? text : text.substring(0, 117) + "...";
    }
}
