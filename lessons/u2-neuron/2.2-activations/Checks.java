import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    private static final double[] PLACES = {-6, -2.5, -1, -0.3, 0.4, 1, 2, 5};

    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(
                sigmoidBends(),
                sigmoidIsSteep(),
                tanhBends(),
                tanhIsSteep(),
                reluBends(),
                reluIsSteep(),
                leakyBends(),
                leakyIsSteep());
    }

    private static Check sigmoidBends() {
        return bends("bends with the sigmoid", Checks::sigmoid, Exercise::sigmoid)
                .mistake(
                        "Infinity has been divided by infinity: Math.exp of a large number is too large for a double. Written as 1 / (1 + Math.exp(-x)) the same formula stands it.",
                        in -> Math.exp(x(in)) / (1 + Math.exp(x(in))))
                .mistake(
                        "This goes down where x goes up: a minus is missing. It is e to the power of minus x.",
                        in -> 1 / (1 + Math.exp(x(in))))
                .mistake(
                        "The brackets are missing: 1 / 1 + ... divides first. The whole sum stands below the line.",
                        in -> 1.0 / 1 + Math.exp(-x(in)))
                .mistake("This is tanh, which goes from -1 to 1.", in -> Math.tanh(x(in)));
    }

    private static Check sigmoidIsSteep() {
        return slope("knows the slope of the sigmoid", Checks::sigmoid, Exercise::sigmoidSlope)
                .mistake(
                        "x stands where the answer of the sigmoid belongs: with s = sigmoid(x), the slope is s * (1 - s).",
                        it -> slopes(it[0] * (1 - it[0])))
                .mistake(
                        "This is the sigmoid itself, not how steep it is: with s = sigmoid(x), the slope is s * (1 - s).",
                        it -> slopes(sigmoid(it[0])))
                .mistake(
                        "Nearly: 1 - s, not 1 + s. Where the sigmoid comes near 1 it is flat.",
                        it -> slopes(sigmoid(it[0]) * (1 + sigmoid(it[0]))));
    }

    private static Check tanhBends() {
        return bends("bends with tanh", Math::tanh, Exercise::tanh)
                .mistake(
                        "Infinity has been divided by infinity: Math.exp of a large number is too large for a double. Math.tanh takes care of it.",
                        in -> fraction(x(in)))
                .mistake("This is the tangent. The bend is Math.tanh.", in -> Math.tan(x(in)))
                .mistake(
                        "This is the sigmoid, which goes from 0 to 1. tanh goes from -1 to 1.",
                        in -> sigmoid(x(in)));
    }

    private static Check tanhIsSteep() {
        return slope("knows the slope of tanh", Math::tanh, Exercise::tanhSlope)
                .mistake(
                        "The answer of tanh is to be squared: with t = tanh(x), the slope is 1 - t * t.",
                        it -> slopes(1 - Math.tanh(it[0])))
                .mistake(
                        "x stands where the answer of tanh belongs: with t = tanh(x), the slope is 1 - t * t.",
                        it -> slopes(1 - it[0] * it[0]))
                .mistake(
                        "This is the rule of the sigmoid. With t = tanh(x), the slope of tanh is 1 - t * t.",
                        it -> slopes(Math.tanh(it[0]) * (1 - Math.tanh(it[0]))));
    }

    private static Check reluBends() {
        return bends("bends with ReLU", it -> Math.max(it, 0), Exercise::relu)
                .mistake(
                        "The smaller of the two is taken. Positive sums pass, negative ones become 0: Math.max.",
                        in -> Math.min(x(in), 0))
                .mistake(
                        "This makes negative sums positive. They are to become 0.",
                        in -> Math.abs(x(in)))
                .mistake(
                        "Positive sums are to pass as they are. This only says that they are positive: it is the step.",
                        in -> x(in) > 0 ? 1 : 0);
    }

    private static Check reluIsSteep() {
        return slope("knows the slope of ReLU", it -> Math.max(it, 0), Exercise::reluSlope)
                .mistake(
                        "This is ReLU itself. Its slope is the same all along the right side: 1 more in, 1 more out.",
                        it -> slopes(Math.max(it[0], 0)))
                .mistake(
                        "Below 0 ReLU is flat: nudging x there changes nothing, so the slope is 0.",
                        _ -> slopes(1));
    }

    private static Check leakyBends() {
        return bends("bends with leaky ReLU", Checks::leaky, Exercise::leakyRelu)
                .mistake(
                        "Below 0 this gives 0.01 for every x. A negative sum is multiplied by 0.01: it becomes small and stays negative.",
                        in -> Math.max(0.01, x(in)))
                .mistake(
                        "Negative sums stay negative: 0.01 * x, without another minus.",
                        in -> x(in) > 0 ? x(in) : -0.01 * x(in))
                .mistake(
                        "This is ReLU without the leak: below 0 it is 0.01 * x.",
                        in -> Math.max(x(in), 0));
    }

    private static Check leakyIsSteep() {
        return slope("knows the slope of leaky ReLU", Checks::leaky, Exercise::leakyReluSlope)
                .mistake(
                        "Below 0 it leaks: the slope there is 0.01, not 0.",
                        it -> slopes(it[0] > 0 ? 1 : 0))
                .mistake(
                        "Negative and going down to the left is still going up to the right: the slope below 0 is +0.01.",
                        it -> slopes(it[0] > 0 ? 1 : -0.01))
                .mistake(
                        "This is leaky ReLU itself. Its slope is 1 all along the right side and 0.01 all along the left.",
                        it -> slopes(leaky(it[0])));
    }

    private static ValueCheck bends(
            String name, DoubleUnaryOperator specification, DoubleUnaryOperator learner) {
        return ValueCheck.of(
                        name,
                        in -> specification.applyAsDouble(x(in)),
                        in -> learner.applyAsDouble(x(in)))
                .example(Inputs.of("x", 800.0))
                .example(Inputs.of("x", -800.0))
                .drawn(draw -> Inputs.of("x", draw.number()));
    }

    private static GradientCheck slope(
            String name, DoubleUnaryOperator bend, DoubleUnaryOperator learner) {
        var check =
                GradientCheck.of(
                        name,
                        x -> bend.applyAsDouble(x[0]),
                        x -> slopes(learner.applyAsDouble(x[0])));
        for (var place : PLACES) {
            check.at(place);
        }
        return check;
    }

    private static double[] slopes(double slope) {
        return new double[] {slope};
    }

    private static double x(Inputs in) {
        return in.number("x");
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double leaky(double x) {
        return x > 0 ? x : 0.01 * x;
    }

    private static double fraction(double x) {
        return (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x));
    }
}
