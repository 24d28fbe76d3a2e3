import module dev.gradus.course;
import module java.base;

// asks: product {"a": [[2, 1, 3], [0, 2, 1]], "b": [[1, 2], [4, 3], [2, 2]]}
// asks: product {"a": [[-2, 0.5, 3], [9, -9, 0]], "b": [[1, 2], [4, -3], [2, 2]]}
/// The product is the exercise's; the terms of each dot product are written out beside it.
final class Picture implements LessonPicture {
    @Override
    public Object answer(String question, Inputs in) {
        var a = in.matrix("a");
        var b = in.matrix("b");
        return switch (question) {
            case "product" -> Map.of("result", Exercise.matmul(a, b), "terms", terms(a, b));
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    /// Returns what row i and column j contribute, product by product: a box of shape [n, m, k].
    private static double[][][] terms(double[][] a, double[][] b) {
        var terms = new double[a.length][b[0].length][b.length];
        for (var i = 0; i < a.length; i++) {
            for (var j = 0; j < b[0].length; j++) {
                for (var p = 0; p < b.length; p++) {
                    terms[i][j][p] = a[i][p] * b[p][j];
                }
            }
        }
        return terms;
    }
}
