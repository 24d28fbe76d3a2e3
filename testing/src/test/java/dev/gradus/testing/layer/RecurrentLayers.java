package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.bidirectional;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.gru;
import static dev.gradus.nn.Layers.lstm;
import static dev.gradus.nn.Layers.rnn;
import static dev.gradus.nn.Layers.timeDistributed;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/// Layers that read sequences.
interface RecurrentLayers {
    List<LayerCase> ROWS =
            List.of(
                    read(rnn(3), "rnn(3)", shape(3), weights("", 1)),
                    read(
                            rnn(3, RELU).sequences(),
                            "rnn(3, RELU).sequences()",
                            shape(4, 3),
                            weights("", 1)),
                    read(lstm(3), "lstm(3)", shape(3), weights("", 4)),
                    read(lstm(3).sequences(), "lstm(3).sequences()", shape(4, 3), weights("", 4)),
                    read(lstm(3).reversed(), "lstm(3).reversed()", shape(3), weights("", 4)),
                    read(
                            lstm(3).sequences().reversed().withoutBias(),
                            "lstm(3).sequences().reversed().withoutBias()",
                            shape(4, 3),
                            "inputWeight[2, 12] recurrentWeight[3, 12]"),
                    read(
                            lstm(3).forgetBias(0).recurrentDropout(0.4),
                            "lstm(3).forgetBias(0.0).recurrentDropout(0.4)",
                            shape(3),
                            weights("", 4)),
                    read(
                            gru(3).sequences(),
                            "gru(3).sequences()",
                            shape(4, 3),
                            weights("", 3) + " recurrentBias[9]"),
                    read(
                            gru(3).resetBefore().sequences(),
                            "gru(3).resetBefore().sequences()",
                            shape(4, 3),
                            weights("", 3)),
                    read(
                            gru(3).reversed().recurrentDropout(0.2).withoutBias(),
                            "gru(3).reversed().recurrentDropout(0.2).withoutBias()",
                            shape(3),
                            "inputWeight[2, 9] recurrentWeight[3, 9]"),
                    read(
                            rnn(3).sequences().skipZeros(),
                            "rnn(3).sequences().skipZeros()",
                            shape(4, 3),
                            weights("", 1)),
                    read(
                            bidirectional(lstm(3)),
                            "bidirectional(lstm(3))",
                            shape(6),
                            weights("forward.", 4) + " " + weights("backward.", 4)),
                    read(
                            bidirectional(rnn(3).sequences()),
                            "bidirectional(rnn(3).sequences())",
                            shape(4, 6),
                            weights("forward.", 1) + " " + weights("backward.", 1)),
                    read(
                            bidirectional(rnn(3).sequences()).sum(),
                            "bidirectional(rnn(3).sequences()).sum()",
                            shape(4, 3),
                            weights("forward.", 1) + " " + weights("backward.", 1)),
                    read(
                            bidirectional(rnn(3)).mean(),
                            "bidirectional(rnn(3)).mean()",
                            shape(3),
                            weights("forward.", 1) + " " + weights("backward.", 1)),
                    row(
                            lstm(2).stacked(2, 0.3),
                            "Sequential(lstm(2).sequences(), dropout(0.3), lstm(2))",
                            shape(3, 2),
                            shape(2),
                            "0.inputWeight[2, 8] 0.recurrentWeight[2, 8] 0.bias[8]"
                                    + " 2.inputWeight[2, 8] 2.recurrentWeight[2, 8] 2.bias[8]"),
                    row(
                            Sequential.of(
                                    embedding(5, 2).padding(0),
                                    bidirectional(lstm(2).sequences().skipZeros()),
                                    rnn(2).skipZeros()),
                            "Sequential(embedding(5, 2).padding(0),"
                                    + " bidirectional(lstm(2).sequences().skipZeros()),"
                                    + " rnn(2).skipZeros())",
                            shape(4),
                            shape(2),
                            Stream.of(
                                            "0.weight[5, 2]",
                                            "1.forward.inputWeight[2, 8]",
                                            "1.forward.recurrentWeight[2, 8]",
                                            "1.forward.bias[8]",
                                            "1.backward.inputWeight[2, 8]",
                                            "1.backward.recurrentWeight[2, 8]",
                                            "1.backward.bias[8]",
                                            "2.inputWeight[4, 2]",
                                            "2.recurrentWeight[2, 2]",
                                            "2.bias[2]")
                                    .reduce((a, b) -> a + " " + b)
                                    .orElseThrow()),
                    row(
                            timeDistributed(Sequential.of(conv2d(2, 2), flatten(), dense(2))),
                            "timeDistributed(Sequential(conv2d(2, 2), flatten(), dense(2)))",
                            shape(2, 3, 2, 1),
                            shape(2, 2),
                            "layer.0.weight[2, 2, 1, 2] layer.0.bias[2] layer.2.weight[4, 2]"
                                    + " layer.2.bias[2]"));

    private static LayerCase read(LayerSpec spec, String text, Shape output, String parameters) {
        return row(spec, text, shape(4, 2), output, parameters);
    }

    private static String weights(String name, int gates) {
        return "%1$sinputWeight[2, %2$d] %1$srecurrentWeight[3, %2$d] %1$sbias[%2$d]"
                .formatted(name, 3 * gates);
    }
}
