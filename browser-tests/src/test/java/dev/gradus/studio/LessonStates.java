package dev.gradus.studio;

import dev.gradus.course.Course;
import java.util.stream.Stream;

/// What a lesson can show.
final class LessonStates {
    private static final String READY =
            "document.querySelector('.cm-content') && document.querySelector('.read').childElementCount";
    private static final String PICTURE =
            " && document.querySelector('.picture').childElementCount > 0";

    private LessonStates() {}

    static Stream<State> all() {
        return Stream.of(phases(), pictures(), help(), answers(), CheckStates.all())
                .flatMap(states -> states);
    }

    private static Stream<State> phases() {
        return Stream.of(
                at("predict", "2.1/predict", _ -> {}),
                at("idea", "2.1/idea", _ -> {}),
                at("visual", "2.1/visual", walk -> walk.await(READY + PICTURE)),
                at(
                        "table of the picture",
                        "2.1/visual",
                        walk -> {
                            walk.await(READY + PICTURE);
                            walk.key("t");
                            walk.await("document.querySelector('.pic .twin table')");
                        }),
                at("exercise", "2.1/exercise", _ -> {}),
                at("what is checked", "2.1/check", _ -> {}),
                at("explanation to come", "2.1/explain", _ -> {}),
                at("test", "2.1/test", _ -> {}),
                new State(
                        "lesson",
                        "no such lesson",
                        walk -> {
                            walk.visit("lesson#99.9");
                            walk.await("document.querySelector('h1').textContent.includes('99.9')");
                        }),
                new State(
                        "lesson",
                        "no contact",
                        walk -> walk.visitAndLose("lesson#2.1/idea", READY)));
    }

    private static Stream<State> pictures() {
        var ofAllLessons =
                Course.bundled().lessons().stream()
                        .filter(lesson -> lesson.drawing().isPresent())
                        .map(lesson ->
                                at(
                                        "picture of " + lesson.number(),
                                        lesson.number() + "/visual",
                                        walk -> walk.await(READY + PICTURE)));
        var onSmallScreens =
                Stream.of("picture", "code")
                        .map(tab ->
                                at(
                                        tab + " on a small screen",
                                        "2.2/visual",
                                        walk -> {
                                            walk.await(READY + PICTURE);
                                            walk.browser().page().setViewportSize(360, 800);
                                            walk.click("#tab-" + tab);
                                        }));
        return Stream.concat(ofAllLessons, onSmallScreens);
    }

    private static Stream<State> help() {
        return Stream.of(
                at("help", "2.1/idea", walk -> walk.key("?")),
                at(
                        "a word explained",
                        "1.3/idea",
                        walk -> {
                            walk.browser().ask("document.querySelector('.read .word').focus()");
                            walk.awaitSight("#word-tip");
                        }),
                at(
                        "hints",
                        "2.1/exercise",
                        walk -> {
                            walk.button("Show hint 1");
                            walk.button("Show hint 2");
                            walk.await("document.querySelectorAll('.hints details').length === 2");
                        }),
                at(
                        "a solution",
                        "1.4/explain",
                        walk -> {
                            walk.button("Show solution");
                            walk.await("document.querySelector('.read pre.listing')");
                        }),
                at(
                        "empty history",
                        "1.5/exercise",
                        walk -> {
                            walk.button("history");
                            walk.awaitSight("dialog.history");
                        }));
    }

    private static Stream<State> answers() {
        return Stream.of(
                at(
                        "a wrong answer to a question",
                        "1.3/predict",
                        walk -> {
                            walk.set(".answer", "3");
                            walk.button("Say it");
                            walk.await("document.querySelector('.said .fail')");
                        }),
                at(
                        "an answer that is no number",
                        "1.3/predict",
                        walk -> {
                            walk.set(".answer", "many");
                            walk.button("Say it");
                            walk.await("document.querySelector('.said').textContent");
                        }));
    }

    static State at(String name, String address, State.Reach reach) {
        return new State(
                "lesson",
                name,
                walk -> {
                    walk.visit("lesson#" + address);
                    walk.await(READY);
                    reach.by(walk);
                });
    }
}
