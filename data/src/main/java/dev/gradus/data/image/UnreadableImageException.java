package dev.gradus.data.image;

import java.io.IOException;
import java.nio.file.Path;

/// Says that a file is no picture that can be read, and why.
public final class UnreadableImageException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableImageException(Path file, String reason) {
        super("%s cannot be read as an image: %s".formatted(file, reason));
    }

    UnreadableImageException(Path file, String reason, Throwable cause) {
        super("%s cannot be read as an image: %s".formatted(file, reason), cause);
    }
}
