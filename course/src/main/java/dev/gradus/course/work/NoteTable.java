package dev.gradus.course.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What was noted down, by lesson and name.
final class NoteTable {
    static final String SCHEMA =
            """
            CREATE TABLE IF NOT EXISTS note (
                lesson VARCHAR(20), name VARCHAR(100), text VARCHAR(10000) NOT NULL, PRIMARY KEY (lesson, name));
            """;

    private NoteTable() {}

    private record Row(String lesson, String name, String text) {}

    static Map<String, Map<String, String>> read(Connection connection) throws SQLException {
        var notes = new LinkedHashMap<String, Map<String, String>>();
        for (var row :
                Sql.rows(
                        connection,
                        "SELECT * FROM note ORDER BY lesson, name",
                        it -> new Row(it.getString(1), it.getString(2), it.getString(3)))) {
            notes.computeIfAbsent(row.lesson(), _ -> new LinkedHashMap<>())
                    .put(row.name(), row.text());
        }
        return notes;
    }

    static void write(Connection connection, String lesson, String name, String text)
            throws SQLException {
        Sql.change(connection, "MERGE INTO note VALUES (?, ?, ?)", lesson, name, text);
    }

    /// Adds notes of lessons where there is none of that name.
    static void take(Connection connection, Map<String, Map<String, String>> others)
            throws SQLException {
        var here = read(connection);
        for (var notes : others.entrySet()) {
            var known = here.getOrDefault(notes.getKey(), Map.of());
            for (var note : notes.getValue().entrySet()) {
                if (!known.containsKey(note.getKey())) {
                    write(connection, notes.getKey(), note.getKey(), note.getValue());
                }
            }
        }
    }
}
