package dev.gradus.testing;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A random expression: operations on numbers, views, reductions and matrix products, wired at
/// random, the same for the same seed.
///
/// Operations that jump, such as rounding down, are left out, except on inputs: a difference in the
/// last place would become one in the first.
public final class RandomExpression {
    private static final int LARGEST = 3_000;

    private final Random random;
    private final DType type;
    private final List<Tensor> leaves = new ArrayList<>();
    private final List<Tensor> pool = new ArrayList<>();

    private RandomExpression(long seed) {
        random = new Random(seed);
        type = random.nextInt(4) == 0 ? DType.FLOAT64 : DType.FLOAT32;
    }

    /// Returns the results of the expression number `seed`: between one and three of its nodes, and
    /// sometimes the gradients of their sum.
    public static List<Tensor> results(long seed) {
        return new RandomExpression(seed).results();
    }

    private List<Tensor> results() {
        for (var i = 1 + random.nextInt(3); i > 0; i--) {
            leaf(shape());
        }
        for (var i = 5 + random.nextInt(36); i > 0; i--) {
            pool.add(bounded(next()));
        }
        var results = new ArrayList<Tensor>();
        for (var i = 1 + random.nextInt(3); i > 0; i--) {
            results.add(pool.get(pool.size() - 1 - random.nextInt(Math.min(4, pool.size()))));
        }
        if (random.nextInt(3) == 0) {
            var sum = results.getFirst().mul(0.5).sum();
            results.addAll(Gradients.of(sum, leaves));
        }
        return results;
    }

    private Shape shape() {
        var sizes = new int[random.nextInt(4)];
        for (var i = 0; i < sizes.length; i++) {
            sizes[i] = random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(9);
        }
        return Shape.of(sizes);
    }

    private Tensor leaf(Shape shape) {
        var numbers = new double[shape.count()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextInt(-96, 97) / 64.0 + 1 / 256.0;
        }
        var leaf = Tensor.of(numbers, shape.toArray()).cast(type).realize();
        leaves.add(leaf);
        pool.add(leaf);
        return leaf;
    }

    private Tensor any() {
        return pool.get(random.nextInt(pool.size()));
    }

    /// Keeps numbers and sizes small, so that no result overflows.
    private Tensor bounded(Tensor x) {
        return x.count() > LARGEST ? x.flatten().slice(0, 3, 1_203, 2) : x;
    }

    private Tensor next() {
        var x = any();
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> function(x);
            case 3, 4, 5 -> pair(x, partner(x));
            case 6, 7, 8 -> view(x);
            case 9 -> x.rank() == 0 ? function(x) : reduction(x, random.nextInt(x.rank()));
            case 10 -> product(x);
            case 11 -> condition(x).where(x, partner(x));
            case 12 -> x.rank() == 0 ? x.square().tanh() : x.softmax(random.nextInt(x.rank()));
            case 13 -> x.rank() == 0 ? x.neg() : x.tanh().cumulativeSum(random.nextInt(x.rank()));
            default -> throw new AssertionError();
        };
    }

    private Tensor function(Tensor x) {
        return switch (random.nextInt(9)) {
            case 0 -> x.tanh();
            case 1 -> x.sigmoid();
            case 2 -> x.neg();
            case 3 -> x.relu();
            case 4 -> x.sin();
            case 5 -> x.clamp(-2, 2).exp();
            case 6 -> x.square().add(1).sqrt();
            case 7 -> x.mul(random.nextInt(-2, 3) * 0.5).add(1);
            case 8 -> x.square().add(0.5).reciprocal();
            default -> throw new AssertionError();
        };
    }

    private static Tensor pairUp(int operation, Tensor x, Tensor y) {
        return switch (operation) {
            case 0 -> x.add(y);
            case 1 -> x.sub(y);
            case 2 -> x.tanh().mul(y);
            case 3 -> x.maximum(y);
            case 4 -> x.minimum(y);
            case 5 -> x.div(y.square().add(1));
            default -> throw new AssertionError();
        };
    }

    private Tensor pair(Tensor x, Tensor y) {
        return pairUp(random.nextInt(6), x, y);
    }

    /// Returns a tensor that broadcasts with `x`: one that is there, or a new one.
    private Tensor partner(Tensor x) {
        for (var tries = 0; tries < 5; tries++) {
            var y = any();
            if (y.shape().broadcastsTo(x.shape())) {
                return y;
            }
        }
        var sizes = x.shape().range(random.nextInt(x.rank() + 1), x.rank()).toArray();
        for (var axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = random.nextInt(3) == 0 ? 1 : sizes[axis];
        }
        return leaf(Shape.of(sizes));
    }

    private Tensor condition(Tensor x) {
        return leaf(x.shape()).less(0.25);
    }

    private Tensor view(Tensor x) {
        if (x.rank() == 0) {
            return x.expand(2, 3);
        }
        var axis = random.nextInt(x.rank());
        var size = x.size(axis);
        return switch (random.nextInt(8)) {
            case 0 -> x.transpose(axis, random.nextInt(x.rank()));
            case 1 -> x.flip(axis);
            case 2 -> x.slice(axis, random.nextInt(size), size, 1 + random.nextInt(3));
            case 3 -> x.pad(axis, random.nextInt(3), random.nextInt(3));
            case 4 -> Tensor.concatenate(axis, x, x.flip(axis));
            case 5 -> x.flatten();
            case 6 -> x.unsqueeze(random.nextInt(x.rank() + 1));
            case 7 -> x.repeat(axis, 2);
            default -> throw new AssertionError();
        };
    }

    private Tensor reduction(Tensor x, int axis) {
        return switch (random.nextInt(5)) {
            case 0 -> x.sum(axis);
            case 1 -> x.max(axis);
            case 2 -> x.mean();
            case 3 -> x.sumKeeping(Ints.of(axis));
            case 4 -> x.tanh().variance(axis);
            default -> throw new AssertionError();
        };
    }

    private Tensor product(Tensor x) {
        if (x.rank() == 0) {
            return x.mul(x.tanh());
        }
        var weight = leaf(Shape.of(x.size(-1), 1 + random.nextInt(8)));
        var y = x.tanh().matmul(weight);
        return random.nextBoolean() ? y.add(leaf(Shape.of(weight.size(1)))).relu() : y;
    }
}
