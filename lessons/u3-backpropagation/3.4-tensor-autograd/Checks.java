import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    /// A number at a row and a column.
    private interface Cell {
        double at(int i, int j);
    }

    /// Builds a network out of tables, ending in a table of one number.
    private interface Network {
        Exercise.Table of(List<Exercise.Table> parts);
    }

    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(
                left(),
                right(),
                stretched(),
                sum(),
                network(
                        "agrees with nudging in a layer",
                        new int[][] {{3, 2}, {2, 2}, {1, 2}},
                        parts -> parts.get(0).matmul(parts.get(1)).plus(parts.get(2)).sum()),
                network(
                        "agrees with nudging in a network of two layers",
                        new int[][] {{3, 2}, {2, 3}, {1, 3}, {3, 2}, {1, 1}, {3, 1}},
                        parts ->
                                parts.get(0)
                                        .matmul(parts.get(1))
                                        .plus(parts.get(2))
                                        .relu()
                                        .matmul(parts.get(3))
                                        .plus(parts.get(4))
                                        .plus(parts.get(5))
                                        .relu()
                                        .sum()));
    }

    private static Check left() {
        return ValueCheck.of(
                        "passes back to the left of a product",
                        in -> {
                            var up = in.matrix("up");
                            var b = in.matrix("b");
                            return table(up.length, b.length, (i, p) -> dot(up[i], b[p]));
                        },
                        in -> Exercise.leftOfMatmul(in.matrix("up"), in.matrix("b")))
                .drawn(draw -> {
                    var columns = draw.size();
                    return Inputs.of(
                            "up", draw.matrix(draw.size(), columns),
                            "b", draw.matrix(draw.size(), columns));
                })
                .mistake(
                        "Each number replaces the one before it. a[i][p] went into a whole row of the answer: add with += along that row.",
                        in -> {
                            var up = in.matrix("up");
                            var b = in.matrix("b");
                            var last = b[0].length - 1;
                            return table(up.length, b.length, (i, p) -> up[i][last] * b[p][last]);
                        })
                .mistake(
                        "This is up times b as it is. Turn b on its side: row p of b meets row i of up.",
                        in -> {
                            var up = in.matrix("up");
                            var b = in.matrix("b");
                            return table(
                                    up.length, b[0].length, (i, p) -> dot(column(b, p), up[i]));
                        })
                .mistake(
                        "The result lies on its side: its rows are those of up.",
                        in -> {
                            var up = in.matrix("up");
                            var b = in.matrix("b");
                            return table(b.length, up.length, (p, i) -> dot(up[i], b[p]));
                        });
    }

    private static Check right() {
        return ValueCheck.of(
                        "passes back to the right of a product",
                        in -> {
                            var a = in.matrix("a");
                            var up = in.matrix("up");
                            return table(
                                    a[0].length,
                                    up[0].length,
                                    (p, j) -> dot(column(a, p), column(up, j)));
                        },
                        in -> Exercise.rightOfMatmul(in.matrix("a"), in.matrix("up")))
                .drawn(draw -> {
                    var rows = draw.size();
                    return Inputs.of(
                            "a", draw.matrix(rows, draw.size()),
                            "up", draw.matrix(rows, draw.size()));
                })
                .mistake(
                        "Only the last example counts here. b[p][j] was used for every example: add with += over all rows.",
                        in -> {
                            var a = in.matrix("a");
                            var up = in.matrix("up");
                            return table(
                                    a[0].length,
                                    up[0].length,
                                    (p, j) -> a[a.length - 1][p] * up[up.length - 1][j]);
                        })
                .mistake(
                        "The result lies on its side. It has the shape of b: a row for each column of a.",
                        in -> {
                            var a = in.matrix("a");
                            var up = in.matrix("up");
                            return table(
                                    up[0].length,
                                    a[0].length,
                                    (j, p) -> dot(column(a, p), column(up, j)));
                        })
                .mistake(
                        "The sum over the examples has been divided by their number. Nothing here is a mean: the loss decides that, not the product.",
                        in -> {
                            var a = in.matrix("a");
                            var up = in.matrix("up");
                            return table(
                                    a[0].length,
                                    up[0].length,
                                    (p, j) -> dot(column(a, p), column(up, j)) / a.length);
                        });
    }

    private static Check stretched() {
        return ValueCheck.of(
                        "sums what was stretched",
                        in -> {
                            var up = in.matrix("up");
                            var result = new double[in.integer("rows")][in.integer("columns")];
                            for (var i = 0; i < up.length; i++) {
                                for (var j = 0; j < up[0].length; j++) {
                                    result[i % result.length][j % result[0].length] += up[i][j];
                                }
                            }
                            return result;
                        },
                        in ->
                                Exercise.ofStretched(
                                        in.matrix("up"), in.integer("rows"), in.integer("columns")))
                .example(stretch(new double[][] {{1, 2}, {3, 4}, {5, 6}}, 1, 2))
                .example(stretch(new double[][] {{1, 2}, {3, 4}, {5, 6}}, 3, 2))
                .drawn(draw -> {
                    var up = draw.matrix(draw.size(), draw.size());
                    return stretch(up, draw.flag() ? 1 : up.length, draw.flag() ? 1 : up[0].length);
                })
                .mistake(
                        "This is up as it arrives, too large for what was stretched. Add along the axes that had size 1.",
                        in -> in.matrix("up"))
                .mistake(
                        "Here one row or column stands for all. A number that was used many times gets the sum of all that comes back.",
                        in ->
                                table(
                                        in.integer("rows"),
                                        in.integer("columns"),
                                        (i, j) -> in.matrix("up")[i][j]))
                .mistake(
                        "This replaces where it should add, so that the last one counts alone: += in place of =.",
                        in -> {
                            var up = in.matrix("up");
                            var rows = in.integer("rows");
                            var columns = in.integer("columns");
                            return table(
                                    rows,
                                    columns,
                                    (i, j) ->
                                            up[rows == 1 ? up.length - 1 : i][
                                                    columns == 1 ? up[0].length - 1 : j]);
                        })
                .mistake(
                        "This is the mean of what comes back. Paths are added, not averaged.",
                        in -> {
                            var up = in.matrix("up");
                            var rows = in.integer("rows");
                            var columns = in.integer("columns");
                            var times = up.length * up[0].length / (rows * columns);
                            var result = new double[rows][columns];
                            for (var i = 0; i < up.length; i++) {
                                for (var j = 0; j < up[0].length; j++) {
                                    result[i % rows][j % columns] += up[i][j] / times;
                                }
                            }
                            return result;
                        })
                .mistake(
                        "Rows that were stretched are summed, but columns that were stretched are not, or the other way round. Look at both sizes.",
                        Checks::rowsOnly);
    }

    private static Inputs stretch(double[][] up, int rows, int columns) {
        return Inputs.of("up", up, "rows", rows, "columns", columns);
    }

    /// Sums over stretched rows, and takes the first of stretched columns.
    private static double[][] rowsOnly(Inputs in) {
        var up = in.matrix("up");
        var rows = in.integer("rows");
        return table(
                rows,
                in.integer("columns"),
                (i, j) -> rows == 1 ? Arrays.stream(column(up, j)).sum() : up[i][j]);
    }

    private static Check sum() {
        return ValueCheck.of(
                        "stretches what was summed",
                        in ->
                                table(
                                        in.integer("rows"),
                                        in.integer("columns"),
                                        (_, _) -> in.number("up")),
                        in ->
                                Exercise.ofSum(
                                        in.number("up"), in.integer("rows"), in.integer("columns")))
                .drawn(
                        20,
                        draw ->
                                Inputs.of(
                                        "up", draw.number(),
                                        "rows", draw.size(),
                                        "columns", draw.size()))
                .mistake(
                        "What arrives has been divided among the numbers. Each of them counts in full: if it grows by 1, the sum grows by 1.",
                        in ->
                                table(
                                        in.integer("rows"),
                                        in.integer("columns"),
                                        (_, _) ->
                                                in.number("up")
                                                        / (in.integer("rows")
                                                                * in.integer("columns"))))
                .mistake(
                        "All gradients are 1 here. They would be, if up were 1; each gets the number that arrives.",
                        in -> table(in.integer("rows"), in.integer("columns"), (_, _) -> 1));
    }

    /// All parts of the network lie behind each other in one row of numbers, which is nudged.
    private static Check network(String name, int[][] shapes, Network network) {
        var random = new SplittableRandom(7);
        var count = Arrays.stream(shapes).mapToInt(it -> it[0] * it[1]).sum();
        var check =
                GradientCheck.of(
                        name,
                        x -> network.of(parts(shapes, x)).number[0][0],
                        x -> {
                            var parts = parts(shapes, x);
                            network.of(parts).backward();
                            return parts.stream()
                                    .flatMap(part -> Arrays.stream(part.gradient))
                                    .flatMapToDouble(Arrays::stream)
                                    .toArray();
                        });
        for (var point = 0; point < 3; point++) {
            check.at(random.doubles(count, -2, 2).toArray());
        }
        return check;
    }

    private static List<Exercise.Table> parts(int[][] shapes, double[] x) {
        var parts = new ArrayList<Exercise.Table>();
        var from = 0;
        for (var shape : shapes) {
            var start = from;
            parts.add(
                    new Exercise.Table(
                            table(shape[0], shape[1], (i, j) -> x[start + i * shape[1] + j])));
            from += shape[0] * shape[1];
        }
        return parts;
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static double[] column(double[][] x, int j) {
        return Arrays.stream(x).mapToDouble(row -> row[j]).toArray();
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
