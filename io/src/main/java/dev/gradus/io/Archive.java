package dev.gradus.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A zip of a few entries whose names are known beforehand.
///
/// Nothing is ever unpacked to the disk, so a name cannot lead anywhere. Entries are stored as they
/// are: weights hardly become smaller by compression. Compressed ones are read too, within limits.
final class Archive {
    /// How many times its stored size an entry may take; text reaches about 20.
    private static final int MOST_INFLATION = 100;

    /// The earliest time a zip can hold: the same content gives the same bytes.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Archive() {}

    static void write(OutputStream out, Map<String, byte[]> entries) throws IOException {
        var zip = new ZipOutputStream(out);
        for (var named : entries.entrySet()) {
            var bytes = named.getValue();
            var checksum = new CRC32();
            checksum.update(bytes);
            var entry = new ZipEntry(named.getKey());
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(checksum.getValue());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        }
        zip.finish();
    }

    /// Returns the entries of `file`, which must have exactly these names.
    ///
    /// @param most the most bytes of each entry, by name
    static Map<String, byte[]> read(Path file, Map<String, Long> most, long fileBytes) {
        try {
            checkBeginning(file, fileBytes);
            try (var zip = new ZipFile(file.toFile())) {
                return read(file, zip, most);
            }
        } catch (NoSuchFileException e) {
            throw new ModelFileException("there is no model file " + file.toAbsolutePath(), e);
        } catch (ZipException e) {
            throw new ModelFileException(
                    "%s is damaged or cut off (%s): copy or download it again"
                            .formatted(file, e.getMessage()),
                    e);
        } catch (IOException | IllegalArgumentException e) {
            // the zip reader throws the latter on names that are no proper text
            throw new ModelFileException(
                    "%s could not be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void checkBeginning(Path file, long fileBytes) throws IOException {
        if (Files.isDirectory(file)) {
            throw new ModelFileException(
                    file + " is a folder: give the model file in it, which ends in .gradus");
        }
        var length = Files.size(file);
        if (length > fileBytes) {
            throw new ModelFileException(
                    "%s is %d bytes long: at most %d are read".formatted(file, length, fileBytes));
        }
        try (var in = Files.newInputStream(file)) {
            var begin = in.readNBytes(4);
            if (begin.length < 4 || begin[0] != 'P' || begin[1] != 'K') {
                throw new ModelFileException(
                        "%s is no model of Gradus: a .gradus file begins with PK, this one with %s"
                                .formatted(file, printable(begin)));
            }
        }
    }

    private static String printable(byte[] begin) {
        if (begin.length == 0) {
            return "nothing at all: it is empty";
        }
        var text = new StringBuilder();
        for (var value : begin) {
            text.append(
                    value > ' ' && value < 127
                            ? String.valueOf((char) value)
                            : "\\x%02x".formatted(value));
        }
        return text.toString();
    }

    private static Map<String, byte[]> read(Path file, ZipFile zip, Map<String, Long> most)
            throws IOException {
        if (zip.size() != most.size()) {
            throw wrongEntries(file, zip, most.keySet());
        }
        var contents = new HashMap<String, byte[]>();
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            var limit = most.get(entry.getName());
            if (limit == null || contents.containsKey(entry.getName())) {
                throw wrongEntries(file, zip, most.keySet());
            }
            contents.put(entry.getName(), read(file, zip, entry, limit));
        }
        var inOrder = new LinkedHashMap<String, byte[]>();
        most.keySet().forEach(name -> inOrder.put(name, contents.get(name)));
        return inOrder;
    }

    private static ModelFileException wrongEntries(Path file, ZipFile zip, Set<String> expected) {
        var found = zip.stream().limit(5).map(entry -> shortened(entry.getName())).toList();
        return new ModelFileException(
                "%s is a zip of %d entries, such as %s: a model of Gradus holds exactly %s"
                        .formatted(file, zip.size(), found, expected));
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "..." : name;
    }

    private static byte[] read(Path file, ZipFile zip, ZipEntry entry, long limit)
            throws IOException {
        var inflated = entry.getSize() / Math.max(1, entry.getCompressedSize());
        if (entry.getSize() > limit || inflated > MOST_INFLATION) {
            throw new ModelFileException(
                    "%s: %s claims %d bytes, packed into %d: at most %d and %d times the packed size are read"
                            .formatted(
                                    file,
                                    entry.getName(),
                                    entry.getSize(),
                                    entry.getCompressedSize(),
                                    limit,
                                    MOST_INFLATION));
        }
        // what an entry claims need not be what it holds
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes((int) entry.getSize());
            if (bytes.length != entry.getSize() || in.read() >= 0) {
                throw new ModelFileException(
                        "%s: %s does not hold the %d bytes it claims: the file is damaged"
                                .formatted(file, entry.getName(), entry.getSize()));
            }
            return bytes;
        }
    }
}
