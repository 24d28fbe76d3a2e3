import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    private static final String OVERFLOW =
            "For large logits this is not a number: e to the power of 1000 is infinite. Subtract the largest logit from all of them before Math.exp.";

    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(
                probabilities(),
                hugeProbabilities(),
                loss(),
                hugeLoss(),
                shifted(1000),
                shifted(-1000));
    }

    private static Check probabilities() {
        return ValueCheck.of(
                        "turns logits into probabilities", Checks::softmax, Checks::learnersSoftmax)
                .example(Inputs.of("logits", new double[] {2, 1, 0}))
                .drawn(draw -> Inputs.of("logits", draw.vector(draw.size() + 1)))
                .mistake(
                        "These are e to the power of each logit. Divide each by the sum of all, so that together they are 1.",
                        in -> map(logits(in), Math::exp))
                .mistake(
                        "These are e to the power of each difference to the largest logit. Divide each by the sum of all, so that together they are 1.",
                        in -> map(logits(in), it -> Math.exp(it - largest(in))))
                .mistake(
                        "The logits themselves are divided by their sum, so that some can be negative. Take e to the power of each first.",
                        in -> map(logits(in), it -> it / Arrays.stream(logits(in)).sum()))
                .mistake(
                        "Each is bent by itself, with a sigmoid, so that together they are not 1. Softmax divides by the sum of all.",
                        in -> map(logits(in), it -> 1 / (1 + Math.exp(-it))))
                .mistake(
                        "This is the wrong way round: the largest logit should get the largest probability. Is there a minus too many?",
                        in -> softmax(map(logits(in), it -> -it)));
    }

    private static Check hugeProbabilities() {
        return ValueCheck.of("stands logits of 1000", Checks::softmax, Checks::learnersSoftmax)
                .example(Inputs.of("logits", new double[] {1000, 1000}))
                .example(Inputs.of("logits", new double[] {1000, -1000}))
                .example(Inputs.of("logits", new double[] {-1000, -1001, -1002}))
                .mistake(
                        OVERFLOW,
                        in -> {
                            var powers = map(logits(in), Math::exp);
                            return map(powers, it -> it / Arrays.stream(powers).sum());
                        });
    }

    private static Check loss() {
        return ValueCheck.of("measures the cross-entropy", Checks::loss, Checks::learnersLoss)
                .example(Inputs.of("logits", new double[] {2, 1, 0}, "label", 2))
                .drawn(Checks::answer)
                .mistake(
                        "The sign is missing: the log of a probability is negative, and a loss must be positive.",
                        in -> -loss(in))
                .mistake(
                        "This is the probability of the right class, of which more is better. Its log is missing, and a minus.",
                        in -> Math.exp(-loss(in)))
                .mistake(
                        "This is the logarithm to the base 10. Math.log is the one that belongs to e.",
                        in -> loss(in) / Math.log(10))
                .mistake(
                        "This adds up the losses of all classes, as if each were the right one. Only the class at place label counts.",
                        in -> losses(in).sum())
                .mistake(
                        "This is the mean of the losses of all classes. Only the class at place label counts.",
                        in -> losses(in).average().orElseThrow())
                .mistake(
                        "This is the loss of the first class. The right one stands at place label.",
                        in -> losses(in).findFirst().orElseThrow())
                .mistake(
                        "The largest logit is taken away from the sum but not from the right logit. It must be subtracted from both.",
                        in -> loss(in) - largest(in))
                .mistake(
                        "The logits are used as if they were probabilities. Softmax comes first.",
                        in -> -Math.log(logits(in)[in.integer("label")]))
                .mistake(
                        "This is the squared error. Cross-entropy is minus the logarithm of the right class's probability.",
                        in -> Math.pow(1 - Math.exp(-loss(in)), 2));
    }

    private static Check hugeLoss() {
        return ValueCheck.of("measures it for logits of 1000", Checks::loss, Checks::learnersLoss)
                .example(Inputs.of("logits", new double[] {1000, -1000}, "label", 0))
                .example(Inputs.of("logits", new double[] {1000, -1000}, "label", 1))
                .example(Inputs.of("logits", new double[] {1000, 1000, 1000}, "label", 1))
                .example(Inputs.of("logits", new double[] {-1000, -1002}, "label", 0))
                .mistake(
                        "The right class has got a probability of 0 by rounding, and the log of 0 is infinite. Take the log apart: the log of the sum, minus the right logit.",
                        in -> -Math.log(softmax(logits(in))[in.integer("label")]))
                .mistake(
                        "A small number added before the log keeps it finite, but it also caps the loss: here it is off by far. Take the log apart: the log of the sum, minus the right logit.",
                        Checks::capped)
                .mistake(OVERFLOW, in -> -Math.log(naive(in)))
                .mistake(
                        OVERFLOW,
                        in ->
                                Math.log(Arrays.stream(logits(in)).map(Math::exp).sum())
                                        - logits(in)[in.integer("label")]);
    }

    private static Check shifted(double shift) {
        return MetamorphicCheck.of(
                        "does not see %s added to all logits".formatted((int) shift),
                        Checks::learnersLoss,
                        Checks::answer,
                        in -> in.with("logits", map(logits(in), it -> it + shift)),
                        (_, loss) -> loss)
                .because("Adding the same number to all logits must not change the loss.");
    }

    private static Inputs answer(Draw draw) {
        var logits = draw.vector(draw.size() + 1);
        return Inputs.of("logits", logits, "label", draw.integer(0, logits.length - 1));
    }

    private static Object learnersSoftmax(Inputs in) {
        return Exercise.softmax(in.vector("logits"));
    }

    private static Object learnersLoss(Inputs in) {
        return Exercise.softmaxCrossEntropy(in.vector("logits"), in.integer("label"));
    }

    private static double[] logits(Inputs in) {
        return in.vector("logits");
    }

    private static double largest(Inputs in) {
        return Arrays.stream(logits(in)).max().orElseThrow();
    }

    private static double[] softmax(Inputs in) {
        return softmax(logits(in));
    }

    private static double[] softmax(double[] logits) {
        var largest = Arrays.stream(logits).max().orElseThrow();
        var powers = map(logits, it -> Math.exp(it - largest));
        return map(powers, it -> it / Arrays.stream(powers).sum());
    }

    private static double loss(Inputs in) {
        return loss(in, in.integer("label"));
    }

    private static DoubleStream losses(Inputs in) {
        return IntStream.range(0, logits(in).length).mapToDouble(label -> loss(in, label));
    }

    private static double loss(Inputs in, int label) {
        var sum = Arrays.stream(logits(in)).map(it -> Math.exp(it - largest(in))).sum();
        return Math.log(sum) - (logits(in)[label] - largest(in));
    }

    private static double naive(Inputs in) {
        var powers = map(logits(in), Math::exp);
        return powers[in.integer("label")] / Arrays.stream(powers).sum();
    }

    /// Whatever small number was added: it is told by the cap that it leads to.
    private static double capped(Inputs in) {
        var got = (double) learnersLoss(in);
        var isCapped = loss(in) > 100 && got > 10 && got < 100;
        return isCapped ? got : loss(in);
    }

    private static double[] map(double[] numbers, DoubleUnaryOperator operator) {
        return Arrays.stream(numbers).map(operator).toArray();
    }
}
