package dev.gradus.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {
    /// A record as users have them.
    public record Point(int x, double y) {}

    @Test
    void writesValuesIndentedInTheirOrder() {
        var value = new LinkedHashMap<String, Object>();
        value.put("text", "a \"b\" \n ü");
        value.put("list", List.of(1, 2.5, true));
        value.put("array", new int[] {1, 2});
        value.put("record", new Point(1, 0.1));
        value.put("none", Optional.empty());
        value.put("some", Optional.of(3L));
        value.put("time", Instant.EPOCH);
        value.put("path", Path.of("a.gradus"));

        assertThat(Json.write(value))
                .isEqualTo(
                        """
                        {
                          "text" : "a \\"b\\" \\n ü",
                          "list" : [ 1, 2.5, true ],
                          "array" : [ 1, 2 ],
                          "record" : {
                            "x" : 1,
                            "y" : 0.1
                          },
                          "none" : null,
                          "some" : 3,
                          "time" : "1970-01-01T00:00:00Z",
                          "path" : "a.gradus"
                        }\
                        """);
    }

    @Test
    void numbersThatJsonDoesNotKnowBecomeNull() {
        var value =
                Map.of("a", Arrays.asList(Double.NaN, Double.POSITIVE_INFINITY, Float.NaN, null));

        assertThat(Json.write(value)).isEqualTo("{\n  \"a\" : [ null, null, null, null ]\n}");
    }

    @Test
    void readsWhatItWrote() {
        var value = new LinkedHashMap<String, Object>();
        value.put("whole", Long.MIN_VALUE);
        value.put("real", Math.nextUp(0.1));
        value.put("nested", Map.of("list", List.of(List.of(), Map.of(), "x", false)));

        assertThat(Json.read(Json.write(value))).isEqualTo(value);
    }

    @Test
    void refusesWhatIsNoJsonObject() {
        for (var text :
                List.of(
                        "",
                        "[1]",
                        "1",
                        "{",
                        "{\"a\":}",
                        "{\"a\":1}x",
                        "{\"a\":1,\"a\":2}",
                        "{'a':1}",
                        "{\"a\":NaN}",
                        "{\"a\":99999999999999999999}",
                        "//x\n{}")) {
            assertThatExceptionOfType(JsonException.class)
                    .as(text)
                    .isThrownBy(() -> Json.read(text));
        }
    }

    @Test
    void saysWhatCannotBeWritten() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> Json.write(Map.of("a", new Object())))
                .withMessageContaining("a java.lang.Object cannot be written");
    }

    @Test
    void writesAFileWithANewlineAtItsEnd(@TempDir Path folder) throws IOException {
        var file = folder.resolve("new/folder/result.json");

        Json.write(file, Map.of("a", 1));

        assertThat(Files.readString(file)).isEqualTo("{\n  \"a\" : 1\n}\n");
    }
}
