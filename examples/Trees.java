import static dev.gradus.Gradus.*;

import module dev.gradus;

import dev.gradus.tensor.Parameter;

/// A graph that changes with the data: the network has the shape of each expression it reads, built by
/// Java's own recursion. It learns whether nested and/or expressions are true.
///
/// `Parameter` is imported by name because `java.lang.reflect` has one too.
sealed interface Tree {
    record Leaf(int word) implements Tree {}

    record Pair(Tree left, Tree right, int operator) implements Tree {}
}

/// Reads a word, or joins what was read on both sides.
record Reader(Parameter words, Layer cell, Layer answer) implements Layer {
    Tensor encode(Tree tree) {
        return switch (tree) {
            case Tree.Leaf(int word) -> words.get(word).unsqueeze(0);
            case Tree.Pair(var left, var right, int operator) ->
                    cell.apply(
                            Tensor.concatenate(
                                    1,
                                    encode(left),
                                    encode(right),
                                    words.get(2 + operator).unsqueeze(0)));
        };
    }

    @Override
    public Tensor apply(Tensor encoded) {
        return answer.apply(encoded);
    }
}

boolean truth(Tree tree) {
    return switch (tree) {
        case Tree.Leaf(int word) -> word == 1;
        case Tree.Pair(var left, var right, int operator) ->
                operator == 0 ? truth(left) && truth(right) : truth(left) || truth(right);
    };
}

Tree grow(java.util.Random random, int depth) {
    return depth == 0 || random.nextInt(4) == 0
            ? new Tree.Leaf(random.nextInt(2))
            : new Tree.Pair(grow(random, depth - 1), grow(random, depth - 1), random.nextInt(2));
}

void main() {
    var width = 16;
    var reader =
            new Reader(
                    Parameter.of(Tensor.random(4, width).seed(3).sub(0.5)),
                    Sequential.of(dense(32, TANH), dense(width, TANH))
                            .build(Shape.of(3 * width), seed(1)),
                    dense(1).build(Shape.of(width), seed(2)));
    var optimizer = adam(5e-3).on(reader);
    var random = new java.util.Random(7);
    for (var step = 0; step < 300; step++) {
        var trees = java.util.stream.Stream.generate(() -> grow(random, 3)).limit(16).toList();
        optimizer.step(loss(reader, trees));
    }
    var unseen = java.util.stream.Stream.generate(() -> grow(random, 3)).limit(200).toList();
    var right = 0;
    for (var tree : unseen) {
        right += reader.apply(reader.encode(tree)).item() > 0 == truth(tree) ? 1 : 0;
    }
    IO.println("%d of 200 unseen expressions judged rightly".formatted(right));
    IO.println(ProgramStatistics.now());
}

Tensor loss(Reader reader, List<Tree> trees) {
    var encoded = trees.stream().map(reader::encode).toArray(Tensor[]::new);
    var truths = new float[trees.size()];
    for (var i = 0; i < truths.length; i++) {
        truths[i] = truth(trees.get(i)) ? 1 : 0;
    }
    return binaryCrossEntropy(
            reader.apply(Tensor.concatenate(0, encoded)), Tensor.of(truths, truths.length, 1));
}
