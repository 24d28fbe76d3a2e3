import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(along(0), along(1));
    }

    private static Check along(int axis) {
        return ValueCheck.of(
                        "sums along axis " + axis,
                        in -> sum(in.matrix("x"), axis),
                        in -> Exercise.sumAxis(in.matrix("x"), in.integer("axis")))
                .example(Inputs.of("x", new double[][] {{7, 8, 9}, {4, 5, 6}}, "axis", axis))
                .drawn(draw -> Inputs.of("x", draw.matrix(draw.size(), draw.size()), "axis", axis))
                .mistake(
                        "This sums along the other axis. The axis that is named is the one that disappears: summing [2, 3] along axis 0 leaves 3 numbers.",
                        in -> sum(in.matrix("x"), 1 - axis))
                .mistake(
                        "This is the sum of all numbers. Only one axis is to be summed; along the other there is a sum for every place.",
                        in -> new double[] {sum(sum(in.matrix("x"), axis))})
                .mistake(
                        "The sums are right, but each stands at its place of a table that is too large: make the result as long as the axis that is left.",
                        in -> padded(in.matrix("x"), axis))
                .mistake(
                        "Each number replaces the one before it, so that only the last one counts. Add with += instead of =.",
                        in -> last(in.matrix("x"), axis));
    }

    private static double[] sum(double[][] x, int axis) {
        var result = new double[axis == 0 ? x[0].length : x.length];
        for (var i = 0; i < x.length; i++) {
            for (var j = 0; j < x[i].length; j++) {
                result[axis == 0 ? j : i] += x[i][j];
            }
        }
        return result;
    }

    private static double sum(double[] x) {
        return Arrays.stream(x).sum();
    }

    private static double[] padded(double[][] x, int axis) {
        return Arrays.copyOf(sum(x, axis), x.length * x[0].length);
    }

    private static double[] last(double[][] x, int axis) {
        return axis == 0
                ? x[x.length - 1]
                : Arrays.stream(x).mapToDouble(row -> row[row.length - 1]).toArray();
    }
}
