package dev.gradus.studio;

import java.util.stream.Stream;

/// What the page that looks into models can show.
final class ModelStates {
    private static final String DRAWN =
            "document.querySelector('.col') && document.querySelector('.zoom').childElementCount";

    private ModelStates() {}

    static Stream<State> all() {
        return Stream.of(
                at(
                        "a number of a convolution",
                        "made/lenet5",
                        walk -> walk.await("document.querySelector('.stair')")),
                at(
                        "a channel",
                        "made/lenet5",
                        walk -> {
                            walk.await("document.querySelector('.stair')");
                            walk.key("Escape");
                            walk.await("document.querySelector('.weights')");
                        }),
                at(
                        "a layer",
                        "made/lenet5",
                        walk -> {
                            walk.await("document.querySelector('.stair')");
                            walk.key("Escape");
                            walk.key("Escape");
                            walk.await("document.querySelector('.channels button')");
                        }),
                at(
                        "the network alone",
                        "made/lenet5",
                        walk -> {
                            walk.await("document.querySelector('.stair')");
                            for (var i = 0; i < 3; i++) {
                                walk.key("Escape");
                            }
                            walk.await("document.querySelector('.zoomed').hidden");
                        }),
                at(
                        "in tables",
                        "made/lenet5",
                        walk -> {
                            walk.await("document.querySelector('.stair')");
                            walk.key("t");
                            walk.await("document.querySelector('.net .twin')");
                        }),
                at("an activation", "made/lenet5", walk -> walk.click(".col[data-place='2']")),
                at(
                        "heads",
                        "made/gpt",
                        walk -> walk.await("document.querySelector('.tokensline')")),
                at(
                        "heads, in tables",
                        "made/gpt",
                        walk -> {
                            walk.await("document.querySelector('.tokensline')");
                            walk.key("t");
                        }),
                at(
                        "a text that cannot be read",
                        "made/gpt",
                        walk -> {
                            walk.set(".given", "你");
                            walk.click(".givenform button");
                            walk.awaitSight(".notice .finding");
                        }),
                at(
                        "what tokens matter",
                        "made/gpt",
                        walk -> {
                            walk.click("[data-how=covering]");
                            walk.await("document.querySelector('.mattered .weighed')");
                        }),
                at("blocks", "made/resnet20", _ -> {}),
                at(
                        "a tower, unfolded",
                        "made/tower",
                        walk -> {
                            walk.click(".fold");
                            walk.await("document.querySelectorAll('.col.narrow').length > 50");
                        }),
                at(
                        "what parts matter",
                        "made/lenet5",
                        walk -> {
                            walk.click("[data-how=gradient]");
                            walk.await("document.querySelector('.over')");
                        }),
                at(
                        "what parts matter, in tables",
                        "made/lenet5",
                        walk -> {
                            walk.click("[data-how=gradient]");
                            walk.await("document.querySelector('.over')");
                            walk.key("t");
                        }),
                at(
                        "a map of points",
                        "made/perceptron",
                        walk -> {
                            walk.click(".points button");
                            walk.await("document.querySelector('.cloud [data-point]')");
                            walk.browser().ask("document.querySelector('.cloud').focus()");
                            walk.browser().press("ArrowRight");
                            walk.await("document.querySelectorAll('.nearest li').length === 8");
                        }),
                at(
                        "a map of points, in three directions",
                        "made/perceptron",
                        walk -> {
                            walk.click(".points button");
                            walk.button("3 directions");
                        }),
                at(
                        "a map of points, in tables",
                        "made/perceptron",
                        walk -> {
                            walk.click(".points button");
                            walk.await("document.querySelector('.cloud [data-point]')");
                            walk.key("t");
                        }),
                at(
                        "typed numbers",
                        "made/perceptron",
                        walk -> {
                            walk.set(".given", "1 0.5");
                            walk.click(".givenform button");
                        }),
                at("choosing a model", "made/lenet5", walk -> walk.key("m")),
                at(
                        "drawing",
                        "made/lenet5",
                        walk -> {
                            walk.click("[data-give=drawn]");
                            walk.awaitSight("dialog[open] .board");
                        }),
                at("help", "made/lenet5", walk -> walk.key("?")),
                new State(
                        "model",
                        "checkpoints of a run",
                        walk -> {
                            walk.runs("trained");
                            walk.visit("model#model=" + walk.checkpoint("garments"));
                            walk.awaitSight(".runbar");
                        }),
                new State(
                        "model",
                        "a file that is no model",
                        walk -> {
                            walk.spoil();
                            walk.visit("model#model=made/perceptron");
                            walk.await(DRAWN);
                            walk.key("m");
                            walk.browser()
                                    .ask(
                                            "[...document.querySelectorAll('.model')].find(it => it.textContent.includes('broken')).click()");
                            walk.await("document.querySelector('.notice pre')");
                            walk.mend();
                        }),
                new State(
                        "model",
                        "no contact",
                        walk -> walk.visitAndLose("model#model=made/perceptron", DRAWN)));
    }

    private static State at(String name, String model, State.Reach reach) {
        return new State(
                "model",
                name,
                walk -> {
                    walk.runs("none");
                    walk.visit("model#model=" + model);
                    walk.await(DRAWN);
                    reach.by(walk);
                });
    }
}
