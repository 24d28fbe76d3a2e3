package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.io.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The list of resources, as data.
class ResourcesTest {
    private static final Path FILE =
            Path.of("src/main/resources/dev/gradus/studio/web/words/resources.json");
    private static final Set<String> FIELDS =
            Set.of(
                    "id",
                    "title",
                    "by",
                    "year",
                    "url",
                    "kind",
                    "goals",
                    "level",
                    "languages",
                    "cost",
                    "length",
                    "why",
                    "when",
                    "fits");
    private static final Set<String> GOALS =
            Set.of(
                    "begin",
                    "mathematics",
                    "vision",
                    "language",
                    "games",
                    "deploy",
                    "compete",
                    "research");
    private static final Set<String> KINDS =
            Set.of("course", "book", "videos", "paper", "tool", "data", "competition", "community");
    private static final Set<String> COSTS = Set.of("free", "account", "paid");
    private static final Set<String> LANGUAGES = Set.of("any", "Python", "Java", "CUDA", "C++");

    /// How many lessons the units 0 to 14 have in the plan of the course, and the elective.
    private static final int[] LESSONS = {3, 5, 5, 7, 6, 6, 5, 6, 5, 6, 8, 2, 6, 6, 7};

    private static List<Map<String, Object>> entries = List.of();

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void read() throws IOException {
        var data = Json.read(Files.readString(FILE));
        assertThat(data).containsOnlyKeys("entries");
        entries = (List<Map<String, Object>>) data.get("entries");
    }

    @Test
    void thereAreManyButNotTooMany() {
        assertThat(entries.size()).isBetween(50, 70);
    }

    @Test
    void eachSaysEverything() {
        for (var entry : entries) {
            assertThat(entry).as("%s", entry).containsOnlyKeys(FIELDS);
            assertThat(Stream.of("id", "title", "by", "why", "when"))
                    .as("%s", entry)
                    .allMatch(field -> !text(entry, field).isBlank());
            // a community has no length
            assertThat(text(entry, "length").isBlank())
                    .as("%s", entry)
                    .isEqualTo(text(entry, "kind").equals("community"));
            assertThat((Long) entry.get("year")).as("%s", entry).isBetween(1970L, 2026L);
            assertThat((Long) entry.get("level")).as("%s", entry).isBetween(1L, 3L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "title", "url", "why"})
    void noneIsThereTwice(String field) {
        assertThat(entries).extracting(entry -> text(entry, field)).doesNotHaveDuplicates();
    }

    @Test
    void eachGoalAndKindHasSome() {
        var goals = new HashSet<String>();
        entries.forEach(entry -> goals.addAll(texts(entry, "goals")));
        assertThat(goals).isEqualTo(GOALS);
        assertThat(entries.stream().map(entry -> text(entry, "kind"))).containsAll(KINDS);
        for (var entry : entries) {
            assertThat(texts(entry, "goals")).as("%s", entry).isNotEmpty().doesNotHaveDuplicates();
            assertThat(KINDS).contains(text(entry, "kind"));
            assertThat(COSTS).contains(text(entry, "cost"));
            assertThat(LANGUAGES).as("%s", entry).containsAll(texts(entry, "languages"));
        }
    }

    @Test
    void eachAddressIsPublicAndEncrypted() {
        for (var entry : entries) {
            var address = URI.create(text(entry, "url"));
            assertThat(address.getScheme()).as("%s", address).isEqualTo("https");
            assertThat(address.getHost()).as("%s", address).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
            assertThat(address.getPort()).isEqualTo(-1);
            assertThat(address.getUserInfo()).isNull();
            assertThat(address.getQuery()).isNull();
        }
    }

    @Test
    void addressesStandNowhereElse() {
        for (var entry : entries) {
            entry.forEach((field, value) ->
                    assertThat(field.equals("url") || !value.toString().contains("://"))
                            .as("%s of %s", field, entry)
                            .isTrue());
        }
    }

    @Test
    void theLessonsThatTheyFitAreInThePlan() {
        for (var entry : entries) {
            assertThat(texts(entry, "fits"))
                    .as("%s", entry)
                    .isNotEmpty()
                    .allMatch(ResourcesTest::isPlanned);
        }
        assertThat(isPlanned("3.8")).isFalse();
        assertThat(isPlanned("15.1")).isFalse();
    }

    private static boolean isPlanned(String number) {
        var parts = number.split("\\.", -1);
        if (parts[0].equals("UE")) {
            return number.matches("UE\\.[123]");
        }
        var unit = Integer.parseInt(parts[0]);
        var lesson = Integer.parseInt(parts[1]);
        return unit < LESSONS.length && lesson >= 1 && lesson <= LESSONS[unit];
    }

    private static String text(Map<String, Object> entry, String field) {
        return (String) entry.get(field);
    }

    private static List<String> texts(Map<String, Object> entry, String field) {
        return ((List<?>) entry.get(field)).stream().map(String.class::cast).toList();
    }
}
