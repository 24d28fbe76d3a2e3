import module dev.gradus.course;
import module java.base;

// asks: operation {"operation": "matmul", "rows": 2, "inner": 3, "columns": 2}
// asks: operation {"operation": "plus", "rows": 3, "inner": 3, "columns": 2}
// asks: operation {"operation": "sum", "rows": 2, "inner": 3, "columns": 4}
/// One operation forward and back: all tables with their numbers. Gradients come from the exercise's rules.
final class Picture implements LessonPicture {
    /// A table and what it is called.
    private record Box(String name, double[][] numbers) {}

    @Override
    public Object answer(String question, Inputs in) {
        return switch (question) {
            case "operation" ->
                    operation(
                            in.text("operation"),
                            in.integer("rows"),
                            in.integer("inner"),
                            in.integer("columns"));
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    private static Map<String, Object> operation(
            String operation, int rows, int inner, int columns) {
        var random = new SplittableRandom(4);
        return switch (operation) {
            case "matmul" -> {
                var a = drawn(random, rows, inner);
                var b = drawn(random, inner, columns);
                var y = new Exercise.Table(a).matmul(new Exercise.Table(b)).number;
                var up = drawn(random, rows, columns);
                yield tables(
                        List.of(new Box("a", a), new Box("b", b)),
                        y,
                        up,
                        List.of(Exercise.leftOfMatmul(up, b), Exercise.rightOfMatmul(a, up)));
            }
            case "plus" -> {
                var x = drawn(random, rows, columns);
                var bias = drawn(random, 1, columns);
                var y = new Exercise.Table(x).plus(new Exercise.Table(bias)).number;
                var up = drawn(random, rows, columns);
                yield tables(
                        List.of(new Box("x", x), new Box("bias", bias)),
                        y,
                        up,
                        List.of(
                                Exercise.ofStretched(up, rows, columns),
                                Exercise.ofStretched(up, 1, columns)));
            }
            case "sum" -> {
                var x = drawn(random, rows, columns);
                var y = new Exercise.Table(x).sum().number;
                var up = new double[][] {{2}};
                yield tables(
                        List.of(new Box("x", x)),
                        y,
                        up,
                        List.<double[][]>of(Exercise.ofSum(up[0][0], rows, columns)));
            }
            default -> throw new IllegalArgumentException("there is no operation " + operation);
        };
    }

    private static Map<String, Object> tables(
            List<Box> inputs, double[][] y, double[][] up, List<double[][]> gradients) {
        return Map.of("inputs", inputs, "y", y, "up", up, "gradients", gradients);
    }

    /// Small whole numbers, which can be followed in the head.
    private static double[][] drawn(SplittableRandom random, int rows, int columns) {
        var table = new double[rows][columns];
        for (var row : table) {
            Arrays.setAll(row, _ -> random.nextInt(-3, 4));
        }
        return table;
    }
}
