import module dev.gradus.course;
import module java.base;

// asks: curves
// asks: losses {"logits": [2, 1, 0], "right": 2}
// asks: losses {"logits": [1000, -1000, 0], "right": 1}
// asks: logit {"logits": [2, 1, 0], "right": 2, "probability": 0.9}
/// Both losses by the probability that was given to what happened.
final class Picture implements LessonPicture {
    private static final double LEAST = 0.0005;

    @Override
    public Object answer(String question, Inputs in) {
        return switch (question) {
            case "curves" -> {
                var places = places();
                yield Map.of(
                        "probabilities", places,
                        "cross", map(places, p -> Exercise.softmaxCrossEntropy(logits(p), 0)),
                        "square", map(places, p -> square(Exercise.softmax(logits(p))[0])));
            }
            case "losses" -> {
                var logits = in.vector("logits");
                var right = (int) in.number("right");
                var probabilities = Exercise.softmax(logits);
                yield Map.of(
                        "probabilities", probabilities,
                        "cross", Exercise.softmaxCrossEntropy(logits, right),
                        "square", square(probabilities[right]));
            }
            case "logit" -> logit(in);
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    /// Two logits of which softmax makes this probability and the rest.
    private static double[] logits(double probability) {
        return new double[] {Math.log(probability), Math.log(1 - probability)};
    }

    private static double square(double probability) {
        return (1 - probability) * (1 - probability);
    }

    /// Returns what the right logit must be for this probability, the others staying as they are.
    private static double logit(Inputs in) {
        var logits = in.vector("logits");
        var right = (int) in.number("right");
        var p = in.number("probability");
        var largest =
                IntStream.range(0, logits.length)
                        .filter(i -> i != right)
                        .mapToDouble(i -> logits[i])
                        .max()
                        .orElseThrow();
        var others =
                IntStream.range(0, logits.length)
                        .filter(i -> i != right)
                        .mapToDouble(i -> Math.exp(logits[i] - largest))
                        .sum();
        return Math.log(p / (1 - p)) + Math.log(others) + largest;
    }

    /// Close together near 0, where the curve is steep.
    private static double[] places() {
        return IntStream.rangeClosed(0, 160)
                .mapToDouble(i -> LEAST + (1 - 2 * LEAST) * Math.pow(i / 160.0, 2.5))
                .toArray();
    }

    private static double[] map(double[] numbers, DoubleUnaryOperator operator) {
        return Arrays.stream(numbers).map(operator).toArray();
    }
}
