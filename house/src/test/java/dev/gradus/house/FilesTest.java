package dev.gradus.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What must not be found in any file of the project.
class FilesTest {
    /// Folders that only this or that machine has.
    private static final Pattern MACHINE =
            Pattern.compile("(^|[^A-Za-z0-9_])/(work|tmp|root|farm)/[A-Za-z0-9]");

    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    @Test
    void noFileNamesAFolderOfOneMachine() throws IOException {
        assertThat(linesThatMatch(MACHINE)).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        assertThat(linesThatMatch(UNFINISHED)).isEmpty();
    }

    private static List<String> linesThatMatch(Pattern pattern) throws IOException {
        var found = new ArrayList<String>();
        for (var file : Checkout.files().toList()) {
            var number = 0;
            for (var line : lines(file)) {
                number++;
                if (pattern.matcher(line).find()) {
                    var name = Checkout.root().relativize(file);
                    found.add("%s:%d: %s".formatted(name, number, line.strip()));
                }
            }
        }
        return found;
    }

    /// The lines of a text; none of what is no text.
    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException _) {
            return List.of();
        }
    }
}
