import static dev.gradus.Gradus.*;

import module dev.gradus;

/// A loop of one's own: batches, a loss, a step. Everything else is plain Java.
void main() {
    var fashion = FashionMnist.load();
    var network =
            Sequential.of(flatten(), dense(64, RELU), dense(10))
                    .build(Shape.of(28, 28, 1), seed(1));
    var optimizer = adam(1e-3).on(network);
    var preprocessing = Standardize.fit(fashion.train());
    var train = fashion.train().through(preprocessing);
    var test = fashion.test().through(preprocessing);
    var meter = new Meter();
    for (var epoch : range(2)) {
        for (var batch : train.shuffled(epoch).batches(64)) {
            var loss = crossEntropy(network.apply(batch.x()), batch.y());
            optimizer.step(loss);
            meter.add(loss);
        }
        IO.println("epoch %d: loss %.3f".formatted(epoch + 1, meter.take()));
    }
    var hits = 0.0;
    for (var batch : test.batches(500)) {
        var answers = network.apply(batch.x()).argmax(1);
        hits += answers.equal(batch.y()).sum().item();
    }
    IO.println("names %.1f of 100 pictures it has never seen".formatted(100 * hits / test.size()));
}
