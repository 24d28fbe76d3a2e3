package dev.gradus.testing;

import dev.gradus.tensor.backend.Buffer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 over the bits of numbers: equal digests mean equal results to the last bit.
final class Digest {
    private final MessageDigest digest;

    Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Adds the bits of all numbers.
    void add(Buffer numbers) {
        var bytes = ByteBuffer.allocate(numbers.size() * 8);
        for (var i = 0; i < numbers.size(); i++) {
            bytes.putLong(
                    numbers.type().isFloating()
                            ? Double.doubleToLongBits(numbers.getDouble(i))
                            : numbers.getLong(i));
        }
        digest.update(bytes.array());
    }

    /// Returns the digest so far in hexadecimal digits, and begins anew.
    String take() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
