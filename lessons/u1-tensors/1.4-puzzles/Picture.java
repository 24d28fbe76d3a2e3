import module dev.gradus;
import module dev.gradus.course;
import module java.base;

// asks: puzzle {"name": "outer", "slip": false}
// asks: puzzle {"name": "outer", "slip": true}
// asks: puzzle {"name": "diagonal", "slip": false}
// asks: puzzle {"name": "upperTriangle", "slip": true}
// asks: puzzle {"name": "oneHot", "slip": false}
// asks: puzzle {"name": "distances", "slip": true}
// asks: puzzle {"name": "centre", "slip": false}
// asks: puzzle {"name": "shares", "slip": true}
// asks: puzzle {"name": "reversed", "slip": false}
// asks: puzzle {"name": "everySecond", "slip": true}
// asks: puzzle {"name": "totals", "slip": false}
/// A puzzle on a small example: what goes in, what should come out by plain counting, and what the exercise
/// makes of it, operation by operation. Beside it stands a slip that many make.
final class Picture implements LessonPicture {
    private static final Tensor A = Tensor.of(1f, 2, 3);
    private static final Tensor B = Tensor.of(10f, 20);
    private static final Tensor SQUARE = Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
    private static final Tensor LABELS = Tensor.of(2f, 0, 1);
    private static final Tensor POINTS = Tensor.of(new float[][] {{0, 0}, {1, 2}, {3, 1}});
    private static final Tensor OTHERS = Tensor.of(new float[][] {{0, 0}, {2, 2}});
    private static final Tensor TABLE = Tensor.of(new float[][] {{1, 3}, {2, 2}, {6, 4}});
    private static final Tensor ROW = Tensor.of(5f, 1, 4, 2);
    private static final int N = 4;

    private record Puzzle(
            Map<String, Object> inputs, double[][] target, Tensor yours, Tensor slip) {}

    @Override
    public Object answer(String question, Inputs in) {
        if (!question.equals("puzzle")) {
            throw new IllegalArgumentException("there is no question " + question);
        }
        var puzzle = puzzle(in.text("name"));
        var made = in.flag("slip") ? puzzle.slip() : puzzle.yours();
        var inputs = new ArrayList<>();
        puzzle.inputs()
                .forEach((name, value) ->
                        inputs.add(
                                Map.of(
                                        "name",
                                        name,
                                        "box",
                                        value instanceof Tensor box ? box(box) : value)));
        return Map.of(
                "inputs", inputs,
                "target", Map.of("rows", puzzle.target(), "shape", targetShape(puzzle)),
                "made", box(made),
                "steps", steps(made));
    }

    private static Puzzle puzzle(String name) {
        return switch (name) {
            case "outer" ->
                    new Puzzle(
                            inputs("a", A, "b", B),
                            table(3, 2, (i, j) -> (i + 1) * (j + 1) * 10),
                            Exercise.outer(A, B),
                            B.unsqueeze(1).mul(A));
            case "diagonal" ->
                    new Puzzle(
                            Map.of("x", SQUARE),
                            table(1, 3, (_, j) -> 4 * j + 1),
                            Exercise.diagonal(SQUARE),
                            SQUARE.sum(1));
            case "upperTriangle" ->
                    new Puzzle(
                            Map.of("n", N),
                            table(N, N, (i, j) -> j >= i ? 1 : 0),
                            Exercise.upperTriangle(N),
                            Tensor.arange(N).unsqueeze(1).less(Tensor.arange(N)));
            case "oneHot" ->
                    new Puzzle(
                            inputs("labels", LABELS, "classes", N),
                            table(3, N, (i, j) -> j == new int[] {2, 0, 1}[i] ? 1 : 0),
                            Exercise.oneHot(LABELS, N),
                            Tensor.arange(N).lessEqual(LABELS.unsqueeze(1)));
            case "distances" ->
                    new Puzzle(
                            inputs("x", POINTS, "y", OTHERS),
                            table(3, 2, (i, j) -> distance(rows(POINTS)[i], rows(OTHERS)[j])),
                            Exercise.distances(POINTS, OTHERS),
                            POINTS.unsqueeze(1).sub(OTHERS).sum(2));
            case "centre" ->
                    new Puzzle(
                            Map.of("x", TABLE),
                            table(3, 2, (i, j) -> rows(TABLE)[i][j] - 3),
                            Exercise.centre(TABLE),
                            TABLE.sub(TABLE.mean(1).unsqueeze(1)));
            case "shares" ->
                    new Puzzle(
                            Map.of("x", TABLE),
                            table(3, 2, (i, j) -> rows(TABLE)[i][j] / new double[] {4, 4, 10}[i]),
                            Exercise.shares(TABLE),
                            TABLE.div(TABLE.sum(0)));
            case "reversed" ->
                    new Puzzle(
                            Map.of("x", ROW),
                            table(1, 4, (_, j) -> rows(ROW)[0][3 - j]),
                            Exercise.reversed(ROW),
                            ROW.neg());
            case "everySecond" ->
                    new Puzzle(
                            Map.of("x", ROW),
                            table(1, 2, (_, j) -> rows(ROW)[0][2 * j]),
                            Exercise.everySecond(ROW),
                            ROW.slice(0, 1, 4, 2));
            case "totals" ->
                    new Puzzle(
                            Map.of("x", ROW),
                            table(1, 4, (_, j) -> new double[] {5, 6, 10, 12}[j]),
                            Exercise.totals(ROW),
                            ROW.cumulativeSum(0).sub(ROW));
            default -> throw new IllegalArgumentException("there is no puzzle " + name);
        };
    }

    /// The operations a tensor is made of, the first first, each with the shape that comes out.
    private static List<Object> steps(Tensor made) {
        var steps = new LinkedHashMap<Tensor, Object>();
        collect(made, steps);
        return List.copyOf(steps.values());
    }

    private static void collect(Tensor at, Map<Tensor, Object> steps) {
        if (at.inputCount() == 0 || steps.containsKey(at)) {
            return;
        }
        for (var i = 0; i < at.inputCount(); i++) {
            collect(at.input(i), steps);
        }
        steps.put(at, Map.of("name", name(at.op()), "shape", at.shape().toArray()));
    }

    private static String name(Object operation) {
        var text =
                operation instanceof Enum<?> constant
                        ? constant.name()
                        : operation.getClass().getSimpleName();
        return text.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, Object> inputs(
            String name, Object value, String name2, Object value2) {
        var inputs = new LinkedHashMap<String, Object>();
        inputs.put(name, value);
        inputs.put(name2, value2);
        return inputs;
    }

    private static Map<String, Object> box(Tensor tensor) {
        return Map.of("rows", rows(tensor), "shape", tensor.shape().toArray());
    }

    private static int[] targetShape(Puzzle puzzle) {
        var rows = puzzle.target();
        var isRow = rows.length == 1;
        return isRow ? new int[] {rows[0].length} : new int[] {rows.length, rows[0].length};
    }

    private static double[][] table(int rows, int columns, DoubleOf number) {
        var table = new double[rows][columns];
        for (var i = 0; i < rows; i++) {
            for (var j = 0; j < columns; j++) {
                table[i][j] = number.at(i, j);
            }
        }
        return table;
    }

    private interface DoubleOf {
        double at(int i, int j);
    }

    private static double distance(double[] a, double[] b) {
        return (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]);
    }

    private static double[][] rows(Tensor tensor) {
        var numbers = tensor.toDoubles();
        var columns = tensor.rank() == 0 ? 1 : tensor.size(tensor.rank() - 1);
        var rows = new double[columns == 0 ? 0 : numbers.length / columns][];
        for (var i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(numbers, i * columns, (i + 1) * columns);
        }
        return rows;
    }
}
