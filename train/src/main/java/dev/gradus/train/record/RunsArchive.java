package dev.gradus.train.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies runs into a zip file, and out of one into another directory of runs.
///
/// @param directory the runs
public record RunsArchive(RunsDirectory directory) {
    private static final String FOLDER = "runs/";
    private static final long MOST_BYTES = 8L << 30;
    private static final String CHECKPOINT = "checkpoints/step-[0-9]{1,18}\\.safetensors";
    private static final String FILES = "run\\.json|metrics\\.jsonl|layers\\.jsonl|" + CHECKPOINT;

    /// Writes all runs, each with its checkpoints.
    ///
    /// @return how many there were
    /// @throws IOException if a file cannot be read or written
    public int write(ZipOutputStream zip) throws IOException {
        var runs = directory.list();
        for (var run : runs) {
            var files = new RunFiles(run.folder());
            write(zip, run, files.description());
            write(zip, run, files.metrics());
            write(zip, run, files.layers());
            for (var checkpoint : run.checkpoints()) {
                write(zip, run, checkpoint.file());
            }
        }
        return runs.size();
    }

    private static void write(ZipOutputStream zip, RecordedRun run, Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            var name = run.folder().relativize(file).toString().replace('\\', '/');
            zip.putNextEntry(new ZipEntry(FOLDER + run.id() + "/" + name));
            Files.copy(file, zip);
            zip.closeEntry();
        }
    }

    /// Takes runs over that are not there yet; those that are stay as they are.
    ///
    /// @return how many were taken over
    /// @throws IOException if a file cannot be read or written, or if the zip file names files that no run has
    ///     or is larger than 8 GB when unpacked: nothing is taken over then
    public int read(ZipFile zip) throws IOException {
        var entries = entries(zip);
        if (entries.isEmpty()) {
            return 0;
        }
        directory.make();
        var draft = Files.createTempDirectory(directory.path(), ".import");
        try {
            var left = MOST_BYTES;
            for (var entry : entries) {
                left -= unpack(zip, entry, draft.resolve(nameOf(entry)), left);
            }
            return take(draft);
        } finally {
            FolderDeletion.of(draft);
        }
    }

    private List<? extends ZipEntry> entries(ZipFile zip) throws IOException {
        var entries =
                zip.stream()
                        .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                        .toList();
        for (var entry : entries) {
            var parts = nameOf(entry).split("/", 2);
            if (parts.length < 2 || !RunFiles.isId(parts[0]) || !parts[1].matches(FILES)) {
                throw new IOException("it holds a file that no run has: " + shown(entry.getName()));
            }
        }
        return entries.stream()
                .filter(entry -> directory.find(nameOf(entry).split("/", 2)[0]).isEmpty())
                .toList();
    }

    private static String nameOf(ZipEntry entry) {
        return entry.getName().substring(FOLDER.length());
    }

    private static long unpack(ZipFile zip, ZipEntry entry, Path file, long most)
            throws IOException {
        Files.createDirectories(file.getParent());
        try (var in = zip.getInputStream(entry);
                var out = Files.newOutputStream(file)) {
            return copy(in, out, most);
        }
    }

    private static long copy(InputStream in, OutputStream out, long most) throws IOException {
        var buffer = new byte[1 << 16];
        var copied = 0L;
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            copied += read;
            if (copied > most) {
                throw new IOException("its runs are larger than 8 GB");
            }
            out.write(buffer, 0, read);
        }
        return copied;
    }

    private int take(Path draft) throws IOException {
        var taken = 0;
        try (var folders = Files.list(draft)) {
            for (var folder : folders.toList()) {
                var id = String.valueOf(folder.getFileName());
                if (Files.exists(folder.resolve("run.json"))
                        && !Files.exists(directory.path().resolve(id))) {
                    Files.move(folder, directory.path().resolve(id));
                    taken++;
                }
            }
        }
        return taken;
    }

    private static String shown(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9./_-]", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "..." : plain;
    }
}
