package dev.gradus.course.work;

import dev.gradus.course.check.Verdict;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/// How far each lesson has come, and which was touched last.
final class ProgressTable {
    static final String SCHEMA =
            """
            CREATE TABLE IF NOT EXISTS progress (
                lesson VARCHAR(20) PRIMARY KEY, checks INT NOT NULL, hints INT NOT NULL, verdict VARCHAR(40),
                passed BIGINT, solution_shown BOOLEAN NOT NULL, touched BIGINT NOT NULL);
            """;

    private ProgressTable() {}

    private record Row(String lesson, LessonProgress progress) {}

    static Progress read(Connection connection) throws SQLException {
        var lessons = new LinkedHashMap<String, LessonProgress>();
        var latest = "";
        for (var row :
                Sql.rows(
                        connection,
                        "SELECT * FROM progress ORDER BY touched",
                        it -> new Row(it.getString("lesson"), progress(it)))) {
            lessons.put(row.lesson(), row.progress());
            latest = row.lesson();
        }
        return new Progress(lessons, latest);
    }

    private static LessonProgress progress(ResultSet row) throws SQLException {
        var passed = row.getLong("passed");
        return new LessonProgress(
                row.getInt("checks"),
                row.getInt("hints"),
                Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf),
                passed == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(passed)),
                row.getBoolean("solution_shown"));
    }

    /// Writes what holds for a lesson now, which becomes the latest.
    static void write(Connection connection, String lesson, LessonProgress progress)
            throws SQLException {
        var last =
                Sql.rows(connection, "SELECT MAX(touched) FROM progress", row -> row.getLong(1))
                        .getFirst();
        Sql.change(
                connection,
                "MERGE INTO progress VALUES (?, ?, ?, ?, ?, ?, ?)",
                lesson,
                progress.checks(),
                progress.hints(),
                progress.verdict().map(Enum::name).orElse(null),
                progress.passed().map(Instant::toEpochMilli).orElse(null),
                progress.isSolutionShown(),
                Math.max(System.currentTimeMillis(), last + 1));
    }
}
