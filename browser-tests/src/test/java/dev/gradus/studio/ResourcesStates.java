package dev.gradus.studio;

import java.util.stream.Stream;

/// What the list of resources can show.
final class ResourcesStates {
    private ResourcesStates() {}

    static Stream<State> all() {
        return Stream.of(
                at("words searched for", walk -> walk.set("#q", "gradient")),
                at("words alone", walk -> walk.set("#q", "broadcasting")),
                at(
                        "nothing that fits",
                        walk -> {
                            walk.set("#q", "xyzzy");
                            walk.awaitSight(".nothing");
                        }),
                at("chosen ones", walk -> walk.set("#cost", "free")),
                at("help", walk -> walk.key("?")));
    }

    private static State at(String name, State.Reach reach) {
        return new State(
                "resources",
                name,
                walk -> {
                    walk.visit("resources");
                    walk.await("document.querySelectorAll('.entry').length > 20");
                    reach.by(walk);
                });
    }
}
