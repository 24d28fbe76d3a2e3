package dev.gradus.course;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A picture that a lesson asks for: which one, and with what.
///
/// @param name the name of the picture, such as `exploded-box`
/// @param parameters what it is drawn from, in the order of the lesson
public record Visual(String name, Map<String, String> parameters) {
    /// Copies the map.
    public Visual {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
