import static dev.gradus.Gradus.*;

import module dev.gradus;

/// What skips are for: the same network of 1,001 layers, with and without them (He, Zhang, Ren and Sun 2016).
/// 333 blocks of three layers, a layer before and one behind, learn which of two spirals a point lies on.
void main() {
    var points = Split.fractions(0.8, 0, 0.2).of(Spirals.of(2, 600).dataset());
    var scaled = Standardize.fitEachFeature(points.train());
    var train = points.train().through(scaled);
    var test = points.test().through(scaled);
    for (var skips : new boolean[] {true, false}) {
        var net = deep(333, skips).build(Shape.of(2), seed(1));
        IO.println(
                "%,d layers %s skips, %,d parameters"
                        .formatted(
                                2 + 3 * 333,
                                skips ? "with" : "without",
                                net.summary().parameters()));
        var optimizer = adam(0.003).clipNorm(1).on(net);
        var begin = System.nanoTime();
        for (var epoch : range(30)) {
            var losses = new Meter();
            for (var batch : points.train().shuffled(epoch).through(scaled).batches(96)) {
                var loss = crossEntropy(net.apply(batch.x()), batch.y());
                optimizer.step(loss);
                losses.add(loss);
            }
            var loss = losses.take();
            if (epoch % 5 == 4) {
                IO.println(
                        "  epoch %2d  loss %.4f  right %5.1f %% of train, %5.1f %% of test  %4.0f s"
                                .formatted(
                                        epoch + 1,
                                        loss,
                                        right(net, train),
                                        right(net, test),
                                        (System.nanoTime() - begin) / 1e9));
            }
        }
    }
    IO.println(
            "Without skips gradients double every few layers on their way back, until they are no numbers.");
}

/// Three layers, each behind a normalisation and an activation, many times; what enters a block is added to
/// what leaves it.
Sequential.Spec deep(int blocks, boolean skips) {
    var three =
            new LayerSpec[] {
                batchNorm(),
                RELU,
                dense(16),
                batchNorm(),
                RELU,
                dense(16),
                batchNorm(),
                RELU,
                dense(16)
            };
    LayerSpec block = skips ? residual(three) : Sequential.of(three);
    var all = new ArrayList<LayerSpec>();
    all.add(dense(16));
    all.addAll(Collections.nCopies(blocks, block));
    all.addAll(List.of(batchNorm(), RELU, dense(2)));
    return Sequential.of(all.toArray(LayerSpec[]::new));
}

double right(Layer net, Examples examples) {
    var all = examples.batches(examples.size()).get(0);
    return 100 * net.apply(all.x()).argmax(1).equal(all.y()).cast(DType.FLOAT32).mean().item();
}
