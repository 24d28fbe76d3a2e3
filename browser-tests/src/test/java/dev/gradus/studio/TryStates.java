package dev.gradus.studio;

import java.nio.file.Files;
import java.util.stream.Stream;

/// What the page to try a model on can show.
final class TryStates {
    private static final String SHEET = "document.querySelector('.paper').checkVisibility()";

    private TryStates() {}

    static Stream<State> all() {
        return Stream.of(
                new State(
                        "try",
                        "no model",
                        walk -> {
                            walk.runs("none");
                            walk.visit("try");
                            walk.await("document.querySelector('.state.empty') || " + SHEET);
                        }),
                on("an empty sheet", _ -> {}),
                on("an example", TryStates::example),
                on(
                        "an example at the first checkpoint",
                        walk -> {
                            example(walk);
                            ResultsStates.lookBack(walk);
                        }),
                on(
                        "in tables",
                        walk -> {
                            example(walk);
                            walk.key("t");
                            walk.await("document.querySelectorAll('.twin table').length === 4");
                        }),
                on(
                        "the camera",
                        walk -> {
                            walk.button("Use the camera");
                            walk.await("document.querySelector('video').videoWidth > 0");
                        }),
                on(
                        "a camera that is refused",
                        walk -> {
                            walk.browser()
                                    .ask(
                                            "void (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError')))");
                            walk.button("Use the camera");
                            walk.await(
                                    "document.querySelector('.notice').textContent.includes('was not allowed')");
                        }),
                on(
                        "a file that is no picture",
                        walk -> {
                            walk.choose(
                                    "#sheet input[type=file]",
                                    Files.writeString(walk.file("page.png"), "<html>"));
                            walk.await(
                                    "document.querySelector('.notice').textContent.includes('is no PNG or JPEG')");
                        }),
                on("training another", walk -> walk.button("Train another")),
                on("help", walk -> walk.key("?")),
                new State(
                        "try",
                        "a model of rows",
                        walk -> {
                            walk.runs("trained");
                            walk.visit("try");
                            walk.await(SHEET);
                        }),
                new State(
                        "try",
                        "no contact",
                        walk -> {
                            walk.runs("trained");
                            walk.prefer("garments");
                            walk.visitAndLose("try", SHEET);
                        }));
    }

    private static void example(Walk walk) {
        walk.button("Put an unseen example here");
        walk.await(
                "document.querySelectorAll('.near canvas').length === 6 && document.querySelector('#why .effect')");
    }

    private static State on(String name, State.Reach reach) {
        return new State(
                "try",
                name,
                walk -> {
                    walk.runs("trained");
                    walk.prefer("garments");
                    walk.visit("try");
                    walk.await(SHEET);
                    reach.by(walk);
                });
    }
}
