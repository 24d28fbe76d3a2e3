import module dev.gradus.course;
import module java.base;

final class Checks implements CheckList {
    /// Makes the answer of a neuron from its weighted sum and its bias.
    private interface Ending {
        double of(double sum, double bias, boolean bends);
    }

    @Override
    public List<Check> of(Lesson lesson) {
        return List.of(
                forward(),
                parameters(),
                QuestionCheck.of(
                        "counts the network for clothes",
                        lesson.question("fashion"),
                        _ -> Exercise.fashion()));
    }

    private static Check forward() {
        return ValueCheck.of(
                        "computes a layer",
                        in -> layer(in, (sum, bias, bends) -> bent(sum + bias, bends)),
                        in -> {
                            var dense =
                                    new Exercise.Dense(
                                            in.matrix("weight"),
                                            in.vector("bias"),
                                            in.flag("bends"));
                            return dense.forward(in.matrix("x"));
                        })
                .example(
                        Inputs.of(
                                        "x", new double[][] {{1, 2}},
                                        "weight", new double[][] {{1, -1}, {2, -2}},
                                        "bias", new double[] {1, 1})
                                .with("bends", true))
                .drawn(draw -> {
                    var inputs = draw.size();
                    var outputs = draw.size();
                    return Inputs.of(
                                    "x", draw.matrix(draw.size(), inputs),
                                    "weight", draw.matrix(inputs, outputs),
                                    "bias", draw.vector(outputs))
                            .with("bends", draw.flag());
                })
                .mistake(
                        "The bias is missing: one number for each neuron, added to its weighted sum.",
                        in -> layer(in, (sum, _, bends) -> bent(sum, bends)))
                .mistake(
                        "The bend is missing. Where the layer bends, everything below 0 becomes 0.",
                        in -> layer(in, (sum, bias, _) -> sum + bias))
                .mistake(
                        "This layer bends always. It may do so only where bends is true: the output layer keeps its numbers below 0.",
                        in -> layer(in, (sum, bias, _) -> bent(sum + bias, true)))
                .mistake(
                        "The bend comes before the bias. First the whole sum, then the bend.",
                        in -> layer(in, (sum, bias, bends) -> bent(sum, bends) + bias))
                .mistake(
                        "The bias is counted once for every input. It belongs to the sum once: begin the sum with it.",
                        in ->
                                layer(
                                        in,
                                        (sum, bias, bends) ->
                                                bent(
                                                        sum + bias * in.matrix("weight").length,
                                                        bends)));
    }

    private static double bent(double sum, boolean bends) {
        return bends ? Math.max(0, sum) : sum;
    }

    private static double[][] layer(Inputs in, Ending ending) {
        var x = in.matrix("x");
        var weight = in.matrix("weight");
        var bias = in.vector("bias");
        var y = new double[x.length][bias.length];
        for (var i = 0; i < x.length; i++) {
            for (var j = 0; j < bias.length; j++) {
                var sum = 0.0;
                for (var p = 0; p < weight.length; p++) {
                    sum += x[i][p] * weight[p][j];
                }
                y[i][j] = ending.of(sum, bias[j], in.flag("bends"));
            }
        }
        return y;
    }

    private static Check parameters() {
        return ValueCheck.of(
                        "counts parameters",
                        in -> count(in, (inputs, outputs) -> inputs * outputs + outputs),
                        in -> Exercise.parameters(in.integers("sizes")))
                .example(Inputs.of("sizes", new int[] {2, 3}))
                .example(Inputs.of("sizes", new int[] {3, 4, 2}))
                .drawn(draw -> Inputs.of("sizes", draw.integers(draw.integer(2, 5), 1, 20)))
                .mistake(
                        "The biases are missing: each layer has one for every output.",
                        in -> count(in, (inputs, outputs) -> inputs * outputs))
                .mistake(
                        "The input has got biases too. It is data: the first size counts only as what the first layer looks at.",
                        in ->
                                count(in, (inputs, outputs) -> inputs * outputs + outputs)
                                        + in.integers("sizes")[0])
                .mistake(
                        "This adds the sizes. Between two layers every neuron has a weight for every input: multiply them.",
                        in -> Arrays.stream(in.integers("sizes")).sum())
                .mistake(
                        "Each layer has got one bias for every input. There is one for every output.",
                        in -> count(in, (inputs, outputs) -> inputs * outputs + inputs))
                .mistake(
                        "Only the last layer counts here. Add with += instead of =.",
                        in -> {
                            var sizes = in.integers("sizes");
                            return (sizes[sizes.length - 2] + 1) * sizes[sizes.length - 1];
                        });
    }

    private static int count(Inputs in, IntBinaryOperator ofLayer) {
        var sizes = in.integers("sizes");
        return IntStream.range(1, sizes.length)
                .map(k -> ofLayer.applyAsInt(sizes[k - 1], sizes[k]))
                .sum();
    }
}
