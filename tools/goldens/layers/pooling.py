"""Rows of PoolingLayers: see goldens.py."""

import torch
import torch.nn.functional as F

from goldens import Goldens, first, last, same, sample

goldens = Goldens("pooling")


def mean_same(x, _):
    x = first(x)
    seen = F.avg_pool2d(same(torch.ones_like(x), 3, 2), 3, 2)
    return last(F.avg_pool2d(same(x, 3, 2), 3, 2) / seen)


goldens.layer("maxPool(2)", sample(2, 5, 4, 2), lambda x, _: last(F.max_pool2d(first(x), 2)))
goldens.layer(
    "maxPool(3).stride(2).padding(SAME)", sample(2, 5, 4, 1),
    lambda x, _: last(F.max_pool2d(same(first(x), 3, 2, -1e9), 3, 2)))
goldens.layer("maxPool(2)", sample(2, 6, 3), lambda x, _: last(F.max_pool1d(first(x), 2)))
goldens.layer("meanPool(2)", sample(2, 5, 4, 2), lambda x, _: last(F.avg_pool2d(first(x), 2)))
goldens.layer("meanPool(3).stride(2).padding(SAME)", sample(2, 5, 4, 1), mean_same)
goldens.layer("globalMean()", sample(2, 3, 2, 4), lambda x, _: x.mean((1, 2)))
goldens.layer("globalMax()", sample(2, 3, 2, 4), lambda x, _: x.amax((1, 2)))
goldens.write()
