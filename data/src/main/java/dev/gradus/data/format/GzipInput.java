package dev.gradus.data.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// Unpacks one gzip member and insists that it is whole and that nothing follows it.
///
/// The JDK's own stream ignores whatever stands behind the trailer; a data file with an unexplained
/// tail is refused here. A file that is cut short, whose checksum is wrong or that is no gzip at
/// all ends in a [FormatException].
///
/// Format: RFC 1952.
public final class GzipInput extends InflaterInputStream {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int BUFFER_BYTES = 1 << 16;

    private final CRC32 checksum = new CRC32();
    private long unpackedBytes;
    private boolean finished;

    /// Reads the header; the rest is unpacked as it is asked for.
    ///
    /// @param compressed the stream, at the first byte of the gzip header
    /// @throws FormatException if there is no gzip header
    /// @throws IOException if the stream cannot be read
    public GzipInput(InputStream compressed) throws IOException {
        super(new PushbackInputStream(compressed, BUFFER_BYTES), new Inflater(true), BUFFER_BYTES);
        readHeader();
    }

    /// Opens a stream that may or may not be compressed, going by its first two bytes.
    ///
    /// @param stream anything
    /// @return the unpacked content
    /// @throws IOException if the stream cannot be read or its gzip header is damaged
    public static InputStream unpacked(InputStream stream) throws IOException {
        var ahead = new PushbackInputStream(stream, 2);
        byte[] magic = ahead.readNBytes(2);
        ahead.unread(magic);
        boolean compressed =
                magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
        return compressed ? new GzipInput(ahead) : ahead;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (finished) {
            return -1;
        }
        try {
            int count = super.read(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                unpackedBytes += count;
            } else if (count < 0) {
                finished = true;
                readTrailer();
            }
            return count;
        } catch (EOFException e) {
            throw cutShort(e);
        } catch (ZipException e) {
            throw new FormatException(
                    "the gzip data is damaged (" + e.getMessage() + "): get the file again", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            inf.end();
        }
    }

    private void readHeader() throws IOException {
        int magic = next() | next() << 8;
        int method = next();
        int flags = next();
        if (magic != 0x8B1F || method != 8 || (flags & RESERVED) != 0) {
            throw new FormatException("not a gzip file: its first bytes are no gzip header");
        }
        for (int i = 0; i < 6; i++) {
            next(); // time, compression level and operating system say nothing about the content
        }
        if ((flags & EXTRA) != 0) {
            int length = next() | next() << 8;
            for (int i = 0; i < length; i++) {
                next();
            }
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            next();
            next();
        }
    }

    private void skipText() throws IOException {
        int character = next();
        while (character != 0) {
            character = next();
        }
    }

    private void readTrailer() throws IOException {
        int left = inf.getRemaining();
        if (left > 0) {
            ((PushbackInputStream) in).unread(buf, len - left, left);
        }
        long expectedChecksum = nextWord();
        long expectedLength = nextWord();
        if (expectedChecksum != checksum.getValue()
                || expectedLength != (unpackedBytes & 0xFFFFFFFFL)) {
            throw new FormatException("the gzip checksum is wrong: get the file again");
        }
        if (in.read() >= 0) {
            throw new FormatException(
                    "there is something behind the end of the gzip data: get the file again");
        }
    }

    private long nextWord() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw cutShort(new EOFException());
        }
        return value;
    }

    private static FormatException cutShort(EOFException cause) {
        return new FormatException("the gzip data is cut short: get the file again", cause);
    }
}
