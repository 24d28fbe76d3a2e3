package dev.gradus.train;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.flatten;

import dev.gradus.nn.Sequential;

/// Trains a small network and prints the hash of its weights; run in a process of its own.
final class TrainAndPrintHash {
    private TrainAndPrintHash() {}

    static void main() {
        var parts = Stripes.parts();
        var run =
                Trainer.of(
                                Sequential.of(
                                        conv2d(8, 3, RELU),
                                        batchNorm(),
                                        flatten(),
                                        dense(64, RELU),
                                        dropout(0.3),
                                        dense(3)))
                        .epochs(2)
                        .seed(3)
                        .fit(parts.train(), parts.validation());
        IO.println(run.weightsSha256());
    }
}
