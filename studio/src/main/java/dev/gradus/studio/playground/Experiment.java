package dev.gradus.studio.playground;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Layers;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.optimizer.Optimizer;
import dev.gradus.nn.optimizer.OptimizerState;
import dev.gradus.tensor.AnomalyDetection;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A small network that learns to tell points apart; just what the exported program does.
final class Experiment {
    private final Setup setup;
    private final Lessons lessons;
    private final Sequential network;
    private final Optimizer optimizer;
    private long epoch;

    Experiment(Samples.Ready ready) {
        this.setup = ready.setup();
        this.lessons = new Lessons(setup, ready.samples());
        this.network = spec().build(Shape.of(setup.features().size()), Layers.seed(setup.seed()));
        this.optimizer = setup.optimizer().at(setup.rate()).on(network);
    }

    /// Goes on from an epoch of another run with other settings. An optimizer of the same kind keeps what
    /// it remembers.
    ///
    /// @param before the settings of that run
    Experiment(Samples.Ready ready, History.Entry from, Setup before) {
        this(ready);
        set(network, from.weights());
        if (setup.optimizer() == before.optimizer()) {
            optimizer.restore(from.memory()).learningRate(setup.rate());
        }
        epoch = from.epoch();
    }

    /// Returns points as the engine takes them: `[count, 2]`.
    static Tensor coordinates(List<PointSet.Point> points) {
        var numbers = new float[2 * points.size()];
        for (var i = 0; i < points.size(); i++) {
            numbers[2 * i] = (float) points.get(i).x();
            numbers[2 * i + 1] = (float) points.get(i).y();
        }
        return Tensor.of(numbers, points.size(), 2);
    }

    /// Gives a network of the same shape other weights.
    static void set(Sequential network, List<float[]> weights) {
        var i = 0;
        for (var parameter : Parameters.trainable(network).values()) {
            parameter.set(Tensor.of(weights.get(i), parameter.shape().toArray()));
            i++;
        }
    }

    private Sequential.Spec spec() {
        var layers = new ArrayList<LayerSpec>();
        for (var neurons : setup.layers()) {
            layers.add(Layers.dense(neurons, setup.activation().activation()));
        }
        layers.add(Layers.dense(1));
        return Sequential.of(layers.toArray(LayerSpec[]::new));
    }

    /// Learns from every seen point once. A number that is not finite is explained: the step that made
    /// it changes nothing.
    ///
    /// @throws dev.gradus.tensor.NotFiniteException if there is one
    void learn() {
        var before = values();
        steps();
        if (!isFinite()) {
            // watching every operation takes ten times as long, so it is done where it is needed
            restore(before);
            AnomalyDetection.during(this::steps);
        }
        epoch++;
    }

    private void steps() {
        for (var batch : lessons.seen().shuffled(epoch).batches(setup.batchSize())) {
            optimizer.step(lessons.price(network, batch));
        }
    }

    private Map<Parameter, Tensor> values() {
        var values = new HashMap<Parameter, Tensor>();
        Stream.concat(optimizer.parameters().stream(), optimizer.memory().stream())
                .forEach(parameter ->
                        values.put(
                                parameter,
                                Tensor.of(parameter.buffer().copy(), parameter.shape())));
        return values;
    }

    private static void restore(Map<Parameter, Tensor> values) {
        values.forEach(Parameter::set);
    }

    private boolean isFinite() {
        for (var parameter : optimizer.parameters()) {
            for (var number : parameter.toFloats()) {
                if (!Float.isFinite(number)) {
                    return false;
                }
            }
        }
        return true;
    }

    Setup setup() {
        return setup;
    }

    Lessons lessons() {
        return lessons;
    }

    /// Returns all points; the first [Setup#unseenPoints] of them are kept for the test.
    List<PointSet.Point> points() {
        return lessons.samples().points();
    }

    Sequential network() {
        return network;
    }

    long epoch() {
        return epoch;
    }

    /// Returns all weights and biases, layer by layer.
    List<float[]> weights() {
        return optimizer.parameters().stream().map(Tensor::toFloats).toList();
    }

    /// Returns what the optimizer remembers.
    OptimizerState memory() {
        return optimizer.state();
    }

    /// Returns a network of the same shape with weights of its own, to show others than the present ones.
    Sequential twin() {
        return network.spec().build(network.input(), Layers.seed(setup.seed()));
    }

    /// Sets a weight, or the bias where `from` is -1.
    ///
    /// @throws IllegalArgumentException if there is none of that place, or `value` is not finite
    void set(int layer, int from, int to, double value) {
        if (layer < 0 || layer >= network.layers().size()) {
            throw new IllegalArgumentException("there is no layer %d".formatted(layer));
        }
        if (!(network.layers().get(layer) instanceof Dense(_, var weight, var bias))) {
            throw new IllegalStateException("layer %d has no weights".formatted(layer));
        }
        if (from < -1 || from >= weight.size(0) || to < 0 || to >= weight.size(1)) {
            throw new IllegalArgumentException(
                    "layer %d has no weight from %d to %d".formatted(layer, from, to));
        }
        if (!Float.isFinite((float) value)) {
            throw new IllegalArgumentException("a weight is a finite number, not " + value);
        }
        var parameter = from < 0 ? bias.orElseThrow() : weight;
        var numbers = parameter.toFloats();
        numbers[from < 0 ? to : from * weight.size(1) + to] = (float) value;
        parameter.set(Tensor.of(numbers, parameter.shape().toArray()));
    }
}
