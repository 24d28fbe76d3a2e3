import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    /// Gives the five gradients from the two inputs, the sum and the product.
    private interface Back {
        double[] from(double a, double b, double c, double d);
    }

    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(values(), gradients());
    }

    private static Check values() {
        return ValueCheck.of(
                        "goes forward through the graph",
                        in -> {
                            var a = in.number("a");
                            var b = in.number("b");
                            return new double[] {a, b, a + b, a * b, (a + b) * (a * b)};
                        },
                        in -> Exercise.values(in.number("a"), in.number("b")))
                .example(Inputs.of("a", 2.0, "b", 3.0))
                .drawn(draw -> Inputs.of("a", draw.number(), "b", draw.number()))
                .mistake(
                        "The last node adds. It is the product of c and d.",
                        in -> {
                            var a = in.number("a");
                            var b = in.number("b");
                            return new double[] {a, b, a + b, a * b, a + b + a * b};
                        });
    }

    private static Check gradients() {
        return ValueCheck.of(
                        "follows the blame back",
                        in -> back(in, (a, b, c, d) -> five(d + c * b, d + c * a, d, c)),
                        in -> Exercise.gradients(in.number("a"), in.number("b")))
                .example(Inputs.of("a", 2.0, "b", 3.0))
                .drawn(draw -> Inputs.of("a", draw.number(), "b", draw.number()))
                .mistake(
                        "Only the path through the product has arrived at a and b. The one through the sum counts as well: add across.",
                        in -> back(in, (a, b, c, d) -> five(c * b, c * a, d, c)))
                .mistake(
                        "Only the path through the sum has arrived at a and b. The one through the product counts as well: add across.",
                        in -> back(in, (_, _, c, d) -> five(d, d, d, c)))
                .mistake(
                        "What arrives on two paths has been multiplied. Multiply along a path, and add where paths meet.",
                        in -> back(in, (a, b, c, d) -> five(d * c * b, d * c * a, d, c)))
                .mistake(
                        "The local slope of a product is the other factor: when c grows, e = c × d grows by d.",
                        in -> back(in, (a, b, c, d) -> five(c + d * b, c + d * a, c, d)))
                .mistake(
                        "In d = a × b the factors are swapped: when a grows, the product grows by b.",
                        in -> back(in, (a, b, c, d) -> five(d + c * a, d + c * b, d, c)))
                .mistake(
                        "These are the local slopes at a and b alone. Multiply each by the gradient that arrives at c or d.",
                        in -> back(in, (a, b, c, d) -> five(1 + b, 1 + a, d, c)))
                .mistake(
                        "The walk back has begun with the value of e. It begins with its gradient, and that is 1: when e grows by 1, e grows by 1.",
                        in ->
                                back(
                                        in,
                                        (a, b, c, d) -> {
                                            var e = c * d;
                                            return new double[] {
                                                e * (d + c * b), e * (d + c * a), e * d, e * c, e
                                            };
                                        }));
    }

    private static double[] back(Inputs in, Back back) {
        var a = in.number("a");
        var b = in.number("b");
        return back.from(a, b, a + b, a * b);
    }

    private static double[] five(double ofA, double ofB, double ofC, double ofD) {
        return new double[] {ofA, ofB, ofC, ofD, 1};
    }
}
