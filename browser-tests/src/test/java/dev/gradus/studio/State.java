package dev.gradus.studio;

import java.util.stream.Stream;

/// Something that a person can get a page to show, and how.
///
/// @param page that shows it
/// @param name what it is, for who reads of a failure
/// @param reach leads there, from anywhere
record State(String page, String name, Reach reach) {
    /// What a person does to get there.
    @FunctionalInterface
    interface Reach {
        void by(Walk walk) throws Exception;
    }

    /// Returns every state of every page: dialogs, errors, tables, pictures.
    static Stream<State> all() {
        return Stream.of(
                        PathStates.all(),
                        LessonStates.all(),
                        PlaygroundStates.all(),
                        RunStates.all(),
                        ModelStates.all(),
                        ResultsStates.all(),
                        TryStates.all(),
                        ResourcesStates.all(),
                        onSmallScreens())
                .flatMap(states -> states);
    }

    /// There pages are laid out otherwise.
    private static Stream<State> onSmallScreens() {
        return Studio.pages().stream()
                .map(page ->
                        new State(
                                page,
                                "on a small screen",
                                walk -> {
                                    walk.runs("trained");
                                    walk.visit(page);
                                    walk.browser().page().setViewportSize(360, 800);
                                    walk.browser().page().waitForTimeout(500);
                                }));
    }

    @Override
    public String toString() {
        return page + ": " + name;
    }
}
