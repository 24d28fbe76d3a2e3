package dev.gradus.train.record;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// Deletes a folder with everything in it. Links are deleted and not followed.
final class FolderDeletion extends SimpleFileVisitor<Path> {
    private FolderDeletion() {}

    static void of(Path folder) throws IOException {
        Files.walkFileTree(folder, new FolderDeletion());
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.deleteIfExists(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(
            Path folder, @org.jspecify.annotations.Nullable IOException failure)
            throws IOException {
        if (failure != null) {
            throw failure;
        }
        Files.deleteIfExists(folder);
        return FileVisitResult.CONTINUE;
    }
}
