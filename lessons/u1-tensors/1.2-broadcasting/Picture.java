import module dev.gradus;
import module dev.gradus.course;
import module java.base;

// asks: meet {"first": [4, 3], "second": [3]}
// asks: meet {"first": [4, 1], "second": [3]}
// asks: meet {"first": [4, 3], "second": [4]}
// asks: meet {"first": [3], "second": [2, 1]}
/// Two boxes that are added: whether they fit is the exercise's word; so is the sum, where a row meets a
/// table. Other sums are the library's.
final class Picture implements LessonPicture {
    @Override
    public Object answer(String question, Inputs in) {
        if (!question.equals("meet")) {
            throw new IllegalArgumentException("there is no question " + question);
        }
        var first = sizes(in.vector("first"));
        var second = sizes(in.vector("second"));
        var fits = Exercise.fits(first, second);
        var a = Tensor.arange(count(first)).add(1).reshape(first);
        var b = Tensor.arange(count(second)).add(1).mul(10).reshape(second);
        return Map.of(
                "fits", fits,
                "axes", axes(first, second),
                "first", table(a),
                "second", table(b),
                "sum", fits ? sum(a, b) : new double[0][0]);
    }

    private static double[][] sum(Tensor a, Tensor b) {
        var isBias = a.rank() == 2 && b.rank() == 1 && a.size(1) == b.size(0);
        return isBias ? Exercise.addBias(table(a), b.toDoubles()) : table(a.add(b));
    }

    /// How the sizes of each axis meet, from the first axis to the last, laid on each other at the right end.
    private static List<Object> axes(int[] first, int[] second) {
        var axes = new ArrayList<>();
        for (var k = Math.max(first.length, second.length); k >= 1; k--) {
            var a = k > first.length ? 1 : first[first.length - k];
            var b = k > second.length ? 1 : second[second.length - k];
            axes.add(
                    Map.of(
                            "first", k > first.length ? 0 : a,
                            "second", k > second.length ? 0 : b,
                            "both", Math.max(a, b),
                            "how", a == b ? "equal" : a == 1 || b == 1 ? "stretched" : "clash"));
        }
        return axes;
    }

    private static int[] sizes(double[] given) {
        return Arrays.stream(given).mapToInt(size -> (int) size).toArray();
    }

    private static int count(int[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /// A row alone is a table of one row.
    private static double[][] table(Tensor box) {
        var columns = box.size(box.rank() - 1);
        var numbers = box.toDoubles();
        var rows = new double[numbers.length / columns][];
        for (var i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(numbers, i * columns, (i + 1) * columns);
        }
        return rows;
    }
}
