package dev.gradus.tensor.graph;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.backend.Body;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;
import dev.gradus.tensor.backend.Operand;
import dev.gradus.tensor.backend.View;
import dev.gradus.tensor.op.ArgSort;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.CumulativeSum;
import dev.gradus.tensor.op.Index;
import dev.gradus.tensor.op.Marker;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Source;
import dev.gradus.tensor.op.Window;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a graph into few kernels over numbered buffers.
///
/// Movements become views wherever strides can express them. What shares a kernel is decided by
/// [Grouping]; this class writes the kernels down in order.
final class Fuse {
    /// The kernels of a program in order, and what stands behind each buffer number.
    record Fused(List<Kernel> kernels, List<Slot> slots) {}

    private final Graph graph;
    private final Grouping grouping;
    private final Map<Node, Integer> outputSlots = new HashMap<>();
    private final @Nullable Operand[] located;
    private final Map<Node, Operand> seats = new HashMap<>();
    private final List<Kernel> kernels = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();

    private Fuse(Graph graph, boolean fuse) {
        this.graph = graph;
        this.located = new @Nullable Operand[graph.nodes().size()];
        for (var i = 0; i < graph.outputs().size(); i++) {
            var output = graph.outputs().get(i);
            slots.add(new Slot.Output(i, output.type, output.shape.count()));
            outputSlots.putIfAbsent(source(output), i);
        }
        this.grouping = new Grouping(graph, new HashSet<>(outputSlots.keySet()), fuse);
    }

    static Fused fuse(Graph graph, boolean fuse) {
        var fusion = new Fuse(graph, fuse);
        graph.nodes().forEach(fusion::emit);
        fusion.fillRemainingOutputs();
        return new Fused(List.copyOf(fusion.kernels), List.copyOf(fusion.slots));
    }

    /// A reshaped result has the numbers of what was reshaped, so that one is computed into the output.
    private static Node source(Node output) {
        var node = output;
        while (node.op instanceof Move.Reshape) {
            node = node.input(0);
        }
        return node;
    }

    /// Outputs that are leaves, views or the same as another output are copied at the end.
    private void fillRemainingOutputs() {
        for (var i = 0; i < graph.outputs().size(); i++) {
            var output = graph.outputs().get(i);
            var at = locate(source(output));
            if (at.slot() != i) {
                copy(locate(output), new Operand(i, output.type, View.of(output.shape)));
            }
        }
    }

    private void emit(Node node) {
        switch (node.op) {
            case Source.Input _ -> place(node, slot(new Slot.Leaf(node.leaf)));
            case Source.Literal(double value) -> place(node, constant(value, node.type));
            case Source.Nothing _ -> place(node, constant(0, node.type));
            case Source.Count(int count) -> place(node, constant(count, node.type));
            case Source.Iota _ -> place(node, slot(new Slot.Constant(iota(node.shape.count()))));
            case Source.Variable _, Source.StepKey _, Marker _ ->
                    throw new IllegalStateException(node + " is resolved when the graph is traced");
            case Move.Pad pad -> pad(node, pad);
            case Move.Concatenate(int axis) -> concatenate(node, axis);
            case Move _ -> {}
            case Contract _ -> {
                if (!grouping.isAttached(node)) {
                    kernels.add(contraction(node, seat(node, true), Optional.empty()));
                }
            }
            case Reduce(var kind, var axes) ->
                    grouping.endingWith(node)
                            .ifPresent(group -> {
                                if (group.isReduction()) {
                                    reduce(group, kind, axes);
                                } else {
                                    map(group);
                                }
                            });
            case Window.Pool(var kind, var geometry) ->
                    kernels.add(
                            new Kernel.PoolKernel(
                                    kind, geometry, dense(node.input(0)), destination(node)));
            case Window.Spread(var geometry, _) ->
                    kernels.add(
                            new Kernel.SpreadKernel(
                                    geometry, dense(node.input(0)), destination(node)));
            case Window.MaxPoolGradient(var geometry) ->
                    kernels.add(
                            new Kernel.MaxPoolGradientKernel(
                                    geometry,
                                    dense(node.input(0)),
                                    dense(node.input(1)),
                                    destination(node)));
            case Index.Gather(int axis) -> gather(node, axis);
            case Index.ScatterAdd(int axis, int size) -> scatterAdd(node, axis, size);
            case ArgSort(int axis, boolean descending, int count) -> {
                var x = node.input(0);
                kernels.add(
                        new Kernel.ArgSortKernel(
                                before(x.shape, axis),
                                x.shape.size(axis),
                                after(x.shape, axis),
                                descending,
                                count,
                                dense(x),
                                destination(node)));
            }
            case CumulativeSum(int axis) ->
                    kernels.add(
                            new Kernel.CumulativeSumKernel(
                                    before(node.shape, axis),
                                    node.shape.size(axis),
                                    after(node.shape, axis),
                                    dense(node.input(0)),
                                    destination(node)));
            case dev.gradus.tensor.op.Unary _,
                    dev.gradus.tensor.op.Binary _,
                    dev.gradus.tensor.op.Select _,
                    dev.gradus.tensor.op.Cast _,
                    Source.Random _ -> {
                grouping.endingWith(node).ifPresent(this::map);
            }
        }
    }

    // ---- where results stand

    private int slot(Slot slot) {
        slots.add(slot);
        return slots.size() - 1;
    }

    private int constant(double value, DType type) {
        var buffer = Buffer.allocate(type, 1);
        buffer.set(0, value);
        return slot(new Slot.Constant(buffer));
    }

    private static Buffer iota(int count) {
        var values = new long[count];
        for (var i = 0; i < count; i++) {
            values[i] = i;
        }
        return new Buffer.Longs(values);
    }

    private Operand place(Node node, int slot) {
        var operand = new Operand(slot, node.type, View.of(node.shape));
        located[node.index] = operand;
        return operand;
    }

    private Operand destination(Node node) {
        var output = outputSlots.get(node);
        return place(node, output != null ? output : temporary(node.type, node.shape));
    }

    /// Returns where a result goes that may stand anywhere: inside a join that reads it, where there is
    /// one, so that joining copies nothing. What must be `dense` gets no place with gaps.
    private Operand seat(Node node, boolean dense) {
        if (!outputSlots.containsKey(node)) {
            for (var user : grouping.consumers(node)) {
                if (user.op instanceof Move.Concatenate(int axis)) {
                    var seat = part(joined(user), user, axis, user.inputs.indexOf(node));
                    if (!dense || seat.view().isDense()) {
                        located[node.index] = seat;
                        seats.put(node, seat);
                        return seat;
                    }
                }
            }
        }
        return destination(node);
    }

    private Operand joined(Node join) {
        var at = located[join.index];
        return at == null ? seat(join, false) : at;
    }

    private static Operand part(Operand whole, Node join, int axis, int index) {
        var start = new int[join.shape.rank()];
        for (var before : join.inputs.subList(0, index)) {
            start[axis] += before.shape.size(axis);
        }
        var stop = join.shape.toArray();
        stop[axis] = start[axis] + join.input(index).shape.size(axis);
        return inside(whole, Ints.of(start), Ints.of(stop));
    }

    private int temporary(DType type, Shape shape) {
        return slot(new Slot.Temporary(type, shape.count()));
    }

    /// Returns where the numbers of `node` stand, behind whatever movements it is made of. Movements may be
    /// deeper than Java's stack.
    private Operand locate(Node node) {
        var movements = new ArrayDeque<Node>();
        var at = located[node.index];
        for (var next = node; at == null; at = located[next.index]) {
            if (!(next.op instanceof Move)) {
                throw new IllegalStateException(next + " is used before it is computed");
            }
            movements.push(next);
            next = next.input(0);
        }
        while (!movements.isEmpty()) {
            var movement = movements.pop();
            at = moved(at, (Move) movement.op, movement.shape);
            located[movement.index] = at;
        }
        return at;
    }

    private Operand moved(Operand from, Move move, Shape target) {
        var view =
                switch (move) {
                    case Move.Permute(var order) -> Optional.of(from.view().permute(order));
                    case Move.Expand(var shape) -> Optional.of(from.view().expand(shape));
                    case Move.Slice(var start, var stop, var step) ->
                            Optional.of(from.view().slice(start, stop, step));
                    case Move.Flip(var axes) -> Optional.of(from.view().flip(axes));
                    case Move.Reshape(var shape) -> from.view().reshape(shape);
                    case Move.After _ -> Optional.of(from.view());
                    case Move.Pad _, Move.Concatenate _ ->
                            throw new IllegalStateException(move + " is no view");
                };
        return view.map(seen -> new Operand(from.slot(), from.type(), seen))
                .orElseGet(() -> new Operand(copied(from).slot(), from.type(), View.of(target)));
    }

    /// Returns where the numbers of `node` stand in row-major order, copied there if they do not.
    private Operand dense(Node node) {
        var at = locate(node);
        if (!at.view().isDense()) {
            at = copied(at);
            located[node.index] = at;
        }
        return at;
    }

    private Operand copied(Operand from) {
        var shape = from.view().shape();
        var to = new Operand(temporary(from.type(), shape), from.type(), View.of(shape));
        copy(from, to);
        return to;
    }

    private void copy(Operand from, Operand to) {
        kernels.add(
                new Kernel.MapKernel(to.view().shape(), List.of(from), Body.IDENTITY, List.of(to)));
    }

    private static int before(Shape shape, int axis) {
        return shape.range(0, axis).count();
    }

    private static int after(Shape shape, int axis) {
        return shape.range(axis + 1, shape.rank()).count();
    }

    // ---- one kernel family each

    private void map(Group group) {
        var members = group.members.reversed();
        var outputs = new ArrayList<Operand>();
        var kept = new ArrayList<Node>();
        for (var member : members) {
            if (member == group.root || group.stored.contains(member)) {
                kept.add(member);
                outputs.add(seat(member, group.contraction != null));
            }
        }
        var contraction = group.contraction;
        if (contraction != null) {
            placeResult(contraction, group, outputs);
        }
        var body = new BodyBuilder(group);
        members.forEach(body::add);
        var map =
                new Kernel.MapKernel(
                        group.space, body.operands, body.finish(kept), List.copyOf(outputs));
        kernels.add(
                contraction == null
                        ? map
                        : contraction(contraction, locate(contraction), Optional.of(map)));
    }

    /// A contraction that only its group reads is computed into one of the group's own outputs, which
    /// then replaces it in place.
    private void placeResult(Node contraction, Group group, List<Operand> outputs) {
        if (!outputSlots.containsKey(contraction) && !grouping.isReadOutside(contraction, group)) {
            for (var output : outputs) {
                if (output.type() == contraction.type
                        && output.view().shape().equals(contraction.shape)) {
                    located[contraction.index] = output;
                    return;
                }
            }
        }
        seat(contraction, true);
    }

    private void reduce(Group group, Reduce.Kind kind, Ints axes) {
        var node = group.root;
        var body = new BodyBuilder(group);
        group.members.reversed().forEach(body::add);
        if (!body.members.contains(node.input(0))) {
            body.register(node.input(0));
        }
        kernels.add(
                new Kernel.ReduceKernel(
                        kind,
                        group.space,
                        axes,
                        body.operands,
                        body.finish(List.of(node.input(0))),
                        destination(node)));
    }

    /// Collects the inputs of a group and the steps over them.
    private final class BodyBuilder {
        private final Group group;
        private final Map<Node, Integer> registers = new HashMap<>();
        private final List<Node> members = new ArrayList<>();
        final List<Operand> operands = new ArrayList<>();

        BodyBuilder(Group group) {
            this.group = group;
        }

        void add(Node member) {
            // what is spread along rows but not computed here is read as a view
            if (member.op instanceof Move && !members.contains(member.input(0))) {
                return;
            }
            for (var input : member.inputs) {
                if (!members.contains(input)) {
                    register(input);
                }
            }
            members.add(member);
        }

        void register(Node input) {
            if (registers.putIfAbsent(input, operands.size()) == null) {
                var at = locate(input);
                var view = group.spansRows(input) ? at.view() : at.view().expand(group.space);
                operands.add(new Operand(at.slot(), at.type(), view));
            }
        }

        Body finish(List<Node> kept) {
            var steps = new ArrayList<Body.Step>();
            for (var member : members) {
                registers.put(member, operands.size() + steps.size());
                var arguments = member.inputs.stream().mapToInt(registers::get).toArray();
                steps.add(new Body.Step(member.op, member.type, Ints.of(arguments)));
            }
            var results = kept.stream().mapToInt(registers::get).toArray();
            return new Body(operands.size(), List.copyOf(steps), Ints.of(results));
        }
    }

    private Kernel contraction(Node node, Operand result, Optional<Kernel.MapKernel> then) {
        var left = node.input(0);
        var right = node.input(1);
        return switch ((Contract) node.op) {
            case Contract.MatMul _ -> matMul(node, result, then);
            case Contract.Convolve(var geometry) ->
                    convolution(node, geometry, left.shape, right.shape, node.shape, result, then);
            case Contract.ConvolveInput(var geometry, var input) ->
                    convolution(node, geometry, input, right.shape, left.shape, result, then);
            case Contract.ConvolveWeight(var geometry, var weight) ->
                    convolution(node, geometry, left.shape, weight, right.shape, result, then);
        };
    }

    private Kernel convolution(
            Node node,
            Contract.Geometry geometry,
            Shape input,
            Shape weight,
            Shape output,
            Operand result,
            Optional<Kernel.MapKernel> then) {
        return new Kernel.ConvolveKernel(
                (Contract) node.op,
                geometry,
                input,
                weight,
                output,
                dense(node.input(0)),
                dense(node.input(1)),
                result,
                then);
    }

    private Kernel matMul(Node node, Operand result, Optional<Kernel.MapKernel> then) {
        var a = node.input(0);
        var b = node.input(1);
        int depth = a.shape.size(-1);
        int columns = b.shape.size(-1);
        if (b.shape.rank() > 2) {
            return new Kernel.MatMulKernel(
                    a.shape.range(0, a.shape.rank() - 2),
                    a.shape.size(-2),
                    columns,
                    depth,
                    locate(a),
                    locate(b),
                    result,
                    then);
        }
        // one matrix for all: the rows of every batch are rows of one large matrix
        var rows = node.shape.range(0, node.shape.rank() - 1).count();
        var flat = Shape.of(rows, depth);
        var left = locate(a);
        var view =
                left.view()
                        .reshape(flat)
                        .orElseGet(() -> dense(a).view().reshape(flat).orElseThrow());
        return new Kernel.MatMulKernel(
                Shape.SCALAR,
                rows,
                columns,
                depth,
                new Operand(locate(a).slot(), left.type(), view),
                locate(b),
                result,
                then);
    }

    private void pad(Node node, Move.Pad pad) {
        var x = node.input(0);
        var to = destination(node);
        var filling =
                new Operand(constant(pad.value(), node.type), node.type, View.of(Shape.SCALAR));
        copy(new Operand(filling.slot(), filling.type(), filling.view().expand(node.shape)), to);
        var stop = new int[node.shape.rank()];
        for (var axis = 0; axis < stop.length; axis++) {
            stop[axis] = pad.low().get(axis) + x.shape.size(axis);
        }
        copy(locate(x), inside(to, pad.low(), Ints.of(stop)));
    }

    private void concatenate(Node node, int axis) {
        var whole = joined(node);
        for (var i = 0; i < node.inputs.size(); i++) {
            var to = part(whole, node, axis, i);
            if (!to.equals(seats.get(node.input(i)))) {
                copy(locate(node.input(i)), to);
            }
        }
    }

    private static Operand inside(Operand to, Ints start, Ints stop) {
        var view = to.view().slice(start, stop, Ints.repeat(1, start.size()));
        return new Operand(to.slot(), to.type(), view);
    }

    private void gather(Node node, int axis) {
        var x = node.input(0);
        kernels.add(
                new Kernel.GatherKernel(
                        before(x.shape, axis),
                        x.shape.size(axis),
                        after(x.shape, axis),
                        node.input(1).shape.count(),
                        dense(x),
                        dense(node.input(1)),
                        destination(node)));
    }

    private void scatterAdd(Node node, int axis, int size) {
        kernels.add(
                new Kernel.ScatterAddKernel(
                        before(node.shape, axis),
                        size,
                        after(node.shape, axis),
                        node.input(0).shape.count(),
                        dense(node.input(0)),
                        dense(node.input(1)),
                        destination(node)));
    }
}
