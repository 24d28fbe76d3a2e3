/// Gradus Studio: pages in the browser that show real runs of the engine while they happen.
module dev.gradus.studio {
    requires dev.gradus;
    requires dev.gradus.course;
    requires io.helidon.webserver;
    requires io.helidon.webserver.websocket;
    requires io.helidon.http;
    requires java.logging;
    requires static org.jspecify;

    exports dev.gradus.studio to
            dev.gradus.cli;
}
