package dev.gradus.data.fetch;

import dev.gradus.data.format.FormatException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;

/// One try to get a file, or what is missing of it, from one mirror.
record Attempt(
        Download limits,
        HttpClient client,
        RemoteFile file,
        URI mirror,
        PartialFile part,
        DownloadProgress progress) {
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-.*");

    /// How an attempt ends.
    sealed interface Outcome {
        /// The file is whole and verified.
        record Arrived() implements Outcome {}

        /// What arrived is not the file meant, and has been thrown away.
        record Wrong(String reason) implements Outcome {}

        /// The mirror did not give the file; what has arrived is kept.
        record Failed(String reason) implements Outcome {}
    }

    Outcome run() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + limits.timeLimit().toNanos();
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response;
        try {
            response = client.send(request(), HttpResponse.BodyHandlers.ofPublisher());
        } catch (IOException e) {
            return new Outcome.Failed(reason(e));
        }
        try (var body = new BodyQueue(response.body())) {
            return switch (response.statusCode()) {
                case OK -> {
                    // the server does not resume: what it sends is the whole
                    part.clear();
                    yield receive(response, body, deadline);
                }
                case PARTIAL_CONTENT -> resumed(response, body, deadline);
                case RANGE_NOT_SATISFIABLE -> {
                    // nothing is missing: the part is whole, or is not part of this file at all
                    yield verified();
                }
                default -> new Outcome.Failed("answered with status " + response.statusCode());
            };
        }
    }

    private HttpRequest request() throws IOException {
        var request = HttpRequest.newBuilder(mirror).timeout(limits.stallLimit());
        if (part.size() > 0) {
            request.header("Range", "bytes=%s-".formatted(part.size()));
        }
        return request.build();
    }

    private Outcome resumed(HttpResponse<?> response, BodyQueue body, long deadline)
            throws IOException, InterruptedException {
        var range = response.headers().firstValue("Content-Range").orElse("");
        var matcher = CONTENT_RANGE.matcher(range);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) != part.size()) {
            part.clear();
            return new Outcome.Wrong(
                    "answered with the range \"%s\", not asked for".formatted(range));
        }
        return receive(response, body, deadline);
    }

    private Outcome receive(HttpResponse<?> response, BodyQueue body, long deadline)
            throws IOException, InterruptedException {
        var had = part.size();
        var announced = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        var total = announced < 0 ? -1 : had + announced;
        if (total > file.mostBytes()) {
            return tooLong(total);
        }
        try {
            for (var bytes = next(body, deadline); !bytes.isEmpty(); bytes = next(body, deadline)) {
                for (var buffer : bytes) {
                    if (part.size() + buffer.remaining() > file.mostBytes()) {
                        return tooLong(part.size() + buffer.remaining());
                    }
                    part.append(buffer);
                }
                progress.bytes(file.name(), part.size(), total);
            }
        } catch (BodyQueue.BrokenException e) {
            return new Outcome.Failed(
                    "broke off after %s bytes: %s".formatted(part.size(), e.getMessage()));
        }
        return verified();
    }

    private List<ByteBuffer> next(BodyQueue body, long deadline)
            throws InterruptedException, BodyQueue.BrokenException {
        var left = deadline - System.nanoTime();
        var stall = limits.stallLimit().toNanos();
        return left > stall
                ? body.next(stall, "the server went silent")
                : body.next(left, "it took longer than " + limits.timeLimit());
    }

    private Outcome tooLong(long bytes) throws IOException {
        part.clear();
        return new Outcome.Wrong(
                "gives %s bytes or more; the file has at most %s"
                        .formatted(bytes, file.mostBytes()));
    }

    private Outcome verified() throws IOException {
        part.flush();
        try {
            file.verification().verify(part.path());
            return new Outcome.Arrived();
        } catch (FormatException e) {
            part.clear();
            return new Outcome.Wrong(String.valueOf(e.getMessage()));
        }
    }

    private static String reason(IOException e) {
        var name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }
}
