"""Rows of ActivationLayers: see goldens.py."""

import torch
import torch.nn.functional as F

from goldens import Goldens, sample

goldens = Goldens("activation")


def numbers(*sizes):
    """Small and large ones, where formulas written carelessly overflow or lose all their digits."""
    x = sample(*sizes)
    for i, value in enumerate([0.0, 30.0, -20.0, 90.0, -90.0]):
        x.view(-1)[(i * 3) % x.numel()] = value
    return x


for text, function in [
    ("LINEAR", lambda x: x * 1),
    ("leakyRelu(0.01)", F.leaky_relu),
    ("leakyRelu(0.2)", lambda x: F.leaky_relu(x, 0.2)),
    ("elu(1.0)", F.elu),
    ("elu(0.5)", lambda x: F.elu(x, 0.5)),
    ("GELU", F.gelu),
    ("SILU", F.silu),
    ("SIGMOID", torch.sigmoid),
    ("TANH", torch.tanh),
]:
    goldens.layer(text, numbers(4, 3 if text == "LINEAR" else 4), lambda x, _: function(x))
goldens.layer("RELU", numbers(3, 2, 3), lambda x, _: F.relu(x))
goldens.layer("SOFTMAX", numbers(3, 2, 4), lambda x, _: torch.softmax(x, -1))
goldens.write()
