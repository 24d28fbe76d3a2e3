import module dev.gradus;
import module dev.gradus.course;
import module java.base;

// asks: curves {"seed": 1, "rate": 0.5, "steps": 20}
/// The same network from the same weights: trained by the exercise, and by the engine of lesson 3.6.
final class Picture implements LessonPicture {
    private static final int POINTS = 200;

    @Override
    public Object answer(String question, Inputs in) {
        return switch (question) {
            case "curves" -> curves(in.integer("seed"), in.number("rate"), in.integer("steps"));
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    private static Map<String, Object> curves(long seed, double rate, int steps) {
        var points = points();
        var labels = IntStream.range(0, POINTS).map(i -> i % 2).toArray();
        var network = Exercise.network(seed);
        var own = Plain.of(network).train(points, labels, rate, steps);
        var library =
                Exercise.train(
                        network,
                        Tensor.of(points, POINTS, 2),
                        Tensor.of(labels, POINTS),
                        rate,
                        steps);
        var apart =
                IntStream.range(0, steps).mapToDouble(i -> Math.abs(own[i] - library[i])).toArray();
        return Map.of("own", own, "library", library, "apart", apart);
    }

    /// Points on the two arms of a spiral.
    private static float[] points() {
        var random = new Random(7);
        var x = new float[2 * POINTS];
        for (var i = 0; i < POINTS; i++) {
            var along = 0.15 + 0.85 * (i / 2) / (POINTS / 2 - 1.0);
            var angle = 2 * Math.PI * along + i % 2 * Math.PI;
            x[2 * i] = (float) (2 * along * Math.cos(angle) + 0.06 * random.nextGaussian());
            x[2 * i + 1] = (float) (2 * along * Math.sin(angle) + 0.06 * random.nextGaussian());
        }
        return x;
    }

    /// The network of lesson 3.6 in double precision; layers as matrices and biases.
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

        double[] train(float[] points, int[] labels, double rate, int steps) {
            var curve = new double[steps];
            for (var step = 0; step < steps; step++) {
                var ofWeights = Arrays.stream(weights).map(Plain::zeros).toArray(double[][][]::new);
                var ofBiases = zeros(biases);
                for (var i = 0; i < POINTS; i++) {
                    double[] x = {points[2 * i], points[2 * i + 1]};
                    curve[step] += walk(x, labels[i], ofWeights, ofBiases) / POINTS;
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
