import module dev.gradus.course;
import module java.base;

// asks: network {"sizes": [3, 4, 4, 2]}
// asks: network {"sizes": [784, 100, 10]}
// asks: network {"sizes": [1, 1]}
/// Counts the parameters of a network, and sends one example through it where it is small.
final class Picture implements LessonPicture {
    /// A network with more numbers than this is counted, but not run.
    private static final int MOST_RUN = 200_000;

    /// A layer: its sizes, its parameters, its matrix and what its neurons answer.
    private record Drawn(
            int inputs, int outputs, int parameters, double[][] weight, double[] answer) {}

    @Override
    public Object answer(String question, Inputs in) {
        return switch (question) {
            case "network" ->
                    network(Arrays.stream(in.vector("sizes")).mapToInt(it -> (int) it).toArray());
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    private static Map<String, Object> network(int[] sizes) {
        var random = new SplittableRandom(3);
        var total = Exercise.parameters(sizes);
        var runs = total <= MOST_RUN;
        var x = new double[][] {drawn(random, runs ? sizes[0] : 0)};
        var input = x[0];
        var layers = new ArrayList<Drawn>();
        for (var k = 1; k < sizes.length; k++) {
            var inputs = sizes[k - 1];
            var outputs = sizes[k];
            var weight = new double[runs ? inputs : 0][];
            Arrays.setAll(weight, _ -> drawn(random, outputs));
            if (runs) {
                var bends = k < sizes.length - 1;
                x = new Exercise.Dense(weight, drawn(random, outputs), bends).forward(x);
            }
            layers.add(
                    new Drawn(
                            inputs,
                            outputs,
                            Exercise.parameters(new int[] {inputs, outputs}),
                            corner(weight),
                            runs ? x[0] : new double[0]));
        }
        return Map.of("input", input, "layers", layers, "total", total, "runs", runs);
    }

    private static double[] drawn(SplittableRandom random, int count) {
        return random.doubles(count, -1, 1).toArray();
    }

    /// The weights between the neurons that are drawn.
    private static double[][] corner(double[][] weight) {
        return Arrays.stream(weight)
                .limit(8)
                .map(row -> Arrays.copyOf(row, Math.min(8, row.length)))
                .toArray(double[][]::new);
    }
}
