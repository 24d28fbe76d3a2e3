package dev.gradus.tensor.backend;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.op.ArgSort;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Cast;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.CumulativeSum;
import dev.gradus.tensor.op.Index;
import dev.gradus.tensor.op.Marker;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Op;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Select;
import dev.gradus.tensor.op.Source;
import dev.gradus.tensor.op.Unary;
import dev.gradus.tensor.op.Window;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// The slow and obvious definition of what every operation means: plain loops, one row for each
/// operation, floating-point arithmetic in `double`, rounded once when a number is stored.
///
/// Every backend is tested against it. Nothing here is fast, and nothing should be.
public final class Interpreter {
    private final Op op;
    private final List<Value> in;
    private final Shape shape;
    private final DType type;
    private final Buffer out;

    /// Numbers in row-major order together with their shape.
    public record Value(Buffer numbers, Shape shape) {}

    private Interpreter(Op op, List<Value> in, Shape shape, DType type) {
        this.op = op;
        this.in = in;
        this.shape = shape;
        this.type = type;
        this.out = Buffer.allocate(type, shape.count());
    }

    /// Returns the result of `op`, which has the given shape and type.
    public static Buffer evaluate(Op op, List<Value> inputs, Shape shape, DType type) {
        var interpreter = new Interpreter(op, inputs, shape, type);
        interpreter.run();
        return interpreter.out;
    }

    private void run() {
        switch (op) {
            case Source source -> source(source);
            case Unary unary -> unary(unary);
            case Binary binary -> binary(binary);
            case Select _ -> copy(i -> number(0, i) != 0 ? 1 : 2);
            case Cast _ -> cast();
            case Reduce(var kind, var axes) -> reduce(kind, axes);
            case Move move -> move(move);
            case Contract.MatMul _ -> matMul();
            case Contract.Convolve(var geometry) ->
                    convolve(geometry, in.get(0).shape, in.get(1).shape, shape);
            case Contract.ConvolveInput(var geometry, var input) ->
                    convolve(geometry, input, in.get(1).shape, in.get(0).shape);
            case Contract.ConvolveWeight(var geometry, var weight) ->
                    convolve(geometry, in.get(0).shape, weight, in.get(1).shape);
            case Window.Pool(var kind, var geometry) -> pool(kind, geometry);
            case Window.Spread(var geometry, _) -> spread(geometry);
            case Window.MaxPoolGradient(var geometry) -> maxPoolGradient(geometry);
            case Index.Gather(int axis) -> gather(axis);
            case Index.ScatterAdd(int axis, int size) -> scatterAdd(axis, size);
            case ArgSort(int axis, boolean descending, int count) ->
                    argSort(axis, descending, count);
            case CumulativeSum(int axis) -> cumulativeSum(axis);
            case Marker _ ->
                    throw new IllegalStateException(op + " is resolved when the graph is traced");
        }
    }

    private double number(int input, int index) {
        return in.get(input).numbers.getDouble(index);
    }

    private long whole(int input, int index) {
        return in.get(input).numbers.getLong(index);
    }

    private interface At {
        double value(int index);
    }

    private void each(At formula) {
        for (var i = 0; i < out.size(); i++) {
            out.set(i, formula.value(i));
        }
    }

    /// Copies each number from the same place of one of the inputs, exactly.
    private void copy(IntUnaryOperator input) {
        for (var i = 0; i < out.size(); i++) {
            store(i, input.applyAsInt(i), i);
        }
    }

    private void store(int to, int input, int from) {
        if (type.isFloating()) {
            out.set(to, number(input, from));
        } else {
            out.set(to, whole(input, from));
        }
    }

    // ---- sources and elementwise

    private void source(Source source) {
        switch (source) {
            case Source.Literal(double value) -> each(_ -> value);
            case Source.Nothing _ -> each(_ -> 0.0);
            case Source.Count(int count) -> each(_ -> (double) count);
            case Source.Iota _ -> each(i -> i);
            case Source.Random(int site) -> {
                var key = whole(0, 0);
                each(i -> CounterRandom.uniformFloat(key, site, i));
            }
            case Source.Input _, Source.Variable _, Source.StepKey _ ->
                    throw new IllegalStateException(source + " is a leaf");
        }
    }

    private void unary(Unary unary) {
        for (var i = 0; i < out.size(); i++) {
            if (unary == Unary.NEGATE && !type.isFloating()) {
                out.set(i, -whole(0, i));
            } else {
                out.set(i, floating(unary, number(0, i)));
            }
        }
    }

    private static double floating(Unary unary, double x) {
        return switch (unary) {
            case NEGATE -> -x;
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case SQRT -> Math.sqrt(x);
            case RECIPROCAL -> 1 / x;
            case SIN -> Math.sin(x);
            case TANH -> Math.tanh(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case ERF -> ErrorFunction.erf(x);
            case FLOOR -> Math.floor(x);
            case NOT -> x == 0 ? 1 : 0;
        };
    }

    private void binary(Binary binary) {
        var floating = in.getFirst().numbers.type().isFloating();
        for (var i = 0; i < out.size(); i++) {
            if (floating) {
                out.set(i, floating(binary, number(0, i), number(1, i)));
            } else {
                out.set(i, whole(binary, whole(0, i), whole(1, i)));
            }
        }
    }

    private static double floating(Binary binary, double a, double b) {
        return switch (binary) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
            case POWER -> Math.pow(a, b);
            case MODULO -> modulo(a, b);
            case LESS -> a < b ? 1 : 0;
            case EQUAL -> a == b ? 1 : 0;
            case AND -> a != 0 && b != 0 ? 1 : 0;
            case OR -> a != 0 || b != 0 ? 1 : 0;
        };
    }

    private static double modulo(double a, double b) {
        var remainder = a % b;
        return remainder != 0 && remainder < 0 != b < 0 ? remainder + b : remainder;
    }

    private static long whole(Binary binary, long a, long b) {
        return switch (binary) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> Math.floorDiv(a, divisor(b));
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
            case POWER -> power(a, b);
            case MODULO -> Math.floorMod(a, divisor(b));
            case LESS -> a < b ? 1 : 0;
            case EQUAL -> a == b ? 1 : 0;
            case AND -> a & b;
            case OR -> a | b;
        };
    }

    private static long divisor(long b) {
        if (b == 0) {
            throw new ArithmeticException(
                    "a whole number was divided by 0: cast to float32 first if infinity is wanted");
        }
        return b;
    }

    private static long power(long base, long exponent) {
        if (exponent < 0) {
            throw new ArithmeticException(
                    "a whole number was raised to the power %d: cast to float32 first for fractions"
                            .formatted(exponent));
        }
        var result = 1L;
        var square = base;
        for (var rest = exponent; rest > 0; rest /= 2) {
            result *= rest % 2 == 1 ? square : 1;
            square *= square;
        }
        return result;
    }

    private void cast() {
        var from = in.getFirst().numbers.type();
        for (var i = 0; i < out.size(); i++) {
            if (type.isFloating() && from.isFloating() || type == DType.BOOL) {
                out.set(i, number(0, i));
            } else if (from.isFloating() && type != DType.INT64) {
                out.set(i, number(0, i));
            } else {
                out.set(i, whole(0, i));
            }
        }
    }

    // ---- reductions and running sums

    private void reduce(Reduce.Kind kind, Ints axes) {
        var x = in.getFirst();
        var floating = x.numbers.type().isFloating();
        var best = new double[out.size()];
        var bestWhole = new long[out.size()];
        var seen = new boolean[out.size()];
        var targets = shape.strides();
        for (var i = 0; i < x.numbers.size(); i++) {
            var to = place(i, x.shape, targets, axes);
            if (floating) {
                best[to] =
                        seen[to] ? reduce(kind, best[to], number(0, i)) : first(kind, number(0, i));
                if (kind == Reduce.Kind.ARGMAX && (!seen[to] || wins(number(0, i), best[to]))) {
                    best[to] = number(0, i);
                    out.set(to, (long) coordinate(i, x.shape, axes.get(0)));
                }
            } else {
                var value = whole(0, i);
                if (kind == Reduce.Kind.ARGMAX && (!seen[to] || value > bestWhole[to])) {
                    out.set(to, (long) coordinate(i, x.shape, axes.get(0)));
                }
                bestWhole[to] = seen[to] ? reduce(kind, bestWhole[to], value) : value;
            }
            seen[to] = true;
        }
        if (kind == Reduce.Kind.ARGMAX) {
            return;
        }
        for (var i = 0; i < out.size(); i++) {
            if (!seen[i]) {
                out.set(i, kind == Reduce.Kind.PRODUCT ? 1L : 0L);
            } else if (floating) {
                out.set(i, best[i]);
            } else {
                out.set(i, bestWhole[i]);
            }
        }
    }

    private static double first(Reduce.Kind kind, double x) {
        return kind == Reduce.Kind.ARGMAX ? Double.NEGATIVE_INFINITY : x;
    }

    private static boolean wins(double candidate, double best) {
        return candidate > best || Double.isNaN(candidate) && !Double.isNaN(best);
    }

    private static double reduce(Reduce.Kind kind, double a, double b) {
        return switch (kind) {
            case SUM -> a + b;
            case MAX -> Math.max(a, b);
            case PRODUCT -> a * b;
            case ARGMAX -> a;
        };
    }

    private static long reduce(Reduce.Kind kind, long a, long b) {
        return switch (kind) {
            case SUM -> a + b;
            case MAX, ARGMAX -> Math.max(a, b);
            case PRODUCT -> a * b;
        };
    }

    private static int coordinate(int index, Shape shape, int axis) {
        return index / shape.strides()[axis] % shape.size(axis);
    }

    private static int place(int index, Shape shape, int[] targets, Ints reduced) {
        var to = 0;
        for (var axis = 0; axis < shape.rank(); axis++) {
            if (!reduced.contains(axis)) {
                to += coordinate(index, shape, axis) * targets[axis];
            }
        }
        return to;
    }

    private void cumulativeSum(int axis) {
        var stride = shape.strides()[axis];
        for (var i = 0; i < out.size(); i++) {
            var first = coordinate(i, shape, axis) == 0;
            if (type.isFloating()) {
                out.set(i, number(0, i) + (first ? 0 : out.getDouble(i - stride)));
            } else {
                out.set(i, whole(0, i) + (first ? 0 : out.getLong(i - stride)));
            }
        }
    }

    // ---- movement

    private void move(Move move) {
        switch (move) {
            case Move.Concatenate(int axis) -> concatenate(axis);
            case Move.Pad pad -> pad(pad);
            case Move.Reshape _, Move.After _ -> copy(_ -> 0);
            case Move.Permute(var order) -> look(source().permute(order));
            case Move.Expand(var target) -> look(source().expand(target));
            case Move.Slice(var start, var stop, var step) ->
                    look(source().slice(start, stop, step));
            case Move.Flip(var axes) -> look(source().flip(axes));
        }
    }

    private View source() {
        return View.of(in.getFirst().shape);
    }

    private void look(View view) {
        for (var i = 0; i < out.size(); i++) {
            store(i, 0, locate(i, view));
        }
    }

    private static int locate(int index, View view) {
        var at = view.offset();
        for (var axis = 0; axis < view.shape().rank(); axis++) {
            at += coordinate(index, view.shape(), axis) * view.stride(axis);
        }
        return at;
    }

    private void pad(Move.Pad pad) {
        each(_ -> pad.value());
        var x = in.getFirst();
        var stop = new int[shape.rank()];
        for (var axis = 0; axis < stop.length; axis++) {
            stop[axis] = pad.low().get(axis) + x.shape.size(axis);
        }
        var inside = View.of(shape).slice(pad.low(), Ints.of(stop), Ints.repeat(1, stop.length));
        for (var i = 0; i < x.numbers.size(); i++) {
            store(locate(i, inside), 0, i);
        }
    }

    private void concatenate(int axis) {
        var start = new int[shape.rank()];
        for (var part = 0; part < in.size(); part++) {
            var x = in.get(part);
            var stop = shape.toArray();
            stop[axis] = start[axis] + x.shape.size(axis);
            var inside =
                    View.of(shape)
                            .slice(Ints.of(start), Ints.of(stop), Ints.repeat(1, stop.length));
            for (var i = 0; i < x.numbers.size(); i++) {
                store(locate(i, inside), part, i);
            }
            start[axis] = stop[axis];
        }
    }

    // ---- sums of products

    private void matMul() {
        var a = in.get(0).shape;
        var b = in.get(1).shape;
        int rows = a.size(-2);
        int depth = a.size(-1);
        int columns = b.size(-1);
        for (var i = 0; i < out.size(); i++) {
            var row = i / columns;
            var matrix = b.rank() == 2 ? 0 : row / rows;
            var sum = 0.0;
            var wholeSum = 0L;
            for (var k = 0; k < depth; k++) {
                var left = row * depth + k;
                var right = (matrix * depth + k) * columns + i % columns;
                if (type.isFloating()) {
                    sum += number(0, left) * number(1, right);
                } else {
                    wholeSum += whole(0, left) * whole(1, right);
                }
            }
            if (type.isFloating()) {
                out.set(i, sum);
            } else {
                out.set(i, wholeSum);
            }
        }
    }

    /// One walk serves the convolution and its two gradients: every meeting of an input number, a weight
    /// and an output number adds the product of two of them to the third.
    private void convolve(Contract.Geometry g, Shape x, Shape w, Shape y) {
        var sums = new double[out.size()];
        var wide = w.rank() - 2;
        var positions = w.range(0, wide).count();
        int inputs = w.size(-2);
        int outputs = w.size(-1);
        for (var to = 0; to < y.count(); to++) {
            var output = to % outputs;
            var group = output / (outputs / g.groups());
            for (var position = 0; position < positions; position++) {
                var from = coordinate(to, y, 0);
                for (var axis = 0; axis < wide && from >= 0; axis++) {
                    var at =
                            coordinate(to, y, axis + 1) * g.stride().get(axis)
                                    + coordinate(position, w.range(0, wide), axis)
                                            * g.dilation().get(axis)
                                    - g.padLow().get(axis);
                    from = at < 0 || at >= x.size(axis + 1) ? -1 : from * x.size(axis + 1) + at;
                }
                for (var channel = 0; channel < inputs && from >= 0; channel++) {
                    var input = from * x.size(-1) + group * inputs + channel;
                    var weight = (position * inputs + channel) * outputs + output;
                    switch (op) {
                        case Contract.ConvolveInput _ ->
                                sums[input] += number(0, to) * number(1, weight);
                        case Contract.ConvolveWeight _ ->
                                sums[weight] += number(0, input) * number(1, to);
                        default -> sums[to] += number(0, input) * number(1, weight);
                    }
                }
            }
        }
        each(i -> sums[i]);
    }

    // ---- windows

    private interface Meeting {
        void at(int input, int output);
    }

    private static void windows(Window.Geometry g, Shape input, Shape output, Meeting meeting) {
        var wide = g.size().size();
        var window = Shape.of(g.size().toArray());
        for (var to = 0; to < output.count(); to++) {
            for (var position = 0; position < window.count(); position++) {
                var from = coordinate(to, output, 0);
                for (var axis = 0; axis < wide && from >= 0; axis++) {
                    var at =
                            coordinate(to, output, axis + 1) * g.stride().get(axis)
                                    + coordinate(position, window, axis)
                                    - g.padLow().get(axis);
                    from =
                            at < 0 || at >= input.size(axis + 1)
                                    ? -1
                                    : from * input.size(axis + 1) + at;
                }
                if (from >= 0) {
                    meeting.at(from * input.size(-1) + to % output.size(-1), to);
                }
            }
        }
    }

    private void pool(Window.Kind kind, Window.Geometry g) {
        switch (kind) {
            case SUM -> {
                var sums = new double[out.size()];
                windows(g, in.getFirst().shape, shape, (from, to) -> sums[to] += number(0, from));
                each(i -> sums[i]);
            }
            case MAX -> {
                var where = firstLargest(g, shape);
                each(i -> where[i] < 0 ? 0 : number(0, where[i]));
            }
            case ARGMAX -> {
                var where = firstLargest(g, shape);
                each(i -> where[i]);
            }
        }
    }

    /// Finds for each window where its first largest number stands, -1 if it sees nothing.
    private int[] firstLargest(Window.Geometry g, Shape pooled) {
        var where = new int[pooled.count()];
        java.util.Arrays.fill(where, -1);
        windows(
                g,
                in.getFirst().shape,
                pooled,
                (from, to) -> {
                    if (where[to] < 0 || wins(number(0, from), number(0, where[to]))) {
                        where[to] = from;
                    }
                });
        return where;
    }

    private void maxPoolGradient(Window.Geometry g) {
        var where = firstLargest(g, in.get(1).shape);
        var sums = new double[out.size()];
        for (var window = 0; window < where.length; window++) {
            if (where[window] >= 0) {
                sums[where[window]] += number(1, window);
            }
        }
        each(i -> sums[i]);
    }

    private void spread(Window.Geometry g) {
        var sums = new double[out.size()];
        windows(g, shape, in.getFirst().shape, (to, from) -> sums[to] += number(0, from));
        each(i -> sums[i]);
    }

    // ---- looked up

    private int index(int input, int position, int size) {
        var index = whole(input, position);
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(
                    "index %d at position %d is outside 0 to %d: check the labels or the size of the vocabulary"
                            .formatted(index, position, size - 1));
        }
        return (int) index;
    }

    private void gather(int axis) {
        var x = in.getFirst().shape;
        var count = in.get(1).shape.count();
        var after = x.range(axis + 1, x.rank()).count();
        for (var i = 0; i < out.size(); i++) {
            var taken = index(1, i / after % count, x.size(axis));
            store(i, 0, (i / after / count * x.size(axis) + taken) * after + i % after);
        }
    }

    private void scatterAdd(int axis, int size) {
        var count = in.getFirst().shape.count();
        var after = shape.range(axis + 1, shape.rank()).count();
        var sums = new double[out.size()];
        for (var i = 0; i < in.get(1).numbers.size(); i++) {
            var place = index(0, i / after % count, size);
            var to = (i / after / count * size + place) * after + i % after;
            if (type.isFloating()) {
                sums[to] += number(1, i);
            } else {
                out.set(to, out.getLong(to) + whole(1, i));
            }
        }
        if (type.isFloating()) {
            each(i -> sums[i]);
        }
    }

    private void argSort(int axis, boolean descending, int count) {
        var x = in.getFirst();
        var size = x.shape.size(axis);
        var after = x.shape.range(axis + 1, x.shape.rank()).count();
        for (var i = 0; i < out.size(); i++) {
            var rank = i / after % count;
            var start = i / after / count * size * after + i % after;
            out.set(i, (long) atRank(rank, start, size, after, descending));
        }
    }

    /// The position that has exactly `rank` others before it.
    private int atRank(int rank, int start, int size, int stride, boolean descending) {
        for (var candidate = 0; candidate < size; candidate++) {
            var before = 0;
            for (var other = 0; other < size; other++) {
                var order = compare(start + other * stride, start + candidate * stride);
                order = descending ? -order : order;
                before += order < 0 || order == 0 && other < candidate ? 1 : 0;
            }
            if (before == rank) {
                return candidate;
            }
        }
        throw new IllegalStateException("no element has rank " + rank);
    }

    private int compare(int a, int b) {
        if (!in.getFirst().numbers.type().isFloating()) {
            return Long.compare(whole(0, a), whole(0, b));
        }
        var left = number(0, a);
        var right = number(0, b);
        // 0 and -0 are equal here, unlike in Double.compare
        return left == right ? 0 : Double.compare(left, right);
    }
}
