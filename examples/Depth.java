import static dev.gradus.Gradus.*;

import module dev.gradus;

/// What skips are for: the same network of 1,001 layers, with and without them (He, Zhang, Ren and Sun 2016).
/// 333 blocks of three layers, a layer before and one behind, learn which of two spirals a point lies on.
void main() {
    var points = Split.fractions(0.8, 0, 0.2).of(Spirals.of(2, 600).dataset());
    var scaled = Standardize.fitEachFeature(points.train());
    for (var skip : new boolean[] {true, false}) {
        var begin = System.nanoTime();
        var net = deep(333, skip).build(Shape.of(2), seed(1));
        var optimizer = adam(0.003).clipNorm(1).on(net);
        IO.println(
                "%,d layers %s skips, %,d parameters"
                        .formatted(
                                2 + 3 * 333,
                                skip ? "with" : "without",
                                net.summary().parameters()));
        for (var epoch : range(40)) {
            var loss = new Meter();
            for (var batch : points.train().shuffled(epoch).through(scaled).batches(96)) {
                var step = crossEntropy(net.apply(batch.x()), batch.y());
                optimizer.step(step);
                loss.add(step);
            }
            if (epoch % 5 == 4) {
                IO.println(
                        "  epoch %2d  loss %.4f  right %5.1f %% of train, %5.1f %% of test  %4.0f s"
                                .formatted(
                                        epoch + 1,
                                        loss.take(),
                                        right(net, points.train().through(scaled)),
                                        right(net, points.test().through(scaled)),
                                        (System.nanoTime() - begin) / 1e9));
            }
        }
    }
}

/// Three layers, each behind a normalisation and an activation; what comes in is added to what comes out.
record Block(Sequential layers, boolean skip) implements Layer {
    public Tensor apply(Tensor x) {
        var y = layers.apply(x);
        return skip ? x.add(y) : y;
    }
}

Sequential.Spec deep(int blocks, boolean skip) {
    var layers =
            Sequential.of(
                    batchNorm(),
                    RELU,
                    dense(16),
                    batchNorm(),
                    RELU,
                    dense(16),
                    batchNorm(),
                    RELU,
                    dense(16));
    LayerSpec block = (input, seed) -> new Block(layers.build(input, seed), skip);
    var all = new ArrayList<LayerSpec>();
    all.add(dense(16));
    all.addAll(Collections.nCopies(blocks, block));
    all.addAll(List.of(batchNorm(), RELU, dense(2)));
    return Sequential.of(all.toArray(LayerSpec[]::new));
}

double right(Layer net, Examples data) {
    var all = data.batches(data.size()).get(0);
    return 100 * net.apply(all.x()).argmax(1).equal(all.y()).cast(DType.FLOAT32).mean().item();
}
