package dev.gradus.course.work;

import dev.gradus.course.check.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What is written down about a learner's work: progress, notes and every version of every program. A lesson
/// is known by its number.
final class Notebook {
    private static final String SCHEMA =
            """
            CREATE TABLE IF NOT EXISTS progress (
                lesson VARCHAR(20) PRIMARY KEY, checks INT NOT NULL, hints INT NOT NULL, verdict VARCHAR(40),
                passed BIGINT, solution_shown BOOLEAN NOT NULL, touched BIGINT NOT NULL);
            CREATE TABLE IF NOT EXISTS note (
                lesson VARCHAR(20), name VARCHAR(100), text VARCHAR(10000) NOT NULL, PRIMARY KEY (lesson, name));
            CREATE TABLE IF NOT EXISTS version (
                lesson VARCHAR(20), number INT, kept BIGINT NOT NULL, source VARCHAR NOT NULL,
                PRIMARY KEY (lesson, number));
            """;

    private final Database database;

    Notebook(Path folder) {
        database = new Database(folder, SCHEMA);
    }

    Progress progress() throws IOException {
        return database.read(Progress.NONE, Notebook::progress);
    }

    private static Progress progress(Connection connection) throws SQLException {
        var lessons = new LinkedHashMap<String, LessonProgress>();
        // the last one that was touched comes last
        try (var statement =
                        connection.prepareStatement("SELECT * FROM progress ORDER BY touched");
                var rows = statement.executeQuery()) {
            var latest = "";
            while (rows.next()) {
                latest = rows.getString("lesson");
                lessons.put(latest, lessonProgress(rows));
            }
            return new Progress(lessons, latest);
        }
    }

    private static LessonProgress lessonProgress(ResultSet row) throws SQLException {
        var passed = row.getLong("passed");
        return new LessonProgress(
                row.getInt("checks"),
                row.getInt("hints"),
                Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf),
                passed == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(passed)),
                row.getBoolean("solution_shown"));
    }

    /// Changes what is noted about a lesson, which becomes the latest.
    void change(String lesson, UnaryOperator<LessonProgress> change) throws IOException {
        database.change(connection -> {
            var all = progress(connection);
            var touched = Math.max(System.currentTimeMillis(), latest(connection) + 1);
            write(connection, lesson, change.apply(all.of(lesson)), touched);
            return lesson;
        });
    }

    private static long latest(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT MAX(touched) FROM progress");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void write(
            Connection connection, String lesson, LessonProgress progress, long touched)
            throws SQLException {
        try (var statement =
                connection.prepareStatement("MERGE INTO progress VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            fill(
                    statement,
                    lesson,
                    progress.checks(),
                    progress.hints(),
                    progress.verdict().map(Enum::name).orElse(null),
                    progress.passed().map(Instant::toEpochMilli).orElse(null),
                    progress.isSolutionShown(),
                    touched);
            statement.executeUpdate();
        }
    }

    /// Returns what was noted down about a lesson, by name.
    Map<String, String> notes(String lesson) throws IOException {
        return database.read(
                Map.of(),
                connection -> {
                    var notes = new LinkedHashMap<String, String>();
                    try (var statement =
                            connection.prepareStatement(
                                    "SELECT name, text FROM note WHERE lesson = ? ORDER BY name")) {
                        fill(statement, lesson);
                        var rows = statement.executeQuery();
                        while (rows.next()) {
                            notes.put(rows.getString(1), rows.getString(2));
                        }
                    }
                    return notes;
                });
    }

    void note(String lesson, String name, String text) throws IOException {
        database.change(connection -> {
            try (var statement = connection.prepareStatement("MERGE INTO note VALUES (?, ?, ?)")) {
                fill(statement, lesson, name, text);
                return statement.executeUpdate();
            }
        });
    }

    /// Returns all versions of a program, the oldest first.
    List<Version> versions(String lesson) throws IOException {
        return database.read(List.of(), connection -> versions(connection, lesson));
    }

    private static List<Version> versions(Connection connection, String lesson)
            throws SQLException {
        var versions = new ArrayList<Version>();
        try (var statement =
                connection.prepareStatement(
                        "SELECT number, kept, source FROM version WHERE lesson = ? ORDER BY number")) {
            fill(statement, lesson);
            var rows = statement.executeQuery();
            while (rows.next()) {
                versions.add(
                        new Version(
                                rows.getInt(1),
                                Instant.ofEpochMilli(rows.getLong(2)),
                                rows.getString(3)));
            }
        }
        return versions;
    }

    /// Keeps a program unless the newest version is the same.
    void keep(String lesson, String source, Instant now) throws IOException {
        database.change(connection -> {
            var versions = versions(connection, lesson);
            if (versions.isEmpty() || !versions.getLast().source().equals(source)) {
                var number = versions.isEmpty() ? 1 : versions.getLast().number() + 1;
                try (var statement =
                        connection.prepareStatement("INSERT INTO version VALUES (?, ?, ?, ?)")) {
                    fill(statement, lesson, number, now.toEpochMilli(), source);
                    return statement.executeUpdate();
                }
            }
            return 0;
        });
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
