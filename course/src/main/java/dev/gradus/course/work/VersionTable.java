package dev.gradus.course.work;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every version of every program.
final class VersionTable {
    static final String SCHEMA =
            """
            CREATE TABLE IF NOT EXISTS version (
                lesson VARCHAR(20), number INT, kept BIGINT NOT NULL, source VARCHAR NOT NULL,
                PRIMARY KEY (lesson, number));
            """;

    private VersionTable() {}

    /// Returns the versions of a lesson, the oldest first.
    static List<Version> read(Connection connection, String lesson) throws SQLException {
        return Sql.rows(
                connection,
                "SELECT number, kept, source FROM version WHERE lesson = ? ORDER BY number",
                VersionTable::version,
                lesson);
    }

    /// Returns the newest version of a lesson, if there is any.
    static Optional<Version> newest(Connection connection, String lesson) throws SQLException {
        return Sql.rows(
                        connection,
                        "SELECT number, kept, source FROM version WHERE lesson = ? ORDER BY number DESC LIMIT 1",
                        VersionTable::version,
                        lesson)
                .stream()
                .findFirst();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(row.getInt(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3));
    }

    static Map<String, List<Version>> read(Connection connection) throws SQLException {
        var versions = new LinkedHashMap<String, List<Version>>();
        for (var lesson :
                Sql.rows(
                        connection,
                        "SELECT DISTINCT lesson FROM version ORDER BY lesson",
                        row -> row.getString(1))) {
            versions.put(lesson, read(connection, lesson));
        }
        return versions;
    }

    /// Keeps a program unless the newest version is the same.
    static void keep(Connection connection, String lesson, String source, Instant now)
            throws SQLException {
        var newest = newest(connection, lesson);
        if (newest.filter(version -> version.source().equals(source)).isEmpty()) {
            var number = newest.map(Version::number).orElse(0) + 1;
            write(connection, lesson, new Version(number, now, source));
        }
    }

    /// Adds versions that are not here yet, and numbers all anew by when they were kept.
    static void take(Connection connection, String lesson, List<Version> others)
            throws SQLException {
        var all = new ArrayList<>(read(connection, lesson));
        for (var other : others) {
            if (all.stream().noneMatch(it -> it.source().equals(other.source()))) {
                all.add(new Version(0, free(other.kept(), all), other.source()));
            }
        }
        all.sort(Comparator.comparing(Version::kept));
        Sql.change(connection, "DELETE FROM version WHERE lesson = ?", lesson);
        for (var i = 0; i < all.size(); i++) {
            write(connection, lesson, new Version(i + 1, all.get(i).kept(), all.get(i).source()));
        }
    }

    /// Returns when a version was kept that was written elsewhere: not in the future, for then it would be taken
    /// for the newest, and not when another was, for the one that passed is known by its time.
    private static Instant free(Instant kept, List<Version> all) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var at = kept.isAfter(now) ? now : kept.truncatedTo(ChronoUnit.MILLIS);
        var taken =
                all.stream()
                        .map(version -> version.kept().truncatedTo(ChronoUnit.MILLIS))
                        .collect(Collectors.toSet());
        while (taken.contains(at)) {
            at = at.minusMillis(1);
        }
        return at;
    }

    private static void write(Connection connection, String lesson, Version version)
            throws SQLException {
        Sql.change(
                connection,
                "INSERT INTO version VALUES (?, ?, ?, ?)",
                lesson,
                version.number(),
                version.kept().toEpochMilli(),
                version.source());
    }
}
