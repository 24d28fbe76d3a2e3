package dev.gradus.studio.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides who may come in: this computer's user, through the link that was printed, and nobody else.
///
/// A server on one's own computer can be reached by every page that is open in its browser. So each
/// request must name this computer as its host (another name that was made to lead here is refused: DNS
/// rebinding), must not have been started by a page from elsewhere, and must carry a cookie that only
/// the token of this launch is exchanged for.
final class Gate {
    private static final int BYTES = 24;

    private final String token = secret();
    private final String pass = secret();
    private volatile int port;

    private static String secret() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Says which port it guards; nobody comes in before.
    void open(int port) {
        this.port = port;
    }

    String token() {
        return token;
    }

    /// Returns whether `offered` is the token of this launch.
    boolean knows(String offered) {
        return same(token, offered);
    }

    /// Returns the cookie that is given for the token. Cookies do not tell ports apart, so its name does.
    String cookie() {
        return "%s=%s; Path=/; HttpOnly; SameSite=Strict".formatted(cookieName(), pass);
    }

    private String cookieName() {
        return "gradus-studio-" + port;
    }

    /// Returns why a request is refused whoever sent it, or nothing.
    Optional<String> refusal(Headers headers) {
        var host = only(headers, HeaderNames.HOST);
        if (host.isEmpty() || !hosts().contains(host.get())) {
            return Optional.of("This address is not the studio's. Use the link that it printed.");
        }
        if (headers.contains(HeaderNames.ORIGIN)
                && !only(headers, HeaderNames.ORIGIN).equals(Optional.of("http://" + host.get()))) {
            return Optional.of("Pages from elsewhere may not talk to the studio.");
        }
        return Optional.empty();
    }

    /// Returns why a socket, or something that is sent, is refused, or nothing. Browsers always say which page
    /// it comes from.
    Optional<String> socketRefusal(Headers headers) {
        var refusal = refusal(headers);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!headers.contains(HeaderNames.ORIGIN)) {
            return Optional.of("It must be said which page this comes from.");
        }
        return isKnown(headers) ? Optional.empty() : Optional.of("Open the printed link first.");
    }

    /// Returns whether a request carries the cookie.
    boolean isKnown(Headers headers) {
        if (port == 0 || !headers.contains(HeaderNames.COOKIE)) {
            return false;
        }
        return headers.get(HeaderNames.COOKIE).allValues().stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(cookieName() + "="))
                .anyMatch(cookie -> same(pass, cookie.substring(cookieName().length() + 1)));
    }

    private Set<String> hosts() {
        return port == 0 ? Set.of() : Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /// The value of a header that must stand there once.
    private static Optional<String> only(Headers headers, HeaderName name) {
        var values = headers.contains(name) ? headers.get(name).allValues() : List.<String>of();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /// Takes as long for a wrong guess as for one that is nearly right.
    private static boolean same(String expected, String offered) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                offered.getBytes(StandardCharsets.UTF_8));
    }
}
