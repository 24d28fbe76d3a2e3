package dev.gradus.studio;

import dev.gradus.io.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real browser without a window, driven through its developer tools.
final class Chromium implements WebSocket.Listener, AutoCloseable {
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final BlockingQueue<Map<String, Object>> answers = new LinkedBlockingQueue<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final StringBuilder text = new StringBuilder();
    private long number;
    private String session = "";

    /// Returns where Chromium or Chrome is on this computer.
    static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .flatMap(folder ->
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Chromium(Path program, Path profile) throws IOException, InterruptedException {
        process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var port = profile.resolve("DevToolsActivePort");
        for (var i = 0;
                i < 300 && !(Files.exists(port) && Files.readAllLines(port).size() == 2);
                i++) {
            Thread.sleep(100);
        }
        var lines = Files.readAllLines(port);
        socket =
                client.newWebSocketBuilder()
                        .buildAsync(
                                URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), this)
                        .join();
        var target = call("Target.createTarget", Map.of("url", "about:blank")).get("targetId");
        var attached = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true));
        session = (String) attached.get("sessionId");
        for (var domain : List.of("Page", "Runtime", "Log")) {
            call(domain + ".enable", Map.of());
        }
    }

    void open(String address, int width, int height) throws InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call("Page.navigate", Map.of("url", address));
    }

    /// Returns what an expression of JavaScript gives.
    Object ask(String expression) throws InterruptedException {
        var answer =
                call(
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "returnByValue",
                                true,
                                "awaitPromise",
                                true));
        if (answer.containsKey("exceptionDetails")) {
            throw new AssertionError(answer.get("exceptionDetails"));
        }
        return String.valueOf(((Map<?, ?>) answer.get("result")).get("value"));
    }

    /// Waits until an expression of JavaScript is true.
    void await(String expression, Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (!ask("(() => { try { return !!(" + expression + "); } catch { return false; } })()")
                .equals("true")) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "not in %s: %s; %s".formatted(patience, expression, complaints));
            }
            Thread.sleep(50);
        }
    }

    void press(String key, String code, int number) throws InterruptedException {
        for (var type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "code",
                            code,
                            "windowsVirtualKeyCode",
                            number,
                            "text",
                            type.equals("keyUp") ? "" : typed(key)));
        }
    }

    /// Returns what a key types; without it, Enter would press no button.
    private static String typed(String key) {
        return key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
    }

    /// Returns what the browser complained about: mistakes of scripts, things that the policy forbids.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private Map<String, Object> call(String method, Map<String, Object> parameters)
            throws InterruptedException {
        var message = new java.util.LinkedHashMap<String, Object>();
        message.put("id", ++number);
        message.put("method", method);
        message.put("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(Json.write(message), true).join();
        while (true) {
            var answer = answers.poll(30, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("the browser does not answer to " + method);
            }
            if (answer.get("id").equals(number)) {
                return result(answer);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> result(Map<String, Object> answer) {
        if (answer.get("result") instanceof Map<?, ?> result) {
            return (Map<String, Object>) result;
        }
        throw new AssertionError(answer);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            var message = Json.read(text.toString());
            text.setLength(0);
            var method = String.valueOf(message.get("method"));
            if (message.containsKey("id")) {
                answers.add(message);
            } else if (method.equals("Runtime.exceptionThrown")
                    || method.equals("Log.entryAdded")) {
                complaints.add(String.valueOf(message.get("params")));
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
