package dev.gradus.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFoldersTest {
    @TempDir private Path home;

    private DataFolders on(String system, Map<String, String> environment) {
        return new DataFolders(environment, system, home);
    }

    @Test
    void looksInTheUsersFolderThenTheSystemsThenTheCache() {
        var own = home.resolve("own");
        assertThat(on("Linux", Map.of("GRADUS_DATA", own.toString())).candidates("digits"))
                .containsExactly(
                        own.resolve("digits"),
                        own,
                        Path.of("/usr/share/datasets/digits"),
                        home.resolve(".cache/gradus/digits"));
        assertThat(on("Windows 11", Map.of()).candidates("digits"))
                .containsExactly(home.resolve("AppData/Local/gradus/digits"));
    }

    @Test
    void keepsWhatItFetchesWhereTheSystemKeepsSuchThings() {
        var elsewhere = home.resolve("elsewhere");
        assertThat(on("Linux", Map.of()).target("digits"))
                .isEqualTo(home.resolve(".cache/gradus/digits"));
        assertThat(on("Linux", Map.of("XDG_CACHE_HOME", elsewhere.toString())).target("digits"))
                .isEqualTo(elsewhere.resolve("gradus/digits"));
        assertThat(on("Linux", Map.of("XDG_CACHE_HOME", "relative")).target("digits"))
                .isEqualTo(home.resolve(".cache/gradus/digits"));
        assertThat(on("Mac OS X", Map.of()).target("digits"))
                .isEqualTo(home.resolve("Library/Caches/gradus/digits"));
        assertThat(on("Windows 11", Map.of("LOCALAPPDATA", elsewhere.toString())).target("digits"))
                .isEqualTo(elsewhere.resolve("gradus/digits"));
    }

    @Test
    void keepsWhatItFetchesInTheUsersFolderIfOneIsNamed() {
        var own = home.resolve("own");
        assertThat(on("Linux", Map.of("GRADUS_DATA", own.toString())).target("digits"))
                .isEqualTo(own.resolve("digits"));
    }
}
