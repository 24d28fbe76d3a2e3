import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(
                ValueCheck.of(
                                "multiplies matrices",
                                in -> product(in.matrix("a"), in.matrix("b"), Double::sum),
                                in -> Exercise.matmul(in.matrix("a"), in.matrix("b")))
                        .example(
                                Inputs.of(
                                        "a", new double[][] {{2, 1, 3}, {0, 2, 1}},
                                        "b", new double[][] {{1, 2}, {4, 3}, {2, 2}}))
                        .drawn(draw -> {
                            var inner = draw.size();
                            return Inputs.of(
                                    "a", draw.matrix(draw.size(), inner),
                                    "b", draw.matrix(inner, draw.size()));
                        })
                        .mistake(
                                "Each product replaces the one before it, so that only the last one counts. A dot product adds them up: += instead of =.",
                                in -> product(in.matrix("a"), in.matrix("b"), (_, last) -> last))
                        .mistake(
                                "This multiplies number by number. In a matrix product every row meets every column.",
                                in -> elementwise(in.matrix("a"), in.matrix("b")))
                        .mistake(
                                "Rows of a meet rows of b. The second matrix is read down its columns: b[p][j], not b[j][p].",
                                in ->
                                        product(
                                                in.matrix("a"),
                                                transposed(in.matrix("b")),
                                                Double::sum))
                        .mistake(
                                "The result lies on its side: the rows of a belong to the rows of the result.",
                                in ->
                                        transposed(
                                                product(
                                                        in.matrix("a"),
                                                        in.matrix("b"),
                                                        Double::sum))));
    }

    private static double[][] product(double[][] a, double[][] b, DoubleBinaryOperator joined) {
        var result = new double[a.length][b[0].length];
        for (var i = 0; i < a.length; i++) {
            for (var j = 0; j < b[0].length; j++) {
                for (var p = 0; p < a[0].length; p++) {
                    result[i][j] = joined.applyAsDouble(result[i][j], a[i][p] * b[p][j]);
                }
            }
        }
        return result;
    }

    private static double[][] elementwise(double[][] a, double[][] b) {
        var result = new double[a.length][b[0].length];
        for (var i = 0; i < a.length; i++) {
            for (var j = 0; j < b[0].length; j++) {
                result[i][j] = a[i][j] * b[i][j];
            }
        }
        return result;
    }

    private static double[][] transposed(double[][] x) {
        var result = new double[x[0].length][x.length];
        for (var i = 0; i < x.length; i++) {
            for (var j = 0; j < x[0].length; j++) {
                result[j][i] = x[i][j];
            }
        }
        return result;
    }
}
