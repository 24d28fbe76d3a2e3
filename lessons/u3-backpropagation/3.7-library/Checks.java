import static dev.gradus.Gradus.*;

import module dev.gradus;
import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    private static final int STEPS = 4;
    private static final int POINTS = 20;

    /// Points on the two arms of a spiral.
    private static float[] points(long seed) {
        var random = new Random(seed);
        var x = new float[2 * POINTS];
        for (var i = 0; i < POINTS; i++) {
            var along = 0.15 + 0.85 * (i / 2) / (POINTS / 2 - 1.0);
            var angle = 2 * Math.PI * along + i % 2 * Math.PI;
            x[2 * i] = (float) (2 * along * Math.cos(angle) + 0.06 * random.nextGaussian());
            x[2 * i + 1] = (float) (2 * along * Math.sin(angle) + 0.06 * random.nextGaussian());
        }
        return x;
    }

    private static Tensor x(long seed) {
        return Tensor.of(points(seed), POINTS, 2);
    }

    private static Tensor labels() {
        return Tensor.of(IntStream.range(0, POINTS).map(i -> i % 2).toArray(), POINTS);
    }

    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(builds(), trains(), ownEngine());
    }

    private static Check builds() {
        return ValueCheck.of(
                        "builds the network of lesson 3.6",
                        in -> answers(network(in, 8, RELU, LINEAR), in),
                        in -> answers(Exercise.network(in.integer("seed")), in))
                .drawn(5, draw -> Inputs.of("seed", draw.integer(1, 99)))
                .mistake(
                        "The last layer is bent as well. Its numbers are logits: dense(2), without RELU.",
                        in -> answers(network(in, 8, RELU, RELU), in))
                .mistake(
                        "The hidden layers are not bent: dense(8, RELU).",
                        in -> answers(network(in, 8, LINEAR, LINEAR), in))
                .mistake(
                        "A network with a single layer can only draw a straight line. Two hidden layers come before it.",
                        in ->
                                answers(
                                        Sequential.of(dense(2))
                                                .build(Shape.of(2), seed(in.integer("seed"))),
                                        in))
                .mistake(
                        "One hidden layer is missing: there are two.",
                        in ->
                                answers(
                                        Sequential.of(dense(8, RELU), dense(2))
                                                .build(Shape.of(2), seed(in.integer("seed"))),
                                        in))
                .mistake(
                        "The seed is always 1 here. Pass on the one that network is given: seed(seed).",
                        in -> answers(network(in.with("seed", 1), 8, RELU, LINEAR), in))
                .mistake(
                        "The hidden layers have 16 neurons; here they are to have 8.",
                        in -> answers(network(in, 16, RELU, LINEAR), in));
    }

    private static Sequential network(Inputs in, int width, Activation hidden, Activation last) {
        return Sequential.of(dense(width, hidden), dense(width, hidden), dense(2, last))
                .build(Shape.of(2), seed(in.integer("seed")));
    }

    private static double[] answers(Sequential network, Inputs in) {
        return network.apply(x(in.integer("seed"))).toDoubles();
    }

    private static Check trains() {
        return ValueCheck.of(
                        "trains as the library's own loop does",
                        in -> curve(in, in.number("rate"), Optional.empty(), 0),
                        in ->
                                Exercise.train(
                                        network(in, 8, RELU, LINEAR),
                                        x(in.integer("seed")),
                                        labels(),
                                        in.number("rate"),
                                        STEPS))
                .drawn(
                        5,
                        draw ->
                                Inputs.of(
                                        "seed", draw.integer(1, 99),
                                        "rate", draw.pick(List.of(0.1, 0.2, 0.3))))
                .tolerance(1e-4, 1e-4)
                .mistake(
                        "The loss stays as it is: the optimizer has taken no step.",
                        in -> {
                            var curve = curve(in, in.number("rate"), Optional.empty(), 0);
                            Arrays.fill(curve, curve[0]);
                            return curve;
                        })
                .mistake(
                        "The curve is right, but one step too late: it is to hold the loss before each step.",
                        in -> curve(in, in.number("rate"), Optional.empty(), 1))
                .mistake(
                        "The rate is always 0.5 here. Pass on the one that train is given: sgd(rate).",
                        in -> curve(in, 0.5, Optional.empty(), 0))
                .mistake(
                        "This is Adam, an optimizer of unit 4. Plain gradient descent is sgd(rate).",
                        in -> curve(in, in.number("rate"), Optional.of(adam(in.number("rate"))), 0))
                .mistake(
                        "The curve is empty: write the loss of each step into it.",
                        _ -> new double[STEPS]);
    }

    /// Returns the losses of the given loop, beginning `from` steps late.
    private static double[] curve(Inputs in, double rate, Optional<OptimizerSpec> other, int from) {
        var network = network(in, 8, RELU, LINEAR);
        var optimizer = other.orElse(sgd(rate)).on(network);
        var curve = new double[STEPS + 1];
        for (var i = 0; i <= STEPS; i++) {
            var loss = crossEntropy(network.apply(x(in.integer("seed"))), labels());
            curve[i] = loss.item();
            optimizer.step(loss);
        }
        return Arrays.copyOfRange(curve, from, from + STEPS);
    }

    /// The same start, once in the learner's program and once in plain loops of double precision.
    private static Check ownEngine() {
        return MetamorphicCheck.roundTrip(
                        "draws the curve of the engine of lesson 3.6",
                        draw ->
                                Inputs.of(
                                        "seed", draw.integer(1, 6),
                                        "rate", draw.pick(List.of(0.1, 0.3))),
                        in ->
                                Exercise.train(
                                        Exercise.network(in.integer("seed")),
                                        x(in.integer("seed")),
                                        labels(),
                                        in.number("rate"),
                                        STEPS),
                        in ->
                                Plain.of(Exercise.network(in.integer("seed")))
                                        .train(points(in.integer("seed")), in.number("rate")))
                .because(
                        "From the same weights, your own engine of lesson 3.6 takes other steps than this program.");
    }

    /// The network of lesson 3.6 in plain loops; layers as matrices and biases.
    private record Plain(double[][][] weights, double[][] biases) {
        static Plain of(Sequential network) {
            var layers =
                    network.layers().stream()
                            .filter(Dense.class::isInstance)
                            .map(Dense.class::cast)
                            .toList();
            return new Plain(
                    layers.stream().map(it -> rows(it.weight())).toArray(double[][][]::new),
                    layers.stream()
                            .map(it -> it.bias().orElseThrow().toDoubles())
                            .toArray(double[][]::new));
        }

        private static double[][] rows(Tensor weight) {
            return IntStream.range(0, weight.size(0))
                    .mapToObj(i -> weight.get(i).toDoubles())
                    .toArray(double[][]::new);
        }

        double[] train(float[] points, double rate) {
            var curve = new double[STEPS];
            for (var step = 0; step < STEPS; step++) {
                var ofWeights = Arrays.stream(weights).map(Plain::zeros).toArray(double[][][]::new);
                var ofBiases = zeros(biases);
                for (var i = 0; i < POINTS; i++) {
                    double[] x = {points[2 * i], points[2 * i + 1]};
                    curve[step] += walk(x, i % 2, ofWeights, ofBiases) / POINTS;
                }
                for (var k = 0; k < weights.length; k++) {
                    for (var p = 0; p < weights[k].length; p++) {
                        move(weights[k][p], ofWeights[k][p], rate);
                    }
                    move(biases[k], ofBiases[k], rate);
                }
            }
            return curve;
        }

        /// Goes forward and back with one point; returns its loss.
        private double walk(double[] x, int label, double[][][] ofWeights, double[][] ofBiases) {
            var answers = new double[weights.length + 1][];
            answers[0] = x;
            for (var k = 0; k < weights.length; k++) {
                answers[k + 1] = answer(k, answers[k]);
            }
            var blame = softmax(answers[weights.length]);
            var loss = -Math.log(blame[label]);
            blame[label] -= 1;
            for (var k = weights.length - 1; k >= 0; k--) {
                var before = new double[answers[k].length];
                for (var j = 0; j < blame.length; j++) {
                    ofBiases[k][j] += blame[j] / POINTS;
                    for (var p = 0; p < before.length; p++) {
                        ofWeights[k][p][j] += answers[k][p] * blame[j] / POINTS;
                        before[p] += answers[k][p] > 0 ? weights[k][p][j] * blame[j] : 0;
                    }
                }
                blame = before;
            }
            return loss;
        }

        private double[] answer(int k, double[] x) {
            var answer = biases[k].clone();
            for (var j = 0; j < answer.length; j++) {
                for (var p = 0; p < x.length; p++) {
                    answer[j] += x[p] * weights[k][p][j];
                }
                answer[j] = k < weights.length - 1 ? Math.max(0, answer[j]) : answer[j];
            }
            return answer;
        }

        private static void move(double[] numbers, double[] gradient, double rate) {
            for (var i = 0; i < numbers.length; i++) {
                numbers[i] -= rate * gradient[i];
            }
        }

        private static double[] softmax(double[] logits) {
            var largest = Arrays.stream(logits).max().orElseThrow();
            var powers = Arrays.stream(logits).map(it -> Math.exp(it - largest)).toArray();
            var sum = Arrays.stream(powers).sum();
            return Arrays.stream(powers).map(it -> it / sum).toArray();
        }

        private static double[][] zeros(double[][] like) {
            return Arrays.stream(like).map(it -> new double[it.length]).toArray(double[][]::new);
        }
    }
}
