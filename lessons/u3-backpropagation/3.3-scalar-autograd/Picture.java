import module dev.gradus.course;
import module java.base;

// asks: graph {"expression": "neuron", "a": 2, "b": -3}
// asks: graph {"expression": "twice", "a": 2, "b": -3}
// asks: graph {"expression": "diamond", "a": 2, "b": -3}
// asks: graph {"expression": "ladder", "a": 2, "b": 0}
/// Builds an expression out of values, lets it walk back, and reads the graph off the result.
final class Picture implements LessonPicture {
    /// A value in the graph.
    ///
    /// @param column how many operations lie before it
    /// @param row its place in the column
    private record Node(
            String name, String made, double number, double gradient, int column, int row) {}

    /// What a value brings back to one it was made of.
    private record Arrow(int from, int to, double slope, double share) {}

    @Override
    public Object answer(String question, Inputs in) {
        return switch (question) {
            case "graph" -> graph(in.text("expression"), in.number("a"), in.number("b"));
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }

    private static Map<String, Object> graph(String expression, double first, double second) {
        var a = new Exercise.Value(first);
        var b = new Exercise.Value(second);
        var names = new IdentityHashMap<>(Map.of(a, "a", b, "b"));
        var result = result(expression, a, b);
        result.backward();
        var values = new ArrayList<>(behind(result, new LinkedHashSet<>()));
        var columns = new HashMap<Exercise.Value, Integer>();
        var filled = new HashMap<Integer, Integer>();
        var nodes = new ArrayList<Node>();
        var arrows = new ArrayList<Arrow>();
        for (var value : values) {
            var column = value.from.stream().mapToInt(it -> columns.get(it) + 1).max().orElse(0);
            columns.put(value, column);
            nodes.add(
                    new Node(
                            names.getOrDefault(value, value.made.equals("given") ? "number" : ""),
                            value.made,
                            value.number,
                            value.gradient,
                            column,
                            filled.merge(column, 1, Integer::sum) - 1));
            for (var i = 0; i < value.from.size(); i++) {
                var slope = slope(value, i);
                arrows.add(
                        new Arrow(
                                values.indexOf(value.from.get(i)),
                                values.indexOf(value),
                                slope,
                                slope * value.gradient));
            }
        }
        return Map.of("nodes", nodes, "arrows", arrows);
    }

    private static Exercise.Value result(String expression, Exercise.Value a, Exercise.Value b) {
        return switch (expression) {
            case "neuron" ->
                    a.times(new Exercise.Value(2))
                            .plus(b.times(new Exercise.Value(-1)))
                            .plus(new Exercise.Value(0.5))
                            .relu();
            case "twice" -> a.times(b).plus(a);
            case "diamond" -> {
                var square = a.times(a);
                yield square.plus(square.times(b));
            }
            case "ladder" -> {
                var two = a.plus(a);
                var four = two.plus(two);
                yield four.plus(four);
            }
            default -> throw new IllegalArgumentException("there is no expression " + expression);
        };
    }

    /// Everything behind a value stands before it.
    private static Set<Exercise.Value> behind(Exercise.Value value, Set<Exercise.Value> found) {
        if (!found.contains(value)) {
            value.from.forEach(part -> behind(part, found));
            found.add(value);
        }
        return found;
    }

    private static double slope(Exercise.Value value, int part) {
        return switch (value.made) {
            case "times" -> value.from.get(1 - part).number;
            case "relu" -> value.number > 0 ? 1 : 0;
            default -> 1;
        };
    }
}
