package dev.gradus.data.fetch;

import dev.gradus.data.format.FormatException;
import dev.gradus.data.format.GzipInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Decides whether a file that was fetched or found is the one that was meant.
@FunctionalInterface
public interface Verification {
    /// Accepts the file by returning.
    ///
    /// @throws FormatException if it is another file or damaged; the message says how
    /// @throws IOException if it cannot be read
    void verify(Path file) throws IOException;

    /// Accepts files whose content has this SHA-256, unpacked first if they are compressed.
    ///
    /// The same content may be published under different compressions; what a network is trained on
    /// is the content.
    ///
    /// @param sha256 64 hexadecimal digits
    /// @param mostBytes unpacking stops with an error beyond this many bytes
    static Verification contentSha256(String sha256, long mostBytes) {
        return file -> {
            String found;
            try (var content = GzipInput.unpacked(Files.newInputStream(file))) {
                found = sha256(content, mostBytes);
            } catch (FormatException e) {
                throw new FormatException(file + ": " + e.getMessage(), e);
            }
            if (!found.equalsIgnoreCase(sha256)) {
                throw new FormatException(
                        "%s is damaged or another file: the SHA-256 of its content is %s, expected is %s"
                                .formatted(file, found, sha256));
            }
        };
    }

    /// Returns the SHA-256 of a stream's content as 64 hexadecimal digits.
    ///
    /// @throws FormatException if there are more than `mostBytes`
    /// @throws IOException if the stream cannot be read
    static String sha256(InputStream content, long mostBytes) throws IOException {
        var digest = sha256();
        var buffer = new byte[1 << 16];
        var bytes = 0L;
        for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            bytes += read;
            if (bytes > mostBytes) {
                throw new FormatException(
                        "there are more than the %s bytes expected".formatted(mostBytes));
            }
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
