package dev.gradus.benchmarks.workload;

import dev.gradus.benchmarks.workload.Network.Architecture;
import java.util.ArrayList;
import java.util.List;

/// The list of all workloads.
final class Catalogue {
    static final List<Workload> ALL = all();

    private Catalogue() {}

    private static List<Workload> all() {
        var all = new ArrayList<Workload>();
        all.add(training("W1", Architecture.SMALL_PERCEPTRON, 32, 0));
        all.add(training("W2", Architecture.WIDE_PERCEPTRON, 128, 0.2f));
        all.add(training("W3", Architecture.CONVOLUTIONAL, 64, 0));
        all.add(training("W4", Architecture.RESIDUAL, 64, 0));
        all.add(training("W5", Architecture.RECURRENT, 32, 0));
        all.add(training("W6", Architecture.TRANSFORMER, 16, 0));
        all.add(training("W7", Architecture.TABLE, 256, 0));
        all.add(new Network("W8:1", Architecture.CONVOLUTIONAL, false, 1, 0));
        all.add(new Network("W8:128", Architecture.CONVOLUTIONAL, false, 128, 0));
        products(all);
        for (var operation : Elementwise.Operation.values()) {
            for (var count : new int[] {4096, 65_536, 4_194_304}) {
                all.add(new Elementwise(operation, count));
            }
        }
        for (var part : Correlation.Part.values()) {
            all.add(new Correlation(part, 64, 28, 1, 32, 3, 1, 0));
            all.add(new Correlation(part, 64, 26, 32, 64, 3, 1, 0));
            all.add(new Correlation(part, 64, 32, 3, 16, 3, 1, 1));
            all.add(new Correlation(part, 64, 32, 16, 16, 3, 1, 1));
            all.add(new Correlation(part, 64, 32, 16, 32, 3, 2, 1));
            all.add(new Correlation(part, 64, 16, 32, 32, 3, 1, 1));
            all.add(new Correlation(part, 64, 16, 32, 64, 3, 2, 1));
            all.add(new Correlation(part, 64, 8, 64, 64, 3, 1, 1));
        }
        return List.copyOf(all);
    }

    private static Network training(
            String name, Architecture architecture, int batch, float dropout) {
        return new Network(name, architecture, true, batch, dropout);
    }

    /// Squares in all four ways to lie in memory, then each dense layer's three products: forward, gradient
    /// of the weights, gradient of the input.
    private static void products(List<Workload> all) {
        for (var size = 32; size <= 2048; size *= 2) {
            all.add(new Product(size, size, size, false, false));
            all.add(new Product(size, size, size, true, false));
            all.add(new Product(size, size, size, false, true));
            all.add(new Product(size, size, size, true, true));
        }
        dense(all, 32, 784, 128);
        dense(all, 32, 128, 10);
        dense(all, 128, 784, 512);
        dense(all, 128, 512, 512);
        dense(all, 128, 512, 10);
        dense(all, 64, 9216, 128);
        dense(all, 2048, 64, 1024);
        dense(all, 32, 256, 1024);
        dense(all, 2048, 256, 96);
        dense(all, 1024, 128, 384);
        dense(all, 1024, 128, 512);
        dense(all, 1024, 512, 128);
        dense(all, 256, 30, 64);
        dense(all, 256, 64, 32);
    }

    private static void dense(List<Workload> all, int batch, int inputs, int outputs) {
        all.add(new Product(batch, inputs, outputs, false, false));
        all.add(new Product(inputs, batch, outputs, true, false));
        all.add(new Product(batch, outputs, inputs, false, true));
    }
}
