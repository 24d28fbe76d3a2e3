import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    private static final double NOISE = 0.5;

    /// Examples of a noisy line.
    private record Examples(double[] xs, double[] ys) {
        /// The rule depends on the seed and on nothing else, so that seen and unseen examples share it.
        static Examples of(long seed, boolean seen) {
            var rule = new SplittableRandom(seed);
            var w = rule.nextDouble(1, 3);
            var b = rule.nextDouble(-2, 2);
            var random = new SplittableRandom(seed * 2 + (seen ? 0 : 1));
            var xs = random.doubles(seen ? 30 : 200, -2, 2).toArray();
            return new Examples(xs, map(xs, x -> w * x + b + NOISE * random.nextGaussian()));
        }

        double loss(double[] weights) {
            return IntStream.range(0, xs.length)
                    .mapToDouble(i -> Math.pow(weights[0] * xs[i] + weights[1] - ys[i], 2))
                    .average()
                    .orElseThrow();
        }

        double[] mean() {
            return new double[] {0, Checks.mean(ys)};
        }

        /// The line of least squares: on its own examples no other is better.
        double[] best() {
            var x = Checks.mean(xs);
            var y = Checks.mean(ys);
            var w =
                    IntStream.range(0, xs.length).mapToDouble(i -> (xs[i] - x) * (ys[i] - y)).sum()
                            / Arrays.stream(xs).map(it -> (it - x) * (it - x)).sum();
            return new double[] {w, y - w * x};
        }
    }

    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(steps(), descends(), fits());
    }

    private static Check steps() {
        return ValueCheck.of(
                        "takes a step downhill",
                        in -> step(in.vector("weights"), in.vector("gradient"), in.number("rate")),
                        in ->
                                Exercise.step(
                                        in.vector("weights"),
                                        in.vector("gradient"),
                                        in.number("rate")))
                .example(
                        Inputs.of(
                                "weights", new double[] {3},
                                "gradient", new double[] {6},
                                "rate", 0.1))
                .drawn(draw -> {
                    var count = draw.size();
                    return Inputs.of(
                            "weights", draw.vector(count),
                            "gradient", draw.vector(count),
                            "rate", draw.pick(List.of(0.1, 0.5, 0.01)));
                })
                .mistake(
                        "This goes uphill, where the loss is larger: the gradient points up, so it is taken away.",
                        in -> step(in.vector("weights"), in.vector("gradient"), -in.number("rate")))
                .mistake(
                        "The learning rate is not used: only a part of the slope is taken, rate times.",
                        in -> step(in.vector("weights"), in.vector("gradient"), 1))
                .mistake(
                        "This is the step alone. Where you stand before it counts too: weight minus rate times slope.",
                        in ->
                                step(
                                        new double[in.vector("weights").length],
                                        in.vector("gradient"),
                                        in.number("rate")))
                .mistake(
                        "Every weight moves by the same length, whatever its slope. The step is rate times the slope.",
                        in -> map(in.vector("weights"), it -> it - in.number("rate")))
                .mistake(
                        "This moves by the sign of the slope only. Where it is steep the step is to be long: rate times the slope.",
                        in ->
                                step(
                                        in.vector("weights"),
                                        map(in.vector("gradient"), Math::signum),
                                        in.number("rate")));
    }

    private static Check descends() {
        return ValueCheck.of(
                        "repeats it",
                        in -> walk(in, in.integer("steps")),
                        in ->
                                Exercise.descend(
                                        in.vector("xs"),
                                        in.vector("ys"),
                                        in.vector("start"),
                                        in.number("rate"),
                                        in.integer("steps")))
                .drawn(draw -> {
                    var count = draw.size();
                    return Inputs.of("xs", draw.vector(count), "ys", draw.vector(count))
                            .with("start", draw.vector(2))
                            .with("rate", 0.01)
                            .with("steps", draw.integer(0, 4));
                })
                .mistake(
                        "The slopes are computed once, before the loop. At the new place they are others: compute them again before every step.",
                        in -> {
                            var once = gradient(in, in.vector("start"));
                            return step(
                                    in.vector("start"),
                                    once,
                                    in.number("rate") * in.integer("steps"));
                        })
                .mistake(
                        "It does not begin at start, but at 0 and 0.",
                        in -> walk(in.with("start", new double[2]), in.integer("steps")))
                .mistake("Only one step is taken, however many are asked for.", in -> walk(in, 1))
                .mistake(
                        "This is one step too many. A loop from 0 while i < steps runs steps times.",
                        in -> walk(in, in.integer("steps") + 1))
                .mistake(
                        "This is one step too few. A loop from 0 while i < steps runs steps times.",
                        in -> walk(in, Math.max(0, in.integer("steps") - 1)))
                .mistake(
                        "This is where it began: the result of step is to become the weights of the next turn.",
                        in -> in.vector("start"));
    }

    private static Check fits() {
        var lazy = median(Examples::mean);
        var best = median(Examples::best);
        return TrainingCheck.ofLoss(
                        "fits a line",
                        seed -> {
                            var seen = Examples.of(seed, true);
                            var weights = Exercise.fit(seen.xs, seen.ys);
                            return Examples.of(seed, false).loss(weights);
                        },
                        "always answering the mean",
                        lazy,
                        lazy - 1.25 * best)
                .ceiling(best)
                .sign(
                        "The weights have hardly moved: with so small a rate, or so few steps, it crawls.",
                        median -> median > lazy / 2)
                .sign(
                        "It is on its way, but has not arrived: take more steps or longer ones.",
                        _ -> true);
    }

    /// The median loss of these weights, made for the unseen examples themselves.
    private static double median(Function<Examples, double[]> weights) {
        return LongStream.of(1, 2, 3)
                .mapToObj(seed -> Examples.of(seed, false))
                .mapToDouble(unseen -> unseen.loss(weights.apply(unseen)))
                .sorted()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private static double[] walk(Inputs in, int steps) {
        var weights = in.vector("start");
        for (var i = 0; i < steps; i++) {
            weights = step(weights, gradient(in, weights), in.number("rate"));
        }
        return weights;
    }

    private static double[] step(double[] weights, double[] gradient, double rate) {
        return IntStream.range(0, weights.length)
                .mapToDouble(i -> weights[i] - rate * gradient[i])
                .toArray();
    }

    private static double[] gradient(Inputs in, double[] weights) {
        var xs = in.vector("xs");
        var slopes = new double[2];
        for (var i = 0; i < xs.length; i++) {
            var difference = weights[0] * xs[i] + weights[1] - in.vector("ys")[i];
            slopes[0] += 2 * difference * xs[i] / xs.length;
            slopes[1] += 2 * difference / xs.length;
        }
        return slopes;
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static double[] map(double[] numbers, DoubleUnaryOperator operator) {
        return Arrays.stream(numbers).map(operator).toArray();
    }
}
