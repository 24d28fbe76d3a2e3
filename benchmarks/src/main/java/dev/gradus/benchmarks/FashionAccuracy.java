package dev.gradus.benchmarks;

import static dev.gradus.Gradus.RELU;
import static dev.gradus.Gradus.adam;
import static dev.gradus.Gradus.conv2d;
import static dev.gradus.Gradus.crossEntropy;
import static dev.gradus.Gradus.dense;
import static dev.gradus.Gradus.dropout;
import static dev.gradus.Gradus.flatten;
import static dev.gradus.Gradus.maxPool;
import static dev.gradus.Gradus.seed;

import dev.gradus.data.Dataset;
import dev.gradus.data.Standardize;
import dev.gradus.data.fashion.FashionMnist;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Sequential;
import java.io.IOException;
import java.util.Arrays;

/// Measures how well two networks name the test pictures of the full Fashion-MNIST: the perceptron
/// 256-128-100 of the data set's own benchmark table (88.3 %), and two convolutions with fewer than
/// 100,000 parameters.
///
/// Trained on 54,000 pictures (the other 6,000 are set apart and not used), learning rate falling along
/// a cosine, the test pictures looked at once, after the last epoch. Prints each seed and the median of
/// three.
///
/// ```
/// java -p target/gradus/modules:benchmarks/target/classes \
///     -m dev.gradus.benchmarks/dev.gradus.benchmarks.FashionAccuracy
/// ```
public final class FashionAccuracy {
    private static final int SEEDS = 3;

    private final FashionMnist fashion;
    private final Standardize standardize;

    private FashionAccuracy(FashionMnist fashion) {
        this.fashion = fashion;
        this.standardize = Standardize.fit(fashion.train());
    }

    /// Runs all seeds of both networks.
    public static void main(String[] arguments) throws IOException {
        var accuracy = new FashionAccuracy(FashionMnist.full());
        accuracy.measure(
                "perceptron 256-128-100",
                Sequential.of(
                        flatten(),
                        dense(256, RELU),
                        dropout(0.2),
                        dense(128, RELU),
                        dropout(0.2),
                        dense(100, RELU),
                        dense(10)),
                20);
        accuracy.measure(
                "two convolutions",
                Sequential.of(
                        conv2d(32, 3, RELU),
                        maxPool(2),
                        conv2d(64, 3, RELU),
                        maxPool(2),
                        flatten(),
                        dropout(0.4),
                        dense(48, RELU),
                        dropout(0.2),
                        dense(10)),
                14);
    }

    private void measure(String name, Sequential.Spec spec, int epochs) {
        var shares = new double[SEEDS];
        for (var run = 0; run < SEEDS; run++) {
            var started = System.nanoTime();
            var network = spec.build(fashion.train().exampleShape(), seed(run + 1L));
            train(network, epochs, run + 1L);
            shares[run] = shareNamedRightly(network, fashion.test());
            System.out.printf(
                    "%s, %,d parameters, %d epochs, seed %d: %.2f %% in %.0f s%n",
                    name,
                    Parameters.count(network),
                    epochs,
                    run + 1,
                    100 * shares[run],
                    (System.nanoTime() - started) / 1e9);
        }
        Arrays.sort(shares);
        System.out.printf("%s, median: %.2f %%%n", name, 100 * shares[SEEDS / 2]);
    }

    private void train(Layer network, int epochs, long seed) {
        var optimizer = adam(1e-3).on(network).seed(seed);
        var batches = (fashion.train().size() + 63) / 64;
        for (var epoch = 0; epoch < epochs; epoch++) {
            for (var batch :
                    fashion.train()
                            .through(standardize)
                            .shuffled(seed * 1000 + epoch)
                            .batches(64)) {
                var done = optimizer.steps() / (double) (batches * epochs);
                optimizer.learningRate(1.5e-3 * (0.01 + 0.99 * (1 + Math.cos(Math.PI * done)) / 2));
                optimizer.step(crossEntropy(network.apply(batch.x()), batch.y()));
            }
        }
    }

    private double shareNamedRightly(Layer network, Dataset test) {
        var hits = 0.0;
        for (var batch : test.through(standardize).batches(500)) {
            hits += network.apply(batch.x()).argmax(1).equal(batch.y()).sum().item();
        }
        return hits / test.size();
    }
}
