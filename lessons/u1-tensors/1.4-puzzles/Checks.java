import module dev.gradus;
import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    private static final int CASES = 16;

    /// A number at a row and a column.
    private interface Cell {
        double at(int i, int j);
    }

    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(
                outer(),
                diagonal(),
                upperTriangle(),
                oneHot(),
                distances(),
                centre(),
                shares(),
                reversed(),
                everySecond(),
                totals());
    }

    private static Check outer() {
        return ValueCheck.of(
                        "multiplies every number with every other (outer)",
                        in -> outer(in.tensor("a"), in.tensor("b")),
                        in -> Exercise.outer(in.tensor("a"), in.tensor("b")))
                .drawn(
                        CASES,
                        draw ->
                                Inputs.of(
                                        "a",
                                        draw.tensor(draw.size()),
                                        "b",
                                        draw.tensor(draw.size())))
                .mistake(
                        "The table lies on its side: the numbers of a belong to the rows.",
                        in -> outer(in.tensor("b"), in.tensor("a")));
    }

    private static Check diagonal() {
        return ValueCheck.of(
                        "finds the diagonal",
                        in -> {
                            var x = rows(in.tensor("x"));
                            return vector(x.length, i -> x[i][i]);
                        },
                        in -> Exercise.diagonal(in.tensor("x")))
                .drawn(CASES, Checks::square)
                .mistake(
                        "The rest is silenced, but it is still a table. Sum along one axis: all but one number of a row are 0.",
                        in -> {
                            var x = rows(in.tensor("x"));
                            return table(x.length, x.length, (i, j) -> i == j ? x[i][i] : 0);
                        })
                .mistake(
                        "These are the sums of whole rows. Multiply by the mask before summing.",
                        in -> {
                            var x = rows(in.tensor("x"));
                            return vector(x.length, i -> Arrays.stream(x[i]).sum());
                        });
    }

    private static Check upperTriangle() {
        return ValueCheck.of(
                        "marks the upper triangle",
                        in -> triangle(in, (i, j) -> i <= j ? 1 : 0),
                        in -> Exercise.upperTriangle(in.integer("n")))
                .drawn(6, draw -> Inputs.of("n", draw.size() + 1))
                .mistake(
                        "This is the lower triangle. Which of the two is the column: the one with unsqueeze, or the one without?",
                        in -> triangle(in, (i, j) -> i >= j ? 1 : 0))
                .mistake(
                        "This is the triangle without the diagonal, which belongs to it.",
                        in -> triangle(in, (i, j) -> i < j ? 1 : 0));
    }

    private static Check oneHot() {
        return ValueCheck.of(
                        "turns labels into one-hot rows",
                        in -> {
                            var labels = in.tensor("labels").toLongs();
                            return table(
                                    labels.length,
                                    in.integer("classes"),
                                    (i, j) -> labels[i] == j ? 1 : 0);
                        },
                        in -> Exercise.oneHot(in.tensor("labels"), in.integer("classes")))
                .drawn(
                        CASES,
                        draw -> {
                            var classes = draw.size() + 1;
                            var count = draw.size();
                            return Inputs.of(
                                    "labels",
                                    Tensor.of(draw.integers(count, 0, classes - 1), count),
                                    "classes",
                                    classes);
                        })
                .mistake(
                        "Each class has a row here. Each label should have one: put the new axis into labels.",
                        in -> {
                            var labels = in.tensor("labels").toLongs();
                            return table(
                                    in.integer("classes"),
                                    labels.length,
                                    (i, j) -> labels[j] == i ? 1 : 0);
                        });
    }

    private static Check distances() {
        return ValueCheck.of(
                        "measures all distances",
                        in -> apart(in, difference -> difference * difference),
                        in -> Exercise.distances(in.tensor("x"), in.tensor("y")))
                .drawn(
                        CASES,
                        draw -> {
                            var width = draw.size();
                            return Inputs.of(
                                    "x",
                                    draw.tensor(draw.size(), width),
                                    "y",
                                    draw.tensor(draw.size(), width));
                        })
                .mistake(
                        "The differences are not squared, so that they cancel each other out.",
                        in -> apart(in, difference -> difference))
                .mistake(
                        "These are sums of absolute differences; the squared distance sums squares.",
                        in -> apart(in, Math::abs));
    }

    private static Check centre() {
        return ValueCheck.of(
                        "centres the columns",
                        in -> {
                            var x = rows(in.tensor("x"));
                            return table(
                                    x.length,
                                    x[0].length,
                                    (i, j) -> x[i][j] - column(x, j) / x.length);
                        },
                        in -> Exercise.centre(in.tensor("x")))
                .drawn(CASES, Checks::positive)
                .mistake(
                        "Here the mean of each row is taken away. The mean of a column is left when axis 0 disappears.",
                        in -> {
                            var x = rows(in.tensor("x"));
                            return table(
                                    x.length,
                                    x[0].length,
                                    (i, j) ->
                                            x[i][j] - Arrays.stream(x[i]).average().orElseThrow());
                        });
    }

    private static Check shares() {
        return ValueCheck.of(
                        "divides each row by its sum (shares)",
                        in -> {
                            var x = rows(in.tensor("x"));
                            return table(
                                    x.length,
                                    x[0].length,
                                    (i, j) -> x[i][j] / Arrays.stream(x[i]).sum());
                        },
                        in -> Exercise.shares(in.tensor("x")))
                .drawn(CASES, Checks::positive)
                .mistake(
                        "Each number is divided by the sum of its column. The sum of a row is left when axis 1 disappears; give it that axis back with unsqueeze(1).",
                        in -> {
                            var x = rows(in.tensor("x"));
                            return table(x.length, x[0].length, (i, j) -> x[i][j] / column(x, j));
                        });
    }

    private static Check reversed() {
        return ValueCheck.of(
                        "turns the order round",
                        in -> {
                            var x = in.tensor("x").toDoubles();
                            return vector(x.length, i -> x[x.length - 1 - i]);
                        },
                        in -> Exercise.reversed(in.tensor("x")))
                .drawn(CASES, draw -> Inputs.of("x", draw.tensor(draw.size())));
    }

    private static Check everySecond() {
        return ValueCheck.of(
                        "takes every second number",
                        in -> {
                            var x = in.tensor("x").toDoubles();
                            return vector((x.length + 1) / 2, i -> x[2 * i]);
                        },
                        in -> Exercise.everySecond(in.tensor("x")))
                .drawn(CASES, draw -> Inputs.of("x", draw.tensor(draw.size() + 1)))
                .mistake(
                        "This begins with the second number. Start at 0.",
                        in -> {
                            var x = in.tensor("x").toDoubles();
                            return vector(x.length / 2, i -> x[2 * i + 1]);
                        });
    }

    private static Check totals() {
        return ValueCheck.of(
                        "adds up so far (totals)",
                        in -> {
                            var x = in.tensor("x").toDoubles();
                            return vector(x.length, i -> Arrays.stream(x).limit(i + 1L).sum());
                        },
                        in -> Exercise.totals(in.tensor("x")))
                .drawn(CASES, draw -> Inputs.of("x", draw.tensor(draw.size())))
                .mistake(
                        "The number itself is left out: the sum at a place includes the number there.",
                        in -> {
                            var x = in.tensor("x").toDoubles();
                            return vector(x.length, i -> Arrays.stream(x).limit(i).sum());
                        });
    }

    private static Inputs square(Draw draw) {
        var size = draw.size() + 1;
        return Inputs.of("x", draw.tensor(size, size));
    }

    /// Whole numbers from 1 to 9, so that no sum is 0.
    private static Inputs positive(Draw draw) {
        var rows = draw.size();
        var columns = draw.size();
        return Inputs.of(
                "x",
                Tensor.of(draw.integers(rows * columns, 1, 9), rows, columns).cast(DType.FLOAT32));
    }

    private static double[][] outer(Tensor a, Tensor b) {
        var first = a.toDoubles();
        var second = b.toDoubles();
        return table(first.length, second.length, (i, j) -> first[i] * second[j]);
    }

    private static double[][] triangle(Inputs in, Cell cell) {
        return table(in.integer("n"), in.integer("n"), cell);
    }

    private static double[][] apart(Inputs in, DoubleUnaryOperator price) {
        var x = rows(in.tensor("x"));
        var y = rows(in.tensor("y"));
        return table(
                x.length,
                y.length,
                (i, j) -> {
                    var sum = 0.0;
                    for (var k = 0; k < x[i].length; k++) {
                        sum += price.applyAsDouble(x[i][k] - y[j][k]);
                    }
                    return sum;
                });
    }

    private static double column(double[][] x, int j) {
        return Arrays.stream(x).mapToDouble(row -> row[j]).sum();
    }

    private static double[][] rows(Tensor x) {
        var numbers = x.toDoubles();
        return table(x.size(0), x.size(1), (i, j) -> numbers[i * x.size(1) + j]);
    }

    private static double[] vector(int size, IntToDoubleFunction number) {
        return IntStream.range(0, size).mapToDouble(number).toArray();
    }

    private static double[][] table(int rows, int columns, Cell cell) {
        var table = new double[rows][columns];
        for (var i = 0; i < rows; i++) {
            for (var j = 0; j < columns; j++) {
                table[i][j] = cell.at(i, j);
            }
        }
        return table;
    }
}
