package dev.gradus.studio.server;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A web server for one user on one computer: it listens on 127.0.0.1 alone, and everything it takes
/// is bounded.
public final class Server implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_OPEN_PAGES = 16;
    private static final int MOST_HEADERS = 16_384;
    private static final int MOST_LINE = 4096;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FAREWELL = Duration.ofMillis(500);

    // kept here, as settings of a logger that nobody holds are forgotten; what a stranger sends
    // wrongly
    // is none of the user's business
    private static final Logger LOGGER = Logger.getLogger("io.helidon");

    private final Gate gate = new Gate();
    private final Semaphore places = new Semaphore(MOST_OPEN_PAGES);
    private final List<Page> pages;
    private final Assets assets;
    private final FileExchange files;
    private final WebServer server;

    /// Starts it.
    ///
    /// @param pages what it shows
    /// @param scripts more files than those of the pages themselves, by the names they have below `assets`
    /// @param transfers whole files that it gives and takes, by their names
    /// @param port the port it takes; any free one if that is 0 or taken
    public Server(
            List<Page> pages,
            Map<String, String> scripts,
            Map<String, Transfer> transfers,
            int port) {
        LOGGER.setLevel(Level.OFF);
        this.pages = List.copyOf(pages);
        this.assets = new Assets(scripts);
        this.files = new FileExchange(transfers);
        this.server = start(port);
        gate.open(server.port());
    }

    private WebServer start(int port) {
        if (port != 0) {
            try {
                var usual = make(port).start();
                // some failures to listen are told in the log only
                if (usual.port() == port) {
                    return usual;
                }
                usual.stop();
            } catch (RuntimeException _) {
                return make(0).start();
            }
        }
        return make(0).start();
    }

    private WebServer make(int port) {
        var site = new Site(gate, pages, assets, files);
        return WebServer.builder()
                .address(thisComputer())
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(FAREWELL)
                .maxTcpConnections(MOST_CONNECTIONS)
                .maxPayloadSize(FileExchange.MOST_BYTES)
                .idleConnectionTimeout(PATIENCE)
                .connectionOptions(SocketOptions.builder().readTimeout(PATIENCE).build())
                .addProtocol(
                        Http1Config.builder()
                                .maxHeadersSize(MOST_HEADERS)
                                .maxPrologueLength(MOST_LINE)
                                .build())
                .addProtocol(WsConfig.builder().maxFrameLength(Socket.MOST_FRAME).build())
                .routing(routing -> routing.any(site::answer))
                .addRouting(sockets())
                .build();
    }

    private static InetAddress thisComputer() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private WsRouting.Builder sockets() {
        var routing = WsRouting.builder();
        for (var page : pages) {
            page.live()
                    .ifPresent(live ->
                            routing.endpoint(
                                    "/live/" + page.name(), () -> new Socket(gate, places, live)));
        }
        return routing;
    }

    /// Returns the port it listens on.
    public int port() {
        return server.port();
    }

    /// Returns the link that lets a browser in.
    public String link() {
        return "http://127.0.0.1:%d/?token=%s".formatted(port(), gate.token());
    }

    @Override
    public void close() {
        server.stop();
    }
}
