package dev.gradus.studio;

import dev.gradus.studio.playground.Playground;
import dev.gradus.studio.results.Results;
import dev.gradus.studio.server.Page;
import dev.gradus.studio.server.Server;
import dev.gradus.studio.trial.Trial;
import java.util.List;

/// The studio: pages in the browser that show real runs of the engine while they happen.
///
/// It serves this computer's user alone, through a link with a key that is new at each launch.
public final class Studio implements AutoCloseable {
    /// The port it takes if that is free.
    public static final int USUAL_PORT = 7341;

    private static final List<Page> PAGES =
            List.of(
                    Page.live("playground", Playground::new),
                    Page.live("results", Results::new),
                    Page.live("try", Trial::new));

    private final Server server;

    private Studio(Server server) {
        this.server = server;
    }

    /// Starts the studio on `port`, or on any free one if that is 0 or taken.
    public static Studio start(int port) {
        return new Studio(new Server(PAGES, port));
    }

    /// Returns the port it listens on.
    public int port() {
        return server.port();
    }

    /// Returns the link that opens it in a browser.
    public String link() {
        return server.link();
    }

    /// Ends it: open pages are told, and runs in them stop.
    @Override
    public void close() {
        server.close();
    }
}
