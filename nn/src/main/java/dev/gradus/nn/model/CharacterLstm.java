package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.lstm;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.layer.Dropout;
import dev.gradus.nn.layer.Recurrent;
import dev.gradus.nn.layer.RecurrentState;
import dev.gradus.tensor.Tensor;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// Writes texts character by character, having learned from others which comes next (Graves 2013).
///
/// ```java
/// var net = CharacterLstm.of(65, 64, 256, 2, 0.2).build(Shape.of(100), seed(1));
/// optimizer.step(crossEntropy(net.apply(texts), next));
/// CharacterLstm.generate(net, start, Sampling.USUAL.temperature(0.8)).limit(200).forEach(...);
/// ```
///
/// Each character becomes a vector, layers of long short-term memory read them in order, and after each a
/// dense layer says how likely every character is to come next. An LSTM of `n` features and width `w` has
/// `4 w (n + w + 1)` parameters.
public final class CharacterLstm {
    private CharacterLstm() {}

    /// Returns the network.
    ///
    /// - input: whole numbers `[batch, time]`
    /// - output: logits `[batch, time, vocabulary]`
    ///
    /// @param vocabulary how many characters there are
    /// @param vector how many numbers stand for a character
    /// @param width how many numbers each layer remembers
    /// @param layers how many layers read
    /// @param dropout the share of numbers silenced between the layers in training
    public static Sequential.Spec of(
            int vocabulary, int vector, int width, int layers, double dropout) {
        return Sequential.of(
                embedding(vocabulary, vector),
                lstm(width).sequences().stacked(layers, dropout),
                dense(vocabulary));
    }

    /// Returns the characters that follow `start`, one after the other and without end: use `limit`. What
    /// was read is remembered, so that each takes one step of the network. Use the weights as they are: a
    /// network trained in between goes on with its new ones.
    ///
    /// @param network one of layers, the recurrent ones of which have an output for each step
    /// @param start at least one character to begin with
    /// @throws IllegalArgumentException if `start` is empty or a layer reads from the end
    public static IntStream generate(Sequential network, int[] start, Sampling sampling) {
        if (start.length == 0) {
            throw new IllegalArgumentException(
                    "there is no character to go on from: give at least one to start with");
        }
        return new Writer(network, start.clone(), sampling).characters();
    }

    /// Reads one character at a time and remembers the states of all layers.
    private static final class Writer {
        private final Sequential network;
        private final Sampling sampling;
        private final Seed seed;
        private final Map<Recurrent, RecurrentState> states = new IdentityHashMap<>();
        private final int[] start;
        private int last;
        private long drawn;

        Writer(Sequential network, int[] start, Sampling sampling) {
            this.network = network;
            this.start = start;
            this.sampling = sampling;
            this.seed = Seed.seed(sampling.seed());
        }

        IntStream characters() {
            return IntStream.generate(this::next).sequential();
        }

        private int next() {
            if (drawn == 0) {
                for (var i = 0; i < start.length - 1; i++) {
                    read(start[i]);
                }
                last = start[start.length - 1];
            }
            var draw = (seed.bits(drawn++) >>> 11) * 0x1p-53;
            last = sampling.choose(read(last), draw);
            return last;
        }

        private float[] read(int character) {
            var logits = step(network, Tensor.of(new int[] {character}, 1));
            states.values().forEach(state -> Tensor.realize(state.tensors()));
            states.replaceAll((_, state) -> state.detach());
            return logits.toFloats();
        }

        private Tensor step(Layer layer, Tensor x) {
            return switch (layer) {
                case Sequential inner -> {
                    var y = x;
                    for (var each : inner.layers()) {
                        y = step(each, y);
                    }
                    yield y;
                }
                case Recurrent recurrent -> {
                    if (recurrent.spec().backward() || !recurrent.spec().everyStep()) {
                        throw new IllegalArgumentException(
                                "%s cannot write on: it must read forwards and have sequences()"
                                        .formatted(recurrent));
                    }
                    var before = states.getOrDefault(recurrent, recurrent.start(1));
                    var after = recurrent.step(x, before);
                    states.put(recurrent, after);
                    yield after.output();
                }
                // nothing is silenced outside of training
                case Dropout _ -> x;
                default -> layer.apply(x);
            };
        }
    }
}
