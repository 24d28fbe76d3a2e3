package dev.gradus.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in, and what is served.
class ServerTest {
    private static final List<String> SAID = Collections.synchronizedList(new ArrayList<>());
    private static Server server;
    private static int port;
    private static String host;
    private static String cookie;

    @BeforeAll
    static void start() throws IOException {
        server =
                new Server(
                        List.of(Page.live("playground", ServerTest::echo)),
                        Map.of("lessons/1.1/picture.js", "export default 1;"),
                        Map.of("note.zip", new Note()),
                        0);
        port = server.port();
        host = "Host: 127.0.0.1:" + port;
        var entered = Raw.ask(port, "GET /?token=" + token() + " HTTP/1.1", host);
        assertThat(entered).startsWith("HTTP/1.1 200").contains("HttpOnly", "SameSite=Strict");
        var given = Pattern.compile("(?i)set-cookie: ([^;]+)").matcher(entered);
        assertThat(given.find()).isTrue();
        cookie = "Cookie: " + given.group(1);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String token() {
        return server.link().substring(server.link().indexOf('=') + 1);
    }

    private static Conversation echo(Wire wire) {
        return new Conversation() {
            private String name = "nobody";

            @Override
            public void said(String text) {
                name = text;
                SAID.add(text);
                wire.tell(text);
            }

            @Override
            public void end() {
                SAID.add("end of " + name);
            }
        };
    }

    /// A file of one line.
    private static final class Note implements Transfer {
        @Override
        public void give(Path file) throws IOException {
            Files.writeString(file, "given");
        }

        @Override
        public Map<String, Object> take(Path file) throws IOException {
            var text = Files.readString(file);
            if (text.isEmpty()) {
                throw new IOException("there is nothing in it");
            }
            return Map.of("length", text.length());
        }
    }

    @Test
    void aFileIsGivenAndTakenByItsExactName() throws IOException {
        var own = "Origin: http://127.0.0.1:" + port;
        assertThat(Raw.ask(port, "GET /files/note.zip HTTP/1.1", host, cookie))
                .startsWith("HTTP/1.1 200")
                .contains("attachment; filename=\"note.zip\"")
                .endsWith("given");
        assertThat(send("/files/note.zip", "hello", host, cookie, own))
                .startsWith("HTTP/1.1 200")
                .contains("\"length\"", "5");
        assertThat(send("/files/note.zip", "", host, cookie, own))
                .startsWith("HTTP/1.1 400")
                .contains("there is nothing in it");
        assertThat(send("/files/other.zip", "hello", host, cookie, own)).startsWith("HTTP/1.1 405");
        assertThat(send("/files/../playground", "hello", host, cookie, own))
                .startsWith("HTTP/1.1 4");
    }

    @Test
    void nobodyElseSendsAFile() throws IOException {
        var own = "Origin: http://127.0.0.1:" + port;
        assertThat(send("/files/note.zip", "x", host, own)).startsWith("HTTP/1.1 403");
        assertThat(send("/files/note.zip", "x", host, cookie)).startsWith("HTTP/1.1 403");
        assertThat(send("/files/note.zip", "x", host, cookie, "Origin: http://evil.example"))
                .startsWith("HTTP/1.1 403");
        assertThat(send("/files/note.zip", "x", "Host: evil.example:" + port, cookie, own))
                .startsWith("HTTP/1.1 403");
        assertThat(Raw.ask(port, "GET /files/note.zip HTTP/1.1", host)).startsWith("HTTP/1.1 401");
    }

    @Test
    void moreThanMayBeSentIsRefusedBeforeItIsRead() throws IOException {
        var answer =
                Raw.ask(
                        port,
                        "POST /files/note.zip HTTP/1.1",
                        host,
                        cookie,
                        "Origin: http://127.0.0.1:" + port,
                        "Content-Length: 99999999999");
        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    private static String send(String path, String text, String... headers) throws IOException {
        try (var raw = new Raw(port)) {
            raw.write(
                    "POST %s HTTP/1.1\r\n%s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                            .formatted(path, String.join("\r\n", headers), text.length(), text));
            return raw.answer();
        }
    }

    @Test
    void withTheCookieThePageIsServedUnderAStrictPolicy() throws IOException {
        var page = Raw.ask(port, "GET /playground HTTP/1.1", host, cookie);
        assertThat(page).startsWith("HTTP/1.1 200").contains("<!doctype html>");
        assertThat(page.toLowerCase(java.util.Locale.ROOT))
                .contains("content-security-policy: default-src 'none'; script-src 'self'")
                .contains("x-content-type-options: nosniff", "cache-control: no-store");
        assertThat(page).doesNotContain("style=", "onclick=", "<style", "https://");
    }

    @Test
    void theNavigationKnowsThePagesThatAreThere() throws IOException {
        assertThat(Raw.ask(port, "GET /assets/pages.js HTTP/1.1", host, cookie))
                .contains("export default ['playground'];");
    }

    @Test
    void scriptsThatBelongToWhatIsShownAreServedByTheirExactNames() throws IOException {
        assertThat(Raw.ask(port, "GET /assets/lessons/1.1/picture.js HTTP/1.1", host, cookie))
                .startsWith("HTTP/1.1 200")
                .contains("text/javascript", "export default 1;");
        assertThat(Raw.ask(port, "GET /assets/lessons/1.1/Picture.java HTTP/1.1", host, cookie))
                .startsWith("HTTP/1.1 404");
        assertThat(Raw.ask(port, "GET /assets/lessons/1.1/picture.js HTTP/1.1", host))
                .startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/playground", "/assets/files.txt", "/nothing"})
    void withoutTheCookieThereIsNothing(String path) throws IOException {
        assertThat(Raw.ask(port, "GET " + path + " HTTP/1.1", host))
                .startsWith("HTTP/1.1 401")
                .contains("Open the link");
    }

    @Test
    void aWrongTokenAndAWrongCookieAreRefused() throws IOException {
        assertThat(Raw.ask(port, "GET /?token=guess HTTP/1.1", host)).startsWith("HTTP/1.1 401");
        assertThat(Raw.ask(port, "GET /playground HTTP/1.1", host, cookie + "x"))
                .startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:%d", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:%d"})
    void anotherHostThatLeadsHereIsRefused(String name) throws IOException {
        var other = "Host: " + name.formatted(port);
        assertThat(Raw.ask(port, "GET /playground HTTP/1.1", other, cookie))
                .startsWith("HTTP/1.1 403");
        assertThat(Raw.ask(port, "GET /?token=" + token() + " HTTP/1.1", other))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "null", "https://127.0.0.1:%d", "http://127.0.0.1:1"})
    void aForeignOriginIsRefused(String origin) throws IOException {
        var foreign = "Origin: " + origin.formatted(port);
        assertThat(Raw.ask(port, "GET /playground HTTP/1.1", host, cookie, foreign))
                .startsWith("HTTP/1.1 403");
        assertThat(upgrade(host, cookie, foreign)).doesNotContain(" 101 ");
    }

    @Test
    void aSocketNeedsOriginHostAndCookie() throws IOException {
        var own = "Origin: http://127.0.0.1:" + port;
        assertThat(upgrade(host, cookie, own)).contains(" 101 ");
        assertThat(upgrade(host, own)).doesNotContain(" 101 ");
        assertThat(upgrade(host, cookie)).doesNotContain(" 101 ");
        assertThat(
                        upgrade(
                                "Host: evil.example:" + port,
                                cookie,
                                "Origin: http://evil.example:" + port))
                .doesNotContain(" 101 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../files.txt",
                "/assets/../../Studio.class",
                "/assets/..%2f..%2fStudio.class",
                "/assets/%2e%2e/%2e%2e/Studio.class",
                "/assets//etc/passwd",
                "/assets/fonts/../../Studio.class",
                "/assets/files.txt",
                "/assets/",
                "/../../../../etc/passwd"
            })
    void noPathLeadsToAFileThatIsNotServed(String path) throws IOException {
        assertThat(Raw.ask(port, "GET " + path + " HTTP/1.1", host, cookie))
                .containsPattern("^HTTP/1.1 40[0-9]")
                .doesNotContain("enter.html", "root:");
    }

    @Test
    void pagesAreOnlyRead() throws IOException {
        assertThat(Raw.ask(port, "POST /playground HTTP/1.1", host, cookie, "Content-Length: 0"))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void hugeHeadersAreRefused() throws IOException {
        var answer =
                Raw.ask(port, "GET /playground HTTP/1.1", host, "X-Huge: " + "x".repeat(100_000));
        assertThat(answer).doesNotContain("HTTP/1.1 200");
    }

    @Test
    void aTakenPortIsNoReasonToStop() throws IOException {
        try (var taken =
                        new ServerSocket(
                                0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                var second = new Server(List.of(), Map.of(), Map.of(), taken.getLocalPort())) {
            assertThat(second.port()).isNotEqualTo(taken.getLocalPort()).isPositive();
        }
    }

    @Test
    void eachLaunchHasATokenOfItsOwn() {
        try (var second = new Server(List.of(), Map.of(), Map.of(), 0)) {
            assertThat(second.link().substring(second.link().indexOf('=')))
                    .isNotEqualTo("=" + token());
        }
    }

    @Test
    void aMessageThatIsTooLargeEndsTheConnection() throws IOException {
        try (var raw = open()) {
            // says that 1 GB follows
            raw.write(new byte[] {(byte) 0x81, (byte) 0xFF, 0, 0, 0, 0, 0x40, 0, 0, 0, 1, 2, 3, 4});
            assertThat(raw.untilClosed()).isLessThan(1000);
        }
        assertThat(Raw.ask(port, "GET /playground HTTP/1.1", host, cookie))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void manyPiecesOfAMessageAreBoundedTogether() throws IOException {
        try (var raw = open()) {
            var piece = new byte[8 + 10_000];
            // not the last, text, masked with zeros, 10,000 bytes
            piece[0] = 0x01;
            piece[1] = (byte) 0xFE;
            piece[2] = (byte) (10_000 >> 8);
            piece[3] = (byte) 10_000;
            for (var i = 0; i < 40; i++) {
                try {
                    raw.write(piece);
                } catch (IOException _) {
                    // it has closed already
                    break;
                }
                piece[0] = 0x00;
            }
            assertThat(raw.closeCode()).isEqualTo(1009);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x8F, 0xF1, 0x83, 0x80})
    void aFrameOfNoKnownKindEndsTheConnectionOnly(int first) throws IOException {
        try (var raw = open()) {
            raw.write(new byte[] {(byte) first, (byte) 0x81, 0, 0, 0, 0, 'x'});
            raw.write(new byte[] {(byte) 0x88, (byte) 0x80, 0, 0, 0, 0});
            assertThat(raw.untilClosed()).isLessThan(1000);
        }
        assertThat(Raw.ask(port, "GET /playground HTTP/1.1", host, cookie))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void binaryMessagesOfPagesAreRefused() throws IOException {
        try (var raw = open()) {
            raw.write(new byte[] {(byte) 0x82, (byte) 0x81, 0, 0, 0, 0, 'x'});
            assertThat(raw.closeCode()).isEqualTo(1003);
        }
    }

    @Test
    void aPageThatGoesEndsItsConversation() throws Exception {
        try (var raw = open()) {
            raw.write(message("guest"));
            raw.write(new byte[] {(byte) 0x88, (byte) 0x80, 0, 0, 0, 0});
            assertThat(raw.closeCode()).isEqualTo(1000);
        }
        await("end of guest");
    }

    @Test
    void aPageThatIsEndedByForceEndsItsConversationToo() throws Exception {
        try (var raw = open()) {
            raw.write(message("loser"));
            await("loser");
        }
        await("end of loser");
    }

    /// A short text as a browser sends it, masked with zeros.
    private static byte[] message(String text) {
        var bytes = new byte[6 + text.length()];
        bytes[0] = (byte) 0x81;
        bytes[1] = (byte) (0x80 + text.length());
        for (var i = 0; i < text.length(); i++) {
            bytes[6 + i] = (byte) text.charAt(i);
        }
        return bytes;
    }

    private static void await(String said) throws InterruptedException {
        for (var i = 0; i < 1500 && !SAID.contains(said); i++) {
            Thread.sleep(20);
        }
        assertThat(SAID).contains(said);
    }

    private static Raw open() throws IOException {
        var raw = new Raw(port);
        raw.write(upgradeRequest(host, cookie, "Origin: http://127.0.0.1:" + port));
        assertThat(raw.head()).contains(" 101 ");
        return raw;
    }

    private static String upgrade(String... headers) throws IOException {
        try (var raw = new Raw(port)) {
            raw.write(upgradeRequest(headers));
            return raw.head();
        }
    }

    private static String upgradeRequest(String... headers) {
        return "GET /live/playground HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + String.join("\r\n", headers)
                + "\r\n\r\n";
    }
}
