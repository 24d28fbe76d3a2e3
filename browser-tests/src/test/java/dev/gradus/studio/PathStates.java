package dev.gradus.studio;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.zip.Deflater;

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
                new State(
                        "path",
                        "pictures of one's own, and the last run",
                        walk -> {
                            walk.runs("trained");
                            var lesson = walk.classroom().course().lessons().getFirst();
                            walk.classroom().workspace().note(lesson, "made", grey());
                            walk.visit("path");
                            walk.await(
                                    "document.querySelector('a.made image') && document.querySelector('.runbar a').href.includes('#run=')");
                        }),
                new State("path", "no contact", walk -> walk.visitAndLose("path", DRAWN)));
    }

    /// A picture of one grey, as a lesson's page has it kept.
    private static String grey() {
        var pixels = new byte[3 * 72 * 72];
        Arrays.fill(pixels, (byte) 0x80);
        var deflater = new Deflater();
        deflater.setInput(pixels);
        deflater.finish();
        var packed = new byte[1000];
        var size = deflater.deflate(packed);
        deflater.end();
        return Base64.getEncoder().encodeToString(Arrays.copyOf(packed, size));
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
