package dev.gradus.course.work;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How far a learner has come.
///
/// @param lessons by the numbers of the lessons that were begun
/// @param latest the number of the lesson that was worked on last, or an empty text
public record Progress(Map<String, LessonProgress> lessons, String latest) {
    /// Nothing done yet.
    public static final Progress NONE = new Progress(Map.of(), "");

    /// Copies the map.
    public Progress {
        lessons = Collections.unmodifiableMap(new LinkedHashMap<>(lessons));
    }

    /// Returns how far the lesson of this number has come.
    public LessonProgress of(String number) {
        return lessons.getOrDefault(number, LessonProgress.NONE);
    }
}
