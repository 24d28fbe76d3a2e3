package dev.gradus.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloadTest {
    private static final byte[] CONTENT = new byte[300_000];

    static {
        new Random(1).nextBytes(CONTENT);
    }

    @TempDir private Path folder;

    private static Download download(ProxySelector proxies) {
        return new Download(Duration.ofSeconds(10), Duration.ofSeconds(30), proxies);
    }

    private static RemoteFile file(URI... mirrors) throws IOException {
        var sha256 = Verification.sha256(new ByteArrayInputStream(CONTENT), CONTENT.length);
        return new RemoteFile(
                "data.bin",
                List.of(mirrors),
                CONTENT.length,
                Verification.contentSha256(sha256, CONTENT.length));
    }

    private Path fetch(URI... mirrors) throws Exception {
        return download(HttpClient.Builder.NO_PROXY)
                .fetch(file(mirrors), folder, DownloadProgress.SILENT);
    }

    private void assertFetched(Path fetched) throws IOException {
        assertThat(fetched).isEqualTo(folder.resolve("data.bin")).hasBinaryContent(CONTENT);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(fetched);
        }
    }

    private void assertNothingFetched() {
        assertThat(folder.resolve("data.bin")).doesNotExist();
    }

    /// Sends a good head, then only the first `count` bytes of what it announced.
    private static LoopbackServer.Handler breakingOffAfter(int count) {
        return (_, out) -> {
            LoopbackServer.head(out, "200 OK", CONTENT.length, "");
            out.write(CONTENT, 0, count);
        };
    }

    @Test
    void fetchesAFileAndReportsProgress() throws Exception {
        try (var server = new LoopbackServer(LoopbackServer.serving(CONTENT))) {
            var reports = new ArrayList<Long>();
            var fetched =
                    download(HttpClient.Builder.NO_PROXY)
                            .fetch(
                                    file(server.address("/data.bin")),
                                    folder.resolve("new").resolve("folders"),
                                    (name, done, total) -> {
                                        assertThat(name).isEqualTo("data.bin");
                                        assertThat(total).isEqualTo(CONTENT.length);
                                        reports.add(done);
                                    });
            assertThat(fetched).hasBinaryContent(CONTENT);
            assertThat(reports).isSorted().endsWith((long) CONTENT.length);
        }
    }

    @Test
    void asksNobodyForAFileThatIsThereAlready() throws Exception {
        Files.write(folder.resolve("data.bin"), CONTENT);
        try (var server = new LoopbackServer(LoopbackServer.serving(CONTENT))) {
            assertFetched(fetch(server.address("/")));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void replacesAFileThatIsDamaged() throws Exception {
        Files.write(folder.resolve("data.bin"), Arrays.copyOf(CONTENT, 200_000));
        try (var server = new LoopbackServer(LoopbackServer.serving(CONTENT))) {
            assertFetched(fetch(server.address("/")));
        }
    }

    @Test
    void takesUpWhereTheConnectionBroke() throws Exception {
        var whole = LoopbackServer.serving(CONTENT);
        LoopbackServer.Handler handler =
                (request, out) ->
                        (request.from() == 0 ? breakingOffAfter(100_000) : whole)
                                .answer(request, out);
        try (var server = new LoopbackServer(handler)) {
            assertFetched(fetch(server.address("/")));
            assertThat(server.requests())
                    .extracting(LoopbackServer.Request::from)
                    .containsExactly(0, 100_000);
        }
    }

    @Test
    void takesUpAnEarlierFetchThatWasInterrupted() throws Exception {
        try (var server = new LoopbackServer(breakingOffAfter(0))) {
            Files.write(folder.resolve("data.bin.part"), Arrays.copyOf(CONTENT, 123_456));
            assertThatThrownBy(() -> fetch(server.address("/")))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("broke off");
            assertNothingFetched();
        }
        Files.write(folder.resolve("data.bin.part"), Arrays.copyOf(CONTENT, 123_456));
        try (var server = new LoopbackServer(LoopbackServer.serving(CONTENT))) {
            assertFetched(fetch(server.address("/")));
            assertThat(server.requests())
                    .extracting(LoopbackServer.Request::from)
                    .containsExactly(123_456);
        }
    }

    @Test
    void startsOverWithAServerThatIgnoresTheRange() throws Exception {
        Files.write(folder.resolve("data.bin.part"), Arrays.copyOf(CONTENT, 1_000));
        LoopbackServer.Handler handler =
                (_, out) -> {
                    LoopbackServer.head(out, "200 OK", CONTENT.length, "");
                    out.write(CONTENT);
                };
        try (var server = new LoopbackServer(handler)) {
            assertFetched(fetch(server.address("/")));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void startsOverWhenTheBeginningWasOfAnotherFile() throws Exception {
        Files.write(folder.resolve("data.bin.part"), new byte[100_000]);
        try (var server = new LoopbackServer(LoopbackServer.serving(CONTENT))) {
            assertFetched(fetch(server.address("/")));
            assertThat(server.requests())
                    .extracting(LoopbackServer.Request::from)
                    .containsExactly(100_000, 0);
        }
    }

    @Test
    void keepsAPartThatTurnsOutToBeWhole() throws Exception {
        Files.write(folder.resolve("data.bin.part"), CONTENT);
        try (var server = new LoopbackServer(LoopbackServer.serving(CONTENT))) {
            assertFetched(fetch(server.address("/")));
        }
    }

    @Test
    void startsOverWhenThePartIsLongerThanTheFile() throws Exception {
        Files.write(folder.resolve("data.bin.part"), new byte[CONTENT.length + 5]);
        try (var server = new LoopbackServer(LoopbackServer.serving(CONTENT))) {
            assertFetched(fetch(server.address("/")));
        }
    }

    @Test
    void refusesARangeItDidNotAskFor() throws Exception {
        Files.write(folder.resolve("data.bin.part"), Arrays.copyOf(CONTENT, 1_000));
        LoopbackServer.Handler handler =
                (request, out) -> {
                    if (request.from() > 0) {
                        LoopbackServer.head(
                                out, "206 Partial Content", 4, "Content-Range: bytes 7-10/11\r\n");
                        out.write(new byte[4]);
                    } else {
                        LoopbackServer.serving(CONTENT).answer(request, out);
                    }
                };
        try (var server = new LoopbackServer(handler)) {
            assertFetched(fetch(server.address("/")));
        }
    }

    @Test
    void turnsToTheNextMirrorWhenOneGivesAnotherFile() throws Exception {
        var other = CONTENT.clone();
        other[777] ^= 1;
        try (var wrong = new LoopbackServer(LoopbackServer.serving(other));
                var good = new LoopbackServer(LoopbackServer.serving(CONTENT))) {
            assertFetched(fetch(wrong.address("/"), good.address("/")));
            assertThat(wrong.requests()).hasSize(1);
            assertThat(good.requests()).extracting(LoopbackServer.Request::from).containsExactly(0);
        }
    }

    @Test
    void turnsToTheNextMirrorWhenOneIsMissingTheFileOrIsNotThere() throws Exception {
        LoopbackServer.Handler missing =
                (_, out) -> LoopbackServer.head(out, "404 Not Found", 0, "");
        URI nobody;
        try (var closed = new LoopbackServer(missing)) {
            nobody = closed.address("/");
        }
        try (var first = new LoopbackServer(missing);
                var good = new LoopbackServer(LoopbackServer.serving(CONTENT))) {
            assertFetched(fetch(nobody, first.address("/"), good.address("/")));
        }
    }

    @Test
    void saysWhatEachMirrorDid() throws Exception {
        var other = new byte[10];
        try (var missing =
                        new LoopbackServer(
                                (_, out) -> LoopbackServer.head(out, "404 Not Found", 0, ""));
                var wrong = new LoopbackServer(LoopbackServer.serving(other))) {
            assertThatThrownBy(() -> fetch(missing.address("/a"), wrong.address("/b")))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining(missing.address("/a") + ": answered with status 404")
                    .hasMessageContaining(wrong.address("/b") + ": ")
                    .hasMessageContaining("is damaged or another file");
            assertNothingFetched();
        }
    }

    @Test
    void refusesABodyThatIsTooLongWhetherAnnouncedOrNot() throws Exception {
        var tooLong = Arrays.copyOf(CONTENT, CONTENT.length + 1);
        LoopbackServer.Handler unannounced =
                (_, out) -> {
                    out.write(
                            "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                    out.write(tooLong);
                };
        for (var handler : List.of(LoopbackServer.serving(tooLong), unannounced)) {
            try (var server = new LoopbackServer(handler)) {
                assertThatThrownBy(() -> fetch(server.address("/")))
                        .isInstanceOf(FetchException.class)
                        .hasMessageContaining("the file has at most 300000");
                assertThat(folder.resolve("data.bin.part")).hasSize(0);
                assertNothingFetched();
            }
        }
    }

    @Test
    void givesUpOnAServerThatGoesSilent() throws Exception {
        LoopbackServer.Handler silent =
                (_, out) -> {
                    LoopbackServer.head(out, "200 OK", CONTENT.length, "");
                    out.write(CONTENT, 0, 10);
                    out.flush();
                    Thread.sleep(20_000);
                };
        var impatient =
                new Download(
                        Duration.ofMillis(300),
                        Duration.ofSeconds(30),
                        HttpClient.Builder.NO_PROXY);
        try (var server = new LoopbackServer(silent);
                var good = new LoopbackServer(LoopbackServer.serving(CONTENT))) {
            var file = file(server.address("/"), good.address("/"));
            assertFetched(impatient.fetch(file, folder, DownloadProgress.SILENT));
        }
    }

    @Test
    void givesUpOnAServerThatNeverAnswers() throws Exception {
        var impatient =
                new Download(
                        Duration.ofMillis(300),
                        Duration.ofSeconds(30),
                        HttpClient.Builder.NO_PROXY);
        try (var server = new LoopbackServer((_, _) -> Thread.sleep(20_000))) {
            var file = file(server.address("/"));
            assertThatThrownBy(() -> impatient.fetch(file, folder, DownloadProgress.SILENT))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("Timeout");
        }
    }

    @Test
    void givesUpOnAServerThatTricklesForTooLong() throws Exception {
        LoopbackServer.Handler trickling =
                (_, out) -> {
                    LoopbackServer.head(out, "200 OK", CONTENT.length, "");
                    for (var b : CONTENT) {
                        out.write(b);
                        out.flush();
                        Thread.sleep(20);
                    }
                };
        var impatient =
                new Download(
                        Duration.ofSeconds(10),
                        Duration.ofMillis(300),
                        HttpClient.Builder.NO_PROXY);
        try (var server = new LoopbackServer(trickling)) {
            var file = file(server.address("/"));
            assertThatThrownBy(() -> impatient.fetch(file, folder, DownloadProgress.SILENT))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("it took longer than");
        }
    }

    @Test
    void goesThroughTheProxyThatTheEnvironmentNames() throws Exception {
        try (var proxy = new LoopbackServer(LoopbackServer.serving(CONTENT))) {
            var environment = Map.of("HTTP_PROXY", proxy.address("").toString());
            var proxies = new EnvironmentProxies(environment, HttpClient.Builder.NO_PROXY);
            // nobody has this name: only the proxy can answer
            var mirror = URI.create("http://data.invalid/data.bin");
            assertFetched(download(proxies).fetch(file(mirror), folder, DownloadProgress.SILENT));
            assertThat(proxy.requests())
                    .extracting(LoopbackServer.Request::target)
                    .containsExactly("http://data.invalid/data.bin");
        }
    }

    @Test
    void doesNotWriteWhatAnotherFetchIsWriting() throws Exception {
        try (var server = new LoopbackServer(LoopbackServer.serving(CONTENT));
                var _ = PartialFile.open(folder.resolve("data.bin.part"))) {
            assertThatThrownBy(() -> fetch(server.address("/")))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("is being written by another program");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void refusesMirrorsThatAreNotHttp() {
        assertThatThrownBy(() -> file(URI.create("file:///data.bin")))
                .hasMessageContaining("not reached by http or https");
        assertThatThrownBy(DownloadTest::file).hasMessageContaining("name at least one");
    }
}
