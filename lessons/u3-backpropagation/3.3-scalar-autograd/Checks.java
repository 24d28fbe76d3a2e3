import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    /// Builds an expression out of values.
    private interface Expression {
        Exercise.Value of(Exercise.Value[] x);
    }

    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(numbers(), product(), bend(), neuron(), twice(), waits(), ladder());
    }

    private static Check numbers() {
        return ValueCheck.of(
                        "computes with values",
                        in -> {
                            var a = in.number("a");
                            var b = in.number("b");
                            return new double[] {a + b, a * b, Math.max(0, a), a * b + a};
                        },
                        in -> {
                            var a = new Exercise.Value(in.number("a"));
                            var b = new Exercise.Value(in.number("b"));
                            return new double[] {
                                a.plus(b).number,
                                a.times(b).number,
                                a.relu().number,
                                a.times(b).plus(a).number
                            };
                        })
                .example(Inputs.of("a", 2.0, "b", 3.0))
                .example(Inputs.of("a", -2.0, "b", 3.0))
                .drawn(draw -> Inputs.of("a", draw.number(), "b", draw.number()));
    }

    private static Check product() {
        return gradients(
                        "passes back through a product",
                        in -> new double[] {in.number("b"), in.number("a")},
                        x -> x[0].times(x[1]))
                .mistake(
                        "All gradients are 0. The way back begins with the result: set its gradient to 1, then let the values share.",
                        _ -> new double[2])
                .mistake(
                        "Each factor has got its own number. When a grows, a × b grows by b: take the number of the other.",
                        in -> new double[] {in.number("a"), in.number("b")})
                .mistake(
                        "Both factors have got the gradient as it is. That is the rule of a sum; in a product it is multiplied by the number of the other.",
                        _ -> new double[] {1, 1});
    }

    private static Check bend() {
        return gradients(
                        "passes back through a bend",
                        in -> {
                            var open = in.number("a") * in.number("b") > 0;
                            return new double[] {
                                open ? in.number("b") : 0, open ? in.number("a") : 0
                            };
                        },
                        x -> x[0].times(x[1]).relu())
                .mistake(
                        "The bend lets everything through on the way back. Where it has cut off, its answer does not grow at all: pass nothing back.",
                        in -> new double[] {in.number("b"), in.number("a")})
                .mistake(
                        "Nothing arrives behind the bend. Either share() has no case \"relu\", or the result is not the first to share.",
                        _ -> new double[2])
                .mistake(
                        "Here the bend passes back its answer. Its local slope is 1 where the answer is above 0.",
                        in -> {
                            var product = Math.max(0, in.number("a") * in.number("b"));
                            return new double[] {
                                product * in.number("b"), product * in.number("a")
                            };
                        });
    }

    private static ValueCheck gradients(String name, Answer expected, Expression expression) {
        return ValueCheck.of(
                        name, expected, in -> gradient(expression, in.number("a"), in.number("b")))
                .example(Inputs.of("a", 2.0, "b", 3.0))
                .drawn(draw -> Inputs.of("a", draw.number() + 0.5, "b", draw.number() + 0.25));
    }

    private static Check neuron() {
        Expression expression = x -> x[0].times(x[1]).plus(x[2].times(x[3])).plus(x[4]).relu();
        return GradientCheck.of(
                        "finds the slopes of a whole neuron",
                        x -> expression.of(values(x)).number,
                        x -> gradient(expression, x))
                .at(1, 2, 3, -0.5, 0.75)
                .at(-1.5, -2, 0.5, 3, 1)
                .at(1, -2, 0.5, 1, 0.5);
    }

    private static Check twice() {
        return MetamorphicCheck.of(
                        "adds when a value is used twice",
                        in -> {
                            var a = new Exercise.Value(in.number("a"));
                            var b = new Exercise.Value(in.number("b"));
                            var once = a.times(b);
                            var result = in.flag("twice") ? once.plus(a.times(b)) : once;
                            result.backward();
                            return new double[] {a.gradient, b.gradient};
                        },
                        draw ->
                                Inputs.of("a", draw.number(), "b", draw.number())
                                        .with("twice", false),
                        in -> in.with("twice", true),
                        (_, answer) -> Arrays.stream((double[]) answer).map(it -> 2 * it).toArray())
                .because(
                        "With a·b + a·b in place of a·b every gradient must double. What arrives is added to what is there: +=, never =.");
    }

    /// e = b + c, where b = a × a and c = b × a: b must wait for c.
    private static Check waits() {
        return ValueCheck.of(
                        "waits until everything has arrived",
                        in -> 2 * in.number("a") + 3 * in.number("a") * in.number("a"),
                        in -> {
                            var a = new Exercise.Value(in.number("a"));
                            var b = a.times(a);
                            var c = b.times(a);
                            b.plus(c).backward();
                            return a.gradient;
                        })
                .example(Inputs.of("a", 2.0))
                .drawn(20, draw -> Inputs.of("a", draw.number()))
                .mistake(
                        "In a·a + (a·a)·a, the product a·a has shared before all of its gradient had arrived. Its turn is after everything that was made of it.",
                        in -> 2 * in.number("a") + in.number("a") * in.number("a"))
                .mistake(
                        "In a·a + (a·a)·a, the product a·a has shared twice, and what it had shared before went along again. Each value shares once, when everything has arrived.",
                        in -> 4 * in.number("a") + 3 * in.number("a") * in.number("a"));
    }

    /// Whoever is wrong after 3 steps need not climb 40, which may take for ever.
    private static Check ladder() {
        return ValueCheck.of(
                        "climbs a ladder of sums",
                        in -> Math.pow(2, in.integer("steps")),
                        in -> climbed(climbed(3) == 8 ? in.integer("steps") : 3))
                .example(Inputs.of("steps", 3))
                .example(Inputs.of("steps", 40));
    }

    private static double climbed(int steps) {
        var first = new Exercise.Value(1);
        var last = first;
        for (var i = 0; i < steps; i++) {
            last = last.plus(last);
        }
        last.backward();
        return first.gradient;
    }

    private static double[] gradient(Expression expression, double... x) {
        var values = values(x);
        expression.of(values).backward();
        return Arrays.stream(values).mapToDouble(value -> value.gradient).toArray();
    }

    private static Exercise.Value[] values(double... x) {
        return Arrays.stream(x).mapToObj(Exercise.Value::new).toArray(Exercise.Value[]::new);
    }
}
