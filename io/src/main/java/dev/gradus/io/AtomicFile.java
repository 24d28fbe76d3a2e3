package dev.gradus.io;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Writes a file wholly or not at all.
///
/// The content goes to a file beside the target, is forced to the disk, and only then takes the
/// target's name. Whoever reads the target sees the old content or the new, never a half; when
/// writing fails, the old content stays.
public final class AtomicFile {
    /// What writes the content.
    @FunctionalInterface
    public interface Content {
        /// Writes everything to `out`, and need not close it.
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /// Makes `target` a file with this content. Folders that are missing are made; a link stays a
    /// link.
    ///
    /// @throws IOException if the content cannot be written; the target is as it was before
    public static void write(Path target, Content content) throws IOException {
        var place =
                Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
        if (Files.isDirectory(place)) {
            throw new IOException(place + " is a folder: give the name of a file in it");
        }
        var folder = place.getParent();
        if (folder == null) {
            throw new IOException(place + " names no file");
        }
        Files.createDirectories(folder);
        var draft = folder.resolve("." + place.getFileName() + "." + randomName() + ".part");
        try {
            writeDraft(draft, content);
            rename(draft, place);
        } finally {
            Files.deleteIfExists(draft);
        }
        forceFolder(folder);
    }

    private static void writeDraft(Path draft, Content content) throws IOException {
        // not a FileChannel: an interrupt would close it in the middle of saving an interrupted run
        try (var file = new FileOutputStream(draft.toFile());
                var out = new BufferedOutputStream(file, 1 << 16)) {
            content.writeTo(out);
            out.flush();
            file.getFD().sync();
        }
    }

    private static void rename(Path draft, Path place) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// The new name is safe from a power cut only when the folder is on the disk too.
    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows opens no folders, and a file system need not offer this: the file itself is
            // written
            return;
        }
    }

    private static String randomName() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
