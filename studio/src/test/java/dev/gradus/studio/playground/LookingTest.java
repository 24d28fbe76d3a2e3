package dev.gradus.studio.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Hook;
import dev.gradus.nn.Hooks;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is shown of a run beside its answers: gradients, the warped grid, the loss surface, a race.
class LookingTest {
    private static Run run(List<Integer> layers, int epochs) {
        var setup =
                new Setup(
                        PointSet.SPIRAL,
                        120,
                        0.1,
                        0.3,
                        7,
                        List.of(Feature.X, Feature.Y),
                        layers,
                        Bend.TANH,
                        Rule.ADAM,
                        0.03,
                        0,
                        Measure.CROSS_ENTROPY,
                        Penalty.L2,
                        0.001);
        var run = new Run(1, Samples.of(setup, Optional.empty()));
        for (var i = 0; i < epochs; i++) {
            run.learn();
        }
        return run;
    }

    @Test
    void gradientsAreHowTheLossChanges() {
        var experiment = run(List.of(3, 2), 3).experiment();
        var slopes = Slopes.of(experiment, experiment.network());
        var weights = experiment.weights();
        assertThat(slopes.stream().map(part -> part.length).toList())
                .isEqualTo(weights.stream().map(part -> part.length).toList());
        for (var part = 0; part < slopes.size(); part++) {
            var twin = experiment.twin();
            var h = 1e-2f;
            var loss = new double[2];
            for (var side = 0; side < 2; side++) {
                var moved = new ArrayList<>(weights);
                moved.set(part, weights.get(part).clone());
                moved.get(part)[0] += side == 0 ? -h : h;
                Experiment.set(twin, moved);
                var lessons = experiment.lessons();
                loss[side] = lessons.price(twin, lessons.everySeen()).item();
            }
            assertThat((double) slopes.get(part)[0])
                    .as("part %d", part)
                    .isCloseTo((loss[1] - loss[0]) / (2 * h), within(2e-3));
        }
    }

    @Test
    void theSpreadOfALineLiesInOneDirection() {
        var eigen = Eigen.of(new double[][] {{4, 2, 0}, {2, 1, 0}, {0, 0, 0}});
        assertThat(eigen.share(0)).isCloseTo(1, within(1e-12));
        assertThat(Math.abs(eigen.vectors()[0][0] / eigen.vectors()[0][1]))
                .isCloseTo(2, within(1e-9));
        var mixed = Eigen.of(new double[][] {{2, 1, 0.5}, {1, 3, 0.2}, {0.5, 0.2, 1}});
        for (var k = 0; k < 3; k++) {
            var v = mixed.vectors()[k];
            assertThat(2 * v[0] + v[1] + 0.5 * v[2])
                    .isCloseTo(mixed.values()[k] * v[0], within(1e-9));
        }
    }

    @Test
    void aLayerOfTwoNeuronsCarriesTheGridExactly() {
        var experiment = run(List.of(5, 2), 5).experiment();
        var warp = new Warp(experiment.setup(), experiment.points());
        var layers = warp.of(experiment.network());
        assertThat(layers).hasSize(2);
        assertThat(layers.get(0).share()).isBetween(0.5, 0.999_999);
        assertThat(layers.get(1).share()).isEqualTo(1);
        var outputs = new ArrayList<Tensor>();
        Hooks.into(experiment.network(), Hook.outputs((_, output) -> outputs.add(output)))
                .apply(Plane.grid(Warp.SIDE, Plane.REACH));
        var exact = outputs.get(1).toFloats();
        for (var i = 0; i < exact.length; i++) {
            assertThat(layers.get(1).places()[i]).isEqualTo(exact[i], within(1e-6f));
        }
        // the same picture again: no axis has turned round
        assertThat(warp.of(experiment.network()).get(0).places()).isEqualTo(layers.get(0).places());
    }

    @Test
    void theSurfaceIsTheLossAroundThePath() throws Exception {
        var run = run(List.of(4), 30);
        var survey = run.survey();
        var told = new ArrayList<Integer>();
        var surface = survey.measure(told::add);
        assertThat(told).startsWith(0, 9).hasSizeGreaterThan(9);
        assertThat(surface.shares()[0] + surface.shares()[1]).isBetween(0.8, 1.0);
        assertThat(dot(surface.across(), surface.along())).isCloseTo(0, within(1e-9));
        assertThat(dot(surface.across(), surface.across())).isCloseTo(1, within(1e-9));
        assertThat(surface.place(run.experiment().weights())).containsExactly(0, 0);
        // the loss where the path ends, between the four networks around it
        var column =
                (Survey.SIDE - 1)
                        * -surface.bounds()[0]
                        / (surface.bounds()[1] - surface.bounds()[0]);
        var row =
                (Survey.SIDE - 1)
                        * -surface.bounds()[2]
                        / (surface.bounds()[3] - surface.bounds()[2]);
        var near = surface.losses()[Survey.SIDE * (int) Math.round(row) + (int) Math.round(column)];
        assertThat((double) near).isCloseTo(survey.lossOfLast(), within(0.05));
    }

    private static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void aLaneOfARaceIsTheRunItself() throws Exception {
        var run = run(List.of(4), 20);
        var ready =
                new Samples.Ready(run.experiment().setup(), run.experiment().lessons().samples());
        var lanes = List.of(new Command.Lane(Rule.ADAM, 0.03), new Command.Lane(Rule.SGD, 0.1));
        var news = new ArrayList<Map<String, Object>>();
        new Race(new Command.Race(1, lanes, 20), ready).run(news::add);
        var lane = (Map<?, ?>) ((List<?>) news.getLast().get("lanes")).getFirst();
        var last = (List<?>) ((List<?>) lane.get("points")).getLast();
        var score = run.experiment().lessons().answers(run.experiment().network()).train();
        assertThat(last.get(0)).isEqualTo(20.0);
        assertThat(last.get(1)).isEqualTo(score.loss());
        assertThat(news.getLast()).containsEntry("epoch", 20);
    }
}
