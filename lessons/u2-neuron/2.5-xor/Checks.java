import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    private static final int WEIGHTS = 9;

    /// Points around the four corners of a square.
    private record Clouds(double[][] xs, double[] ys) {
        static Clouds of(long seed, int count) {
            var random = new Random(seed);
            var xs = new double[count][];
            var ys = new double[count];
            for (var i = 0; i < count; i++) {
                var corner = corner(i);
                ys[i] = xor(corner);
                xs[i] = map(corner, it -> it + 0.3 * random.nextGaussian());
            }
            return new Clouds(xs, ys);
        }

        double accuracy(ToDoubleFunction<double[]> answer) {
            return IntStream.range(0, xs.length)
                            .filter(i -> answer.applyAsDouble(xs[i]) * ys[i] > 0)
                            .count()
                    / (double) xs.length;
        }
    }

    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(computes(), counts(), cuts(), starts(), learns());
    }

    private static Check computes() {
        return ValueCheck.of(
                        "computes a network of three neurons",
                        in -> network(w(in), x(in)),
                        in -> Exercise.network(w(in), x(in)))
                .drawn(draw ->
                        Inputs.of(
                                "w", map(draw.vector(WEIGHTS), it -> it / 4),
                                "x", map(draw.vector(2), it -> it / 4)))
                .mistake(
                        "The hidden neurons are not bent, so that both layers collapse into one line. Use neuron for all three.",
                        in -> last(w(in), hidden(w(in), x(in), it -> it)))
                .mistake(
                        "The last neuron looks at x. It is to look at the answers of the two hidden ones.",
                        in -> last(w(in), x(in)))
                .mistake(
                        "This is the answer of the first hidden neuron. The last one follows.",
                        in -> hidden(w(in), x(in), Math::tanh)[0])
                .mistake(
                        "The two hidden answers have changed places: w[6] belongs to the first one.",
                        in -> {
                            var hidden = hidden(w(in), x(in), Math::tanh);
                            return last(w(in), new double[] {hidden[1], hidden[0]});
                        })
                .mistake(
                        "The last neuron is not bent. Use neuron for all three.",
                        in -> {
                            var hidden = hidden(w(in), x(in), Math::tanh);
                            return w(in)[6] * hidden[0] + w(in)[7] * hidden[1] + w(in)[8];
                        });
    }

    private static Check counts() {
        return ValueCheck.of(
                        "gives nine weights by hand", _ -> WEIGHTS, _ -> Exercise.byHand().length)
                .example(Inputs.of("neurons", 3));
    }

    private static Check cuts() {
        return ValueCheck.of(
                        "cuts XOR by hand",
                        in -> corners(in, Checks::xor),
                        in -> {
                            var w = Arrays.copyOf(Exercise.byHand(), WEIGHTS);
                            return corners(in, x -> Math.signum(network(w, x)));
                        })
                .example(
                        Inputs.of(
                                "corners",
                                IntStream.range(0, 4)
                                        .mapToObj(Checks::corner)
                                        .toArray(double[][]::new)))
                .mistake(
                        "Its answer is 0 on all corners: neither on nor off. A neuron whose weights are all 0 does not look at its inputs.",
                        in -> corners(in, _ -> 0))
                .mistake(
                        "On and off have changed places. Turn the signs of the last three numbers.",
                        in -> corners(in, x -> -xor(x)))
                .mistake(
                        "This is OR: with both switches up it is on as well. The second hidden neuron is to say no there.",
                        in -> corners(in, x -> x[0] + x[1] >= 0 ? 1 : -1))
                .mistake(
                        "This is AND: on only where both are up. It is to be on where they differ.",
                        in -> corners(in, x -> x[0] + x[1] > 0 ? 1 : -1))
                .mistake(
                        "This is *not both*, which is half of the way: with both switches down it must be off.",
                        in -> corners(in, x -> x[0] + x[1] > 0 ? -1 : 1))
                .mistake(
                        "This says no on every corner. The last neuron is to say yes where both hidden ones do: with h1 + h2 - 1 it does.",
                        in -> corners(in, _ -> -1))
                .mistake(
                        "This says yes on every corner. The last neuron is to say yes only where both hidden ones do: its bias must be below 0.",
                        in -> corners(in, _ -> 1));
    }

    private static double[] corners(Inputs in, ToDoubleFunction<double[]> answer) {
        return Arrays.stream(in.matrix("corners")).mapToDouble(answer).toArray();
    }

    private static Check starts() {
        var clouds = Clouds.of(0, 8);
        return ValueCheck.of(
                        "begins where it is told to",
                        _ -> true,
                        _ ->
                                !Arrays.equals(
                                        Exercise.train(clouds.xs, clouds.ys, start(1)),
                                        Exercise.train(clouds.xs, clouds.ys, start(2))))
                .example(Inputs.of("starts", 2))
                .mistake(
                        "Two different starts lead to the very same weights, so train does not begin at start. And nine zeros are a trap: both hidden neurons would stay alike for ever.",
                        _ -> false);
    }

    private static Check learns() {
        var unseen = Clouds.of(99, 4000);
        return TrainingCheck.ofScore(
                        "learns XOR from points",
                        seed -> {
                            var seen = Clouds.of(seed, 40);
                            var w = Exercise.train(seen.xs, seen.ys, start(seed));
                            return unseen.accuracy(x -> network(w, x));
                        },
                        "the best single line",
                        0.746,
                        0.15)
                .ceiling(unseen.accuracy(x -> -x[0] * x[1]))
                .sign(
                        "A single line does as well. Steps too small or too few to leave the start look like this, and so do steps too long.",
                        median -> median < 0.78);
    }

    private static double[] start(long seed) {
        return new Random(seed + 1000).doubles(WEIGHTS, -1, 1).toArray();
    }

    private static double[] corner(int number) {
        return new double[] {number % 2 == 0 ? 1 : -1, number / 2 % 2 == 0 ? 1 : -1};
    }

    private static int xor(double[] x) {
        return x[0] * x[1] < 0 ? 1 : -1;
    }

    private static double network(double[] w, double[] x) {
        return last(w, hidden(w, x, Math::tanh));
    }

    private static double[] hidden(double[] w, double[] x, DoubleUnaryOperator bend) {
        return new double[] {
            bend.applyAsDouble(w[0] * x[0] + w[1] * x[1] + w[2]),
            bend.applyAsDouble(w[3] * x[0] + w[4] * x[1] + w[5])
        };
    }

    private static double last(double[] w, double[] h) {
        return Math.tanh(w[6] * h[0] + w[7] * h[1] + w[8]);
    }

    private static double[] w(Inputs in) {
        return in.vector("w");
    }

    private static double[] x(Inputs in) {
        return in.vector("x");
    }

    private static double[] map(double[] numbers, DoubleUnaryOperator operator) {
        return Arrays.stream(numbers).map(operator).toArray();
    }
}
