package dev.gradus.studio.models;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A model that can be chosen from the list.
///
/// @param id what a page asks for it by: it counts only as long as it stands in the list
/// @param kind where it comes from
/// @param name what people call it
/// @param when it was made
/// @param subject what it is about, where that is known without reading it
public record Entry(String id, Kind kind, String name, Instant when, Optional<Subject> subject) {
    /// Where a model comes from.
    public enum Kind {
        /// Trained in this studio, since it was opened.
        TRAINED,
        /// The last checkpoint of a recorded run.
        RECORDED,
        /// A file in the folder that the studio was opened in.
        SAVED
    }

    Map<String, Object> words() {
        var words = new LinkedHashMap<String, Object>();
        words.put("id", id);
        words.put("kind", kind.name().toLowerCase(Locale.ROOT));
        words.put("name", name);
        words.put("when", when.toString());
        subject.ifPresent(it -> words.put("subject", it.word()));
        return words;
    }
}
