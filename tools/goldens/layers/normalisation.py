"""Rows of NormalisationLayers: see goldens.py."""

import torch
import torch.nn.functional as F

from goldens import Goldens, first, last, sample

goldens = Goldens("normalisation")


def batch_norm(momentum=0.1, epsilon=1e-5):
    def inference(x, p):
        return last(F.batch_norm(
            first(x), p["runningMean"], p["runningVariance"], p["weight"], p["bias"], False, momentum, epsilon))

    def training(x, p):
        mean, variance = p["runningMean"].clone(), p["runningVariance"].clone()
        y = last(F.batch_norm(first(x), mean, variance, p["weight"], p["bias"], True, momentum, epsilon))
        return y, {"runningMean": mean, "runningVariance": variance}

    return inference, training


def learned(*sizes):
    return {"weight": sample(*sizes), "bias": sample(*sizes)}


def running(channels):
    return {"runningMean": sample(channels), "runningVariance": sample(channels) ** 2 + 0.5}


inference, training = batch_norm()
goldens.layer("batchNorm()", sample(4, 3) * 2 + 1, inference, learned(3), training, running(3))
inference, training = batch_norm(0.2, 1e-3)
goldens.layer(
    "batchNorm().momentum(0.2).epsilon(0.001)", sample(3, 2, 3, 2), inference, learned(2), training, running(2))
goldens.layer("layerNorm()", sample(2, 5), lambda x, p: F.layer_norm(x, [5], p["weight"], p["bias"]), learned(5))
goldens.layer(
    "layerNorm().epsilon(0.001)", sample(2, 2, 4), lambda x, p: F.layer_norm(x, [4], p["weight"], p["bias"], 1e-3),
    learned(4))
goldens.write()
