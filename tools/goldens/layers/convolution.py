"""Rows of ConvolutionLayers: see goldens.py."""

import torch.nn.functional as F

from goldens import Goldens, filters, first, last, same, sample

goldens = Goldens("convolution")


def conv2d(stride=1, dilation=1, groups=1, reach=None, activation=lambda y: y):
    """With the border of padding SAME where the windows' reach is said."""

    def function(x, p):
        x = first(x)
        x = same(x, reach, stride) if reach else x
        y = F.conv2d(x, filters(p["weight"]), p.get("bias"), stride, 0, dilation, groups)
        return activation(last(y))

    return function


def weights(*sizes):
    return {"weight": sample(*sizes), "bias": sample(sizes[-1])}


goldens.layer("conv2d(3, 3)", sample(2, 5, 4, 2), conv2d(), weights(3, 3, 2, 3))
goldens.layer("conv2d(3, 3).padding(SAME)", sample(2, 5, 4, 2), conv2d(reach=3), weights(3, 3, 2, 3))
goldens.layer(
    "conv2d(2, 3, GELU).stride(2).padding(SAME).withoutBias()", sample(2, 5, 4, 1),
    conv2d(stride=2, reach=3, activation=F.gelu), {"weight": sample(3, 3, 1, 2)})
goldens.layer(
    "conv2d(4, 2).dilation(2).groups(2)", sample(2, 4, 5, 4), conv2d(dilation=2, groups=2), weights(2, 2, 2, 4))
goldens.layer("conv2d(4, 3).stride(2).groups(4)", sample(2, 7, 6, 4), conv2d(stride=2, groups=4), weights(3, 3, 1, 4))
goldens.write()
