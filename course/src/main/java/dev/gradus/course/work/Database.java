package dev.gradus.course.work;

import dev.gradus.course.process.Undisturbed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.Driver;
import org.h2.api.ErrorCode;

/// An embedded database in a folder, opened for one piece of work at a time.
///
/// A studio and a command line may use one folder at once, so nobody keeps it open: a lock on a file beside it
/// lets one in after the other. Each piece of work is a transaction: whatever ends the program, all of it has
/// happened or none.
final class Database {
    private static final String NAME = "notebook";
    private static final String FILE = NAME + ".mv.db";

    private final Path folder;
    private final String schema;

    /// What is done with the database while it is open.
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /// @param schema what makes the tables where they are missing
    Database(Path folder, String schema) {
        this.folder = folder;
        this.schema = schema;
    }

    /// Reads, or returns `none` where nothing has been written yet: reading makes no files.
    <T> T read(T none, Work<T> work) throws IOException {
        return Files.exists(folder.resolve(FILE)) ? change(work) : none;
    }

    <T> T change(Work<T> work) throws IOException {
        // an interrupted thread would leave a notebook that seems unreadable
        return Undisturbed.run(() -> changeHere(work));
    }

    private <T> T changeHere(Work<T> work) throws IOException {
        Files.createDirectories(folder);
        // the lock on the file keeps programs apart, this one the threads of a program
        synchronized (Database.class) {
            try (var channel =
                            FileChannel.open(
                                    folder.resolve("." + NAME + ".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return alone(work);
            } catch (SQLException e) {
                throw new IOException(
                        "the notebook in %s cannot be used: %s"
                                .formatted(
                                        folder,
                                        String.valueOf(e.getMessage())
                                                .lines()
                                                .findFirst()
                                                .orElse("")),
                        e);
            }
        }
    }

    private <T> T alone(Work<T> work) throws IOException, SQLException {
        Connection opened;
        try {
            opened = open();
        } catch (SQLException e) {
            if (!isUnreadable(e)) {
                throw e;
            }
            // it is kept for whoever can read it, and the lessons go on
            Files.move(
                    folder.resolve(FILE),
                    folder.resolve(NAME + ".unreadable.mv.db"),
                    StandardCopyOption.REPLACE_EXISTING);
            opened = open();
        }
        try (var connection = opened) {
            connection.setAutoCommit(false);
            var result = work.with(connection);
            connection.commit();
            return result;
        }
    }

    private Connection open() throws IOException, SQLException {
        var place = folder.toAbsolutePath().resolve(NAME).toString();
        if (place.contains(";")) {
            throw new IOException(
                    "the folder %s has a ; in its name, which the notebook's address cannot have: choose another folder"
                            .formatted(folder));
        }
        // the file lock is ours, and what is committed shall lie on the disk
        var connection =
                new Driver()
                        .connect(
                                "jdbc:h2:file:%s;FILE_LOCK=NO;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE"
                                        .formatted(place),
                                new Properties());
        try (var statement = connection.createStatement()) {
            statement.execute(schema);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static boolean isUnreadable(SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.FILE_VERSION_ERROR_1,
                    ErrorCode.GENERAL_ERROR_1,
                    ErrorCode.IO_EXCEPTION_2 ->
                    true;
            default -> false;
        };
    }
}
