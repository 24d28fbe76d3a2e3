import static dev.gradus.Gradus.*;

import module dev.gradus;

/// Takes a trained network over: seven kinds of clothes have taught it what to look for, and three
/// pictures of each of three other kinds go a long way. Only the 255 numbers of the new head are trained.
///
/// It helps because pullovers are a little like shirts and boots like sneakers. What is like nothing
/// seen before gains nothing: try it with all three kinds of shoes as the new ones.
static final List<String> NEW = List.of("Trouser", "Shirt", "Sneaker");

void main() {
    var fashion = FashionMnist.load();
    var known = fashion.train().classes().stream().filter(name -> !NEW.contains(name)).toList();
    var file = Path.of(System.getProperty("java.io.tmpdir"), "clothes.gradus");
    Trainer.of(LeNet5.of(28, known.size()))
            .optimizer(adam(2e-3))
            .epochs(4)
            .fit(only(fashion.train(), known, 0, 900), only(fashion.validation(), known, 0, 100))
            .save(file);

    var base = Model.load(file);
    var mine = Sequential.of(frozen(base.upTo("features")), dense(NEW.size()));
    IO.println(mine.build(base.inputShape(), seed(1)).summary());
    var test = only(fashion.test(), NEW, 0, 1000).through(base.preprocessing());
    var taken = new Meter();
    var begun = new Meter();
    for (var draw : range(12)) {
        var few = only(fashion.train(), NEW, 3 * draw, 3).through(base.preprocessing());
        taken.add(right(learned(mine, few, draw), test));
        begun.add(right(learned(LeNet5.of(28, NEW.size()), few, draw), test));
    }
    IO.println(
            "from nine pictures, twelve times others: the network taken over knows %.1f %% of 3,000, one from scratch %.1f %%"
                    .formatted(100 * taken.take(), 100 * begun.take()));
}

/// Returns the network after it has seen the examples sixty times.
Layer learned(LayerSpec spec, Examples few, long seed) {
    var net = spec.build(Shape.of(28, 28, 1), seed(seed));
    var optimizer = adam(3e-3).on(net);
    for (var epoch = 0; epoch < 60; epoch++) {
        for (var batch : few.batches(9)) {
            optimizer.step(crossEntropy(net.apply(batch.x()), batch.y()));
        }
    }
    return net;
}

/// Returns the share of the examples whose class it knows.
Tensor right(Layer net, Examples examples) {
    var known = Tensor.scalar(0);
    for (var batch : examples.batches(1000)) {
        var hits = net.apply(batch.x()).argmax(1).equal(batch.y());
        known = known.add(hits.cast(DType.FLOAT32).sum()).realize();
    }
    return known.div(examples.size());
}

/// Returns so many examples of each of these classes after the first `from`, and no others.
Dataset only(Dataset all, List<String> classes, int from, int count) {
    var seen = new int[classes.size()];
    var labels = new int[classes.size() * count];
    var size = all.exampleShape().count();
    var features = new float[labels.length * size];
    var n = 0;
    for (var i = 0; i < all.size(); i++) {
        var label = classes.indexOf(all.classes().get(all.label(i)));
        if (label >= 0 && seen[label]++ >= from && seen[label] <= from + count) {
            all.copyFeatures(i, features, n * size);
            labels[n++] = label;
        }
    }
    return Dataset.of(
            all.name(),
            Arrays.copyOf(features, n * size),
            all.exampleShape(),
            Arrays.copyOf(labels, n),
            classes);
}
