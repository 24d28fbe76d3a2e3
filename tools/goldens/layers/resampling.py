"""Rows of ResamplingLayers: see goldens.py."""

import torch
import torch.nn.functional as F

from goldens import Goldens, first, last, sample

goldens = Goldens("resampling")
LINEAR = {1: "linear", 2: "bilinear", 3: "trilinear"}


def nearest(*factor):
    return lambda x, _: last(F.interpolate(first(x), scale_factor=factor, mode="nearest"))


def linear(*factor):
    def function(x, _):
        mode = LINEAR[x.dim() - 2]
        return last(F.interpolate(first(x), scale_factor=factor, mode=mode, align_corners=False))

    return function


def pad(mode, *sides):
    """`sides` are pairs (before, after), one for each axis."""
    border = [width for pair in reversed(sides) for width in pair]
    return lambda x, _: last(F.pad(first(x), border, mode))


def lengthened(x, factor):
    """PixelShuffle of a sequence, for which PyTorch has none, index by index."""
    channels = x.shape[2] // factor
    rows = []
    for place in range(x.shape[1] * factor):
        rows.append(torch.stack([x[:, place // factor, c * factor + place % factor] for c in range(channels)], 1))
    return torch.stack(rows, 1)


def volume_unshuffled(x, factor):
    """PixelUnshuffle of a volume, for which PyTorch has none, index by index."""
    batch, depth, height, width, channels = x.shape
    y = x.new_zeros(batch, depth // factor, height // factor, width // factor, channels * factor**3)
    for d in range(depth):
        for h in range(height):
            for w in range(width):
                for c in range(channels):
                    inside = (d % factor * factor + h % factor) * factor + w % factor
                    y[:, d // factor, h // factor, w // factor, c * factor**3 + inside] = x[:, d, h, w, c]
    return y


layer = goldens.layer
layer("upSample(2)", sample(2, 3, 2, 2), nearest(2, 2))
layer("upSample(3)", sample(2, 2, 3), nearest(3))
layer("upSample(2, 1, 3)", sample(2, 1, 2, 2, 2), nearest(2, 1, 3))
layer("upSample(2).linear()", sample(2, 3, 2, 2), linear(2, 2))
layer("upSample(3, 4).linear()", sample(2, 2, 3, 1), linear(3, 4))
layer("upSample(2).linear()", sample(2, 5, 2), linear(2))
layer("upSample(3).linear()", sample(2, 1, 4, 1), linear(3, 3))
layer("upSample(2, 3, 1).linear()", sample(2, 2, 2, 2, 1), linear(2, 3, 1))
layer("zeroPad(1)", sample(2, 2, 3, 2), pad("constant", (1, 1), (1, 1)))
layer("zeroPad(0, 2).after(1)", sample(2, 2, 1, 2), pad("constant", (0, 1), (2, 1)))
layer("zeroPad(2).after(0)", sample(2, 3, 2), pad("constant", (2, 0)))
layer("reflectionPad(1)", sample(2, 2, 3, 2), pad("reflect", (1, 1), (1, 1)))
layer("reflectionPad(0, 2).after(1)", sample(2, 2, 3, 1), pad("reflect", (0, 1), (2, 1)))
layer("reflectionPad(3)", sample(2, 4, 2), pad("reflect", (3, 3)))
layer("replicationPad(2)", sample(2, 1, 3, 2), pad("replicate", (2, 2), (2, 2)))
layer("replicationPad(1).after(0, 2)", sample(2, 2, 2, 1), pad("replicate", (1, 0), (1, 2)))
layer("replicationPad(1)", sample(2, 2, 1, 3, 1), pad("replicate", (1, 1), (1, 1), (1, 1)))
layer("crop(1)", sample(2, 3, 4, 2), lambda x, _: x[:, 1:-1, 1:-1])
layer("crop(0, 1).after(1, 0)", sample(2, 3, 3, 2), lambda x, _: x[:, :-1, 1:])
layer("crop(1).after(2)", sample(2, 5, 2), lambda x, _: x[:, 1:-2])
layer("pixelShuffle(2)", sample(2, 2, 3, 8), lambda x, _: last(F.pixel_shuffle(first(x), 2)))
layer("pixelShuffle(3)", sample(2, 2, 6), lambda x, _: lengthened(x, 3))
layer("pixelUnshuffle(2)", sample(2, 4, 2, 3), lambda x, _: last(F.pixel_unshuffle(first(x), 2)))
layer("pixelUnshuffle(2)", sample(2, 2, 4, 2, 1), lambda x, _: volume_unshuffled(x, 2))
goldens.write()
