package dev.gradus.tensor.graph;

import dev.gradus.tensor.Device;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.op.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The steps that one rule has led to, by the structure of their outputs: a step that has been seen
/// is carried out again without noting down its gradients and updates.
///
/// In a step of a small perceptron with Adam these are four fifths of all operations.
public final class Replays {
    /// A run uses a handful of structures; a network that looks different at each step must not fill
    /// memory.
    private static final int BOUND = 256;

    private final Map<Key, Replay> replays = new LinkedHashMap<>(16, 0.75f, true);

    /// What two steps must have in common: the structure of their outputs, which parameter stands at
    /// which leaf, since a structure says nothing about values, and where something is detached or has
    /// a gradient rule of its own, since it says nothing about gradients either.
    private record Key(
            Structure structure,
            List<Optional<Parameter>> parameters,
            List<Trace.Mark> marks,
            Device device) {}

    /// Where a leaf that only gradients and updates read takes its value from.
    private sealed interface Origin {
        record Of(Parameter parameter) implements Origin {}

        record Number(int index) implements Origin {}

        record StepKey() implements Origin {}

        record Fixed(Buffer value) implements Origin {}
    }

    /// A step that has been seen.
    ///
    /// @param origins of the leaves that follow those of the outputs
    /// @param assigned the parameters that it changes
    record Replay(Program program, List<Origin> origins, List<Parameter> assigned) {
        /// Returns the values of all leaves, of which those of the outputs are given.
        Buffer[] leaves(List<Buffer> given, List<Tensor> numbers, long key) {
            var leaves = given.toArray(new Buffer[given.size() + origins.size()]);
            for (var i = 0; i < origins.size(); i++) {
                leaves[given.size() + i] =
                        switch (origins.get(i)) {
                            case Origin.Of(var parameter) -> parameter.buffer();
                            case Origin.Number(int index) -> numbers.get(index).buffer();
                            case Origin.StepKey _ -> new Buffer.Longs(new long[] {key});
                            case Origin.Fixed(var value) -> value;
                        };
            }
            return leaves;
        }
    }

    /// Creates room for steps.
    public Replays() {}

    /// Returns the step whose outputs `trace` has just walked, if it has been seen.
    synchronized Optional<Replay> find(Structure structure, Trace trace, Device device) {
        return Optional.ofNullable(
                replays.get(key(structure, trace.parameters(), trace.marks(), device)));
    }

    /// Remembers a step, unless it depends on values that it would have to ask for again.
    ///
    /// @param structure the structure of its outputs
    /// @param marks the markers in them
    /// @param ofOutputs how many leaves the outputs have
    /// @param trace the walk through all of it
    synchronized void learn(
            Structure structure,
            List<Trace.Mark> marks,
            int ofOutputs,
            Trace trace,
            List<Tensor> numbers,
            Device device,
            Program program,
            List<Parameter> assigned) {
        var origins = new ArrayList<Origin>();
        for (var leaf : trace.leafTensors().subList(ofOutputs, trace.leafTensors().size())) {
            var origin = origin(leaf, trace.leaves().get(ofOutputs + origins.size()), numbers);
            if (origin == null) {
                return;
            }
            origins.add(origin);
        }
        var key = key(structure, trace.parameters().subList(0, ofOutputs), marks, device);
        replays.put(key, new Replay(program, List.copyOf(origins), assigned));
        if (replays.size() > BOUND) {
            replays.remove(replays.keySet().iterator().next());
        }
    }

    private static Key key(
            Structure structure,
            List<Optional<Parameter>> parameters,
            List<Trace.Mark> marks,
            Device device) {
        return new Key(structure, List.copyOf(parameters), List.copyOf(marks), device);
    }

    private static @Nullable Origin origin(Tensor leaf, Buffer value, List<Tensor> numbers) {
        var index = numbers.indexOf(leaf);
        if (index >= 0) {
            return new Origin.Number(index);
        }
        return switch (leaf.op()) {
            case Source.Variable(var parameter, _) -> new Origin.Of(parameter);
            case Source.StepKey _ -> new Origin.StepKey();
            case Source.Literal _ -> new Origin.Fixed(value);
            // numbers of some other tensor: next time it may be another one
            default -> null;
        };
    }
}
