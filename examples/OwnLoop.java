import static dev.gradus.Gradus.*;

import module dev.gradus;

/// A loop of one's own: batches, a loss, a step. Everything else is plain Java.
void main() {
    var fashion = FashionMnist.load();
    var network =
            Sequential.of(flatten(), dense(64, RELU), dense(10))
                    .build(Shape.of(28, 28, 1), seed(1));
    var optimizer = adam(1e-3).on(network);
    var scale = 1 / 255.0;
    for (var epoch = 0; epoch < 2; epoch++) {
        var sum = 0.0;
        var steps = 0;
        for (var batch : fashion.train().shuffled(epoch).batches(64)) {
            var loss = crossEntropy(network.apply(batch.x().mul(scale)), batch.y());
            optimizer.step(loss);
            sum += loss.item();
            steps++;
        }
        IO.println("epoch %d: loss %.3f".formatted(epoch + 1, sum / steps));
    }
    var hits = 0.0;
    for (var batch : fashion.test().batches(500)) {
        var answers = network.apply(batch.x().mul(scale)).argmax(1);
        hits += answers.equal(batch.y()).sum().item();
    }
    IO.println(
            "names %.1f of 100 pictures it has never seen"
                    .formatted(100 * hits / fashion.test().size()));
}
