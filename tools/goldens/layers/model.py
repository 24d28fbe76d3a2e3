"""Rows of ModelLayers: see goldens.py."""

import torch
import torch.nn.functional as F

from goldens import Goldens, sample

goldens = Goldens("model")

goldens.layer("shortcut(2, 5)", sample(2, 5, 4, 2), lambda x, _: F.pad(x[:, ::2, ::2], (0, 3)))
goldens.layer("shortcut(1, 3)", sample(2, 4, 3), lambda x, _: x * 1)


def vae(x, p):
    features = torch.tanh(F.linear(x, p["encoder.weight"].T, p["encoder.bias"]))
    mean = F.linear(features, p["mean.weight"].T, p["mean.bias"])
    return F.linear(mean, p["decoder.weight"].T, p["decoder.bias"])


goldens.layer(
    "vae(dense(4, TANH), 2, dense(3))", sample(2, 3), vae,
    {"encoder.weight": sample(3, 4), "encoder.bias": sample(4), "mean.weight": sample(4, 2), "mean.bias": sample(2),
     "logVariance.weight": sample(4, 2), "logVariance.bias": sample(2), "decoder.weight": sample(2, 3),
     "decoder.bias": sample(3)})
goldens.write()
