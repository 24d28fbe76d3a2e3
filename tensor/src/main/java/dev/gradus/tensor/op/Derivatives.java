package dev.gradus.tensor.op;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// The gradient of every operation, one row each.
///
/// Each row is written in operations again, so gradients of gradients need nothing further.
public final class Derivatives {
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private Derivatives() {}

    /// Returns whether a gradient flows from the result of `op` to its input number `input`.
    ///
    /// Whole-number inputs, positions of largest numbers and comparisons have none.
    public static boolean flows(Op op, int input) {
        return switch (op) {
            case Source _, ArgSort _ -> false;
            case Unary unary -> unary != Unary.FLOOR && unary != Unary.NOT;
            case Binary binary -> !binary.isComparison() && !binary.isLogical();
            case Select _ -> input > 0;
            case Reduce(var kind, _) -> kind != Reduce.Kind.ARGMAX;
            case Window.Pool(var kind, _) -> kind != Window.Kind.ARGMAX;
            // the place of the largest number does not change with the numbers around it
            case Window.MaxPoolGradient _ -> input == 1;
            case Index.Gather _ -> input == 0;
            case Index.ScatterAdd _ -> input == 1;
            case Marker.Detach _ -> false;
            case Marker.Assign _, Move.After _ -> input == 0;
            case Marker.ByRule _ -> input > 0;
            case Cast(var type) -> type.isFloating();
            case Move _, Contract _, Window.Spread _, CumulativeSum _, Marker.ByMode _ -> true;
        };
    }

    /// Returns the gradient of input number `input` of `y`, given `up`, the gradient of `y` itself.
    ///
    /// Called only where [#flows] says so, and not for [Marker.ByRule], whose rule gives all at once.
    public static Tensor back(Tensor y, Tensor up, int input) {
        var x = y.input(input);
        return switch (y.op()) {
            case Source _, ArgSort _, Marker.Detach _ -> throw none(y.op());
            case Marker.ByRule _ -> throw new IllegalStateException("asked for all inputs at once");
            case Unary unary -> unary(unary, x, y, up);
            case Binary binary -> binary(binary, y, up, input);
            case Select _ -> {
                var zero = Tensor.zerosLike(up);
                yield input == 1 ? y.input(0).where(up, zero) : y.input(0).where(zero, up);
            }
            case Cast _ -> up.cast(x.type());
            case Reduce(var kind, var axes) ->
                    switch (kind) {
                        case SUM -> up.expand(x.shape());
                        case MAX -> largest(x, y, up, axes);
                        case PRODUCT -> product(x, up, axes);
                        case ARGMAX -> throw none(y.op());
                    };
            case Move move -> move(move, y, up, input);
            case Contract contract -> contract(contract, y, up, input);
            case Window.Pool(var kind, var geometry) ->
                    switch (kind) {
                        case SUM -> Tensor.record(new Window.Spread(geometry, x.shape()), up);
                        case MAX -> Tensor.record(new Window.MaxPoolGradient(geometry), x, up);
                        case ARGMAX -> throw none(y.op());
                    };
            case Window.Spread(var geometry, _) ->
                    Tensor.record(new Window.Pool(Window.Kind.SUM, geometry), up);
            case Window.MaxPoolGradient(var geometry) -> {
                var where = new Window.Pool(Window.Kind.ARGMAX, geometry);
                yield up.flatten().take(0, Tensor.record(where, y.input(0)));
            }
            case Index.Gather(int axis) -> scatter(axis, x.size(axis), y.input(1), up);
            case Index.ScatterAdd(int axis, _) -> up.take(axis, y.input(0));
            case CumulativeSum(int axis) -> up.flip(axis).cumulativeSum(axis).flip(axis);
            case Marker.ByMode _ -> {
                var nothing = Tensor.nothingLike(up);
                yield input == 0 ? Tensor.byMode(up, nothing) : Tensor.byMode(nothing, up);
            }
            case Marker.Assign _ -> up;
        };
    }

    private static Tensor unary(Unary unary, Tensor x, Tensor y, Tensor up) {
        return switch (unary) {
            case NEGATE -> up.neg();
            case EXP -> up.mul(y);
            case LOG -> up.div(x);
            case SQRT -> up.div(y.mul(2));
            case RECIPROCAL -> up.mul(y.square()).neg();
            case SIN -> up.mul(x.cos());
            case TANH -> up.mul(y.square().rsub(1));
            case SIGMOID -> up.mul(y).mul(y.rsub(1));
            case ERF -> up.mul(x.square().neg().exp().mul(TWO_OVER_ROOT_PI));
            case FLOOR, NOT -> throw none(unary);
        };
    }

    private static Tensor binary(Binary binary, Tensor y, Tensor up, int input) {
        var a = y.input(0);
        var b = y.input(1);
        return switch (binary) {
            case ADD -> up;
            case SUBTRACT -> input == 0 ? up : up.neg();
            case MULTIPLY -> up.mul(input == 0 ? b : a);
            case DIVIDE -> input == 0 ? up.div(b) : up.mul(y).div(b).neg();
            // of equal numbers the second counts as the larger, so that relu has slope 0 at 0; the
            // result
            // stands in for the operand because it is kept anyway
            case MAX -> only(input == 0 ? b.less(y) : b.less(a).not(), up);
            case MIN -> only(input == 0 ? y.less(b) : a.less(b).not(), up);
            case POWER ->
                    input == 0
                            ? up.mul(b).mul(a.pow(b.sub(1)))
                            // 0 to any power does not change with the power
                            : up.mul(a.equal(0).where(Tensor.zerosLike(y), y.mul(a.log())));
            case MODULO -> input == 0 ? up : up.mul(a.div(b).floor()).neg();
            case LESS, EQUAL, AND, OR -> throw none(binary);
        };
    }

    private static Tensor only(Tensor where, Tensor up) {
        return where.where(up, Tensor.zerosLike(up));
    }

    /// All places that hold the largest number share its gradient evenly.
    private static Tensor largest(Tensor x, Tensor y, Tensor up, Ints axes) {
        var hit = x.equal(y.expand(x.shape())).cast(x.type());
        return hit.mul(up.div(hit.sumKeeping(axes)).expand(x.shape()));
    }

    /// The product of all the others, built from running products so that a zero does no harm.
    private static Tensor product(Tensor x, Tensor up, Ints axes) {
        var gradient = up.expand(x.shape());
        for (var i = 0; i < axes.size(); i++) {
            if (x.size(axes.get(i)) > 1) {
                return gradient.mul(othersProduct(x, axes));
            }
        }
        return gradient;
    }

    private static Tensor othersProduct(Tensor x, Ints axes) {
        // the reduced axes are laid out as one, each row repeated once per element with that
        // element
        // replaced by 1
        var rank = x.rank();
        var order = new int[rank];
        var next = 0;
        for (var axis = 0; axis < rank; axis++) {
            if (!axes.contains(axis)) {
                order[next++] = axis;
            }
        }
        var kept = next;
        for (var i = 0; i < axes.size(); i++) {
            order[next++] = axes.get(i);
        }
        var moved = x.permute(order);
        var outer = moved.shape().range(0, kept);
        var n = moved.shape().range(kept, rank).count();
        var rows = moved.reshape(outer.append(Shape.of(1, n))).expand(outer.append(Shape.of(n, n)));
        var self = Tensor.eye(n).cast(DType.BOOL).expand(rows.shape());
        var others = self.where(Tensor.onesLike(rows), rows);
        var products =
                Tensor.record(new Reduce(Reduce.Kind.PRODUCT, Ints.of(rows.rank() - 1)), others);
        var back = new int[rank];
        for (var i = 0; i < rank; i++) {
            back[order[i]] = i;
        }
        return products.reshape(moved.shape()).permute(back);
    }

    private static Tensor move(Move move, Tensor y, Tensor up, int input) {
        var x = y.input(input);
        var rank = x.rank();
        return switch (move) {
            case Move.Reshape _ -> up.reshape(x.shape());
            case Move.Permute(var order) -> {
                var back = new int[rank];
                for (var i = 0; i < rank; i++) {
                    back[order.get(i)] = i;
                }
                yield up.permute(back);
            }
            case Move.Expand _ -> up.sumTo(x.shape());
            case Move.Pad(var low, _, _) -> {
                var stop = new int[rank];
                for (var i = 0; i < rank; i++) {
                    stop[i] = low.get(i) + x.size(i);
                }
                yield Tensor.record(new Move.Slice(low, Ints.of(stop), Ints.repeat(1, rank)), up);
            }
            case Move.Slice slice -> unslice(x.shape(), slice, up);
            case Move.Flip(var axes) -> up.flip(axes.toArray());
            case Move.After _ -> up;
            case Move.Concatenate(int axis) -> {
                var start = 0;
                for (var i = 0; i < input; i++) {
                    start += y.input(i).size(axis);
                }
                yield up.slice(axis, start, start + x.size(axis), 1);
            }
        };
    }

    /// Puts each number back where the slice took it from, zeros elsewhere: a step of `s` is undone by
    /// padding each number with `s - 1` zeros.
    private static Tensor unslice(Shape shape, Move.Slice slice, Tensor up) {
        var result = up;
        for (var axis = 0; axis < shape.rank(); axis++) {
            var step = slice.step().get(axis);
            var taken = result.size(axis);
            if (step > 1 && taken > 0) {
                var spread = result.unsqueeze(axis + 1);
                spread = spread.pad(axis + 1, 0, step - 1);
                result = spread.reshape(result.shape().with(axis, taken * step));
                var room = shape.size(axis) - slice.start().get(axis);
                if (taken * step > room) {
                    result = result.slice(axis, 0, room, 1);
                }
            }
            var low = slice.start().get(axis);
            result = result.pad(axis, low, shape.size(axis) - low - result.size(axis));
        }
        return result;
    }

    private static Tensor contract(Contract contract, Tensor y, Tensor up, int input) {
        var a = y.input(0);
        var b = y.input(1);
        return switch (contract) {
            case Contract.MatMul _ -> {
                if (input == 0) {
                    yield up.matmul(b.transpose());
                }
                if (b.rank() == 2 && a.rank() > 2) {
                    var rows = a.reshape(-1, a.size(-1));
                    yield rows.transpose().matmul(up.reshape(-1, up.size(-1)));
                }
                yield a.transpose().matmul(up);
            }
            // a convolution is linear in each input, so its two gradients and it close the family
            case Contract.Convolve(var geometry) ->
                    input == 0
                            ? Tensor.record(new Contract.ConvolveInput(geometry, a.shape()), up, b)
                            : Tensor.record(
                                    new Contract.ConvolveWeight(geometry, b.shape()), a, up);
            case Contract.ConvolveInput(var geometry, _) ->
                    input == 0
                            ? Tensor.record(new Contract.Convolve(geometry), up, b)
                            : Tensor.record(
                                    new Contract.ConvolveWeight(geometry, b.shape()), up, a);
            case Contract.ConvolveWeight(var geometry, _) ->
                    input == 0
                            ? Tensor.record(new Contract.ConvolveInput(geometry, a.shape()), b, up)
                            : Tensor.record(new Contract.Convolve(geometry), a, up);
        };
    }

    private static Tensor scatter(int axis, int size, Tensor indices, Tensor updates) {
        return Tensor.record(new Index.ScatterAdd(axis, size), indices, updates);
    }

    private static IllegalStateException none(Op op) {
        return new IllegalStateException(op + " has no gradient");
    }
}
