package dev.gradus.studio;

import dev.gradus.course.Course;
import dev.gradus.course.work.Workspace;
import dev.gradus.studio.playground.Playground;
import dev.gradus.studio.server.Page;
import dev.gradus.studio.server.Server;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The studio: pages in the browser that show real runs of the engine while they happen.
///
/// It serves this computer's user alone, through a link with a key that is new at each launch.
public final class Studio implements AutoCloseable {
    /// The port it takes if that is free.
    public static final int USUAL_PORT = 7341;

    private static final List<Page> PAGES = List.of(Page.live("playground", Playground::new));

    private final Server server;

    private Studio(Server server) {
        this.server = server;
    }

    /// Starts the studio on `port`, or on any free one if that is 0 or taken.
    public static Studio start(int port) {
        return new Studio(
                new Server(
                        PAGES,
                        drawings(Course.bundled()),
                        Map.of("work.zip", new WorkFile(Workspace.near(Path.of("")))),
                        port));
    }

    /// The scripts that draw the pictures of lessons, such as `lessons/2.1/picture.js`.
    private static Map<String, String> drawings(Course course) {
        var drawings = new LinkedHashMap<String, String>();
        for (var lesson : course.lessons()) {
            lesson.drawing()
                    .ifPresent(script ->
                            drawings.put(
                                    "lessons/%s/picture.js".formatted(lesson.number()), script));
        }
        return drawings;
    }

    /// Returns the names of its pages, which stand in their addresses.
    public static List<String> pages() {
        return PAGES.stream().map(Page::name).toList();
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
