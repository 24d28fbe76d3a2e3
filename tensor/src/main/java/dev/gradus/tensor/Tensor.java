package dev.gradus.tensor;

import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.graph.Evaluation;
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
import dev.gradus.tensor.op.ShapeRules;
import dev.gradus.tensor.op.Source;
import dev.gradus.tensor.op.Unary;
import dev.gradus.tensor.op.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A box of numbers with any number of axes, and the recipe by which it was made.
///
/// A tensor is immutable. Calling an operation checks the shapes at once, so that a mistake points at
/// your line, and notes the operation down; the numbers are computed when they are asked for, by
/// [#item()], [#toFloats()] or printing, all that is needed in one go.
///
/// ```java
/// var x = Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}});   // [2, 3]
/// var y = x.mul(2).sum(1);                                   // [2]
/// IO.println(y);                                             // 12 30
/// ```
///
/// Shapes meet by NumPy's rule of broadcasting, types by [DType#promote]. Negative axes count from the
/// end. Methods carry the names they have in NumPy and PyTorch.
public sealed class Tensor permits Parameter {
    // unique except under a race, where two nodes sharing a number only cost a probe in a hash
    // table
    private static int created;

    private final int id;
    private final Op op;
    private Tensor[] inputs;
    private boolean settled;
    private final boolean fixed;
    private final Shape shape;
    private final DType type;
    private volatile @Nullable Buffer value;

    Tensor(Op op, Shape shape, DType type, @Nullable Buffer value, Tensor... inputs) {
        this.id = created++;
        this.op = op;
        this.inputs = inputs;
        this.shape = shape;
        this.type = type;
        this.value = value;
        this.fixed = isFixed(op, inputs);
        if (AnomalyDetection.isOn()) {
            AnomalyDetection.noteDown(this);
        }
    }

    private static boolean isFixed(Op op, Tensor[] inputs) {
        if (op instanceof Source.Variable
                || op instanceof Source.StepKey
                || op instanceof Marker.ByMode
                || op instanceof Marker.Assign) {
            return false;
        }
        for (var input : inputs) {
            if (!input.fixed) {
                return false;
            }
        }
        return true;
    }

    // ---- made from numbers

    /// Returns the scalar `value` as `float32`.
    public static Tensor scalar(double value) {
        return scalar(value, DType.FLOAT32);
    }

    /// Returns the scalar `value` of the given type.
    public static Tensor scalar(double value, DType type) {
        return new Tensor(new Source.Literal(value), Shape.SCALAR, type, null);
    }

    /// Returns a vector `[n]`.
    public static Tensor of(float... values) {
        return of(values, values.length);
    }

    /// Returns a matrix `[rows, columns]`.
    ///
    /// @throws ShapeException if the rows differ in length
    public static Tensor of(float[][] rows) {
        var columns = rows.length == 0 ? 0 : rows[0].length;
        var values = new float[Shape.of(rows.length, columns).count()];
        for (var row = 0; row < rows.length; row++) {
            if (rows[row].length != columns) {
                throw new ShapeException(
                        "row %d has %d numbers but row 0 has %d: all rows of a matrix must be equally long"
                                .formatted(row, rows[row].length, columns));
            }
            System.arraycopy(rows[row], 0, values, row * columns, columns);
        }
        return of(values, rows.length, columns);
    }

    /// Returns the numbers in row-major order under the given shape; the array is copied.
    public static Tensor of(float[] values, int... sizes) {
        return of(new Buffer.Floats(values.clone()), Shape.of(sizes));
    }

    /// Returns the numbers in row-major order under the given shape; the array is copied.
    public static Tensor of(double[] values, int... sizes) {
        return of(new Buffer.Doubles(values.clone()), Shape.of(sizes));
    }

    /// Returns the numbers in row-major order under the given shape; the array is copied.
    public static Tensor of(int[] values, int... sizes) {
        return of(new Buffer.Integers(values.clone()), Shape.of(sizes));
    }

    /// Returns the numbers in row-major order under the given shape; the array is copied.
    public static Tensor of(long[] values, int... sizes) {
        return of(new Buffer.Longs(values.clone()), Shape.of(sizes));
    }

    /// Returns the numbers 0 to 255 in row-major order under the given shape; the array is copied.
    public static Tensor of(byte[] values, int... sizes) {
        return of(new Buffer.Bytes(DType.UINT8, values.clone()), Shape.of(sizes));
    }

    /// Returns the truth values in row-major order under the given shape.
    public static Tensor of(boolean[] values, int... sizes) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) (values[i] ? 1 : 0);
        }
        return of(new Buffer.Bytes(DType.BOOL, bytes), Shape.of(sizes));
    }

    /// Returns the numbers in `buffer` under `shape`. The buffer is not copied and must not change
    /// any more.
    public static Tensor of(Buffer buffer, Shape shape) {
        if (buffer.size() != shape.count()) {
            throw new ShapeException(
                    "%d numbers were given for shape %s, which holds %d: give exactly as many"
                            .formatted(buffer.size(), shape, shape.count()));
        }
        return new Tensor(new Source.Input(), shape, buffer.type(), buffer);
    }

    /// Returns zeros of type `float32`.
    public static Tensor zeros(int... sizes) {
        return full(0, sizes);
    }

    /// Returns ones of type `float32`.
    public static Tensor ones(int... sizes) {
        return full(1, sizes);
    }

    /// Returns `value` everywhere, as `float32`.
    public static Tensor full(double value, int... sizes) {
        return scalar(value).expand(Shape.of(sizes));
    }

    /// Returns zeros of the shape and type of `other`.
    public static Tensor zerosLike(Tensor other) {
        return scalar(0, other.type).expand(other.shape);
    }

    /// Returns zeros with the shape and type of `other` that mean that no gradient flows: unlike other
    /// zeros they stay zero whatever they are multiplied with, so that it need not be computed.
    public static Tensor nothingLike(Tensor other) {
        return new Tensor(new Source.Nothing(), Shape.SCALAR, other.type, null).expand(other.shape);
    }

    /// Returns ones of the shape and type of `other`.
    public static Tensor onesLike(Tensor other) {
        return scalar(1, other.type).expand(other.shape);
    }

    /// Returns the whole numbers 0, 1, ..., n - 1 as `int64` `[n]`.
    public static Tensor arange(int n) {
        return new Tensor(new Source.Iota(), Shape.of(n), DType.INT64, null);
    }

    /// Returns the identity matrix `[n, n]` as `float32`.
    public static Tensor eye(int n) {
        return arange(n).unsqueeze(1).equal(arange(n)).cast(DType.FLOAT32);
    }

    /// Returns uniform random numbers in [0, 1), the same at every run of the program unless
    /// [#seed(long)] or [Randomness] says otherwise.
    public static Tensor random(int... sizes) {
        return random(Randomness.nextKey(), Shape.of(sizes));
    }

    /// Returns normally distributed random numbers with mean 0 and deviation 1, by the method of
    /// Box and Muller (1958).
    public static Tensor randomNormal(int... sizes) {
        return normal(random(sizes), random(sizes));
    }

    static Tensor normal(Tensor u, Tensor v) {
        // 1 - u is never 0, so that its logarithm is finite
        return u.rsub(1).log().mul(-2).sqrt().mul(v.mul(2 * Math.PI).cos());
    }

    private static Tensor random(Tensor key, Shape shape) {
        return new Tensor(new Source.Random(0), shape, DType.FLOAT32, null, key);
    }

    /// Returns uniform random numbers in [0, 1) that are new in each training step and the same again
    /// when the step is repeated with the same seed: what dropout is made of.
    public static Tensor randomPerStep(Shape shape) {
        return random(new Tensor(new Source.StepKey(), Shape.SCALAR, DType.INT64, null), shape);
    }

    /// Returns this tensor of random numbers with another seed.
    ///
    /// @throws IllegalStateException if the tensor was not made by [#random(int...)]
    public Tensor seed(long seed) {
        if (!(op instanceof Source.Random)) {
            throw new IllegalStateException(
                    "seed(%d) was called on a tensor made by %s: call it directly on Tensor.random(...)"
                            .formatted(seed, op));
        }
        return random(of(new long[] {seed}), shape);
    }

    // ---- each number by itself

    /// Returns `-x`. Numbers of type `uint8` wrap around.
    public Tensor neg() {
        if (type == DType.BOOL) {
            throw new IllegalArgumentException(
                    "neg() of a bool tensor %s: use not(), or cast it to a number type first"
                            .formatted(shape));
        }
        return record(Unary.NEGATE, this);
    }

    /// Returns `e^x`.
    public Tensor exp() {
        return record(Unary.EXP, floating());
    }

    /// Returns the natural logarithm.
    public Tensor log() {
        return record(Unary.LOG, floating());
    }

    /// Returns the square root.
    public Tensor sqrt() {
        return record(Unary.SQRT, floating());
    }

    /// Returns `1 / x`.
    public Tensor reciprocal() {
        return record(Unary.RECIPROCAL, floating());
    }

    /// Returns the sine of an angle in radians.
    public Tensor sin() {
        return record(Unary.SIN, floating());
    }

    /// Returns the cosine of an angle in radians.
    public Tensor cos() {
        // 1 - 2 sin²(x / 2): halving is exact, while adding π / 2 would round a large x
        return floating().mul(0.5).sin().square().mul(2).rsub(1);
    }

    /// Returns the hyperbolic tangent.
    public Tensor tanh() {
        return record(Unary.TANH, floating());
    }

    /// Returns the error function `2/√π ∫₀ˣ e^(-t²) dt`.
    public Tensor erf() {
        return record(Unary.ERF, floating());
    }

    /// Returns the largest whole number not above `x`.
    public Tensor floor() {
        return type.isFloating() ? record(Unary.FLOOR, this) : this;
    }

    /// Returns the smallest whole number not below `x`.
    public Tensor ceil() {
        return type.isFloating() ? neg().floor().neg() : this;
    }

    /// Returns the absolute value.
    public Tensor abs() {
        // times its sign rather than max(x, -x), so that the slope at 0 is 0
        return type == DType.BOOL || type == DType.UINT8 ? this : mul(sign());
    }

    /// Returns -1, 0 or 1 by the sign of `x`.
    public Tensor sign() {
        var zero = zerosLike(this);
        return greater(zero).cast(type).sub(less(zero).cast(type));
    }

    /// Returns `x × x`.
    public Tensor square() {
        return mul(this);
    }

    /// Returns `1 / (1 + e^-x)`, which squeezes any number between 0 and 1.
    public Tensor sigmoid() {
        return record(Unary.SIGMOID, floating());
    }

    /// Returns `max(x, 0)`.
    public Tensor relu() {
        return maximum(0);
    }

    /// Returns `log(1 + e^x)`, written so that large `x` do not overflow.
    public Tensor softplus() {
        var x = floating();
        // e^-|x| is at most 1; the order in min(-x, x) makes the slope at 0 come out as 1/2
        return x.maximum(0).add(x.neg().minimum(x).exp().add(1).log());
    }

    /// Returns each number limited to `low` and `high`.
    public Tensor clamp(double low, double high) {
        return maximum(low).minimum(high);
    }

    /// Returns this tensor with numbers of another type; fractions are cut off, `bool` is `x != 0`.
    public Tensor cast(DType target) {
        return type == target ? this : record(new Cast(target), this);
    }

    private Tensor floating() {
        return type.isFloating() ? this : cast(DType.FLOAT32);
    }

    // ---- two tensors

    /// Returns `x + other`.
    public Tensor add(Tensor other) {
        return pair(Binary.ADD, this, other);
    }

    /// Returns `x + other`.
    public Tensor add(double other) {
        return add(beside(other));
    }

    /// Returns `x - other`.
    public Tensor sub(Tensor other) {
        return pair(Binary.SUBTRACT, this, other);
    }

    /// Returns `x - other`.
    public Tensor sub(double other) {
        return sub(beside(other));
    }

    /// Returns `other - x`.
    public Tensor rsub(double other) {
        return beside(other).sub(this);
    }

    /// Returns `x × other`, number by number.
    public Tensor mul(Tensor other) {
        return pair(Binary.MULTIPLY, this, other);
    }

    /// Returns `x × other`.
    public Tensor mul(double other) {
        return mul(beside(other));
    }

    /// Returns `x / other`; for whole numbers the quotient rounded down.
    public Tensor div(Tensor other) {
        return pair(Binary.DIVIDE, this, other);
    }

    /// Returns `x / other`.
    public Tensor div(double other) {
        return div(beside(other));
    }

    /// Returns `x` to the power `other`.
    public Tensor pow(Tensor other) {
        return pair(Binary.POWER, this, other);
    }

    /// Returns `x` to the power `other`.
    public Tensor pow(double other) {
        return pow(beside(other));
    }

    /// Returns the remainder of `x / other`, with the sign of `other`.
    public Tensor mod(Tensor other) {
        return pair(Binary.MODULO, this, other);
    }

    /// Returns the remainder of `x / other`, with the sign of `other`.
    public Tensor mod(double other) {
        return mod(beside(other));
    }

    /// Returns the larger of each pair. (`max()` without a second tensor looks along axes.)
    public Tensor maximum(Tensor other) {
        return pair(Binary.MAX, this, other);
    }

    /// Returns the larger of `x` and `other`.
    public Tensor maximum(double other) {
        return maximum(beside(other));
    }

    /// Returns the smaller of each pair.
    public Tensor minimum(Tensor other) {
        return pair(Binary.MIN, this, other);
    }

    /// Returns the smaller of `x` and `other`.
    public Tensor minimum(double other) {
        return minimum(beside(other));
    }

    /// Returns true where `x < other`.
    public Tensor less(Tensor other) {
        return pair(Binary.LESS, this, other);
    }

    /// Returns true where `x < other`.
    public Tensor less(double other) {
        return less(beside(other));
    }

    /// Returns true where `x > other`.
    public Tensor greater(Tensor other) {
        return pair(Binary.LESS, other, this);
    }

    /// Returns true where `x > other`.
    public Tensor greater(double other) {
        return greater(beside(other));
    }

    /// Returns true where `x <= other`.
    public Tensor lessEqual(Tensor other) {
        return less(other).or(equal(other));
    }

    /// Returns true where `x <= other`.
    public Tensor lessEqual(double other) {
        return lessEqual(beside(other));
    }

    /// Returns true where `x >= other`.
    public Tensor greaterEqual(Tensor other) {
        return greater(other).or(equal(other));
    }

    /// Returns true where `x >= other`.
    public Tensor greaterEqual(double other) {
        return greaterEqual(beside(other));
    }

    /// Returns true where `x = other`.
    public Tensor equal(Tensor other) {
        return pair(Binary.EQUAL, this, other);
    }

    /// Returns true where `x = other`.
    public Tensor equal(double other) {
        return equal(beside(other));
    }

    /// Returns true where `x` and `other` differ.
    public Tensor notEqual(Tensor other) {
        return equal(other).not();
    }

    /// Returns true where both are true.
    public Tensor and(Tensor other) {
        return pair(Binary.AND, cast(DType.BOOL), other.cast(DType.BOOL));
    }

    /// Returns true where at least one is true.
    public Tensor or(Tensor other) {
        return pair(Binary.OR, cast(DType.BOOL), other.cast(DType.BOOL));
    }

    /// Returns true where `x` is false.
    public Tensor not() {
        return record(Unary.NOT, cast(DType.BOOL));
    }

    /// Returns each number from `whenTrue` where this tensor is true, else from `whenFalse`.
    public Tensor where(Tensor whenTrue, Tensor whenFalse) {
        var common = whenTrue.type.promote(whenFalse.type);
        var met = shape.broadcast(whenTrue.shape, "where").broadcast(whenFalse.shape, "where");
        return record(
                new Select(),
                cast(DType.BOOL).expand(met),
                whenTrue.cast(common).expand(met),
                whenFalse.cast(common).expand(met));
    }

    /// Returns the point at `weight` on the way from `x` (0) to `end` (1): `x + weight (end - x)`.
    public Tensor lerp(Tensor end, Tensor weight) {
        return add(weight.mul(end.sub(this)));
    }

    private Tensor beside(double number) {
        var fits = type.isFloating() || number == Math.rint(number) && type != DType.BOOL;
        return scalar(number, fits ? type : DType.FLOAT32);
    }

    private static Tensor pair(Binary operation, Tensor a, Tensor b) {
        var common = a.type.promote(b.type);
        if (common == DType.BOOL && !operation.isLogical() && !operation.isComparison()) {
            throw new IllegalArgumentException(
                    "%s of two bool tensors %s and %s: use and(), or(), or cast them to a number type first"
                            .formatted(operation, a.shape, b.shape));
        }
        var met = a.shape.broadcast(b.shape, operation.name().toLowerCase(java.util.Locale.ROOT));
        return record(operation, a.cast(common).expand(met), b.cast(common).expand(met));
    }

    // ---- along axes

    /// Returns the sum along `axes`, of all numbers when none is given. The axes disappear.
    public Tensor sum(int... axes) {
        return reduce(Reduce.Kind.SUM, axes);
    }

    /// Returns the mean along `axes`, of all numbers when none is given; the mean of nothing is not a number.
    public Tensor mean(int... axes) {
        var x = floating();
        return x.sum(axes).div(x.countAlong(shape.axes(axes)));
    }

    /// Returns the largest number along `axes`, of all when none is given.
    public Tensor max(int... axes) {
        return reduce(Reduce.Kind.MAX, axes);
    }

    /// Returns the smallest number along `axes`, of all when none is given.
    public Tensor min(int... axes) {
        if (type == DType.BOOL) {
            return not().max(axes).not();
        }
        // -1 - x mirrors whole numbers without ever leaving their range, as -x would at the lower
        // end
        return type.isFloating() ? neg().max(axes).neg() : rsub(-1).max(axes).rsub(-1);
    }

    /// Returns the product along `axes`, of all numbers when none is given.
    public Tensor prod(int... axes) {
        return reduce(Reduce.Kind.PRODUCT, axes);
    }

    /// Returns the variance along `axes`: the mean of the squared distances from the mean. (Divided by
    /// n; statistics of samples divide by n - 1.)
    public Tensor variance(int... axes) {
        var x = floating();
        var all = shape.axes(axes);
        return x.sub(x.meanKeeping(all)).square().mean(all.toArray());
    }

    /// Returns the position of the largest number among all, counted in row-major order (`int64`).
    public Tensor argmax() {
        return flatten().argmax(0);
    }

    /// Returns the position of the largest number along `axis` (`int64`), the first one of equals.
    public Tensor argmax(int axis) {
        var axes = shape.axes(axis);
        return record(new Reduce(Reduce.Kind.ARGMAX, axes), this).squeeze(axes);
    }

    /// Returns the sum along `axes`, which stay with size 1.
    public Tensor sumKeeping(Ints axes) {
        return reduceKeeping(Reduce.Kind.SUM, counted(axes));
    }

    /// Returns the mean along `axes`, which stay with size 1.
    public Tensor meanKeeping(Ints axes) {
        var x = floating();
        return x.sumKeeping(axes).div(x.countAlong(counted(axes)));
    }

    /// Returns `axes` counted from the front; none stay none.
    private Ints counted(Ints axes) {
        return axes.size() == 0 ? axes : shape.axes(axes.toArray());
    }

    private Tensor countAlong(Ints axes) {
        var count = 1;
        for (var i = 0; i < axes.size(); i++) {
            count *= shape.size(axes.get(i));
        }
        return new Tensor(new Source.Count(count), Shape.SCALAR, type, null);
    }

    /// Returns the largest number along `axes`, which stay with size 1.
    public Tensor maxKeeping(Ints axes) {
        return reduceKeeping(Reduce.Kind.MAX, counted(axes));
    }

    /// Returns the running sum along `axis`.
    public Tensor cumulativeSum(int axis) {
        return record(new CumulativeSum(shape.axis(axis)), numeric());
    }

    /// Returns `e^x / Σ e^x` along `axis`: positive numbers that sum to 1.
    ///
    /// The largest number is subtracted first, which changes nothing but keeps `e^x` finite.
    public Tensor softmax(int axis) {
        var axes = shape.axes(axis);
        var exp = shifted(axes).exp();
        return exp.div(exp.sumKeeping(axes));
    }

    /// Returns the logarithm of [#softmax(int)] along `axis`, computed without ever taking the
    /// logarithm of 0.
    public Tensor logSoftmax(int axis) {
        var axes = shape.axes(axis);
        var shifted = shifted(axes);
        return shifted.sub(shifted.exp().sumKeeping(axes).log());
    }

    /// Returns `log Σ e^x` along `axis`, which disappears.
    public Tensor logSumExp(int axis) {
        var axes = shape.axes(axis);
        var x = floating();
        var largest = x.maxKeeping(axes).detach();
        return x.sub(largest).exp().sumKeeping(axes).log().add(largest).squeeze(axes);
    }

    private Tensor shifted(Ints axes) {
        var x = floating();
        return x.sub(x.maxKeeping(axes).detach());
    }

    private Tensor reduce(Reduce.Kind kind, int... axes) {
        var all = shape.axes(axes);
        return reduceKeeping(kind, all).squeeze(all);
    }

    private Tensor reduceKeeping(Reduce.Kind kind, Ints axes) {
        var x = kind == Reduce.Kind.MAX ? this : numeric();
        for (var i = 0; i < axes.size(); i++) {
            if (shape.size(axes.get(i)) != 1) {
                return record(new Reduce(kind, axes), x);
            }
        }
        return x;
    }

    private Tensor numeric() {
        return type == DType.BOOL || type == DType.UINT8 ? cast(DType.INT64) : this;
    }

    /// Returns the sum of this gradient over everything that broadcasting from `target` repeated.
    public Tensor sumTo(Shape target) {
        if (shape.equals(target)) {
            return this;
        }
        var shift = rank() - target.rank();
        var axes = new ArrayList<Integer>();
        for (var axis = 0; axis < rank(); axis++) {
            if (axis < shift || target.size(axis - shift) == 1 && size(axis) != 1) {
                axes.add(axis);
            }
        }
        var repeated = Ints.of(axes.stream().mapToInt(Integer::intValue).toArray());
        return sumKeeping(repeated).reshape(target);
    }

    // ---- where numbers stand

    /// Returns the same numbers under another shape; one size may be -1 and is inferred.
    public Tensor reshape(int... sizes) {
        var inferred = -1;
        var known = 1L;
        for (var i = 0; i < sizes.length; i++) {
            if (sizes[i] == -1) {
                if (inferred >= 0) {
                    throw new ShapeException(
                            "reshape to %s: only one size can be inferred, give the others"
                                    .formatted(Arrays.toString(sizes)));
                }
                inferred = i;
            } else {
                known *= sizes[i];
            }
        }
        if (inferred < 0) {
            return reshape(Shape.of(sizes));
        }
        if (known <= 0 || shape.count() % known != 0) {
            throw new ShapeException(
                    "reshape: %s holds %d numbers, which %s cannot part evenly: the known sizes must divide it"
                            .formatted(shape, shape.count(), Arrays.toString(sizes)));
        }
        var filled = sizes.clone();
        filled[inferred] = (int) (shape.count() / known);
        return reshape(Shape.of(filled));
    }

    /// Returns the same numbers under another shape.
    public Tensor reshape(Shape target) {
        return shape.equals(target) ? this : record(new Move.Reshape(target), this);
    }

    /// Returns all numbers in one axis.
    public Tensor flatten() {
        return reshape(Shape.of(shape.count()));
    }

    /// Returns this tensor with axis `order[i]` in place `i`.
    public Tensor permute(int... order) {
        var resolved = new int[order.length];
        var identity = true;
        for (var i = 0; i < order.length; i++) {
            resolved[i] = shape.axis(order[i]);
            identity &= resolved[i] == i;
        }
        return identity && order.length == rank()
                ? this
                : record(new Move.Permute(Ints.of(resolved)), this);
    }

    /// Returns this tensor with its last two axes swapped: the transpose of each matrix.
    public Tensor transpose() {
        return transpose(-2, -1);
    }

    /// Returns this tensor with two axes swapped.
    public Tensor transpose(int first, int second) {
        var order = new int[rank()];
        Arrays.setAll(order, i -> i);
        order[shape.axis(first)] = shape.axis(second);
        order[shape.axis(second)] = shape.axis(first);
        return permute(order);
    }

    /// Returns this tensor with axes of size 1 repeated up to `target`.
    public Tensor expand(Shape target) {
        return shape.equals(target) ? this : record(new Move.Expand(target), this);
    }

    /// Returns this tensor with axes of size 1 repeated up to the given sizes.
    public Tensor expand(int... sizes) {
        return expand(Shape.of(sizes));
    }

    /// Returns this tensor without `axis`, which must have size 1.
    public Tensor squeeze(int axis) {
        return squeeze(shape.axes(axis));
    }

    /// Returns this tensor without `axes`, which must have size 1.
    public Tensor squeeze(Ints axes) {
        return reshape(shape.without(axes));
    }

    /// Returns this tensor with a new axis of size 1 at `axis`; -1 appends it.
    public Tensor unsqueeze(int axis) {
        return reshape(shape.insert(axis < 0 ? axis + rank() + 1 : axis, 1));
    }

    /// Returns this tensor with zeros before and after its numbers along `axis`.
    public Tensor pad(int axis, int before, int after) {
        if (before == 0 && after == 0) {
            return this;
        }
        var low = new int[rank()];
        var high = new int[rank()];
        low[shape.axis(axis)] = before;
        high[shape.axis(axis)] = after;
        return pad(low, high, 0);
    }

    /// Returns this tensor surrounded by `value`: `low[i]` before and `high[i]` after along axis `i`.
    public Tensor pad(int[] low, int[] high, double value) {
        return record(new Move.Pad(Ints.of(low), Ints.of(high), value), this);
    }

    /// Returns row `index` of the first axis, which disappears; negative indices count from the end.
    public Tensor get(int index) {
        var row = index < 0 ? index + size(0) : index;
        if (row < 0 || row >= size(0)) {
            throw new IndexOutOfBoundsException(
                    "there is no row %d in %s: use %d to %d"
                            .formatted(index, shape, -size(0), size(0) - 1));
        }
        return slice(0, row, row + 1, 1).squeeze(0);
    }

    /// Returns the rows `start` (inclusive) to `stop` (exclusive) of the first axis; negative ones count
    /// from the end.
    public Tensor slice(int start, int stop) {
        var size = size(0);
        return slice(0, start < 0 ? start + size : start, stop < 0 ? stop + size : stop, 1);
    }

    /// Returns every `step`-th number from `start` up to but not including `stop` along `axis`.
    public Tensor slice(int axis, int start, int stop, int step) {
        var resolved = shape.axis(axis);
        if (start == 0 && stop == size(resolved) && step == 1) {
            return this;
        }
        var starts = new int[rank()];
        var stops = shape.toArray();
        var steps = new int[rank()];
        Arrays.fill(steps, 1);
        starts[resolved] = start;
        stops[resolved] = stop;
        steps[resolved] = step;
        return record(new Move.Slice(Ints.of(starts), Ints.of(stops), Ints.of(steps)), this);
    }

    /// Returns this tensor with the order along `axes` reversed.
    public Tensor flip(int... axes) {
        return record(new Move.Flip(shape.axes(axes)), this);
    }

    /// Returns the tensors one after the other along `axis`.
    public static Tensor concatenate(int axis, Tensor... tensors) {
        if (tensors.length == 0) {
            throw new IllegalArgumentException("concatenate needs at least one tensor");
        }
        var common = tensors[0].type;
        for (var tensor : tensors) {
            common = common.promote(tensor.type);
        }
        var parts = new Tensor[tensors.length];
        for (var i = 0; i < parts.length; i++) {
            parts[i] = tensors[i].cast(common);
        }
        return record(new Move.Concatenate(tensors[0].shape.axis(axis)), parts);
    }

    /// Returns the tensors, all of one shape, stacked along a new axis.
    public static Tensor stack(int axis, Tensor... tensors) {
        var parts = new Tensor[tensors.length];
        for (var i = 0; i < parts.length; i++) {
            parts[i] = tensors[i].unsqueeze(axis);
        }
        return concatenate(axis, parts);
    }

    /// Returns the tensor repeated `times` along `axis`.
    public Tensor repeat(int axis, int times) {
        var at = shape.axis(axis);
        return reshape(shape.insert(at, 1))
                .expand(shape.insert(at, times))
                .reshape(shape.with(at, Shape.size((long) size(at) * times, "repeat")));
    }

    // ---- looked up

    /// Returns the slices along `axis` that `indices` (whole numbers) name; they take the place of the
    /// axis. Taking rows of a matrix is how a word becomes its vector.
    ///
    /// @throws IndexOutOfBoundsException when computed, if an index is negative or too large
    public Tensor take(int axis, Tensor indices) {
        return record(new Index.Gather(shape.axis(axis)), this, whole(indices));
    }

    /// Returns, for each place of `indices`, the number along `axis` that it names; all other
    /// coordinates stay. `indices` has the shape of this tensor except along `axis`.
    ///
    /// For `axis = 1`: `result[i][j] = x[i][indices[i][j]]`.
    ///
    /// @throws IndexOutOfBoundsException when computed, if an index is negative or too large
    public Tensor gather(int axis, Tensor indices) {
        var at = shape.axis(axis);
        if (indices.rank() != rank() || !indices.shape.with(at, 1).equals(shape.with(at, 1))) {
            throw new ShapeException(
                    "gather along axis %d: indices %s must have the sizes of %s in every other axis"
                            .formatted(at, indices.shape, shape));
        }
        var order = new int[rank()];
        for (int axisIndex = 0, next = 0; axisIndex < rank(); axisIndex++) {
            if (axisIndex != at) {
                order[next++] = axisIndex;
            }
        }
        order[rank() - 1] = at;
        var rows = permute(order).reshape(-1, Math.max(1, size(at)));
        var names = whole(indices).cast(DType.INT64).permute(order);
        var flat = names.reshape(rows.size(0), indices.size(at));
        // an index into the flattened rows: row × length + index; one outside its row must not
        // reach into the
        // next, so it becomes -1 and is refused
        var starts = arange(rows.size(0)).mul(size(at)).unsqueeze(1);
        var inside = flat.greaterEqual(0).and(flat.less(size(at)));
        var places = inside.where(flat.add(starts), scalar(-1, DType.INT64));
        var taken = rows.flatten().take(0, places).reshape(names.shape());
        var back = new int[rank()];
        for (var i = 0; i < rank(); i++) {
            back[order[i]] = i;
        }
        return taken.permute(back);
    }

    /// Returns zeros with `size` places along `axis` to which each slice of `updates` has been added at
    /// the place its index names. The inverse of [#take(int, Tensor)].
    public static Tensor scatterAdd(int axis, int size, Tensor indices, Tensor updates) {
        return record(new Index.ScatterAdd(axis, size), whole(indices), updates);
    }

    /// Returns 1 at the place each whole number names, 0 elsewhere, along a new last axis.
    public Tensor oneHot(int classes) {
        return whole(this).unsqueeze(-1).equal(arange(classes)).cast(DType.FLOAT32);
    }

    /// Returns the positions that sort the numbers along `axis` in ascending order (`int64`).
    public Tensor argsort(int axis) {
        var at = shape.axis(axis);
        return record(new ArgSort(at, false, size(at)), this);
    }

    /// Returns the numbers along `axis` in ascending order.
    public Tensor sort(int axis) {
        return gather(axis, argsort(axis));
    }

    /// Returns the positions of the `count` largest numbers along `axis`, largest first (`int64`).
    public Tensor topK(int count, int axis) {
        return record(new ArgSort(shape.axis(axis), true, count), this);
    }

    private static Tensor whole(Tensor indices) {
        if (indices.type.isFloating() || indices.type == DType.BOOL) {
            throw new IllegalArgumentException(
                    "indices of type %s were given: indices are whole numbers, cast them to int64"
                            .formatted(indices.type));
        }
        return indices.type == DType.UINT8 ? indices.cast(DType.INT64) : indices;
    }

    // ---- sums of products

    /// Returns the matrix product: `[..., m, k]` with `[..., k, n]` gives `[..., m, n]`.
    ///
    /// Leading axes meet by broadcasting. A vector on the right, `[k]`, gives `[..., m]`; on the left it
    /// gives `[..., n]`.
    public Tensor matmul(Tensor other) {
        if (rank() == 0 || other.rank() == 0) {
            throw new ShapeException(
                    "matmul: %s and %s must have at least one axis: use mul() for a single number"
                            .formatted(shape, other.shape));
        }
        if (rank() == 1) {
            return unsqueeze(0).matmul(other).squeeze(other.rank() == 1 ? 0 : -2);
        }
        if (other.rank() == 1) {
            return matmul(other.unsqueeze(1)).squeeze(-1);
        }
        var common = type.promote(other.type);
        var a = cast(common).numeric();
        var b = other.cast(common).numeric();
        if (b.rank() > 2 && a.size(-1) == b.size(-2)) {
            var leading =
                    a.shape
                            .range(0, a.rank() - 2)
                            .broadcast(b.shape.range(0, b.rank() - 2), "matmul");
            a = a.expand(leading.append(a.shape.range(a.rank() - 2, a.rank())));
            b = b.expand(leading.append(b.shape.range(b.rank() - 2, b.rank())));
        }
        return record(new Contract.MatMul(), a, b);
    }

    /// Returns the convolution of `[batch, spatial..., channels]` with a weight of shape
    /// `[size..., channels / groups, outputs]`. One to three spatial axes.
    public Tensor convolve(Tensor weight, Contract.Geometry geometry) {
        var x = floating();
        return record(new Contract.Convolve(geometry), x, weight.cast(x.type));
    }

    /// Returns the largest number of each window; padding never wins.
    public Tensor maxPool(Window.Geometry geometry) {
        return record(new Window.Pool(Window.Kind.MAX, geometry), floating());
    }

    /// Returns the sum of each window; padding counts as 0.
    public Tensor sumPool(Window.Geometry geometry) {
        return record(new Window.Pool(Window.Kind.SUM, geometry), floating());
    }

    // ---- notes on the graph

    /// Returns the same numbers, through which no gradient flows.
    public Tensor detach() {
        return record(new Marker.Detach(), this);
    }

    /// Returns `training` in a training step and `inference` everywhere else.
    ///
    /// The choice is made when the numbers are computed: a step that updates parameters trains,
    /// asking for a value does not.
    public static Tensor byMode(Tensor training, Tensor inference) {
        if (!training.shape.equals(inference.shape) || training.type != inference.type) {
            throw new ShapeException(
                    "byMode: %s %s in training and %s %s in inference must agree in shape and type"
                            .formatted(
                                    training.shape,
                                    training.type,
                                    inference.shape,
                                    inference.type));
        }
        return record(new Marker.ByMode(), training, inference);
    }

    /// Returns this tensor with a note that `parameter` becomes `value` at the end of a step that
    /// computes it. Asking for a value outside a step changes nothing.
    public Tensor assigning(Parameter parameter, Tensor value) {
        parameter.checkFits(value);
        return record(new Marker.Assign(parameter), this, value);
    }

    /// Notes down an operation: the way composites outside this class reach the primitives.
    ///
    /// @throws ShapeException if the shapes of the inputs do not fit the operation
    public static Tensor record(Op op, Tensor... inputs) {
        var read = new Tensor[inputs.length];
        for (var i = 0; i < inputs.length; i++) {
            read[i] = inputs[i].current();
        }
        var shapes = new Shape[read.length];
        var types = new DType[read.length];
        for (var i = 0; i < read.length; i++) {
            shapes[i] = read[i].shape;
            types[i] = read[i].type;
        }
        return new Tensor(
                op,
                ShapeRules.shape(op, Arrays.asList(shapes)),
                ShapeRules.type(op, Arrays.asList(types)),
                null,
                read);
    }

    /// The node that stands for the present value; only a parameter's changes.
    Tensor current() {
        return this;
    }

    // ---- looked at

    /// Returns the shape.
    public final Shape shape() {
        return shape;
    }

    /// Returns the type of the numbers.
    public final DType type() {
        return type;
    }

    /// Returns the number of axes.
    public final int rank() {
        return shape.rank();
    }

    /// Returns the size along `axis`.
    public final int size(int axis) {
        return shape.size(axis);
    }

    /// Returns how many numbers there are.
    public final int count() {
        return shape.count();
    }

    /// Tensors are equal only to themselves; compare numbers with [#equal(Tensor)].
    @Override
    public final boolean equals(Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return id * 0x9E3779B9;
    }

    /// Returns the operation that made this tensor.
    public final Op op() {
        return op;
    }

    /// Returns input number `index` of the operation that made this tensor.
    public final Tensor input(int index) {
        return inputs[index];
    }

    /// Returns how many inputs the operation has that made this tensor.
    public final int inputCount() {
        return inputs.length;
    }

    /// Returns whether the numbers have been computed already.
    public boolean isComputed() {
        return value != null;
    }

    /// Keeps the computed numbers; for the graph, not for users.
    public final void keep(Buffer computed) {
        value = computed;
    }

    /// Keeps the numbers a step has computed and forgets how; for the graph, not for users.
    ///
    /// The recipe belongs to parameters that have changed since. A loop that collects its losses must not
    /// hold on to every batch they were made from.
    public final void settle(Buffer computed) {
        // a number that has been looked at never changes
        value = value == null ? computed : value;
        if (!(op instanceof Source)) {
            settled = true;
            inputs = new Tensor[0];
        }
    }

    /// Returns whether the numbers are the same whenever and wherever they are computed: data, and what
    /// follows from data alone.
    public final boolean isFixed() {
        return fixed;
    }

    /// Returns whether a step has computed this tensor, so that its recipe is gone.
    public final boolean isSettled() {
        return settled;
    }

    /// Computes the numbers unless they are there, and returns this tensor.
    public Tensor realize() {
        buffer();
        return this;
    }

    /// Computes all of `tensors` together, sharing what they share.
    public static void realize(Tensor... tensors) {
        Evaluation.realize(List.of(tensors));
    }

    /// Returns the numbers, computed now unless they are there. The buffer must not be changed.
    public Buffer buffer() {
        var present = value;
        if (present == null) {
            Evaluation.realize(List.of(this));
            present = value;
        }
        return java.util.Objects.requireNonNull(present);
    }

    /// Returns the only number.
    ///
    /// @throws ShapeException if there is not exactly one
    public double item() {
        if (shape.count() != 1) {
            throw new ShapeException(
                    "item() needs exactly one number but the shape is %s: use toFloats(), or sum() or mean() first"
                            .formatted(shape));
        }
        return buffer().getDouble(0);
    }

    /// Returns the numbers in row-major order.
    public float[] toFloats() {
        var all = new float[count()];
        var buffer = buffer();
        for (var i = 0; i < all.length; i++) {
            all[i] = (float) buffer.getDouble(i);
        }
        return all;
    }

    /// Returns the numbers in row-major order.
    public double[] toDoubles() {
        var all = new double[count()];
        var buffer = buffer();
        for (var i = 0; i < all.length; i++) {
            all[i] = buffer.getDouble(i);
        }
        return all;
    }

    /// Returns the numbers in row-major order; fractions are cut off.
    public long[] toLongs() {
        var all = new long[count()];
        var buffer = buffer();
        for (var i = 0; i < all.length; i++) {
            all[i] = buffer.getLong(i);
        }
        return all;
    }

    /// Returns the kernels that this tensor compiles to, one a line, with shapes, arithmetic and
    /// memory traffic. Nothing is computed.
    public String explain() {
        return Evaluation.explain(this);
    }

    /// Returns the numbers, aligned, with shape and type; a scalar is printed as a number.
    @Override
    public String toString() {
        return Printer.print(this);
    }
}
