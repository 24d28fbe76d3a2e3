package dev.gradus.studio;

import dev.gradus.course.Course;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.Workspace;
import dev.gradus.studio.lesson.LessonPage;
import dev.gradus.studio.model.ModelPage;
import dev.gradus.studio.path.PathPage;
import dev.gradus.studio.playground.Playground;
import dev.gradus.studio.results.Results;
import dev.gradus.studio.run.RunPage;
import dev.gradus.studio.server.Page;
import dev.gradus.studio.server.Server;
import dev.gradus.studio.trial.Trial;
import dev.gradus.train.record.RunsDirectory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The studio: pages in the browser that show real runs of the engine while they happen.
///
/// It serves this computer's user alone, through a link with a key that is new at each launch.
public final class Studio implements AutoCloseable {
    /// The port it takes if that is free.
    public static final int USUAL_PORT = 7341;

    private final Server server;

    private Studio(Server server) {
        this.server = server;
    }

    /// Starts the studio on `port`, or on any free one if that is 0 or taken.
    public static Studio start(int port) {
        return start(port, Launcher.NONE);
    }

    /// Starts the studio likewise; what it begins in processes of their own, such as a branch of a run,
    /// it begins through `launcher`.
    public static Studio start(int port, Launcher launcher) {
        return start(port, launcher, classroomHere());
    }

    private static Classroom classroomHere() {
        return new Classroom(Course.bundled(), Workspace.near(Path.of("")));
    }

    /// Starts the studio for a learner's work.
    static Studio start(int port, Classroom classroom) {
        return start(port, Launcher.NONE, classroom);
    }

    /// Starts the studio for a learner's work, with a launcher.
    static Studio start(int port, Launcher launcher, Classroom classroom) {
        return new Studio(
                new Server(
                        pages(launcher, classroom),
                        drawings(classroom.course()),
                        Map.of("work.zip", new WorkFile(classroom.workspace())),
                        port));
    }

    /// The pages there are; the first is the one that the printed link leads to.
    private static List<Page> pages(Launcher launcher, Classroom classroom) {
        return List.of(
                Page.live("path", wire -> new PathPage(wire, classroom)),
                Page.live("lesson", wire -> new LessonPage(wire, classroom)),
                Page.live("playground", Playground::new),
                Page.live("run", wire -> new RunPage(wire, RunsDirectory.ofUser(), launcher)),
                Page.live("model", ModelPage::new),
                Page.live("results", Results::new),
                Page.live("try", Trial::new),
                new Page("resources", Optional.empty()));
    }

    /// The scripts that draw the pictures of lessons, such as `lessons/2.1/picture.js`, and how they look: each
    /// within its own picture alone.
    private static Map<String, String> drawings(Course course) {
        var drawings = new LinkedHashMap<String, String>();
        for (var lesson : course.lessons()) {
            lesson.style()
                    .ifPresent(style ->
                            drawings.put(
                                    "lessons/%s/picture.css".formatted(lesson.number()),
                                    "[data-picture=\"%s\"] {\n%s}\n"
                                            .formatted(lesson.number(), style)));
            lesson.drawing()
                    .ifPresent(script ->
                            drawings.put(
                                    "lessons/%s/picture.js".formatted(lesson.number()), script));
        }
        return drawings;
    }

    /// Returns the names of its pages, which stand in their addresses.
    public static List<String> pages() {
        return pages(Launcher.NONE, classroomHere()).stream().map(Page::name).toList();
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
