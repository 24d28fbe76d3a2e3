package dev.gradus.data.fetch;

import dev.gradus.data.format.FormatException;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Fetches files by HTTP so that what stands under a file's name is always the whole, right file.
///
/// What arrives is collected in `NAME.part` beside it, verified, and only then renamed. An
/// interrupted fetch is taken up where it stopped, by the same or another mirror; if the result is
/// not the file meant, it is thrown away and the mirror asked for the whole, then the next mirror.
/// A file that is already there is verified too, and replaced if it is damaged.
///
/// @param stallLimit how long to wait for a connection, an answer or the next bytes
/// @param timeLimit how long one attempt at one file may take
/// @param proxies says which proxy leads to an address
public record Download(Duration stallLimit, Duration timeLimit, ProxySelector proxies) {
    private static final int ATTEMPTS = 3;

    /// Returns a download with the usual limits, by the proxies that environment and system name.
    public static Download ofProcess() {
        return new Download(
                Duration.ofSeconds(30), Duration.ofMinutes(30), EnvironmentProxies.ofProcess());
    }

    /// Fetches `file` into `folder`, which is created if need be, unless it is there already.
    ///
    /// @return where it is
    /// @throws FetchException if no mirror could give it; the message says what each one did
    /// @throws IOException if the folder cannot be written
    /// @throws InterruptedException if the thread is interrupted; what has arrived is kept for
    ///     later
    public Path fetch(RemoteFile file, Path folder, DownloadProgress progress)
            throws IOException, InterruptedException {
        var target = folder.resolve(file.name());
        if (isThere(file, target)) {
            return target;
        }
        Files.createDirectories(folder);
        var part = folder.resolve(file.name() + ".part");
        collect(file, part, progress);
        Files.move(
                part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return target;
    }

    private void collect(RemoteFile file, Path path, DownloadProgress progress)
            throws IOException, InterruptedException {
        var failures = new ArrayList<String>();
        var client =
                HttpClient.newBuilder()
                        .connectTimeout(stallLimit)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .proxy(proxies)
                        .build();
        try (var part = PartialFile.open(path)) {
            for (var mirror : file.mirrors()) {
                if (arrived(new Attempt(this, client, file, mirror, part, progress), failures)) {
                    return;
                }
            }
        } finally {
            // close() alone would wait for a server that has stopped answering
            client.shutdownNow();
        }
        throw new FetchException(
                "%s could not be fetched. Check the connection (behind a proxy, set HTTPS_PROXY) and try again; what has arrived is kept.\n  %s"
                        .formatted(file.name(), String.join("\n  ", failures)));
    }

    private static boolean isThere(RemoteFile file, Path target) throws IOException {
        try {
            file.verification().verify(target);
            return true;
        } catch (NoSuchFileException | FormatException _) {
            return false;
        }
    }

    private static boolean arrived(Attempt attempt, List<String> failures)
            throws IOException, InterruptedException {
        for (var i = 0; i < ATTEMPTS; i++) {
            var had = attempt.part().size();
            switch (attempt.run()) {
                case Attempt.Outcome.Arrived _ -> {
                    return true;
                }
                case Attempt.Outcome.Wrong(var reason) -> {
                    failures.add(attempt.mirror() + ": " + reason);
                    if (had == 0) {
                        return false;
                    }
                    // the beginning may have come from elsewhere: it is asked for the whole
                }
                case Attempt.Outcome.Failed(var reason) -> {
                    failures.add(attempt.mirror() + ": " + reason);
                    if (attempt.part().size() == had) {
                        return false;
                    }
                    // something did arrive: it is asked for the rest
                }
            }
        }
        return false;
    }
}
