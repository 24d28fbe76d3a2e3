import module dev.gradus;
import module dev.gradus.course;
import module java.base;

// asks: box {"values": [7, 8, 9, 4, 5, 6], "shape": [2, 3]}
// asks: box {"values": [7, 8, 9, 4, 5, 6], "shape": [3]}
// asks: box {"values": [7, 8, 9, 4, 5, 6], "shape": [4, 2, 3]}
/// A box of numbers, where each lies in memory, and the sums along its axes: those of a table are the
/// exercise's, those of other boxes the library's.
final class Picture implements LessonPicture {
    @Override
    public Object answer(String question, Inputs in) {
        if (!question.equals("box")) {
            throw new IllegalArgumentException("there is no question " + question);
        }
        var shape = Arrays.stream(in.vector("shape")).mapToInt(size -> (int) size).toArray();
        var values = filled(in.vector("values"), Arrays.stream(shape).reduce(1, (a, b) -> a * b));
        var box = Tensor.of(values, shape);
        var sums = new ArrayList<>();
        for (var axis = 0; axis < shape.length; axis++) {
            sums.add(
                    flat(
                            shape.length == 2
                                    ? Exercise.sumAxis(table(values, shape), axis)
                                    : box.sum(axis)));
        }
        return Map.of(
                "values", values, "steps", steps(shape), "places", places(shape), "sums", sums);
    }

    /// Larger boxes than there are numbers for go on with digits.
    private static double[] filled(double[] given, int count) {
        var values = Arrays.copyOf(given, count);
        for (var i = given.length; i < count; i++) {
            values[i] = (7 * i + 1) % 10;
        }
        return values;
    }

    private static double[][] table(double[] values, int[] shape) {
        var rows = new double[shape[0]][];
        for (var i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(values, i * shape[1], (i + 1) * shape[1]);
        }
        return rows;
    }

    private static double[] flat(Object sums) {
        return sums instanceof Tensor tensor ? tensor.toDoubles() : (double[]) sums;
    }

    /// How far one goes in memory for a step along each axis.
    private static int[] steps(int[] shape) {
        var steps = new int[shape.length];
        var step = 1;
        for (var axis = shape.length - 1; axis >= 0; axis--) {
            steps[axis] = step;
            step *= shape[axis];
        }
        return steps;
    }

    /// The index of each number, in the order of memory.
    private static List<int[]> places(int[] shape) {
        var steps = steps(shape);
        return IntStream.range(0, steps[0] * shape[0])
                .mapToObj(place ->
                        IntStream.range(0, shape.length)
                                .map(axis -> place / steps[axis] % shape[axis])
                                .toArray())
                .toList();
    }
}
