import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    private static final int[] SIZES = {2, 8, 8, 2};

    /// Points on the two arms of a spiral, of which one in twenty carries the wrong arm's number.
    private record Spiral(double[][] x, int[] labels) {
        static Spiral of(long seed, int count) {
            var random = new Random(seed);
            var x = new double[count][];
            var labels = new int[count];
            for (var i = 0; i < count; i++) {
                var along = 0.15 + 0.85 * (i / 2) / (count / 2 - 1.0);
                var angle = 2 * Math.PI * along + i % 2 * Math.PI;
                x[i] =
                        new double[] {
                            2 * along * Math.cos(angle) + 0.06 * random.nextGaussian(),
                            2 * along * Math.sin(angle) + 0.06 * random.nextGaussian()
                        };
                labels[i] = i % 20 == i / 20 % 20 ? 1 - i % 2 : i % 2;
            }
            return new Spiral(x, labels);
        }

        double accuracy(double[][] logits) {
            return IntStream.range(0, x.length)
                            .filter(i -> (logits[i][1] > logits[i][0] ? 1 : 0) == labels[i])
                            .count()
                    / (double) x.length;
        }
    }

    /// A network in plain loops, with ways to be wrong.
    ///
    /// @param downhill 1, or -1 for steps uphill
    private record Plain(double[][][] weights, double[][] biases, double downhill, boolean clears) {
        static Plain of(Exercise.Mlp mlp, double downhill, boolean clears) {
            var layers = mlp.layers;
            return new Plain(
                    layers.stream().map(it -> copy(it.weight.number)).toArray(double[][][]::new),
                    layers.stream().map(it -> it.bias.number[0].clone()).toArray(double[][]::new),
                    downhill,
                    clears);
        }

        /// Returns the answers of all layers to one example, the example itself first.
        double[][] answers(double[] x, boolean bends, boolean bendsLast) {
            var answers = new double[weights.length + 1][];
            answers[0] = x;
            for (var k = 0; k < weights.length; k++) {
                var answer = biases[k].clone();
                for (var j = 0; j < answer.length; j++) {
                    for (var p = 0; p < answers[k].length; p++) {
                        answer[j] += answers[k][p] * weights[k][p][j];
                    }
                    if (k < weights.length - 1 ? bends : bendsLast) {
                        answer[j] = Math.max(0, answer[j]);
                    }
                }
                answers[k + 1] = answer;
            }
            return answers;
        }

        double[] logits(double[] x) {
            return answers(x, true, false)[weights.length];
        }

        double loss(Spiral data) {
            return IntStream.range(0, data.x.length)
                    .mapToDouble(i -> surprise(logits(data.x[i]), data.labels[i]))
                    .average()
                    .orElseThrow();
        }

        /// Returns the losses before each of so many steps, and after the last one.
        double[] train(Spiral data, double rate, int steps) {
            var losses = new double[steps + 1];
            var ofWeights = Arrays.stream(weights).map(Plain::zeros).toArray(double[][][]::new);
            var ofBiases = zeros(biases);
            for (var step = 0; step < steps; step++) {
                losses[step] = loss(data);
                for (var i = 0; i < data.x.length; i++) {
                    walkBack(data.x[i], data.labels[i], data.x.length, ofWeights, ofBiases);
                }
                for (var k = 0; k < weights.length; k++) {
                    for (var p = 0; p < weights[k].length; p++) {
                        move(weights[k][p], ofWeights[k][p], rate);
                    }
                    move(biases[k], ofBiases[k], rate);
                }
            }
            losses[steps] = loss(data);
            return losses;
        }

        private void walkBack(
                double[] x, int label, int count, double[][][] ofWeights, double[][] ofBiases) {
            var answers = answers(x, true, false);
            var blame = softmax(answers[weights.length]);
            blame[label] -= 1;
            for (var k = weights.length - 1; k >= 0; k--) {
                var before = new double[answers[k].length];
                for (var j = 0; j < blame.length; j++) {
                    ofBiases[k][j] += blame[j] / count;
                    for (var p = 0; p < before.length; p++) {
                        ofWeights[k][p][j] += answers[k][p] * blame[j] / count;
                        before[p] += answers[k][p] > 0 ? weights[k][p][j] * blame[j] : 0;
                    }
                }
                blame = before;
            }
        }

        private void move(double[] numbers, double[] gradient, double rate) {
            for (var i = 0; i < numbers.length; i++) {
                numbers[i] -= downhill * rate * gradient[i];
                gradient[i] = clears ? 0 : gradient[i];
            }
        }

        private static double[] softmax(double[] logits) {
            var largest = Arrays.stream(logits).max().orElseThrow();
            var powers = Arrays.stream(logits).map(it -> Math.exp(it - largest)).toArray();
            var sum = Arrays.stream(powers).sum();
            return Arrays.stream(powers).map(it -> it / sum).toArray();
        }

        private static double surprise(double[] logits, int label) {
            return -Math.log(softmax(logits)[label]);
        }

        private static double[][] zeros(double[][] like) {
            return Arrays.stream(like).map(it -> new double[it.length]).toArray(double[][]::new);
        }

        private static double[][] copy(double[][] x) {
            return Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
        }
    }

    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(answers(), parameters(), steps(), learns());
    }

    private static Check answers() {
        return ValueCheck.of(
                        "goes forward through all layers",
                        in -> answers(in, true, false),
                        in -> mlp(in).forward(new Exercise.Table(in.matrix("x"))).number)
                .example(
                        Inputs.of(
                                "sizes",
                                new int[] {2, 3, 2},
                                "seed",
                                1,
                                "x",
                                new double[][] {{1, 2}}))
                .drawn(
                        30,
                        draw -> {
                            var sizes = draw.integers(draw.integer(2, 4), 2, 5);
                            return Inputs.of(
                                    "sizes", sizes,
                                    "seed", draw.integer(1, 99),
                                    "x", draw.matrix(draw.size(), sizes[0]));
                        })
                .mistake(
                        "The last layer is bent as well. Its numbers are logits, and half of what they say is below 0.",
                        in -> answers(in, true, true))
                .mistake(
                        "There is no bend between the layers, so that all of them together are no more than one.",
                        in -> answers(in, false, false))
                .mistake(
                        "This is the input as it was: no layer has looked at it.",
                        in -> in.matrix("x"));
    }

    private static double[][] answers(Inputs in, boolean bends, boolean bendsLast) {
        var plain = Plain.of(mlp(in), 1, true);
        return Arrays.stream(in.matrix("x"))
                .map(x -> plain.answers(x, bends, bendsLast)[plain.weights.length])
                .toArray(double[][]::new);
    }

    private static Exercise.Mlp mlp(Inputs in) {
        return new Exercise.Mlp(in.integers("sizes"), in.integer("seed"));
    }

    private static Check parameters() {
        return ValueCheck.of(
                        "lists its parameters",
                        in -> counts(in, true),
                        in ->
                                mlp(in).parameters().stream()
                                        .mapToInt(it -> it.rows() * it.columns())
                                        .toArray())
                .example(Inputs.of("sizes", new int[] {2, 3, 2}, "seed", 1))
                .example(Inputs.of("sizes", new int[] {3, 1}, "seed", 1))
                .mistake(
                        "The biases are missing. Without them in the list nobody moves them, and they stay 0 for ever.",
                        in -> counts(in, false))
                .mistake("The list is empty. Nothing would be learned.", _ -> new int[0]);
    }

    /// Returns how many numbers each parameter has.
    private static int[] counts(Inputs in, boolean withBiases) {
        var sizes = in.integers("sizes");
        return IntStream.range(1, sizes.length)
                .flatMap(k ->
                        withBiases
                                ? IntStream.of(sizes[k - 1] * sizes[k], sizes[k])
                                : IntStream.of(sizes[k - 1] * sizes[k]))
                .toArray();
    }

    private static Check steps() {
        return ValueCheck.of(
                        "takes five steps downhill",
                        in -> curve(in, 1, true, 0),
                        in -> {
                            var data = Spiral.of(in.integer("seed"), 20);
                            return Exercise.train(
                                    new Exercise.Mlp(SIZES, in.integer("seed")),
                                    data.x,
                                    data.labels,
                                    in.number("rate"),
                                    5);
                        })
                .drawn(
                        6,
                        draw ->
                                Inputs.of(
                                        "seed", draw.integer(1, 99),
                                        "rate", draw.pick(List.of(0.1, 0.2, 0.3))))
                .mistake(
                        "The loss stays as it is. After backward each parameter must take a step: number -= rate * gradient.",
                        in -> {
                            var curve = curve(in, 1, true, 0);
                            Arrays.fill(curve, curve[0]);
                            return curve;
                        })
                .mistake(
                        "These steps go uphill. A gradient says where the loss grows; go against it: -=.",
                        in -> curve(in, -1, true, 0))
                .mistake(
                        "The gradients are never cleared, so that each step follows the sum of all before it. Set them back to 0 after the step.",
                        in -> curve(in, 1, false, 0))
                .mistake(
                        "The curve is right, but one step too late: it is to hold the loss before each step.",
                        in -> curve(in, 1, true, 1))
                .mistake(
                        "The curve is empty: write the loss of each step into it.",
                        _ -> new double[5]);
    }

    private static double[] curve(Inputs in, double downhill, boolean clears, int from) {
        var plain = Plain.of(new Exercise.Mlp(SIZES, in.integer("seed")), downhill, clears);
        var losses = plain.train(Spiral.of(in.integer("seed"), 20), in.number("rate"), 5);
        return Arrays.copyOfRange(losses, from, from + 5);
    }

    private static Check learns() {
        var seen = Spiral.of(7, 200);
        var unseen = Spiral.of(99, 400);
        return TrainingCheck.ofScore(
                        "learns the spiral",
                        seed -> {
                            var mlp = new Exercise.Mlp(SIZES, seed);
                            Exercise.train(mlp, seen.x, seen.labels, 0.5, 600);
                            return unseen.accuracy(
                                    mlp.forward(new Exercise.Table(unseen.x)).number);
                        },
                        "the best straight line",
                        0.70,
                        0.15)
                // 20 of 400 carry the wrong name; a few of them may be guessed by luck
                .ceiling(0.96)
                .sign(
                        "No better than guessing: the steps lead nowhere, or nothing has been learned at all.",
                        median -> median < 0.6)
                .sign(
                        "About as good as a straight line: the bend between the layers may be missing, or the steps do not reach all parameters.",
                        median -> median < 0.78);
    }
}
