package dev.gradus.testing;

import static dev.gradus.testing.Geometries.convolution;
import static dev.gradus.testing.Geometries.padded;
import static dev.gradus.testing.Geometries.plain;
import static dev.gradus.testing.Geometries.strided;
import static dev.gradus.testing.Geometries.window;
import static dev.gradus.testing.Row.ALL;
import static dev.gradus.testing.Row.NUMBERS;
import static dev.gradus.testing.Row.along;
import static dev.gradus.testing.Row.of;
import static dev.gradus.testing.Row.one;
import static dev.gradus.testing.Row.two;
import static dev.gradus.testing.Shapes.FULL;
import static dev.gradus.testing.Shapes.LOOKED_UP;
import static dev.gradus.testing.Shapes.MATRIX;
import static dev.gradus.testing.Shapes.PICTURES;
import static dev.gradus.testing.Shapes.SORTED;
import static dev.gradus.testing.Shapes.STACKED;
import static dev.gradus.testing.Shapes.THREE;

import dev.gradus.tensor.CustomGradient;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Contract;
import dev.gradus.tensor.op.Move;
import dev.gradus.tensor.op.Window;

/// Every operation as a user writes it. A new operation adds a row here, its line in
/// `tools/goldens/op_goldens.py`, and no other test.
public enum OpCase {
    // ---- each number by itself
    NEG(one(Tensor::neg).types(NUMBERS)),
    EXP(one(Tensor::exp).types(ALL)),
    LOG(one(Tensor::log).from(Domain.POSITIVE).types(NUMBERS)),
    SQRT(one(Tensor::sqrt).from(Domain.POSITIVE).types(NUMBERS)),
    RECIPROCAL(one(Tensor::reciprocal).from(Domain.NOT_ZERO).types(NUMBERS)),
    SIN(one(Tensor::sin).types(NUMBERS)),
    COS(one(Tensor::cos).types(NUMBERS)),
    TANH(one(Tensor::tanh).types(NUMBERS)),
    ERF(one(Tensor::erf).types(NUMBERS)),
    FLOOR(one(Tensor::floor).types(NUMBERS)),
    CEIL(one(Tensor::ceil).types(NUMBERS)),
    NOT(one(Tensor::not).from(Domain.FEW).types(ALL).withoutGradient()),
    ABS(one(Tensor::abs).types(NUMBERS)),
    SIGN(one(Tensor::sign).types(NUMBERS)),
    SQUARE(one(Tensor::square).types(NUMBERS)),
    SIGMOID(one(Tensor::sigmoid).types(ALL)),
    RELU(one(Tensor::relu).types(NUMBERS)),
    SOFTPLUS(one(Tensor::softplus)),
    CLAMP(one(x -> x.clamp(-1, 2)).types(Row.SIGNED)),
    CAST_TO_BOOL(one(x -> x.cast(DType.BOOL)).from(Domain.FEW).types(ALL).withoutGradient()),
    CAST_TO_UINT8(
            one(x -> x.cast(DType.UINT8)).from(Domain.between(0, 9)).types(ALL).withoutGradient()),
    CAST_TO_INT32(one(x -> x.cast(DType.INT32)).types(ALL).withoutGradient()),
    CAST_TO_INT64(one(x -> x.cast(DType.INT64)).types(ALL).withoutGradient()),
    CAST_TO_FLOAT32(one(x -> x.cast(DType.FLOAT32)).types(ALL).withoutGradient()),
    CAST_TO_FLOAT64(one(x -> x.cast(DType.FLOAT64)).types(ALL)),

    // ---- two tensors
    ADD(two(Tensor::add).types(NUMBERS)),
    ADD_NUMBER(one(x -> x.add(1.5)).types(ALL)),
    SUB(two(Tensor::sub).types(NUMBERS)),
    SUB_NUMBER(one(x -> x.sub(2)).types(Row.SIGNED)),
    RSUB(one(x -> x.rsub(1)).types(NUMBERS)),
    MUL(two(Tensor::mul).types(NUMBERS)),
    MUL_NUMBER(one(x -> x.mul(-3)).types(Row.SIGNED)),
    DIV(two(Tensor::div).from(Domain.ANY, Domain.NOT_ZERO).types(NUMBERS)),
    DIV_NUMBER(one(x -> x.div(4)).types(NUMBERS)),
    POW(two(Tensor::pow).from(Domain.POSITIVE, Domain.between(-2, 3)).types(Row.FLOATS)),
    POW_WHOLE(two(Tensor::pow).from(Domain.FEW, Domain.COUNTS).types(NUMBERS).withoutGradient()),
    POW_SQUARE(one(x -> x.pow(2)).types(NUMBERS)),
    POW_NUMBER(one(x -> x.pow(3)).types(Row.FLOATS)),
    MOD(two(Tensor::mod).from(Domain.ANY, Domain.NOT_ZERO).types(NUMBERS)),
    MOD_NUMBER(one(x -> x.mod(2)).types(NUMBERS)),
    MAXIMUM(two(Tensor::maximum).types(NUMBERS)),
    MAXIMUM_NUMBER(one(x -> x.maximum(1)).types(NUMBERS)),
    MINIMUM(two(Tensor::minimum).types(NUMBERS)),
    MINIMUM_NUMBER(one(x -> x.minimum(1)).types(NUMBERS)),
    LESS(two(Tensor::less).from(Domain.FEW, Domain.FEW).types(ALL).withoutGradient()),
    GREATER(two(Tensor::greater).from(Domain.FEW, Domain.FEW).types(ALL).withoutGradient()),
    LESS_EQUAL(two(Tensor::lessEqual).from(Domain.FEW, Domain.FEW).types(ALL).withoutGradient()),
    GREATER_EQUAL(
            two(Tensor::greaterEqual).from(Domain.FEW, Domain.FEW).types(ALL).withoutGradient()),
    EQUAL(two(Tensor::equal).from(Domain.FEW, Domain.FEW).types(ALL).withoutGradient()),
    NOT_EQUAL(two(Tensor::notEqual).from(Domain.FEW, Domain.FEW).types(ALL).withoutGradient()),
    AND(two(Tensor::and).from(Domain.FEW, Domain.FEW).types(ALL).withoutGradient()),
    OR(two(Tensor::or).from(Domain.FEW, Domain.FEW).types(ALL).withoutGradient()),
    WHERE(
            of(3, in -> in.get(0).where(in.get(1), in.get(2)))
                    .from(Domain.TRUTH, Domain.ANY, Domain.ANY)
                    .types(ALL)),
    LERP(of(3, in -> in.get(0).lerp(in.get(1), in.get(2)))),

    // ---- along axes
    SUM(along(Tensor::sum).types(ALL)),
    SUM_OF_SCALAR(
            one(Tensor::sum).types(ALL).shapes(Shapes.none().with(Variant.SCALAR, new int[0]))),
    SUM_FIRST_AXIS(along(x -> x.sum(0)).types(ALL)),
    SUM_LAST_AXIS(along(x -> x.sum(-1)).types(ALL)),
    SUM_OUTER_AXES(along(x -> x.sum(0, 2)).shapes(THREE).types(NUMBERS)),
    SUM_MIDDLE_AXIS(along(x -> x.sum(1)).shapes(THREE).types(NUMBERS)),
    SUM_KEEPING(along(x -> x.sumKeeping(Ints.of(0))).types(ALL)),
    SUM_TO(
            one(x -> x.sumTo(Shape.of(5, 1)))
                    .shapes(
                            Shapes.only(new int[] {3, 5, 4})
                                    .with(Variant.LARGE, new int[] {64, 5, 911}))),
    MEAN(along(Tensor::mean).types(NUMBERS)),
    MEAN_FIRST_AXIS(along(x -> x.mean(0)).types(NUMBERS)),
    MEAN_LAST_AXIS(along(x -> x.mean(-1)).types(NUMBERS)),
    MEAN_KEEPING(along(x -> x.meanKeeping(Ints.of(1)))),
    MAX(along(Tensor::max).shapes(FULL).types(ALL)),
    MAX_FIRST_AXIS(along(x -> x.max(0)).shapes(FULL).types(ALL)),
    MAX_LAST_AXIS(along(x -> x.max(-1)).shapes(FULL).types(ALL)),
    MAX_OUTER_AXES(along(x -> x.max(0, 2)).shapes(THREE)),
    MAX_KEEPING(along(x -> x.maxKeeping(Ints.of(1))).shapes(FULL).types(ALL)),
    MIN(along(Tensor::min).shapes(FULL).types(ALL)),
    MIN_LAST_AXIS(along(x -> x.min(-1)).shapes(FULL).types(ALL)),
    PROD(along(Tensor::prod).from(Domain.NEAR_ONE).types(NUMBERS).withoutLargeGradient()),
    PROD_FIRST_AXIS(
            along(x -> x.prod(0)).from(Domain.NEAR_ONE).types(NUMBERS).withoutLargeGradient()),
    PROD_LAST_AXIS(
            along(x -> x.prod(-1)).from(Domain.NEAR_ONE).types(NUMBERS).withoutLargeGradient()),
    PROD_WITH_ZEROS(along(x -> x.prod(-1)).from(Domain.FEW).types(NUMBERS).withoutLargeGradient()),
    VARIANCE(along(Tensor::variance)),
    VARIANCE_LAST_AXIS(along(x -> x.variance(-1))),
    ARGMAX(along(Tensor::argmax).shapes(FULL).types(ALL).withoutGradient()),
    ARGMAX_FIRST_AXIS(along(x -> x.argmax(0)).shapes(FULL).types(ALL).withoutGradient()),
    ARGMAX_LAST_AXIS(along(x -> x.argmax(-1)).shapes(FULL).types(ALL).withoutGradient()),
    ARGMAX_OF_EQUALS(
            along(x -> x.argmax(-1))
                    .from(Domain.FEW)
                    .shapes(FULL)
                    .types(NUMBERS)
                    .withoutGradient()),
    CUMULATIVE_SUM(along(x -> x.cumulativeSum(-1)).types(ALL)),
    CUMULATIVE_SUM_FIRST_AXIS(along(x -> x.cumulativeSum(0)).types(ALL)),
    SOFTMAX(along(x -> x.softmax(-1)).shapes(FULL)),
    SOFTMAX_FIRST_AXIS(along(x -> x.softmax(0)).shapes(FULL)),
    LOG_SOFTMAX(along(x -> x.logSoftmax(-1)).shapes(FULL)),
    LOG_SUM_EXP(along(x -> x.logSumExp(-1)).shapes(FULL)),

    // ---- where numbers stand
    RESHAPE(one(x -> x.reshape(7, -1)).shapes(MATRIX).types(ALL)),
    RESHAPE_TWICE(one(x -> x.reshape(7, 3).transpose().reshape(21)).shapes(MATRIX).types(ALL)),
    FLATTEN(along(Tensor::flatten).types(ALL)),
    PERMUTE(one(x -> x.permute(2, 0, 1)).shapes(THREE).types(ALL)),
    TRANSPOSE(along(Tensor::transpose).types(ALL)),
    TRANSPOSE_AXES(one(x -> x.transpose(0, 2)).shapes(THREE).types(ALL)),
    EXPAND(one(x -> x.expand(2, 3, 7)).shapes(MATRIX).types(ALL)),
    EXPAND_ONE(one(x -> x.expand(3, 5)).shapes(Shapes.only(new int[] {3, 1})).types(ALL)),
    SQUEEZE(one(x -> x.squeeze(1)).shapes(Shapes.only(new int[] {3, 1, 2})).types(ALL)),
    UNSQUEEZE(along(x -> x.unsqueeze(1)).types(ALL)),
    PAD(along(x -> x.pad(1, 1, 2)).types(ALL)),
    PAD_WITH_VALUE(along(x -> x.pad(new int[] {1, 0}, new int[] {0, 2}, 1)).types(ALL)),
    GET(one(x -> x.get(-1)).shapes(MATRIX).types(ALL)),
    SLICE(one(x -> x.slice(1, -1)).shapes(MATRIX).types(ALL)),
    SLICE_STEP(one(x -> x.slice(1, 1, 6, 2)).shapes(MATRIX).types(ALL)),
    SLICE_STEP_TO_END(one(x -> x.slice(1, 0, 7, 3)).shapes(MATRIX).types(ALL)),
    SLICE_TO_NOTHING(one(x -> x.slice(0, 2, 2, 1)).shapes(MATRIX).types(ALL)),
    FLIP(along(x -> x.flip(0, 1)).types(ALL)),
    FLIP_LAST_AXIS(along(x -> x.flip(-1)).types(ALL)),
    CONCATENATE(two((x, y) -> Tensor.concatenate(0, x, y)).shapes(STACKED).types(ALL)),
    CONCATENATE_LAST_AXIS(
            of(3, in -> Tensor.concatenate(-1, in.get(0), in.get(1), in.get(2)))
                    .shapes(
                            Shapes.only(new int[] {3, 2}, new int[] {3, 0}, new int[] {3, 5})
                                    .with(
                                            Variant.LARGE,
                                            new int[] {509, 521},
                                            new int[] {509, 1},
                                            new int[] {509, 299}))
                    .types(ALL)),
    STACK(two((x, y) -> Tensor.stack(1, x, y)).shapes(STACKED).types(ALL)),
    REPEAT(along(x -> x.repeat(1, 3)).types(ALL)),

    // ---- looked up
    TAKE(
            two((x, indices) -> x.take(0, indices))
                    .from(Domain.ANY, Domain.indices(3))
                    .shapes(LOOKED_UP)
                    .types(ALL)),
    TAKE_LAST_AXIS(
            two((x, indices) -> x.take(-1, indices))
                    .from(Domain.ANY, Domain.indices(5))
                    .shapes(LOOKED_UP)
                    .types(ALL)),
    GATHER(
            two((x, indices) -> x.gather(1, indices))
                    .from(Domain.ANY, Domain.indices(7))
                    .shapes(
                            Shapes.only(new int[] {3, 7}, new int[] {3, 4})
                                    .with(Variant.LARGE, new int[] {509, 517}, new int[] {509, 9}))
                    .types(ALL)),
    GATHER_FIRST_AXIS(
            two((x, indices) -> x.gather(0, indices))
                    .from(Domain.ANY, Domain.indices(3))
                    .shapes(Shapes.only(new int[] {3, 4}, new int[] {5, 4}))
                    .types(ALL)),
    SCATTER_ADD(
            two((indices, x) -> Tensor.scatterAdd(0, 5, indices, x))
                    .from(Domain.indices(5), Domain.ANY)
                    .shapes(
                            Shapes.only(new int[] {4}, new int[] {4, 3})
                                    .with(Variant.EMPTY, new int[] {0}, new int[] {0, 3})
                                    .with(Variant.LARGE, new int[] {4001}, new int[] {4001, 71}))
                    .types(NUMBERS)),
    SCATTER_ADD_LAST_AXIS(
            two((indices, x) -> Tensor.scatterAdd(1, 5, indices, x))
                    .from(Domain.indices(5), Domain.ANY)
                    .shapes(Shapes.only(new int[] {2, 4}, new int[] {3, 2, 4}))
                    .types(NUMBERS)),
    ONE_HOT(one(x -> x.oneHot(4)).from(Domain.COUNTS).types(Row.WHOLE).withoutGradient()),
    ARGSORT(along(x -> x.argsort(-1)).shapes(SORTED).types(ALL).withoutGradient()),
    ARGSORT_OF_EQUALS(
            along(x -> x.argsort(0))
                    .from(Domain.FEW)
                    .shapes(Shapes.only(new int[] {9, 2}))
                    .types(NUMBERS)
                    .withoutGradient()),
    SORT(along(x -> x.sort(-1)).shapes(SORTED).types(ALL)),
    TOP_K(along(x -> x.topK(3, -1)).shapes(SORTED).types(NUMBERS).withoutGradient()),

    // ---- sums of products
    MATMUL(
            two(Tensor::matmul)
                    .shapes(
                            Shapes.only(new int[] {3, 7}, new int[] {7, 5})
                                    .with(Variant.EMPTY, new int[] {3, 0}, new int[] {0, 2})
                                    .with(Variant.ONE, new int[] {1, 1}, new int[] {1, 1})
                                    .with(Variant.LARGE, new int[] {301, 901}, new int[] {901, 33}))
                    .types(ALL)),
    MATMUL_TRANSPOSED_LEFT(
            two((x, y) -> x.transpose().matmul(y))
                    .shapes(
                            Shapes.only(new int[] {7, 3}, new int[] {7, 5})
                                    .with(Variant.LARGE, new int[] {901, 301}, new int[] {901, 17}))
                    .types(NUMBERS)),
    MATMUL_TRANSPOSED_RIGHT(
            two((x, y) -> x.matmul(y.transpose()))
                    .shapes(
                            Shapes.only(new int[] {3, 7}, new int[] {5, 7})
                                    .with(Variant.LARGE, new int[] {301, 901}, new int[] {17, 901}))
                    .types(NUMBERS)),
    MATMUL_TRANSPOSED_BOTH(
            two((x, y) -> x.transpose().matmul(y.transpose()))
                    .shapes(Shapes.only(new int[] {7, 3}, new int[] {5, 7}))
                    .types(NUMBERS)),
    MATMUL_OF_BATCHES(
            two(Tensor::matmul)
                    .shapes(
                            Shapes.only(new int[] {2, 3, 4}, new int[] {2, 4, 5})
                                    .with(Variant.EMPTY, new int[] {0, 3, 4}, new int[] {0, 4, 5})
                                    .with(
                                            Variant.BROADCAST,
                                            new int[] {2, 1, 3, 4},
                                            new int[] {3, 4, 2})
                                    .with(
                                            Variant.LARGE,
                                            new int[] {5, 131, 401},
                                            new int[] {5, 401, 19}))
                    .types(NUMBERS)),
    MATMUL_ONE_FOR_ALL(
            two(Tensor::matmul)
                    .shapes(
                            Shapes.only(new int[] {2, 3, 4}, new int[] {4, 5})
                                    .with(
                                            Variant.LARGE,
                                            new int[] {5, 131, 401},
                                            new int[] {401, 19}))
                    .types(NUMBERS)),
    MATMUL_ONE_TO_ALL(
            two(Tensor::matmul).shapes(Shapes.only(new int[] {3, 4}, new int[] {2, 4, 5}))),
    MATMUL_WITH_VECTOR(two(Tensor::matmul).shapes(Shapes.only(new int[] {2, 3, 4}, new int[] {4}))),
    MATMUL_OF_VECTOR(two(Tensor::matmul).shapes(Shapes.only(new int[] {4}, new int[] {2, 4, 3}))),
    MATMUL_OF_VECTORS(two(Tensor::matmul).shapes(Shapes.only(new int[] {7}, new int[] {7}))),
    DENSE_LAYER(
            of(3, in -> in.get(0).matmul(in.get(1)).add(in.get(2)).relu())
                    .shapes(
                            Shapes.only(new int[] {3, 7}, new int[] {7, 5}, new int[] {5})
                                    .with(
                                            Variant.LARGE,
                                            new int[] {301, 901},
                                            new int[] {901, 33},
                                            new int[] {33}))),
    RESIDUAL_LAYER(
            two((x, w) -> x.matmul(w).tanh().add(x))
                    .shapes(Shapes.only(new int[] {3, 5}, new int[] {5, 5}))),
    CONVOLVE_LINE(
            two((x, w) -> x.convolve(w, strided(1)))
                    .shapes(Shapes.only(new int[] {2, 7, 3}, new int[] {3, 3, 4}))),
    CONVOLVE(
            two((x, w) -> x.convolve(w, plain(2)))
                    .shapes(
                            Shapes.only(new int[] {2, 5, 4, 3}, new int[] {3, 2, 3, 5})
                                    .with(
                                            Variant.ONE,
                                            new int[] {1, 1, 1, 1},
                                            new int[] {1, 1, 1, 1})
                                    .with(
                                            Variant.LARGE,
                                            new int[] {3, 131, 101, 7},
                                            new int[] {3, 3, 7, 4}))),
    CONVOLVE_PADDED(
            two((x, w) -> x.convolve(w, padded(2, 1)))
                    .shapes(
                            Shapes.only(new int[] {2, 4, 5, 2}, new int[] {3, 3, 2, 3})
                                    .with(
                                            Variant.LARGE,
                                            new int[] {5, 61, 55, 16},
                                            new int[] {3, 3, 16, 4}))),
    CONVOLVE_STRIDED(
            two((x, w) -> x.convolve(w, strided(2)))
                    .shapes(Shapes.only(new int[] {1, 6, 7, 2}, new int[] {3, 3, 2, 3}))
                    .types(NUMBERS)),
    CONVOLVE_DILATED(
            two((x, w) -> x.convolve(w, convolution(2, 1, 0, 0, 2, 1)))
                    .shapes(Shapes.only(new int[] {1, 6, 7, 2}, new int[] {3, 2, 2, 3}))),
    CONVOLVE_GROUPED(
            two((x, w) -> x.convolve(w, convolution(2, 1, 0, 0, 1, 2)))
                    .shapes(Shapes.only(new int[] {2, 4, 4, 4}, new int[] {2, 2, 2, 6}))),
    CONVOLVE_DEPTHWISE(
            two((x, w) -> x.convolve(w, convolution(2, 1, 1, 1, 1, 3)))
                    .shapes(
                            Shapes.only(new int[] {2, 4, 4, 3}, new int[] {3, 3, 1, 3})
                                    .with(
                                            Variant.LARGE,
                                            new int[] {2, 211, 223, 3},
                                            new int[] {3, 3, 1, 3}))),
    CONVOLVE_SPACE(
            two((x, w) -> x.convolve(w, plain(3)))
                    .shapes(Shapes.only(new int[] {1, 3, 4, 3, 2}, new int[] {2, 2, 2, 2, 3}))),
    CONVOLUTION_LAYER(
            of(3, in -> in.get(0).convolve(in.get(1), plain(2)).add(in.get(2)).relu())
                    .shapes(
                            Shapes.only(
                                    new int[] {2, 4, 4, 2},
                                    new int[] {3, 3, 2, 3},
                                    new int[] {3}))),
    CONVOLVE_INPUT(
            two((up, w) ->
                            Tensor.record(
                                    new Contract.ConvolveInput(strided(2), Shape.of(1, 6, 7, 2)),
                                    up,
                                    w))
                    .shapes(Shapes.only(new int[] {1, 3, 3, 3}, new int[] {3, 3, 2, 3}))),
    CONVOLVE_WEIGHT(
            two((x, up) ->
                            Tensor.record(
                                    new Contract.ConvolveWeight(strided(2), Shape.of(3, 3, 2, 3)),
                                    x,
                                    up))
                    .shapes(Shapes.only(new int[] {1, 6, 7, 2}, new int[] {1, 3, 3, 3}))),

    // ---- windows
    MAX_POOL(one(x -> x.maxPool(window(2, 2, 2, 0))).shapes(PICTURES).types(NUMBERS)),
    MAX_POOL_OVERLAPPING(one(x -> x.maxPool(window(2, 3, 2, 1))).shapes(PICTURES)),
    MAX_POOL_LINE(one(x -> x.maxPool(window(1, 3, 2, 0))).shapes(Shapes.only(new int[] {2, 7, 3}))),
    SUM_POOL(one(x -> x.sumPool(window(2, 2, 2, 0))).shapes(PICTURES).types(NUMBERS)),
    SUM_POOL_OVERLAPPING(one(x -> x.sumPool(window(2, 3, 2, 1))).shapes(PICTURES)),
    POOL_ARGMAX(
            one(x -> Tensor.record(new Window.Pool(Window.Kind.ARGMAX, window(2, 3, 2, 1)), x))
                    .shapes(PICTURES)
                    .withoutGradient()),
    SPREAD(
            one(x -> Tensor.record(new Window.Spread(window(2, 3, 2, 1), Shape.of(2, 5, 6, 3)), x))
                    .shapes(Shapes.only(new int[] {2, 3, 3, 3}))),
    MAX_POOL_GRADIENT(
            two((x, up) -> Tensor.record(new Window.MaxPoolGradient(window(2, 2, 2, 0)), x, up))
                    .shapes(
                            Shapes.only(new int[] {2, 5, 6, 3}, new int[] {2, 2, 3, 3})
                                    .with(
                                            Variant.LARGE,
                                            new int[] {4, 131, 101, 7},
                                            new int[] {4, 65, 50, 7}))),
    MAX_POOL_GRADIENT_OVERLAPPING(
            two((x, up) -> Tensor.record(new Window.MaxPoolGradient(window(2, 3, 2, 1)), x, up))
                    .shapes(
                            Shapes.only(new int[] {2, 5, 6, 3}, new int[] {2, 3, 3, 3})
                                    .with(
                                            Variant.LARGE,
                                            new int[] {4, 131, 101, 7},
                                            new int[] {4, 66, 51, 7}))),

    // ---- made from nothing
    SCALAR_NUMBER(one(x -> x.mul(Tensor.scalar(2.5)).add(Tensor.scalar(1, DType.FLOAT32)))),
    ZEROS(along(x -> x.add(Tensor.zeros(3, 7))).shapes(MATRIX)),
    ONES(along(x -> x.add(Tensor.ones(3, 7))).shapes(MATRIX)),
    FULL_OF(along(x -> x.mul(Tensor.full(2.5, 3, 7))).shapes(MATRIX)),
    ZEROS_LIKE(one(Tensor::zerosLike).types(ALL)),
    NOTHING_LIKE(one(Tensor::nothingLike).types(ALL)),
    ONES_LIKE(one(Tensor::onesLike).types(ALL)),
    ARANGE(along(x -> x.add(Tensor.arange(7))).shapes(MATRIX).types(NUMBERS)),
    EYE(along(x -> x.mul(Tensor.eye(7))).shapes(Shapes.only(new int[] {7, 7}))),
    RANDOM(
            along(x -> Tensor.random(3, 7).seed(42).add(x))
                    .shapes(MATRIX)
                    .withoutPyTorch("its generator is another")),
    RANDOM_NORMAL(
            along(x -> Randomness.with(7, () -> Tensor.randomNormal(3, 7)).add(x))
                    .shapes(MATRIX)
                    .withoutPyTorch("its generator is another")),
    RANDOM_PER_STEP(
            along(x -> Tensor.randomPerStep(x.shape()).less(0.5).where(x, x.mul(2)))
                    .shapes(MATRIX.with(Variant.LARGE, new int[] {509, 517}))
                    .withoutPyTorch("its generator is another")),
    PARAMETER(one(x -> Parameter.of(x).neg()).types(NUMBERS).withoutGradient()),

    // ---- notes on the graph
    DETACH(one(x -> x.detach().mul(x.detach())).types(NUMBERS).withoutGradient()),
    BY_MODE(two((x, y) -> Tensor.byMode(x.exp(), y.neg())).shapes(STACKED)),
    ASSIGNING(one(x -> x.assigning(Parameter.state(Tensor.zerosLike(x)), x.mul(2)).neg())),
    AFTER(two((x, y) -> Tensor.record(new Move.After(), x, y).exp().add(y)).shapes(STACKED)),
    CUSTOM_GRADIENT(
            one(x ->
                    CustomGradient.of(a -> a.exp().mul(a), (a, up) -> up.mul(a.exp().mul(a.add(1))))
                            .apply(x)));

    private final Row row;

    OpCase(Row row) {
        this.row = row;
    }

    /// Returns what a test must know of the operation.
    public Row row() {
        return row;
    }
}
