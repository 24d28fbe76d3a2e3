package dev.gradus.studio.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Answers requests for pages and what they are made of.
final class Site {
    /// Nothing from elsewhere, no script and no style that stands in a page itself, in nobody's frame.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String ASSETS = "/assets/";

    private final Gate gate;
    private final List<Page> pages;
    private final Assets assets;
    private final FileExchange files;

    Site(Gate gate, List<Page> pages, Assets assets, FileExchange files) {
        this.gate = gate;
        this.pages = pages;
        this.assets = assets;
        this.files = files;
    }

    void answer(ServerRequest request, ServerResponse response) {
        response.header("Content-Security-Policy", POLICY);
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Referrer-Policy", "no-referrer");
        response.header("Cross-Origin-Opener-Policy", "same-origin");
        response.header("Cross-Origin-Resource-Policy", "same-origin");
        // the camera for this page alone, and only once its user has asked for it and said yes
        response.header("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
        response.header("Cache-Control", "no-store");
        var refusal = gate.refusal(request.headers());
        if (refusal.isPresent()) {
            say(response, Status.FORBIDDEN_403, refusal.get());
        } else if (request.prologue().method().equals(Method.POST)) {
            take(request, response);
        } else if (!request.prologue().method().equals(Method.GET)) {
            say(response, Status.METHOD_NOT_ALLOWED_405, "Pages are only read.");
        } else if (request.query().contains("token")) {
            enter(request.query().get("token"), response);
        } else if (!gate.isKnown(request.headers())) {
            say(
                    response,
                    Status.UNAUTHORIZED_401,
                    "Open the link that ./gradus studio printed: it holds the key of this launch.");
        } else if (files.find(request.path().rawPath()).isPresent()) {
            var path = request.path().rawPath();
            files.give(files.find(path).orElseThrow(), path, response);
        } else {
            find(request.path().rawPath())
                    .ifPresentOrElse(
                            asset -> send(response, asset),
                            () -> say(response, Status.NOT_FOUND_404, "There is no such page."));
        }
    }

    /// A page of ours says that it sends a file, as browsers make sure; nothing else may be sent.
    private void take(ServerRequest request, ServerResponse response) {
        var transfer = files.find(request.path().rawPath());
        var refusal = gate.socketRefusal(request.headers());
        if (transfer.isEmpty()) {
            say(response, Status.METHOD_NOT_ALLOWED_405, "Pages are only read.");
        } else if (refusal.isPresent()) {
            say(response, Status.FORBIDDEN_403, refusal.get());
        } else {
            files.take(transfer.get(), request, response);
        }
    }

    /// The page it leads to goes on by itself: a cookie as strict as this one is not sent along where a
    /// link was followed from elsewhere, and what stands behind # must not get lost.
    private void enter(String token, ServerResponse response) {
        if (!gate.knows(token)) {
            say(
                    response,
                    Status.UNAUTHORIZED_401,
                    "This link belongs to another launch. Use the one that was printed last.");
            return;
        }
        response.header(HeaderNames.SET_COOKIE, gate.cookie());
        send(response, assets.find("shell/enter.html").orElseThrow());
    }

    private Optional<Assets.Asset> find(String path) {
        if (path.equals("/")) {
            return assets.find("shell/enter.html");
        }
        if (path.equals(ASSETS + "pages.js")) {
            return Optional.of(pageList());
        }
        if (path.startsWith(ASSETS)) {
            return assets.find(path.substring(ASSETS.length()));
        }
        return pages.stream()
                .filter(page -> path.equals("/" + page.name()))
                .findFirst()
                .flatMap(page -> assets.find("%1$s/%1$s.html".formatted(page.name())));
    }

    /// What the navigation shows: no page that is not there.
    private Assets.Asset pageList() {
        var names =
                pages.stream()
                        .map(page -> "'" + page.name() + "'")
                        .collect(Collectors.joining(", ", "export default [", "];\n"));
        return new Assets.Asset(
                "text/javascript; charset=utf-8", names.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(ServerResponse response, Assets.Asset asset) {
        response.header(HeaderNames.CONTENT_TYPE, asset.type());
        response.send(asset.content());
    }

    private static void say(ServerResponse response, Status status, String text) {
        response.status(status);
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.send(text.getBytes(StandardCharsets.UTF_8));
    }
}
