package dev.gradus.studio;

import java.nio.file.Files;
import java.util.stream.Stream;

/// What the playground can show.
final class PlaygroundStates {
    private static final String DRAWN =
            "document.querySelector('.whereabouts b').textContent.startsWith('epoch')";

    private PlaygroundStates() {}

    static Stream<State> all() {
        return Stream.of(pictures(), dialogs(), findings()).flatMap(states -> states);
    }

    private static Stream<State> pictures() {
        return Stream.of(
                at("boundary, in tables", "points=20&paused", walk -> walk.key("t")),
                at("grid", "view=grid", walk -> walk.await("document.querySelector('.gridplane')")),
                at("grid, in tables", "view=grid&points=20&paused", walk -> walk.key("t")),
                at(
                        "no grid",
                        "view=grid&layers=",
                        walk ->
                                walk.await(
                                        "document.querySelector('#planefig > .q').checkVisibility()")),
                at("loss surface to come", "view=surface&paused", _ -> {}),
                at(
                        "loss surface",
                        "view=surface",
                        walk -> walk.await("document.querySelector('.surface').width > 1")),
                at(
                        "loss surface, in tables",
                        "view=surface",
                        walk -> {
                            walk.await("document.querySelector('.surface').width > 1");
                            walk.key("Space");
                            walk.key("t");
                        }),
                at("race to come", "view=race", _ -> {}),
                at(
                        "race",
                        "view=race&layers=2",
                        walk -> {
                            walk.button("Start the race");
                            walk.await(
                                    "/leads at/.test(document.querySelector('#view-race').textContent)");
                        }),
                at(
                        "race, in tables",
                        "view=race&layers=2",
                        walk -> {
                            walk.button("Start the race");
                            walk.await(
                                    "/leads at/.test(document.querySelector('#view-race').textContent)");
                            walk.key("t");
                        }),
                at("numbers", "data=hills", _ -> {}),
                at("numbers, in tables", "data=plane&points=20&paused", walk -> walk.key("t")),
                at(
                        "gradients",
                        "show=gradients",
                        walk -> walk.await("document.querySelector('#net .slope')")),
                at("gradients, in tables", "show=gradients&paused", walk -> walk.key("t")),
                at("many layers", "layers=16,16,16,16,16,16,16,16,16,16,16,16", _ -> {}),
                at(
                        "looking back, beside a run that was left",
                        "",
                        walk -> {
                            walk.await(
                                    "Number(document.querySelector('.whereabouts b').textContent.replace(/\\D/g, '')) > 20");
                            walk.key(",");
                            walk.await(
                                    "document.querySelector('.whereabouts').textContent.startsWith('looking back')");
                            walk.key("b");
                            walk.await("document.querySelector('.post')");
                            walk.key("Space");
                            walk.key(",");
                        }));
    }

    private static Stream<State> dialogs() {
        return Stream.of(
                at("help", "paused", walk -> walk.key("?")),
                at("all signs", "paused", walk -> walk.click(".signs summary")),
                at(
                        "a weight to type",
                        "paused",
                        walk -> {
                            walk.browser()
                                    .ask("document.querySelector('.tile[data-layer]').focus()");
                            walk.browser().press("Enter");
                            walk.awaitSight(".tin input");
                        }),
                at("hiding controls", "paused", walk -> walk.button("hide controls for a class")),
                at(
                        "everything hidden",
                        "paused&hide=sentence,data,features,layers,weights,seed,run,export,views,file",
                        _ -> {}),
                at(
                        "program",
                        "paused",
                        walk -> {
                            walk.click(".export");
                            walk.awaitSight("dialog pre");
                        }),
                at("own data", "paused", walk -> walk.click(".own")),
                at(
                        "own data refused",
                        "paused",
                        walk -> {
                            walk.click(".own");
                            walk.button("Read it");
                            walk.awaitSight(".why-not");
                        }),
                at("own data without numbers", "paused", walk -> own(walk, "a,b\\nx,y\\nz,w\\n")),
                at(
                        "own data to choose from",
                        "paused",
                        walk -> {
                            own(walk, "a,b,kind\\n1,2,yes\\n2,,no\\n3,1,yes\\n4,4,no\\n5,1,no\\n");
                            walk.awaitSight("#own-plus");
                        }));
    }

    private static void own(Walk walk, String rows) {
        walk.click(".own");
        walk.set("#own-text", rows);
        walk.await("document.querySelector('.said').textContent.includes('rows')");
    }

    private static Stream<State> findings() {
        return Stream.of(
                at(
                        "own data lacking",
                        "data=own&own=0,1,2&plus=yes",
                        walk -> walk.awaitSight(".notice .finding")),
                at(
                        "no state in a file",
                        "paused",
                        walk -> {
                            walk.choose(
                                    ".files input",
                                    Files.writeString(walk.file("state.json"), "{}"));
                            walk.awaitSight(".notice .finding");
                        }),
                at(
                        "a number lost",
                        "data=hills&rate=1000&optimizer=sgd&activation=linear&penalty=none",
                        walk -> {
                            walk.awaitSight(".notice .finding");
                            walk.click(".notice summary");
                        }),
                new State(
                        "playground",
                        "no contact",
                        walk -> walk.visitAndLose("playground", DRAWN)));
    }

    private static State at(String name, String settings, State.Reach reach) {
        return new State(
                "playground",
                name,
                walk -> {
                    walk.visit("playground#" + settings);
                    walk.await(DRAWN);
                    reach.by(walk);
                });
    }
}
