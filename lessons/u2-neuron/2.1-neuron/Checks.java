import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(addsUp(), answers());
    }

    private static Check addsUp() {
        return ValueCheck.of(
                        "adds up the weighted inputs and the bias",
                        in -> products(in).sum() + in.number("b"),
                        in -> Exercise.weightedSum(in.vector("x"), in.vector("w"), in.number("b")))
                .example(day())
                .drawn(draw -> inputs(draw, 1))
                .mistake(
                        "The bias is missing: it is added once, after all products.",
                        in -> products(in).sum())
                .mistake(
                        "The bias is added in every turn of the loop. It belongs to the neuron and not to its inputs: add it once, after the loop.",
                        in -> products(in).sum() + in.number("b") * in.vector("x").length)
                .mistake(
                        "Each product replaces the one before it, so that only the last input counts. Add with += instead of =.",
                        in -> products(in).reduce(0, (_, last) -> last) + in.number("b"))
                .mistake(
                        "The weights are not used: every input counts as much as it is. Multiply each by its own weight first.",
                        in -> Arrays.stream(in.vector("x")).sum() + in.number("b"))
                .mistake(
                        "Inputs and weights are added to each other. A weight says how many times its input counts: multiply.",
                        in ->
                                Arrays.stream(in.vector("x")).sum()
                                        + Arrays.stream(in.vector("w")).sum()
                                        + in.number("b"))
                .mistake(
                        "This is bent already. The sum is asked for as it is; the bend belongs into neuron.",
                        Checks::bent);
    }

    private static Check answers() {
        return ValueCheck.of(
                        "bends the sum",
                        Checks::bent,
                        in -> Exercise.neuron(in.vector("x"), in.vector("w"), in.number("b")))
                .example(day())
                .drawn(draw -> inputs(draw, 5))
                .mistake(
                        "This is the sum itself. Bend it: Math.tanh(...) around the whole sum.",
                        in -> products(in).sum() + in.number("b"))
                .mistake(
                        "Each product is bent by itself. Add everything up first, and bend the sum once.",
                        in -> products(in).map(Math::tanh).sum() + in.number("b"))
                .mistake(
                        "The bias is added after the bend, so that the answer may leave -1 to 1. It is part of the sum.",
                        in -> Math.tanh(products(in).sum()) + in.number("b"))
                .mistake(
                        "This neuron bends with the sigmoid, a bend of lesson 2.2 that goes from 0 to 1. Here it is to be Math.tanh.",
                        in -> 1 / (1 + Math.exp(-products(in).sum() - in.number("b"))))
                .mistake(
                        "This only says on which side of the line the inputs lie. Math.tanh also says how far.",
                        in -> Math.signum(products(in).sum() + in.number("b")));
    }

    private static Inputs day() {
        return Inputs.of("x", new double[] {1.5, 0.5}, "w", new double[] {0.8, -0.6}, "b", 0.3);
    }

    /// The larger the divisor, the less the bend flattens what is compared.
    private static Inputs inputs(Draw draw, double divisor) {
        var count = draw.size();
        return Inputs.of(
                "x", scaled(draw.vector(count), divisor),
                "w", scaled(draw.vector(count), divisor),
                "b", draw.number() / divisor);
    }

    private static double[] scaled(double[] numbers, double divisor) {
        return Arrays.stream(numbers).map(it -> it / divisor).toArray();
    }

    private static DoubleStream products(Inputs in) {
        return IntStream.range(0, in.vector("x").length)
                .mapToDouble(i -> in.vector("x")[i] * in.vector("w")[i]);
    }

    private static double bent(Inputs in) {
        return Math.tanh(products(in).sum() + in.number("b"));
    }
}
