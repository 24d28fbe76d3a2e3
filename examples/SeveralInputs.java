import static dev.gradus.Gradus.*;

import module dev.gradus;

// A network with two inputs and two outputs: from title and price of a parcel, its category and
// whether it comes back.
void main() {
    var title = input("title", 6);
    var price = input("price", 1);
    var text = embedding(50, 8).on(title).then(globalMean());
    var both = concat(text, price).then(dense(32, RELU));
    var net =
            Graph.of(
                            List.of(title, price),
                            dense(3).on(both).named("category"),
                            dense(1).on(both).named("returned"))
                    .build(seed(1));
    IO.println(net.summary());

    var random = new Random(1);
    var titles = Tensor.of(random.longs(300 * 6, 0, 50).toArray(), 300, 6);
    var prices = Tensor.random(300, 1).seed(2);
    var category = titles.slice(1, 0, 1, 1).squeeze(1).mod(3); // what the first word says
    var returned = prices.greater(0.5).cast(DType.FLOAT32);
    var optimizer = adam(0.01).on(net);
    for (var step : range(200)) {
        var y = net.outputs(titles, prices);
        var loss =
                crossEntropy(y.get("category"), category)
                        .add(binaryCrossEntropy(y.get("returned"), returned));
        optimizer.step(loss);
        if (step % 50 == 49) {
            IO.println("step %d  loss %.3f".formatted(step + 1, loss.item()));
        }
    }
}
