package dev.gradus.studio.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Sends what no well-behaved client would.
public final class Raw implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final Socket socket;

    Raw(int port) throws IOException {
        socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        socket.setSoTimeout(10_000);
    }

    /// Returns the whole answer to these lines, on a connection of its own.
    public static String ask(int port, String... lines) throws IOException {
        try (var raw = new Raw(port)) {
            raw.write(String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
            return raw.answer();
        }
    }

    /// Reads an answer, head and body.
    String answer() throws IOException {
        var head = head();
        var length = LENGTH.matcher(head);
        var body =
                socket.getInputStream()
                        .readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return head + new String(body, StandardCharsets.UTF_8);
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// Reads up to the empty line after the head of an answer.
    String head() throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
        }
        return text.toString();
    }

    /// Passes over what is sent up to the end, and returns the code that says why it ended.
    int closeCode() throws IOException {
        var in = socket.getInputStream();
        while (true) {
            var kind = in.read() & 0x0F;
            var content = in.readNBytes(in.read());
            if (kind == 8) {
                return (content[0] & 0xFF) << 8 | content[1] & 0xFF;
            }
        }
    }

    /// Returns how many bytes came before the other side closed.
    int untilClosed() throws IOException {
        return socket.getInputStream().readAllBytes().length;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
