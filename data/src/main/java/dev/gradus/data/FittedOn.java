package dev.gradus.data;

import java.util.LinkedHashMap;
import java.util.Map;

/// Names the data on which something was measured, so that it can be checked later.
///
/// @param name the dataset's name
/// @param hash its [Dataset#hash]
/// @param examples how many examples it had
public record FittedOn(String name, String hash, int examples) {
    static FittedOn of(Dataset data) {
        return new FittedOn(data.name(), data.hash(), data.size());
    }

    static FittedOn of(Description entries) {
        return new FittedOn(
                entries.text("name"), entries.text("hash"), (int) entries.number("examples"));
    }

    Map<String, Object> description() {
        var entries = new LinkedHashMap<String, Object>();
        entries.put("name", name);
        entries.put("hash", hash);
        entries.put("examples", examples);
        return entries;
    }
}
