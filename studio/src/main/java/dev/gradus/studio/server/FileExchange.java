package dev.gradus.studio.server;

import dev.gradus.io.Json;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Gives whole files away and takes them, one at a time.
final class FileExchange {
    /// What a page may send; more goes by the command line.
    static final long MOST_BYTES = 256L << 20;

    private static final int PATIENCE_SECONDS = 5;

    private static final String PLACE = "/files/";

    private final Map<String, Transfer> transfers;
    private final Semaphore turn = new Semaphore(1);

    /// @param transfers by the names of their files
    FileExchange(Map<String, Transfer> transfers) {
        this.transfers = Map.copyOf(transfers);
    }

    /// Returns what gives and takes the file at this path, if there is any.
    Optional<Transfer> find(String path) {
        return path.startsWith(PLACE)
                ? Optional.ofNullable(transfers.get(path.substring(PLACE.length())))
                : Optional.empty();
    }

    void give(Transfer transfer, String path, ServerResponse response) {
        alone(
                response,
                draft -> {
                    transfer.give(draft);
                    response.header(HeaderNames.CONTENT_TYPE, "application/zip");
                    response.header(
                            HeaderNames.CONTENT_DISPOSITION,
                            "attachment; filename=\"%s\""
                                    .formatted(path.substring(PLACE.length())));
                    response.contentLength(Files.size(draft));
                    try (var out = response.outputStream()) {
                        Files.copy(draft, out);
                    }
                });
    }

    void take(Transfer transfer, ServerRequest request, ServerResponse response) {
        alone(
                response,
                draft -> {
                    receive(request, draft);
                    var came = transfer.take(draft);
                    response.header(HeaderNames.CONTENT_TYPE, "application/json");
                    response.send(Json.write(came).getBytes(StandardCharsets.UTF_8));
                });
    }

    private static void receive(ServerRequest request, Path draft) throws IOException {
        try (InputStream in = request.content().inputStream();
                var out = Files.newOutputStream(draft)) {
            var buffer = new byte[1 << 16];
            var left = MOST_BYTES;
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new IOException(
                            "A page may send %d MB. Larger files go by the command line: gradus learn import FILE"
                                    .formatted(MOST_BYTES >> 20));
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private boolean isMyTurn() {
        try {
            return turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private interface Work {
        void with(Path draft) throws IOException;
    }

    private void alone(ServerResponse response, Work work) {
        if (!isMyTurn()) {
            say(
                    response,
                    Status.SERVICE_UNAVAILABLE_503,
                    "Another file is on its way. Try again when it has arrived.");
            return;
        }
        try {
            var folder = Files.createTempDirectory("gradus-file");
            var draft = folder.resolve("work.zip");
            try {
                work.with(draft);
            } finally {
                Files.deleteIfExists(draft);
                Files.deleteIfExists(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            if (!response.isSent()) {
                say(response, Status.BAD_REQUEST_400, String.valueOf(e.getMessage()));
            }
        } finally {
            turn.release();
        }
    }

    private static void say(ServerResponse response, Status status, String text) {
        response.status(status);
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.send(text.getBytes(StandardCharsets.UTF_8));
    }
}
