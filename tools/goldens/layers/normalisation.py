"""Rows of NormalisationLayers: see goldens.py."""

import torch
import torch.nn.functional as F

from goldens import Goldens, filters, first, last, sample

goldens = Goldens("normalisation")


def batch_norm(momentum=0.1, epsilon=1e-5):
    def inference(x, p):
        return last(F.batch_norm(
            first(x), p["runningMean"], p["runningVariance"], p.get("weight"), p.get("bias"), False, momentum, epsilon))

    def training(x, p):
        mean, variance = p["runningMean"].clone(), p["runningVariance"].clone()
        y = last(F.batch_norm(first(x), mean, variance, p.get("weight"), p.get("bias"), True, momentum, epsilon))
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
inference, training = batch_norm()
goldens.layer("batchNorm().withoutScaleAndShift()", sample(3, 2, 3), inference, {}, training, running(3))


def group_norm(groups, epsilon=1e-5):
    return lambda x, p: last(F.group_norm(first(x), groups, p.get("weight"), p.get("bias"), epsilon))


def instance_norm(epsilon=1e-5):
    return lambda x, p: last(F.instance_norm(first(x), weight=p.get("weight"), bias=p.get("bias"), eps=epsilon))


def rms_norm(epsilon=1e-6):
    return lambda x, p: x / torch.sqrt((x ** 2).mean(-1, keepdim=True) + epsilon) * p["weight"]


goldens.layer("groupNorm(2)", sample(2, 3, 2, 4) * 3 + 1, group_norm(2), learned(4))
goldens.layer("groupNorm(3).epsilon(0.001).withoutScaleAndShift()", sample(3, 6), group_norm(3, 1e-3))
goldens.layer("instanceNorm()", sample(2, 3, 2, 3) * 3 + 1, instance_norm(), learned(3))
goldens.layer("instanceNorm().epsilon(0.001).withoutScaleAndShift()", sample(3, 5, 2), instance_norm(1e-3))
x = sample(3, 5)
x[1] = 0
goldens.layer("rmsNorm()", x, rms_norm(), {"weight": sample(5)})
goldens.layer("rmsNorm().epsilon(0.001)", sample(2, 2, 4), rms_norm(1e-3), {"weight": sample(4)})
x = sample(3, 2, 3)
x[2, 1] *= 1e6
goldens.layer("unitNorm()", x, lambda x, _: F.normalize(x, dim=-1))
goldens.layer("unitNorm(0)", sample(2, 3, 2), lambda x, _: F.normalize(x, dim=1))


def dense(activation=lambda y: y):
    return lambda x, weight, p: activation(F.linear(x, weight, p["layer.bias"]))


def conv(activation=lambda y: y):
    return lambda x, weight, p: activation(last(F.conv2d(first(x), weight, p.get("layer.bias"))))


def spectral(layer, iterations=1):
    def weight(p, train):
        # outputs first, and inputs in the order of Gradus, so that the vectors are those of Gradus
        matrix = p["layer.weight"].reshape(-1, p["layer.weight"].shape[-1]).T
        norm = torch.nn.utils.parametrizations._SpectralNorm(matrix.detach(), iterations, dim=0)
        norm._u.copy_(p["right"])
        norm._v.copy_(p["left"])
        norm.train(train)
        normalised = norm(matrix).T.reshape(p["layer.weight"].shape)
        return filters(normalised), norm

    def inference(x, p):
        return layer(x, weight(p, False)[0], p)

    def training(x, p):
        normalised, norm = weight(p, True)
        return layer(x, normalised, p), {"left": norm._v.clone(), "right": norm._u.clone()}

    return inference, training


def unit(size):
    return F.normalize(sample(size), dim=0)


inference, training = spectral(dense())
goldens.layer(
    "spectralNorm(dense(3))", sample(2, 4), inference, {"layer.weight": sample(4, 3), "layer.bias": sample(3)}, training,
    {"left": unit(4), "right": unit(3)})
inference, training = spectral(conv(F.relu), 2)
goldens.layer(
    "spectralNorm(conv2d(3, 2, RELU).withoutBias()).iterations(2)", sample(2, 4, 3, 2), inference,
    {"layer.weight": sample(2, 2, 2, 3)}, training, {"left": unit(8), "right": unit(3)})


def weight_norm(layer):
    def function(x, p):
        direction = filters(p["layer.weight"])
        length = p["length"].reshape(-1, *[1] * (direction.dim() - 1))
        return layer(x, torch._weight_norm(direction, length, 0), p)

    return function


goldens.layer(
    "weightNorm(dense(3, TANH))", sample(2, 4), weight_norm(dense(torch.tanh)),
    {"layer.weight": sample(4, 3), "layer.bias": sample(3), "length": sample(3)})
goldens.layer(
    "weightNorm(conv2d(3, 2))", sample(2, 4, 3, 2), weight_norm(conv()),
    {"layer.weight": sample(2, 2, 2, 3), "layer.bias": sample(3), "length": sample(3)})
goldens.write()
