import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(predicts(), measures());
    }

    private static Check predicts() {
        return ValueCheck.of(
                        "predicts with the line",
                        in -> in.number("w") * in.number("x") + in.number("b"),
                        in -> Exercise.predict(in.number("x"), in.number("w"), in.number("b")))
                .drawn(draw ->
                        Inputs.of("x", draw.number(), "w", draw.number(), "b", draw.number()))
                .mistake(
                        "The knob b is not used: it is added after multiplying.",
                        in -> in.number("w") * in.number("x"))
                .mistake(
                        "The knobs have changed places: w is multiplied with x, b is added.",
                        in -> in.number("b") * in.number("x") + in.number("w"))
                .mistake(
                        "b is multiplied too. Add it after multiplying, without brackets: w * x + b.",
                        in -> in.number("w") * (in.number("x") + in.number("b")));
    }

    private static Check measures() {
        return ValueCheck.of(
                        "measures the loss",
                        in -> mean(in, difference -> difference * difference),
                        in ->
                                Exercise.loss(
                                        in.vector("xs"),
                                        in.vector("ys"),
                                        in.number("w"),
                                        in.number("b")))
                .drawn(draw -> {
                    var count = draw.size();
                    return Inputs.of("xs", draw.vector(count), "ys", draw.vector(count))
                            .with("w", draw.number())
                            .with("b", draw.number());
                })
                .mistake(
                        "This is the sum of the squares. For the mean, divide it by the number of examples.",
                        in -> mean(in, it -> it * it) * in.vector("xs").length)
                .mistake(
                        "The differences are not squared, so that too high and too low cancel out.",
                        in -> mean(in, it -> it))
                .mistake(
                        "These are absolute differences, a loss that is used too. The one asked for squares them.",
                        in -> mean(in, Math::abs));
    }

    private static double mean(Inputs in, DoubleUnaryOperator price) {
        var xs = in.vector("xs");
        var sum = 0.0;
        for (var i = 0; i < xs.length; i++) {
            sum +=
                    price.applyAsDouble(
                            in.number("w") * xs[i] + in.number("b") - in.vector("ys")[i]);
        }
        return sum / xs.length;
    }
}
