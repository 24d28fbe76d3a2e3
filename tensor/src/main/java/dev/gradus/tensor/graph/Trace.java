package dev.gradus.tensor.graph;

import dev.gradus.tensor.AnomalyDetection;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.op.Marker;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Op;
import dev.gradus.tensor.op.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Walks from the tensors that are asked for back to the numbers that are there, and parts what it
/// finds into a [Structure] and the values of its leaves.
///
/// Markers are resolved on the way: in a training step `byMode` is its first input and assignments are
/// collected, elsewhere it is the second and they are passed by. The walk keeps its own stack: a
/// network may be deeper than Java's.
final class Trace {
    private static final Source.Input LEAF = new Source.Input();

    private final Mode mode;
    private final boolean training;
    private final long key;
    private final NodeMap seen = new NodeMap();
    private final Map<Parameter, Integer> assigned = new LinkedHashMap<>();

    private Op[] ops = new Op[64];
    private Shape[] shapes = new Shape[64];
    private DType[] types = new DType[64];
    private int[] wiring = new int[256];
    private int count;
    private int wires;
    private int stepRandoms;
    private int[] outputs = new int[8];
    private int outputCount;

    private final List<Buffer> leaves = new ArrayList<>();
    private final List<Tensor> leafTensors = new ArrayList<>();
    private final List<Optional<Parameter>> parameters = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    /// For each node the tensor that it stands for; kept only while anomalies are looked for.
    private final List<Tensor> tensors = new ArrayList<>();

    private final boolean watched = AnomalyDetection.isOn();
    private boolean meetsSettled;

    private Tensor[] stack = new Tensor[64];
    private int top;

    /// What a trace is for.
    private enum Mode {
        /// Numbers are asked for; those that are there are taken.
        INFERENCE,
        /// A step; everything is computed anew.
        TRAINING,
        /// The recipe is wanted, whether or not the numbers are there.
        EXPLANATION
    }

    private Trace(Mode mode, long key) {
        this.mode = mode;
        this.training = mode == Mode.TRAINING;
        this.key = key;
    }

    /// A marker between a node and what it reads, which a structure does not show but gradients obey.
    ///
    /// @param wire where in the wiring the result of the marker is read; outputs come before, below 0
    /// @param marker what stands there
    /// @param others what a gradient rule leads to, as node numbers
    record Mark(int wire, Marker marker, List<Integer> others) {}

    /// The traced graph: its structure, the values of its leaves, and which outputs after the first ones
    /// are new values of which parameters.
    ///
    /// @param tensors for each node the tensor that it stands for, if anomalies are looked for
    record Traced(
            Structure structure, Buffer[] leaves, List<Parameter> assigned, List<Tensor> tensors) {}

    /// Traces `outputs` as they are outside a step.
    static Traced inference(List<Tensor> outputs) {
        return new Trace(Mode.INFERENCE, 0).trace(outputs, Map.of());
    }

    /// Traces `output` as if nothing had been computed yet.
    static Traced explanation(Tensor output) {
        return new Trace(Mode.EXPLANATION, 0).trace(List.of(output), Map.of());
    }

    /// Traces a training step that computes `outputs` and changes parameters by `updates` and by the
    /// assignments found on the way.
    static Traced step(List<Tensor> outputs, Map<Parameter, Tensor> updates, long key) {
        return new Trace(Mode.TRAINING, key).trace(outputs, updates);
    }

    /// Begins to trace a training step: [#outputs], then [#updates].
    static Trace step(long key) {
        return new Trace(Mode.TRAINING, key);
    }

    private Traced trace(List<Tensor> wanted, Map<Parameter, Tensor> updates) {
        wanted.forEach(this::want);
        return updates(updates);
    }

    /// Walks through `wanted` and returns their structure.
    Structure outputs(List<Tensor> wanted) {
        wanted.forEach(this::want);
        return structure();
    }

    /// Walks through `updates` too, the last first: gradients of the last layers are ready first, and what
    /// they are made from need not be kept until those of the first layers are.
    Traced updates(Map<Parameter, Tensor> updates) {
        for (var update : List.copyOf(updates.entrySet()).reversed()) {
            assign(update.getKey(), visit(update.getValue()));
        }
        return new Traced(
                structure(),
                leaves.toArray(new Buffer[0]),
                List.copyOf(assigned.keySet()),
                tensors);
    }

    private void want(Tensor tensor) {
        if (outputCount == outputs.length) {
            outputs = Arrays.copyOf(outputs, outputCount * 2);
        }
        outputs[outputCount++] = visit(tensor);
        mark(-outputCount, tensor);
    }

    private Structure structure() {
        var all = Arrays.copyOf(outputs, outputCount + assigned.size());
        var at = outputCount;
        for (var value : assigned.values()) {
            all[at++] = value;
        }
        return new Structure(
                Arrays.copyOf(ops, count),
                Arrays.copyOf(shapes, count),
                Arrays.copyOf(types, count),
                Arrays.copyOf(wiring, wires),
                all);
    }

    /// Returns the values of the leaves found so far.
    List<Buffer> leaves() {
        return leaves;
    }

    /// Returns the leaves found so far.
    List<Tensor> leafTensors() {
        return leafTensors;
    }

    /// Returns for each leaf found so far the parameter that it is the value of, if it is one.
    List<Optional<Parameter>> parameters() {
        return parameters;
    }

    /// Returns the markers on the way, which decide where gradients flow.
    List<Mark> marks() {
        return marks;
    }

    /// Returns whether it has met numbers of an earlier step, through which no gradient leads.
    boolean meetsSettled() {
        return meetsSettled;
    }

    private int visit(Tensor root) {
        push(root);
        while (top > 0) {
            var tensor = stack[top - 1];
            if (seen.get(tensor) >= 0) {
                top--;
            } else if (!pushMissingInputs(tensor)) {
                top--;
                seen.put(tensor, number(tensor));
            }
        }
        return seen.get(root);
    }

    private boolean pushMissingInputs(Tensor tensor) {
        if (tensor.op() instanceof Move.Slice && mode != Mode.EXPLANATION) {
            Batching.keep(tensor);
        }
        if (isLeaf(tensor)) {
            return false;
        }
        var missing = false;
        for (var i = tensor.inputCount() - 1; i >= 0; i--) {
            if (isNeeded(tensor, i) && seen.get(tensor.input(i)) < 0) {
                push(tensor.input(i));
                missing = true;
            }
        }
        return missing;
    }

    private void push(Tensor tensor) {
        if (top == stack.length) {
            stack = Arrays.copyOf(stack, top * 2);
        }
        stack[top++] = tensor;
    }

    private boolean isNeeded(Tensor tensor, int input) {
        return switch (tensor.op()) {
            case Marker.ByMode _ -> input == 0 == training;
            case Marker.Assign _ -> input == 0 || training;
            case Marker.ByRule _ -> input == 0;
            default -> true;
        };
    }

    /// A step computes everything anew: what has been looked at before was computed in inference mode.
    /// Only a detached tensor, and what follows from data alone, is taken as it was seen.
    private boolean isLeaf(Tensor tensor) {
        var taken =
                tensor.isSettled()
                        || tensor.isComputed()
                                && (mode == Mode.INFERENCE
                                        || mode == Mode.TRAINING && tensor.isFixed());
        return switch (tensor.op()) {
            case Source.Random _ -> taken;
            case Source _ -> true;
            case Marker.Detach _ -> taken || tensor.isComputed() && mode != Mode.EXPLANATION;
            default -> taken;
        };
    }

    private int number(Tensor tensor) {
        if (tensor.op() instanceof Source source) {
            return source(source, tensor);
        }
        if (isLeaf(tensor)) {
            meetsSettled |= tensor.isSettled() && !(tensor.op() instanceof Marker.Detach);
            return leaf(tensor.buffer(), tensor);
        }
        return switch (tensor.op()) {
            case Marker.Detach _, Marker.ByRule _ -> alias(tensor);
            case Marker.ByMode _ -> seen.get(tensor.input(training ? 0 : 1));
            case Marker.Assign(var parameter) -> {
                if (training) {
                    assign(parameter, seen.get(tensor.input(1)));
                }
                yield alias(tensor);
            }
            default -> node(tensor.op(), tensor);
        };
    }

    private void assign(Parameter parameter, int value) {
        if (assigned.put(parameter, value) != null) {
            throw new IllegalStateException(
                    "a step assigns the same parameter of shape %s twice: use a layer with state once in each step, or give each use a layer of its own"
                            .formatted(parameter.shape()));
        }
    }

    private int alias(Tensor tensor) {
        return seen.get(tensor.input(0));
    }

    private int source(Source source, Tensor tensor) {
        return switch (source) {
            case Source.Input _ -> leaf(tensor.buffer(), tensor);
            case Source.Literal(double value) -> literal(value, tensor);
            case Source.Variable(var parameter, int version) -> {
                if (parameter.version() != version) {
                    throw new IllegalStateException(
                            "this tensor was built when a parameter of shape %s had the value it had %d changes ago: build it again after the step, or ask for its value before"
                                    .formatted(parameter.shape(), parameter.version() - version));
                }
                yield leaf(parameter.buffer(), tensor);
            }
            case Source.StepKey _ -> leaf(new Buffer.Longs(new long[] {key}), tensor);
            case Source.Random _ -> {
                if (isLeaf(tensor)) {
                    yield leaf(tensor.buffer(), tensor);
                }
                var perStep = tensor.input(0).op() instanceof Source.StepKey;
                yield node(new Source.Random(perStep ? ++stepRandoms : 0), tensor);
            }
            case Source.Nothing _, Source.Count _, Source.Iota _ -> node(source, tensor);
        };
    }

    /// A literal that some rule of simplification knows is part of the structure; any other is a value, so
    /// that a changing learning rate does not make a new program. Two equal ones stay two: in the next
    /// step they may differ.
    private int literal(double value, Tensor tensor) {
        if (Simplify.knows(value)) {
            return node(tensor.op(), tensor);
        }
        var buffer = Buffer.allocate(tensor.type(), 1);
        buffer.set(0, value);
        return leaf(buffer, tensor);
    }

    private int leaf(Buffer value, Tensor tensor) {
        leaves.add(value);
        leafTensors.add(tensor);
        parameters.add(
                tensor.op() instanceof Source.Variable(var parameter, _)
                        ? Optional.of(parameter)
                        : Optional.empty());
        return add(LEAF, tensor, 0);
    }

    private int node(Op op, Tensor tensor) {
        var inputs = tensor.inputCount();
        var at = add(op, tensor, inputs);
        for (var i = 0; i < inputs; i++) {
            mark(wires, tensor.input(i));
            wiring[wires++] = seen.get(tensor.input(i));
        }
        return at;
    }

    private void mark(int wire, Tensor read) {
        var tensor = read;
        while (tensor.op() instanceof Marker marker && !isLeaf(tensor)) {
            switch (marker) {
                case Marker.Detach _ -> marks.add(new Mark(wire, marker, List.of()));
                case Marker.ByRule _ -> {
                    var others = new ArrayList<Integer>();
                    for (var i = 1; i < tensor.inputCount(); i++) {
                        others.add(seen.get(tensor.input(i)));
                    }
                    marks.add(new Mark(wire, marker, others));
                }
                case Marker.ByMode _, Marker.Assign _ -> {}
            }
            tensor = tensor.input(marker instanceof Marker.ByMode && !training ? 1 : 0);
        }
    }

    private int add(Op op, Tensor tensor, int inputs) {
        if (count == ops.length) {
            ops = Arrays.copyOf(ops, count * 2);
            shapes = Arrays.copyOf(shapes, count * 2);
            types = Arrays.copyOf(types, count * 2);
        }
        while (wires + inputs + 1 > wiring.length) {
            wiring = Arrays.copyOf(wiring, wiring.length * 2);
        }
        if (watched) {
            tensors.add(tensor);
        }
        ops[count] = op;
        shapes[count] = tensor.shape();
        types[count] = tensor.type();
        wiring[wires++] = inputs;
        return count++;
    }
}
