package dev.gradus.studio;

import java.nio.file.Files;
import java.util.stream.Stream;

/// What comes of a check of a learner's program.
final class CheckStates {
    private static final String RESULT = "document.querySelector('.result h2').textContent";

    private CheckStates() {}

    static Stream<State> all() {
        return Stream.of(
                LessonStates.at(
                        "a check that runs",
                        "2.1/exercise",
                        walk -> {
                            type(walk, "class Exercise { static { while (true) { } } }");
                            walk.click("button.check");
                            walk.awaitSight(".running");
                        }),
                LessonStates.at(
                        "wrong code",
                        "2.1/exercise",
                        walk -> {
                            type(walk, wrong(walk));
                            walk.click("button.check");
                            walk.await(RESULT + ".startsWith('Not yet')");
                        }),
                LessonStates.at(
                        "code that does not compile",
                        "2.1/exercise",
                        walk -> {
                            type(walk, "class Exercise { int x = y; }");
                            walk.click("button.check");
                            walk.await(RESULT + ".startsWith('It does not compile')");
                        }),
                LessonStates.at(
                        "right code",
                        "2.1/exercise",
                        walk -> {
                            type(
                                    walk,
                                    walk.classroom()
                                            .course()
                                            .lesson("2.1")
                                            .orElseThrow()
                                            .solution());
                            walk.click("button.check");
                            walk.await(RESULT + ".startsWith('Passed')");
                        }),
                LessonStates.at(
                        "history",
                        "2.1/exercise",
                        walk -> {
                            walk.button("history");
                            walk.await("document.querySelectorAll('.versions li').length > 1");
                        }),
                LessonStates.at(
                        "two versions",
                        "1.5/exercise",
                        walk -> {
                            type(walk, "// mine");
                            var lesson = walk.classroom().course().lesson("1.5").orElseThrow();
                            Files.writeString(
                                    walk.classroom().workspace().file(lesson), "// theirs");
                            walk.awaitSight(".notice .finding");
                        }));
    }

    private static String wrong(Walk walk) {
        return walk.classroom().course().lesson("2.1").orElseThrow().wrongAnswers().stream()
                .filter(it -> it.name().startsWith("BiasInTheLoop"))
                .findFirst()
                .orElseThrow()
                .source();
    }

    private static void type(Walk walk, String text) {
        walk.browser().ask("document.querySelector('.cm-content').focus()");
        walk.browser().press("Control+a");
        walk.browser().page().keyboard().insertText(text);
    }
}
