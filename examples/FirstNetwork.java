import static dev.gradus.Gradus.*;

import module dev.gradus;

/// The first network: eight lines from data to evaluation to file.
void main() {
    var fashion = FashionMnist.load();
    var model = Sequential.of(flatten(), dense(128, RELU), dropout(0.2), dense(10));
    var run =
            Trainer.of(model)
                    .loss(crossEntropy())
                    .optimizer(adam(1e-3))
                    .epochs(5)
                    .fit(fashion.train(), fashion.validation());
    IO.println(run.evaluate(fashion.test()));
    run.save(Path.of(System.getProperty("java.io.tmpdir"), "fashion.gradus"));
}
