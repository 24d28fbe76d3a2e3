package dev.gradus.data.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// An HTTP server on this machine that misbehaves exactly as a test tells it to.
///
/// Every connection carries one request; its handler writes the raw answer and may stop anywhere.
final class LoopbackServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    record Request(String target, Map<String, String> headers) {
        /// Where the client wants to take up, or 0.
        int from() {
            var range = headers.getOrDefault("range", "bytes=0-");
            return Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        }
    }

    interface Handler {
        void answer(Request request, OutputStream out) throws Exception;
    }

    LoopbackServer(Handler handler) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(handler));
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /// What has been asked so far, first to last.
    List<Request> requests() {
        return List.copyOf(requests);
    }

    /// Answers as a good server does, with the range if one is asked for.
    static Handler serving(byte[] content) {
        return (request, out) -> {
            var from = request.from();
            if (from >= content.length) {
                head(out, "416 Range Not Satisfiable", 0, "");
            } else if (from > 0) {
                var range = "Content-Range: bytes %s-%s/%s\r\n";
                head(
                        out,
                        "206 Partial Content",
                        content.length - from,
                        range.formatted(from, content.length - 1, content.length));
                out.write(content, from, content.length - from);
            } else {
                head(out, "200 OK", content.length, "");
                out.write(content);
            }
        };
    }

    static void head(OutputStream out, String status, long length, String more) throws IOException {
        var head =
                "HTTP/1.1 %s\r\nContent-Length: %s\r\n%sConnection: close\r\n\r\n"
                        .formatted(status, length, more);
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void accept(Handler handler) {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> answer(connection, handler));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void answer(Socket connection, Handler handler) {
        try (connection) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    connection.getInputStream(), StandardCharsets.US_ASCII));
            var target = in.readLine().split(" ", -1)[1];
            var headers = new HashMap<String, String>();
            for (var line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                var colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            var request = new Request(target, headers);
            requests.add(request);
            handler.answer(request, connection.getOutputStream());
        } catch (Exception _) {
            // the client may go away first: the tests look at what it makes of the answer
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
