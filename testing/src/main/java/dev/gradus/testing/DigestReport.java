package dev.gradus.testing;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Device;
import dev.gradus.tensor.graph.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes one line for each row of the matrix and for each trained network: its name and the digest
/// of its numbers.
///
/// Reports made with any width of vectors and any number of threads must be equal.
public final class DigestReport {
    private DigestReport() {}

    /// Writes the report to the file named by the only argument. Its first line names the device.
    public static void main(String... arguments) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("device " + Device.current());
        for (var row : OpCase.values()) {
            lines.add(row + " " + digest(row));
        }
        lines.add("perceptron " + digest(TrainedNetwork.perceptron()));
        lines.add("convolutional network " + digest(TrainedNetwork.convolutional()));
        Files.write(Path.of(arguments[0]), lines);
    }

    private static String digest(OpCase row) {
        var digest = new Digest();
        for (var variant : Variant.values()) {
            if (row.row().shapes().of(variant).isPresent()) {
                for (var type : types(row, variant)) {
                    var outputs = Trial.of(row, variant, type).outputs();
                    Evaluation.compute(outputs, Device.current(), true).forEach(digest::add);
                }
            }
        }
        return digest.take();
    }

    /// The numbers of every type once, and everything in the type that networks compute in.
    private static List<DType> types(OpCase row, Variant variant) {
        var all = variant == Variant.ODD || variant == Variant.EXTREME;
        return row.row().types().stream().filter(type -> all || type == DType.FLOAT32).toList();
    }

    private static String digest(TrainedNetwork network) {
        var digest = new Digest();
        network.train().forEach(parameter -> digest.add(parameter.buffer()));
        return digest.take();
    }
}
