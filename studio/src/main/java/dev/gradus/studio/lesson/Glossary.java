package dev.gradus.studio.lesson;

import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words that a lesson and those before it explain, found in what is read: each is shown once in a part,
/// where it comes first.
final class Glossary {
    private record Entry(String word, String meaning, Lesson lesson) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Pattern pattern;
    private final Set<String> used = new HashSet<>();
    private final Set<String> here = new HashSet<>();

    /// Collects the words of all lessons up to this one.
    Glossary(Course course, Lesson lesson) {
        for (var earlier : course.lessons()) {
            for (var term : earlier.terms()) {
                entries.putIfAbsent(
                        term.name().toLowerCase(Locale.ROOT),
                        new Entry(term.name(), term.meaning(), earlier));
            }
            if (earlier.number().equals(lesson.number())) {
                break;
            }
        }
        var words =
                entries.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        pattern = Pattern.compile(words.isEmpty() ? "(?!)" : "(?iu)\\b(" + words + ")(?:s|es)?\\b");
    }

    /// Begins another part of the lesson.
    void beginPart() {
        here.clear();
    }

    /// Returns a text in pieces: texts, and maps of a word and how it is written here.
    List<Object> pieces(String text) {
        var pieces = new ArrayList<Object>();
        var found = pattern.matcher(text);
        var from = 0;
        while (found.find()) {
            var word = found.group(1).toLowerCase(Locale.ROOT);
            if (here.add(word)) {
                used.add(word);
                add(pieces, text.substring(from, found.start()));
                pieces.add(Map.of("word", word, "text", found.group()));
                from = found.end();
            }
        }
        add(pieces, text.substring(from));
        return pieces;
    }

    private static void add(List<Object> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(text);
        }
    }

    /// Returns what the words mean that were found so far.
    Map<String, Object> meanings() {
        var meanings = new LinkedHashMap<String, Object>();
        entries.forEach((word, entry) -> {
            if (used.contains(word)) {
                meanings.put(
                        word,
                        Map.of(
                                "word",
                                entry.word,
                                "meaning",
                                entry.meaning,
                                "lesson",
                                entry.lesson.number(),
                                "title",
                                entry.lesson.title()));
            }
        });
        return meanings;
    }
}
