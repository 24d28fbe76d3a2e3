package dev.gradus.studio;

import java.nio.file.Files;
import java.util.stream.Stream;

/// What the path can show.
final class PathStates {
    private static final String DRAWN = "document.querySelectorAll('.map a').length > 4";
    private static final String TOLD = "document.querySelector('.work [role=status]').textContent";

    private PathStates() {}

    static Stream<State> all() {
        return Stream.of(
                state("nothing done", _ -> {}),
                state("help", walk -> walk.key("?")),
                state(
                        "another unit",
                        walk -> {
                            walk.browser()
                                    .ask(
                                            "[...document.querySelectorAll('.map .unit')].at(-1).focus()");
                            walk.browser().press("Enter");
                        }),
                state(
                        "no file of work",
                        walk -> {
                            var file = Files.writeString(walk.file("other.zip"), "no zip");
                            walk.choose(".work input", file);
                            walk.await(TOLD + ".includes('is not a file of work')");
                        }),
                new State(
                        "path",
                        "lessons done, seen and begun",
                        walk -> {
                            var lessons = walk.classroom().course().lessons();
                            for (var lesson : lessons.subList(0, 1)) {
                                walk.classroom().start(lesson);
                                walk.classroom().workspace().save(lesson, lesson.solution());
                                walk.classroom().check(lesson);
                            }
                            walk.classroom().start(lessons.get(1));
                            walk.visit("path");
                            walk.await(DRAWN + " && document.querySelector('.les .pass')");
                        }),
                new State("path", "no contact", walk -> walk.visitAndLose("path", DRAWN)));
    }

    private static State state(String name, State.Reach reach) {
        return new State(
                "path",
                name,
                walk -> {
                    walk.visit("path");
                    walk.await(DRAWN);
                    reach.by(walk);
                });
    }
}
