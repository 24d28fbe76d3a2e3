package dev.gradus.studio;

import java.util.stream.Stream;

/// What the page of runs can show.
final class RunStates {
    private static final String DRAWN = "document.querySelector('#loss svg')";

    private RunStates() {}

    static Stream<State> all() {
        return Stream.of(
                in("none", "nothing yet", walk -> walk.awaitSight(".empty .btn")),
                in("off", "runs that are not recorded", walk -> walk.awaitSight(".empty")),
                in("trained", "finished", walk -> watch(walk, "garments")),
                in(
                        "trained",
                        "in tables",
                        walk -> {
                            watch(walk, "garments");
                            walk.key("t");
                            walk.await("document.querySelector('#loss .twin')");
                        }),
                in(
                        "trained",
                        "looking back",
                        walk -> {
                            watch(walk, "garments");
                            walk.key(",");
                            walk.await(
                                    "document.querySelector('h1').textContent.startsWith('At step')");
                        }),
                in(
                        "trained",
                        "another run beside it",
                        walk -> {
                            watch(walk, "garments");
                            walk.click(".list td input:not(:checked):not(:disabled)");
                            walk.await(
                                    "document.querySelectorAll('.list td input:checked').length === 1");
                        }),
                in(
                        "trained",
                        "a gradient that fades",
                        walk -> {
                            watch(walk, "fading");
                            walk.awaitSight("#finding .finding");
                        }),
                in(
                        "trained",
                        "a number lost",
                        walk -> {
                            watch(walk, "too fast");
                            walk.awaitSight("#finding .finding");
                            walk.click("#finding summary");
                        }),
                in(
                        "trained",
                        "ended in an error",
                        walk -> {
                            watch(walk, "broken");
                            walk.awaitSight("#finding .finding");
                        }),
                in(
                        "trained",
                        "a branch that the studio cannot begin",
                        walk -> {
                            watch(walk, "garments");
                            walk.key("b");
                            walk.awaitSight("dialog[open] pre");
                        }),
                in(
                        "trained",
                        "help",
                        walk -> {
                            watch(walk, "garments");
                            walk.key("?");
                        }),
                in(
                        "trained",
                        "a run that is gone",
                        walk -> {
                            walk.visit("run#run=20200101-000000-gone-000000");
                            walk.await(
                                    "document.querySelector('h1').textContent.includes('deleted')");
                        }),
                in(
                        "hostile",
                        "records of others",
                        walk -> {
                            walk.await("document.querySelectorAll('.list tbody tr').length > 4");
                        }),
                in(
                        "running",
                        "paused, in a process of its own",
                        walk -> {
                            walk.program();
                            walk.await(
                                    "document.querySelector('h1').textContent.startsWith('It ')");
                            walk.await(DRAWN);
                            walk.key("Space");
                            walk.await(
                                    "document.querySelector('h1').textContent.startsWith('Paused')");
                        }),
                in(
                        "running",
                        "a branch",
                        walk -> {
                            walk.await(DRAWN);
                            walk.key("b");
                            walk.awaitSight("dialog[open] #knob-rate");
                        }),
                in(
                        "running",
                        "a branch that makes no sense",
                        walk -> {
                            walk.await(DRAWN);
                            walk.key("b");
                            walk.set("#knob-rate", "much");
                            walk.button("Start the branch");
                            walk.await(
                                    "document.querySelector('dialog[open] [role=alert]').textContent");
                        }),
                new State(
                        "run",
                        "no contact",
                        walk -> {
                            walk.runs("trained");
                            walk.visitAndLose("run", DRAWN);
                        }));
    }

    private static void watch(Walk walk, String name) {
        walk.button(name);
        walk.await(
                "document.querySelector('.crumb b').textContent === '%s' && %s"
                        .formatted(name, DRAWN));
    }

    private static State in(String runs, String name, State.Reach reach) {
        return new State(
                "run",
                name,
                walk -> {
                    walk.runs(runs);
                    if (runs.equals("off")) {
                        System.setProperty("gradus.runs", "off");
                    }
                    walk.visit("run");
                    reach.by(walk);
                });
    }
}
