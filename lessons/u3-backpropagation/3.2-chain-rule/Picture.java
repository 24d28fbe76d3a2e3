import module dev.gradus.course;
import module java.base;

// asks: graph {"a": 2, "b": 3}
// asks: graph {"a": 0, "b": -1.5}
/// The five nodes with their values and gradients, and what each arrow brings back.
final class Picture implements LessonPicture {
    /// A number in the graph.
    private record Node(String name, String made, double value, double gradient) {}

    /// An arrow between two nodes, by their places.
    private record Arrow(int from, int to, double slope, double share) {}

    @Override
    public Object answer(String question, Inputs in) {
        return switch (question) {
            case "graph" -> graph(in.number("a"), in.number("b"));
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    private static Map<String, Object> graph(double a, double b) {
        var values = Exercise.values(a, b);
        var gradients = Exercise.gradients(a, b);
        var names = List.of("a", "b", "c", "d", "e");
        var made = List.of("", "", "a + b", "a × b", "c × d");
        var nodes =
                IntStream.range(0, names.size())
                        .mapToObj(i -> new Node(names.get(i), made.get(i), values[i], gradients[i]))
                        .toList();
        var arrows =
                List.of(
                        arrow(0, 2, 1, gradients),
                        arrow(1, 2, 1, gradients),
                        arrow(0, 3, values[1], gradients),
                        arrow(1, 3, values[0], gradients),
                        arrow(2, 4, values[3], gradients),
                        arrow(3, 4, values[2], gradients));
        return Map.of("nodes", nodes, "arrows", arrows);
    }

    private static Arrow arrow(int from, int to, double slope, double[] gradients) {
        return new Arrow(from, to, slope, gradients[to] * slope);
    }
}
