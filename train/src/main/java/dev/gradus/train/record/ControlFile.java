package dev.gradus.train.record;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The small file `control.json` in the folder of a run, in which somebody asks the process that
/// trains for something. It lies there until that process has done it.
///
/// Whoever may write in the runs directory may write it, so it is believed three words and nothing
/// else: a file that is longer, a link, or not this very object says nothing.
final class ControlFile {
    private static final int LONGEST = 200;
    private static final String FORMAT = "gradus control";

    private final Path file;

    ControlFile(Path file) {
        this.file = file;
    }

    /// Asks, in the place of what was asked before: wholly or not at all.
    void write(RunWish wish) {
        Json.write(file, Map.of("format", FORMAT, "wish", wish.word()));
    }

    /// Returns what is asked, if anything is.
    Optional<RunWish> read() {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            return of(Json.read(Files.readAllBytes(file)));
        } catch (IOException | JsonException _) {
            // taken away a moment ago, or written by somebody else
            return Optional.empty();
        }
    }

    private static Optional<RunWish> of(Map<String, Object> json) {
        if (!FORMAT.equals(json.get("format"))) {
            return Optional.empty();
        }
        for (var wish : RunWish.values()) {
            if (wish.word().equals(json.get("wish"))) {
                return Optional.of(wish);
            }
        }
        return Optional.empty();
    }

    /// Takes it away once `done` was done, unless something else is asked by now.
    void answer(RunWish done) {
        if (read().filter(done::equals).isPresent()) {
            forget();
        }
    }

    /// Takes away what was asked of a process before.
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (NoSuchFileException _) {
            return;
        } catch (IOException _) {
            // it stays, and asks once more for what has been done
            return;
        }
    }
}
