"""Rows of PoolingLayers: see goldens.py."""

import torch
import torch.nn.functional as F

from goldens import Goldens, first, last, sample

goldens = Goldens("pooling")
MAX = {1: F.max_pool1d, 2: F.max_pool2d, 3: F.max_pool3d}
MEAN = {1: F.avg_pool1d, 2: F.avg_pool2d, 3: F.avg_pool3d}
ADAPTIVE_MAX = {1: F.adaptive_max_pool1d, 2: F.adaptive_max_pool2d, 3: F.adaptive_max_pool3d}
ADAPTIVE_MEAN = {1: F.adaptive_avg_pool1d, 2: F.adaptive_avg_pool2d, 3: F.adaptive_avg_pool3d}


def per_axis(number, axes):
    return list(number) if isinstance(number, tuple) else [number] * axes


def bordered(x, size, stride, value):
    """`x`, channels first, with the border that padding SAME gives it."""
    axes, border = x.dim() - 2, []
    for n, k, s in reversed(list(zip(x.shape[2:], per_axis(size, axes), per_axis(stride, axes)))):
        missing = max(0, (-(-n // s) - 1) * s + k - n)
        border += [missing // 2, missing - missing // 2]
    return F.pad(x, border, value=value)


def max_pool(size, stride=None, same=False):
    def function(x, _):
        axes = x.dim() - 2
        x = bordered(first(x), size, stride or size, -1e9) if same else first(x)
        return last(MAX[axes](x, size, stride or size))

    return function


def mean_pool(size, stride=None, same=False):
    def function(x, _):
        pool, x = MEAN[x.dim() - 2], first(x)
        if not same:
            return last(pool(x, size, stride or size))
        seen = pool(bordered(torch.ones_like(x), size, stride or size, 0.0), size, stride or size)
        return last(pool(bordered(x, size, stride or size, 0.0), size, stride or size) / seen)

    return function


def causal(pool, size, stride, border):
    """Of sequences; `seen` counts the numbers of each window that are not the border."""

    def function(x, _):
        y = F.pad(first(x), [size - 1, 0], value=border)
        if pool is F.max_pool1d:
            return last(pool(y, size, stride))
        seen = pool(F.pad(torch.ones_like(first(x)), [size - 1, 0]), size, stride)
        return last(pool(y, size, stride) / seen)

    return function


def adaptive(table, size):
    def function(x, _):
        axes = x.dim() - 2
        return last(table[axes](first(x), tuple(per_axis(size, axes))))

    return function


def over_space(reduce, keep=False):
    return lambda x, _: reduce(x, tuple(range(1, x.dim() - 1)), keepdim=keep)


def tied(*sizes):
    """Numbers many of which are equal, as after a relu: the first one of a window wins."""
    return sample(*sizes).relu()


layer = goldens.layer
layer("maxPool(2)", sample(2, 5, 4, 2), max_pool(2))
layer("maxPool(3).stride(2).padding(SAME)", sample(2, 5, 4, 1), max_pool(3, 2, same=True))
layer("maxPool(2)", sample(2, 6, 3), max_pool(2))
layer("meanPool(2)", sample(2, 5, 4, 2), mean_pool(2))
layer("meanPool(3).stride(2).padding(SAME)", sample(2, 5, 4, 1), mean_pool(3, 2, same=True))
layer("globalMean()", sample(2, 3, 2, 4), over_space(torch.mean))
layer("globalMax()", sample(2, 3, 2, 4), over_space(torch.amax))
layer("maxPool(2, 3)", tied(2, 3, 7, 2), max_pool((2, 3)))
layer("maxPool(3).stride(1, 2).padding(SAME)", tied(2, 4, 5, 1), max_pool(3, (1, 2), same=True))
layer("maxPool(2).padding(SAME)", sample(2, 5, 2), max_pool(2, same=True))
layer("maxPool(2).stride(1)", tied(2, 3, 2, 3, 2), max_pool(2, 1))
layer("meanPool(3).stride(2)", sample(2, 7, 2), mean_pool(3, 2))
layer("meanPool(2, 1).stride(1).padding(SAME)", sample(2, 3, 2, 2), mean_pool((2, 1), 1, same=True))
layer("meanPool(2)", sample(2, 4, 2, 3, 2), mean_pool(2))
layer("adaptiveMaxPool(3)", tied(2, 7, 2), adaptive(ADAPTIVE_MAX, 3))
layer("adaptiveMaxPool(2, 3)", tied(2, 5, 4, 2), adaptive(ADAPTIVE_MAX, (2, 3)))
layer("adaptiveMaxPool(2)", tied(2, 4, 2, 6, 1), adaptive(ADAPTIVE_MAX, 2))
layer("adaptiveMeanPool(2)", sample(2, 5, 3), adaptive(ADAPTIVE_MEAN, 2))
layer("adaptiveMeanPool(3)", sample(2, 6, 9, 1), adaptive(ADAPTIVE_MEAN, 3))
layer("adaptiveMeanPool(3, 4)", sample(2, 5, 2, 2), adaptive(ADAPTIVE_MEAN, (3, 4)))
layer("adaptiveMeanPool(1, 2, 3)", sample(2, 2, 3, 4, 2), adaptive(ADAPTIVE_MEAN, (1, 2, 3)))
layer("globalMean()", sample(2, 5, 3), over_space(torch.mean))
layer("globalMean()", sample(2, 2, 3, 2, 2), over_space(torch.mean))
layer("globalMean().keepAxes()", sample(2, 3, 2, 4), over_space(torch.mean, keep=True))
layer("globalMax()", sample(2, 5, 3), over_space(torch.amax))
layer("globalMax()", sample(2, 2, 3, 2, 2), over_space(torch.amax))
layer("globalMax().keepAxes()", sample(2, 4, 2), over_space(torch.amax, keep=True))
layer("maxPool(3).stride(1).padding(CAUSAL)", sample(2, 5, 2), causal(F.max_pool1d, 3, 1, -1e9))
layer("meanPool(2).padding(CAUSAL)", sample(2, 5, 2), causal(F.avg_pool1d, 2, 2, 0.0))
goldens.write()
