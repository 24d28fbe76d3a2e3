package dev.gradus.benchmarks.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Why targets are missed, in words: a file that people write and the command only reads, so that making
/// the page again loses nothing.
///
/// A heading `## WORKLOAD THREADS PEER` opens a reason and says which rows it is for; `*` stands for any, and
/// at the end of a word for any ending: `## M1:* * libtorch`. The first that fits a row is its reason.
final class Reasons {
    private static final String HEADING = "## ";

    private final Map<String, String> texts;

    private Reasons(Map<String, String> texts) {
        this.texts = texts;
    }

    /// Reads the file; one that is not there holds none.
    static Reasons read(Path file) throws IOException {
        return parse(Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "");
    }

    static Reasons parse(String page) {
        var texts = new LinkedHashMap<String, String>();
        var heading = "";
        var text = new StringBuilder();
        for (var line : (page + "\n" + HEADING).lines().toList()) {
            if (line.startsWith(HEADING.strip()) && !line.startsWith("###")) {
                if (!heading.isEmpty()) {
                    texts.put(heading, text.toString().strip());
                }
                heading = line.substring(2).strip();
                text.setLength(0);
            } else {
                text.append(line).append('\n');
            }
        }
        return new Reasons(texts);
    }

    /// Returns the reason for a row's figure.
    Optional<String> of(Row row) {
        return texts.entrySet().stream()
                .filter(reason -> fits(reason.getKey(), row))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean fits(String heading, Row row) {
        var words = heading.split(" +", -1);
        return fits(words, 0, row.workload())
                && fits(words, 1, Integer.toString(row.threads()))
                && fits(words, 2, row.peer());
    }

    /// A word that is left out fits everything.
    private static boolean fits(String[] words, int place, String name) {
        if (place >= words.length) {
            return true;
        }
        var word = words[place];
        return word.endsWith("*")
                ? name.startsWith(word.substring(0, word.length() - 1))
                : name.equals(word);
    }
}
