package dev.gradus.studio;

import java.util.stream.Stream;

/// What the page of results can show.
final class ResultsStates {
    private static final String DRAWN =
            "document.querySelector('.cm') && document.querySelector('.bars') && document.querySelector('#reliability svg')";

    private ResultsStates() {}

    static Stream<State> all() {
        return Stream.of(
                new State(
                        "results",
                        "no model",
                        walk -> {
                            walk.runs("none");
                            walk.visit("results");
                            walk.awaitSight(".state.empty");
                        }),
                new State(
                        "results",
                        "training",
                        walk -> {
                            walk.runs("none");
                            walk.visit("results");
                            walk.click(".state .btn.main");
                            walk.await(
                                    "document.querySelector('.training .round').textContent.startsWith('Round')");
                        }),
                on("garments", "pictures", _ -> {}),
                on("garments", "in tables", walk -> walk.key("t")),
                on(
                        "garments",
                        "a cell",
                        walk -> {
                            walk.click(".cm button[data-truth='6'][data-said='0']");
                            walk.await(
                                    "document.querySelector('.opened h2').textContent.includes('called')");
                        }),
                on(
                        "garments",
                        "an example to edit",
                        walk -> {
                            walk.click("[data-way=edit]");
                            walk.awaitSight(".pad");
                        }),
                on(
                        "garments",
                        "what it looked at",
                        walk -> {
                            walk.click("[data-way=looked]");
                            walk.awaitSight(".effect");
                        }),
                on(
                        "garments",
                        "what it looked at, in tables",
                        walk -> {
                            walk.click("[data-way=looked]");
                            walk.awaitSight(".effect");
                            walk.key("t");
                            walk.await("document.querySelector('.one .twin')");
                        }),
                on(
                        "garments",
                        "a price that makes no sense",
                        walk -> walk.set("#cost-missed", "-1")),
                on("garments", "ROC", walk -> walk.click("#curve .seg button:last-child")),
                on(
                        "garments",
                        "test part",
                        walk -> {
                            walk.set(".crumb select:last-of-type", "test");
                            walk.await(
                                    "document.querySelector('.ledger').textContent.startsWith('✓None') || document.querySelector('.ledger').textContent.includes('test part')");
                        }),
                on("garments", "at the first checkpoint", ResultsStates::lookBack),
                on(
                        "garments",
                        "at the first checkpoint, in tables",
                        walk -> {
                            lookBack(walk);
                            walk.key("t");
                        }),
                on("spirals", "points at the first checkpoint", ResultsStates::lookBack),
                on("garments", "training another", walk -> walk.button("Train another")),
                on("garments", "help", walk -> walk.key("?")),
                on("spirals", "points", walk -> walk.await("document.querySelector('.rows')")),
                on(
                        "spirals",
                        "a point to edit",
                        walk -> {
                            walk.click("[data-way=edit]");
                            walk.awaitSight(".sliders");
                        }),
                on(
                        "spirals",
                        "what a point rests on",
                        walk -> {
                            walk.click("[data-way=looked]");
                            walk.awaitSight(".one .twin");
                        }),
                new State(
                        "results",
                        "a file that is no model",
                        walk -> {
                            walk.runs("none");
                            walk.spoil();
                            walk.visit("results");
                            walk.awaitSight(".notice .finding");
                            walk.mend();
                        }),
                new State(
                        "results",
                        "no contact",
                        walk -> {
                            walk.runs("trained");
                            walk.visitAndLose("results", DRAWN);
                        }));
    }

    static void lookBack(Walk walk) {
        walk.browser().ask("document.querySelector('.scrub').focus()");
        walk.browser().press("Home");
        walk.await("document.querySelector('.whereabouts').textContent.startsWith('At a check')");
    }

    private static State on(String run, String name, State.Reach reach) {
        return new State(
                "results",
                name,
                walk -> {
                    walk.runs("trained");
                    walk.prefer(run);
                    walk.visit("results");
                    walk.await(DRAWN);
                    reach.by(walk);
                });
    }
}
