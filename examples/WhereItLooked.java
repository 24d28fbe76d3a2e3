import static dev.gradus.Gradus.*;

import module dev.gradus;

/// What did it look at: how much each pixel would change the answer, drawn with letters.
void main() {
    var fashion = FashionMnist.load();
    var run =
            Trainer.of(Sequential.of(flatten(), dense(64, RELU), dense(10)))
                    .loss(crossEntropy())
                    .optimizer(adam(1e-3))
                    .epochs(2)
                    .fit(fashion.train(), fashion.validation());
    var model = run.model();
    var image = fashion.test().batches(1).iterator().next().x();
    var label = model.apply(image).argmax(1).get(0);
    var saliency =
            gradient(model.apply(image).get(0).take(0, label).sum(), image).abs().max(3).get(0);
    var levels = saliency.div(saliency.max()).mul(7.99).cast(DType.INT32);
    for (var row = 0; row < 28; row++) {
        var line = new StringBuilder();
        for (var level : levels.get(row).toLongs()) {
            line.append(" .:-=+*#".charAt((int) level));
        }
        IO.println(line);
    }
    IO.println("it says " + fashion.test().classes().get((int) label.item()));
}
