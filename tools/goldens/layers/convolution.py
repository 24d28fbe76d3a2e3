"""Rows of ConvolutionLayers: see goldens.py."""

import torch.nn.functional as F

from goldens import Goldens, filters, first, last, sample

goldens = Goldens("convolution")
CONVOLVE = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}
SPREAD = {1: F.conv_transpose1d, 2: F.conv_transpose2d, 3: F.conv_transpose3d}


def per_axis(number, axes):
    return list(number) if isinstance(number, tuple) else [number] * axes


def reaches(weight, axes, dilation):
    return [d * (k - 1) + 1 for k, d in zip(weight.shape, per_axis(dilation, axes))]


def bordered(x, reach, stride):
    """`x`, channels first, with the border that padding SAME gives it."""
    border = []
    for size, r, s in reversed(list(zip(x.shape[2:], reach, stride))):
        missing = max(0, (-(-size // s) - 1) * s + r - size)
        border += [missing // 2, missing - missing // 2]
    return F.pad(x, border)


def convolved(x, weight, bias, stride, dilation, groups, same):
    """`same` may also be "causal"."""
    axes = x.dim() - 2
    x = first(x).contiguous()
    if same == "causal":
        x = F.pad(x, [side for reach in reversed(reaches(weight, axes, dilation)) for side in (reach - 1, 0)])
    elif same:
        x = bordered(x, reaches(weight, axes, dilation), per_axis(stride, axes))
    return last(CONVOLVE[axes](x, filters(weight).contiguous(), bias, stride, 0, dilation, groups))


def conv(stride=1, dilation=1, groups=1, same=False, activation=lambda y: y):
    return lambda x, p: activation(
        convolved(x, p["weight"], p.get("bias"), stride, dilation, groups, same))


def depthwise(stride=1, dilation=1, same=False, activation=lambda y: y):
    return lambda x, p: activation(
        convolved(x, p["weight"], p.get("bias"), stride, dilation, x.shape[-1], same))


def separable(stride=1, dilation=1, same=False, activation=lambda y: y):
    def function(x, p):
        each = convolved(x, p["depthwise.weight"], None, stride, dilation, x.shape[-1], same)
        return activation(convolved(each, p["pointwise.weight"], p.get("pointwise.bias"), 1, 1, 1, False))

    return function


def transposed(stride=1, dilation=1, groups=1, same=False, activation=lambda y: y):
    """Where windows do not reach the end, `output_padding`; where SAME cuts off, a part of it all."""

    def function(x, p):
        axes = x.dim() - 2
        reach, step = reaches(p["weight"], axes, dilation), per_axis(stride, axes)
        beyond = [max(s - r, 0) for r, s in zip(reach, step)]
        y = SPREAD[axes](
            first(x).contiguous(), filters(p["weight"]).contiguous(), p.get("bias"), stride, 0, beyond, groups, dilation)
        if same:
            for axis, (size, r, s) in enumerate(zip(x.shape[1:], reach, step)):
                y = y.narrow(axis + 2, max(r - s, 0) // 2, size * s)
        return activation(last(y))

    return function


def weights(*sizes, bias=None):
    return {"weight": sample(*sizes), "bias": sample(bias or sizes[-1])}


def two_steps(first_step, second_step):
    return {
        "depthwise.weight": sample(*first_step),
        "pointwise.weight": sample(*second_step),
        "pointwise.bias": sample(second_step[-1]),
    }


layer = goldens.layer
layer("conv2d(3, 3)", sample(2, 5, 4, 2), conv(), weights(3, 3, 2, 3))
layer("conv2d(3, 3).padding(SAME)", sample(2, 5, 4, 2), conv(same=True), weights(3, 3, 2, 3))
layer(
    "conv2d(2, 3, GELU).stride(2).padding(SAME).withoutBias()", sample(2, 5, 4, 1),
    conv(stride=2, same=True, activation=F.gelu), {"weight": sample(3, 3, 1, 2)})
layer("conv2d(4, 2).dilation(2).groups(2)", sample(2, 4, 5, 4), conv(dilation=2, groups=2), weights(2, 2, 2, 4))
layer("conv2d(4, 3).stride(2).groups(4)", sample(2, 7, 6, 4), conv(stride=2, groups=4), weights(3, 3, 1, 4))
layer("conv1d(3, 3)", sample(2, 7, 2), conv(), weights(3, 2, 3))
layer(
    "conv1d(4, 2, GELU).stride(2).padding(SAME).groups(2)", sample(2, 5, 4),
    conv(stride=2, groups=2, same=True, activation=F.gelu), weights(2, 2, 4))
layer("conv1d(2, 3).dilation(2)", sample(2, 7, 1), conv(dilation=2), weights(3, 1, 2))
layer(
    "conv2d(2, 1).size(1, 3).stride(1, 2).padding(SAME)", sample(2, 3, 5, 2),
    conv(stride=(1, 2), same=True), weights(1, 3, 2, 2))
layer("conv2d(2, 2).size(2, 3).dilation(2, 1)", sample(2, 5, 4, 1), conv(dilation=(2, 1)), weights(2, 3, 1, 2))
layer("conv3d(2, 2)", sample(2, 3, 2, 4, 2), conv(), weights(2, 2, 2, 2, 2))
layer(
    "conv3d(2, 1).size(1, 2, 3).stride(2).padding(SAME).groups(2).withoutBias()", sample(2, 3, 2, 4, 2),
    conv(stride=2, groups=2, same=True), {"weight": sample(1, 2, 3, 1, 2)})

layer("depthwiseConv1d(3)", sample(2, 5, 3), depthwise(), weights(3, 1, 3))
layer("depthwiseConv2d(3)", sample(2, 5, 4, 3), depthwise(), weights(3, 3, 1, 3))
layer(
    "depthwiseConv2d(3, GELU).stride(2).padding(SAME).multiplier(2)", sample(2, 5, 4, 3),
    depthwise(stride=2, same=True, activation=F.gelu), weights(3, 3, 1, 6))
layer(
    "depthwiseConv2d(2).size(2, 3).dilation(2, 1).withoutBias()", sample(2, 4, 4, 2),
    depthwise(dilation=(2, 1)), {"weight": sample(2, 3, 1, 2)})

layer("separableConv1d(4, 3)", sample(2, 6, 2), separable(), two_steps((3, 1, 2), (1, 2, 4)))
layer("separableConv2d(3, 3)", sample(2, 5, 4, 2), separable(), two_steps((3, 3, 1, 2), (1, 1, 2, 3)))
steps = two_steps((3, 3, 1, 4), (1, 1, 4, 2))
del steps["pointwise.bias"]
layer(
    "separableConv2d(2, 3, GELU).stride(2).padding(SAME).multiplier(2).withoutBias()", sample(2, 5, 4, 2),
    separable(stride=2, same=True, activation=F.gelu), steps)
layer(
    "separableConv2d(2, 2).size(2, 1).dilation(2)", sample(2, 4, 3, 1), separable(dilation=2),
    two_steps((2, 1, 1, 1), (1, 1, 1, 2)))

layer("convTranspose1d(3, 3)", sample(2, 4, 2), transposed(), weights(3, 3, 2, bias=3))
layer(
    "convTranspose1d(2, 2, GELU).stride(3)", sample(2, 3, 1), transposed(stride=3, activation=F.gelu),
    weights(2, 2, 1, bias=2))
layer(
    "convTranspose1d(2, 4).stride(2).padding(SAME)", sample(2, 3, 2), transposed(stride=2, same=True),
    weights(4, 2, 2))
layer("convTranspose2d(3, 3)", sample(2, 2, 3, 2), transposed(), weights(3, 3, 3, 2, bias=3))
layer(
    "convTranspose2d(2, 3).stride(2).padding(SAME).withoutBias()", sample(2, 2, 3, 3),
    transposed(stride=2, same=True), {"weight": sample(3, 3, 2, 3)})
layer(
    "convTranspose2d(4, 3).stride(2).groups(2)", sample(2, 3, 2, 4), transposed(stride=2, groups=2),
    weights(3, 3, 2, 4))
layer(
    "convTranspose2d(2, 2).size(2, 3).stride(1, 2).padding(SAME).dilation(2, 1)", sample(2, 3, 2, 2),
    transposed(stride=(1, 2), dilation=(2, 1), same=True), weights(2, 3, 2, 2))
layer(
    "convTranspose3d(2, 2).stride(2, 1, 1)", sample(2, 2, 1, 2, 2), transposed(stride=(2, 1, 1)),
    weights(2, 2, 2, 2, 2))

layer("conv1d(2, 3).padding(CAUSAL).dilation(2)", sample(2, 6, 2), conv(dilation=2, same="causal"), weights(3, 2, 2))
layer("conv1d(3, 2).stride(2).padding(CAUSAL)", sample(2, 5, 1), conv(stride=2, same="causal"), weights(2, 1, 3))
layer(
    "separableConv1d(2, 3).padding(CAUSAL)", sample(2, 4, 3), separable(same="causal"),
    two_steps((3, 1, 3), (1, 3, 2)))
goldens.write()
