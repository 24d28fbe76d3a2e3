package dev.gradus.data.fashion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.data.fetch.Download;
import dev.gradus.data.fetch.DownloadProgress;
import dev.gradus.data.fetch.EnvironmentProxies;
import dev.gradus.data.fetch.FetchException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FashionMirrorsTest {
    private static final List<FashionFile> TEST_FILES =
            List.of(FashionFile.TEST_IMAGES, FashionFile.TEST_LABELS);

    @TempDir private Path folder;

    private final Download download =
            new Download(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    new EnvironmentProxies(
                            Map.of("ALL_PROXY", "http://127.0.0.1:9", "NO_PROXY", "*"),
                            ProxySelector.getDefault()));

    /// Serves files by path on this machine, and 404 for all others.
    private record Server(ServerSocket socket, Map<String, byte[]> files) implements AutoCloseable {
        static Server of(Map<String, byte[]> files) throws IOException {
            var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var server = new Server(socket, files);
            Thread.ofVirtual().start(server::serve);
            return server;
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/fashion/");
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (var connection = socket.accept()) {
                    answer(connection);
                } catch (IOException _) {
                    continue; // the test looks at what the client makes of it
                }
            }
        }

        private void answer(Socket connection) throws IOException {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    connection.getInputStream(), StandardCharsets.US_ASCII));
            var path = in.readLine().split(" ", -1)[1];
            while (!in.readLine().isEmpty()) {
                // headers do not matter here
            }
            var content = files.getOrDefault(path, new byte[0]);
            var head =
                    "HTTP/1.1 %s\r\nContent-Length: %s\r\nConnection: close\r\n\r\n"
                            .formatted(
                                    files.containsKey(path) ? "200 OK" : "404 Not Found",
                                    content.length);
            var out = connection.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(content);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static byte[] packed(FashionFile file) throws IOException {
        try (var stream = FashionFile.class.getResourceAsStream(file.compressedName())) {
            return stream.readAllBytes();
        }
    }

    @Test
    void fetchesTheFilesFromTheFirstMirrorThatHasThemWhole() throws Exception {
        var images = packed(FashionFile.TEST_IMAGES);
        var labels = packed(FashionFile.TEST_LABELS);
        var damaged = images.clone();
        damaged[1_000_000] ^= 1;
        try (var poor = Server.of(Map.of("/fashion/t10k-images-idx3-ubyte.gz", damaged));
                var good =
                        Server.of(
                                Map.of(
                                        "/fashion/t10k-images-idx3-ubyte.gz", images,
                                        "/fashion/t10k-labels-idx1-ubyte.gz", labels))) {
            new FashionMirrors(List.of(poor.address(), good.address()))
                    .fetch(TEST_FILES, download, folder, DownloadProgress.SILENT);
        }
        assertThat(FashionFile.TEST_IMAGES.readFrom(folder).sizes())
                .containsExactly(10_000, 28, 28);
        assertThat(FashionFile.TEST_LABELS.readFrom(folder).sizes()).containsExactly(10_000);
    }

    @Test
    void keepsWhatIsWholeAndFetchesWhatIsDamagedAgain() throws Exception {
        var images = packed(FashionFile.TEST_IMAGES);
        var labels = packed(FashionFile.TEST_LABELS);
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), images);
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), new byte[] {1, 2, 3});
        // it has no images: asking for them would fail
        try (var server = Server.of(Map.of("/fashion/t10k-labels-idx1-ubyte.gz", labels))) {
            new FashionMirrors(List.of(server.address()))
                    .fetch(TEST_FILES, download, folder, DownloadProgress.SILENT);
        }
        assertThat(folder.resolve("t10k-labels-idx1-ubyte.gz")).hasBinaryContent(labels);
    }

    @Test
    void saysWhenNoMirrorHasAFile() throws Exception {
        try (var server = Server.of(Map.of())) {
            var mirrors = new FashionMirrors(List.of(server.address()));
            assertThatThrownBy(() ->
                            mirrors.fetch(TEST_FILES, download, folder, DownloadProgress.SILENT))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("t10k-images-idx3-ubyte.gz: answered with status 404");
        }
    }
}
