package dev.gradus.tensor.graph;

import dev.gradus.tensor.AnomalyDetection;
import dev.gradus.tensor.Device;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.ProgramStatistics;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Computes tensors: trace, look up or compile the program, run it, keep the results.
public final class Evaluation {
    private Evaluation() {}

    /// Computes all of `tensors` that have not been computed yet, in one program.
    public static void realize(List<Tensor> tensors) {
        var missing = tensors.stream().filter(tensor -> !tensor.isComputed()).distinct().toList();
        if (missing.isEmpty()) {
            return;
        }
        var traced = Trace.inference(missing);
        var results = allocate(missing);
        ProgramCache.get(traced.structure(), Device.current()).run(traced.leaves(), results);
        if (AnomalyDetection.isOn()) {
            Diagnosis.check(List.of(results), traced, traced.tensors());
        }
        for (var i = 0; i < results.length; i++) {
            missing.get(i).keep(results[i]);
        }
    }

    /// Computes `outputs` and the new values of parameters in one program, in training mode, then changes
    /// all parameters together. If anything fails, none is changed. The outputs are plain numbers then,
    /// as they were in the step.
    public static void step(List<Tensor> outputs, Map<Parameter, Tensor> updates, long key) {
        var traced = Trace.step(outputs, updates, key);
        var program = ProgramCache.get(traced.structure(), Device.current());
        run(program, traced, outputs);
    }

    /// Does the same with updates that are asked for if no step by the same rule had outputs of this
    /// structure before.
    public static void step(
            List<Tensor> outputs,
            Replays replays,
            Supplier<Map<Parameter, Tensor>> updates,
            List<Tensor> numbers,
            long key) {
        var device = Device.current();
        var trace = Trace.step(key);
        var structure = trace.outputs(outputs);
        var known =
                trace.meetsSettled() || AnomalyDetection.isOn()
                        ? Optional.<Replays.Replay>empty()
                        : replays.find(structure, trace, device);
        if (known.isPresent()) {
            ProgramCache.countReplay();
            var replay = known.get();
            var leaves = replay.leaves(trace.leaves(), numbers, key);
            var assigned = replay.assigned();
            commit(compute(replay.program(), leaves, outputs, assigned), outputs, assigned);
            return;
        }
        var ofOutputs = trace.leaves().size();
        var marks = List.copyOf(trace.marks());
        var traced = trace.updates(updates.get());
        var program = ProgramCache.get(traced.structure(), device);
        replays.learn(
                structure, marks, ofOutputs, trace, numbers, device, program, traced.assigned());
        run(program, traced, outputs);
    }

    private static void run(Program program, Trace.Traced traced, List<Tensor> outputs) {
        var results = compute(program, traced.leaves(), outputs, traced.assigned());
        if (AnomalyDetection.isOn()) {
            Diagnosis.check(results, traced, traced.tensors());
        }
        commit(results, outputs, traced.assigned());
    }

    private static List<Buffer> compute(
            Program program, Buffer[] leaves, List<Tensor> outputs, List<Parameter> assigned) {
        var results = new ArrayList<>(List.of(allocate(outputs)));
        assigned.forEach(parameter -> results.add(parameter.next()));
        program.run(leaves, results.toArray(new Buffer[0]));
        return results;
    }

    private static void commit(
            List<Buffer> results, List<Tensor> outputs, List<Parameter> assigned) {
        assigned.forEach(Parameter::commit);
        for (var i = 0; i < outputs.size(); i++) {
            outputs.get(i).settle(results.get(i));
        }
    }

    /// Returns the results of `tensors`, compiled as `fuse` says for `device`, outside the cache; for tests
    /// that compare ways to compute the same thing.
    public static List<Buffer> compute(List<Tensor> tensors, Device device, boolean fuse) {
        var traced = Trace.inference(tensors);
        var results = allocate(tensors);
        Program.compile(traced.structure(), device, fuse).run(traced.leaves(), results);
        return List.of(results);
    }

    /// Returns the results of `tensors` by definition, with every `float32` kept as `float64` on the way;
    /// for tests.
    public static List<Buffer> computeExactly(List<Tensor> tensors) {
        var traced = Trace.inference(tensors);
        var results = new Buffer[tensors.size()];
        for (var i = 0; i < results.length; i++) {
            var type = tensors.get(i).type();
            results[i] =
                    Buffer.allocate(
                            type.isFloating() ? dev.gradus.tensor.DType.FLOAT64 : type,
                            tensors.get(i).count());
        }
        new InterpretedProgram(Graph.of(traced.structure())).run(traced.leaves(), results, true);
        return List.of(results);
    }

    /// Returns the kernels that `tensor` compiles to, one a line.
    public static String explain(Tensor tensor) {
        var device = Device.current();
        var traced = Trace.explanation(tensor);
        return switch (ProgramCache.get(traced.structure(), device)) {
            case KernelProgram program -> Explanation.of(program);
            case InterpretedProgram program ->
                    "no kernels: the interpreter runs %d operations one by one"
                            .formatted(
                                    program.graph().nodes().size() - program.graph().leafCount());
        };
    }

    /// Returns how often programs were found in the cache.
    public static ProgramStatistics statistics() {
        return ProgramCache.statistics();
    }

    private static Buffer[] allocate(List<Tensor> tensors) {
        try {
            var buffers = new Buffer[tensors.size()];
            for (var i = 0; i < buffers.length; i++) {
                buffers[i] = Buffer.allocate(tensors.get(i).type(), tensors.get(i).count());
            }
            return buffers;
        } catch (OutOfMemoryError e) {
            throw Shortage.of("the results that were asked for need", Shortage.results(tensors), e);
        }
    }
}
