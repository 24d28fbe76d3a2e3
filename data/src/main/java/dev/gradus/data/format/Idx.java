package dev.gradus.data.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads IDX, the plain array format in which MNIST and its successors are published.
///
/// A file is two zero bytes, a type code, the number of axes, the size of each axis as a big-endian
/// 32-bit number, then the values in row-major order. Only unsigned bytes (code `0x08`) are read:
/// the published image sets use nothing else. Files may be plain or gzip-compressed.
///
/// A header is a claim, not a fact: sizes are checked against a limit, memory is taken only for
/// bytes that arrived, and a file that ends early or goes on after its last value is refused with a
/// [FormatException].
public final class Idx {
    /// The largest number of values read unless said otherwise: 256 Mi, five times Fashion-MNIST.
    public static final long DEFAULT_LIMIT = 1L << 28;

    private static final int UNSIGNED_BYTE = 0x08;
    private static final int MOST_AXES = 4;
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

    private final List<Integer> sizes;
    private final byte[] values;

    private Idx(List<Integer> sizes, byte[] values) {
        this.sizes = sizes;
        this.values = values;
    }

    /// Reads a file, plain or compressed.
    ///
    /// @param file where it is
    /// @return the array
    /// @throws FormatException if it is no such file or is damaged; the message names the file
    /// @throws IOException if it cannot be read
    public static Idx read(Path file) throws IOException {
        try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
            return read(stream, DEFAULT_LIMIT);
        } catch (FormatException e) {
            throw new FormatException(file + ": " + e.getMessage(), e);
        }
    }

    /// Reads an array from bytes, plain or compressed.
    ///
    /// @param content the whole file
    /// @return the array
    /// @throws FormatException if it is no such file or is damaged
    /// @throws IOException if it cannot be read
    public static Idx read(byte[] content) throws IOException {
        return read(new ByteArrayInputStream(content), DEFAULT_LIMIT);
    }

    /// Reads an array from a stream, plain or compressed, up to the stream's end.
    ///
    /// @param stream the file's content; closed when done
    /// @param limit the largest number of values accepted
    /// @return the array
    /// @throws FormatException if it is no such file, is damaged or holds more values
    /// @throws IOException if the stream cannot be read
    public static Idx read(InputStream stream, long limit) throws IOException {
        try (var unpacked = GzipInput.unpacked(stream)) {
            return readUnpacked(unpacked, limit);
        }
    }

    private static Idx readUnpacked(InputStream unpacked, long limit) throws IOException {
        byte[] magic = readExactly(unpacked, 4);
        if (magic[0] != 0 || magic[1] != 0) {
            throw new FormatException(
                    "not an IDX file: it begins with %02x %02x, an IDX file with 00 00"
                            .formatted(magic[0], magic[1]));
        }
        if (magic[2] != UNSIGNED_BYTE) {
            throw new FormatException(
                    "this IDX file holds values of type 0x%02x; only unsigned bytes (0x08) are read"
                            .formatted(magic[2]));
        }
        int axes = magic[3];
        if (axes < 1 || axes > MOST_AXES) {
            throw new FormatException(
                    "this IDX file claims %s axes; 1 to %s are read".formatted(axes, MOST_AXES));
        }
        var sizes = new ArrayList<Integer>();
        long count = 1;
        for (int axis = 0; axis < axes; axis++) {
            long size = unsignedWord(readExactly(unpacked, 4));
            // both factors are below 2^32, so the product cannot overflow
            count *= size;
            // the size itself is checked too: behind an empty axis any size gives a count of zero
            if (Math.max(size, count) > Math.min(limit, LARGEST_ARRAY)) {
                throw new FormatException(
                        "this IDX file claims at least %s values; at most %s are read"
                                .formatted(Math.max(size, count), Math.min(limit, LARGEST_ARRAY)));
            }
            sizes.add((int) size);
        }
        // takes memory in pieces as bytes arrive, whatever the header claims
        byte[] values = unpacked.readNBytes((int) count);
        if (values.length < count) {
            throw new FormatException(
                    "this IDX file ends after %s of the %s values its header claims: get it again"
                            .formatted(values.length, count));
        }
        if (unpacked.read() >= 0) {
            throw new FormatException(
                    "this IDX file goes on after the %s values its header claims: get it again"
                            .formatted(count));
        }
        return new Idx(List.copyOf(sizes), values);
    }

    /// Tells the size of each axis; for images `[count, height, width]`.
    ///
    /// @return the sizes, first axis first
    public List<Integer> sizes() {
        return sizes;
    }

    /// Hands out the values in row-major order, as unsigned bytes.
    ///
    /// @return the array itself, not a copy: whoever reads a file is its only owner
    public byte[] values() {
        return values;
    }

    private static byte[] readExactly(InputStream stream, int count) throws IOException {
        byte[] bytes = stream.readNBytes(count);
        if (bytes.length < count) {
            throw new FormatException("this IDX file ends within its header: get it again");
        }
        return bytes;
    }

    private static long unsignedWord(byte[] bytes) {
        long word = 0;
        for (byte b : bytes) {
            word = word << 8 | b & 0xFF;
        }
        return word;
    }
}
