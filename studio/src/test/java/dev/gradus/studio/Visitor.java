package dev.gradus.studio;

import dev.gradus.io.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A browser without a screen: follows the printed link, opens the playground's socket and draws
/// nothing, but says that it has.
final class Visitor implements WebSocket.Listener, AutoCloseable {
    static final String SPIRAL =
            """
            {"do": "begin", "id": %d, "playing": %s, "data": "spiral", "points": 300, "noise": 0.1, "unseen": 0.3,
            "seed": 7, "features": ["x", "y", "sinx", "siny"], "layers": [6, 4], "activation": "tanh",
            "optimizer": "adam", "rate": 0.03, "batch": 0, "loss": "cross-entropy", "penalty": "l2", "strength": 0.0001}\
            """;

    private static final int FRAME = 2;

    private final HttpClient client = HttpClient.newHttpClient();
    private final CompletableFuture<WebSocket> opened;
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
    private final BlockingQueue<ByteBuffer> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<Map<String, Object>> words = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean draws;

    Visitor(Studio studio, boolean draws) throws IOException, InterruptedException {
        this(studio, draws, "playground");
    }

    Visitor(Studio studio, boolean draws, String page) throws IOException, InterruptedException {
        this(studio.link(), page, draws);
    }

    /// Opens the socket of a page.
    Visitor(String link, String page, boolean draws) throws IOException, InterruptedException {
        this.draws = draws;
        var entered =
                client.send(
                        HttpRequest.newBuilder(URI.create(link)).build(),
                        HttpResponse.BodyHandlers.ofString());
        var cookie = entered.headers().firstValue("set-cookie").orElseThrow().split(";", -1)[0];
        var port = URI.create(link).getPort();
        var origin = "http://127.0.0.1:" + port;
        this.opened =
                client.newWebSocketBuilder()
                        .header("Cookie", cookie)
                        .header("Origin", origin)
                        .buildAsync(
                                URI.create("ws://127.0.0.1:%d/live/%s".formatted(port, page)),
                                this);
        opened.join();
    }

    void say(String message, Object... parts) {
        send(message.formatted(parts)).join();
    }

    /// One message after the other: a socket takes no second one before the first is sent.
    private synchronized CompletableFuture<?> send(String message) {
        sent = sent.thenCompose(_ -> opened.thenCompose(open -> open.sendText(message, true)));
        return sent;
    }

    /// Returns the next picture of kind `kind`.
    ByteBuffer frame(int kind) throws InterruptedException {
        while (true) {
            var frame = frames.poll(20, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no picture came");
            }
            if (frame.getInt(0) == kind) {
                return frame;
            }
        }
    }

    /// Returns the next picture, whatever it is.
    byte[] picture() throws InterruptedException {
        return frame().array();
    }

    /// Returns the next picture, whatever it is.
    ByteBuffer frame() throws InterruptedException {
        var frame = frames.poll(60, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no picture came");
        }
        return frame;
    }

    int waitingFrames() {
        return frames.size();
    }

    Map<String, Object> word() throws InterruptedException {
        var word = words.poll(60, TimeUnit.SECONDS);
        if (word == null) {
            throw new AssertionError("nothing was said");
        }
        return word;
    }

    /// Says words that are not written as a format.
    void tell(Map<String, ?> message) {
        send(Json.line(message)).join();
    }

    /// Returns the next words that are `kind`; what is said in between is passed by.
    Map<String, Object> word(String kind) throws InterruptedException {
        while (true) {
            var word = word();
            if (kind.equals(word.get("is"))) {
                return word;
            }
            if ("refused".equals(word.get("is")) || "failed".equals(word.get("is"))) {
                throw new AssertionError(word);
            }
        }
    }

    int closeCode() {
        return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        var part = new byte[data.remaining()];
        data.get(part);
        bytes.writeBytes(part);
        if (last) {
            var frame = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
            bytes.reset();
            frames.add(frame);
            // the page of runs sends its pictures as JSON
            if (draws && (frame.getInt(0) == FRAME || frame.get(0) == '{')) {
                var unused = send("drawn");
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            words.add(Json.read(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        // said, not only done: the studio need not find out that nobody listens any more
        opened.join().sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(_ -> null).join();
        opened.join().abort();
        client.close();
    }
}
