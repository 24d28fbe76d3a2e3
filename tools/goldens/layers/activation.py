"""Rows of ActivationLayers: see goldens.py."""

import torch
import torch.nn.functional as F

from goldens import Goldens, sample

goldens = Goldens("activation")


def numbers(*sizes, corners=()):
    """Small and large ones, where formulas written carelessly overflow or lose all their digits, and corners."""
    x = sample(*sizes)
    for i, value in enumerate([0.0, 30.0, -20.0, 90.0, -90.0, *corners]):
        x.view(-1)[(i * 3) % x.numel()] = value
    return x


def sparsemax(x):
    """Martins and Astudillo 2016, algorithm 1, row by row."""
    rows = []
    for z in x.reshape(-1, x.shape[-1]):
        falling = z.sort(descending=True).values
        sums = falling.cumsum(0)
        k = max(k for k in range(1, len(z) + 1) if 1 + k * falling[k - 1] > sums[k - 1])
        rows.append(torch.clamp(z - (sums[k - 1] - 1) / k, min=0))
    return torch.stack(rows).reshape(x.shape)


def halves(gate):
    return lambda x: x.chunk(2, -1)[0] * gate(x.chunk(2, -1)[1])


for text, function, corners in [
    ("LINEAR", lambda x: x * 1, []),
    ("RELU6", F.relu6, [6.0]),
    ("RELU_SQUARED", lambda x: F.relu(x) ** 2, []),
    ("leakyRelu(0.01)", F.leaky_relu, []),
    ("leakyRelu(0.2)", lambda x: F.leaky_relu(x, 0.2), []),
    ("elu(1.0)", F.elu, []),
    ("elu(0.5)", lambda x: F.elu(x, 0.5), []),
    ("celu(1.0)", F.celu, []),
    ("celu(0.5)", lambda x: F.celu(x, 0.5), []),
    ("SELU", F.selu, []),
    # beyond its threshold of 20 PyTorch leaves out a summand of 1e-9; the formula as it stands has no such step
    ("SOFTPLUS", lambda x: F.softplus(x, threshold=100), []),
    ("threshold(0.1, 20.0)", lambda x: F.threshold(x, 0.1, 20), [0.1]),
    ("GELU", F.gelu, []),
    ("GELU_TANH", lambda x: F.gelu(x, approximate="tanh"), []),
    ("SILU", F.silu, []),
    ("MISH", F.mish, []),
    ("HARD_SWISH", F.hardswish, [3.0, -3.0]),
    ("SIGMOID", torch.sigmoid, []),
    # as F.hardsigmoid, whose gradient however takes 1 / 6 in float32
    ("HARD_SIGMOID", lambda x: F.relu6(x + 3) / 6, [3.0, -3.0]),
    ("LOG_SIGMOID", F.logsigmoid, []),
    ("TANH", torch.tanh, []),
    ("HARD_TANH", F.hardtanh, [1.0, -1.0]),
    ("hardTanh(-0.5, 2.0)", lambda x: F.hardtanh(x, -0.5, 2), []),
    ("SOFTSIGN", F.softsign, []),
    ("TANH_SHRINK", F.tanhshrink, []),
    ("softShrink(0.5)", F.softshrink, [0.5, -0.5]),
    ("hardShrink(0.5)", F.hardshrink, [0.5, -0.5]),
    ("EXPONENTIAL", torch.exp, []),
]:
    x = numbers(4, 3 if text == "LINEAR" else 4, corners=corners)
    goldens.layer(text, x, lambda x, _: function(x))
goldens.layer("RELU", numbers(3, 2, 3), lambda x, _: F.relu(x))
for text, function in [
    ("SOFTMAX", lambda x: torch.softmax(x, -1)),
    ("LOG_SOFTMAX", lambda x: torch.log_softmax(x, -1)),
    ("SPARSEMAX", sparsemax),
]:
    goldens.layer(text, numbers(3, 2, 4), lambda x, _: function(x))
for text, function in [
    ("GLU", F.glu),
    ("REGLU", halves(F.relu)),
    ("GEGLU", halves(F.gelu)),
    ("SWIGLU", halves(F.silu)),
]:
    goldens.layer(text, numbers(3, 2, 6), lambda x, _: function(x))


def dense(activation):
    return lambda x, p: activation(F.linear(x, p["weight"].T, p["bias"]))


weights = {"weight": sample(3, 4), "bias": sample(4)}
goldens.layer("dense(4, GLU)", sample(2, 3), dense(F.glu), weights)
goldens.layer("dense(4, SPARSEMAX)", sample(5, 3), dense(sparsemax), weights)


def prelu(x, p):
    return F.prelu(x.reshape(-1, x.shape[-1]), p["weight"]).reshape(x.shape)


goldens.layer("prelu()", numbers(3, 2, 3), prelu, {"weight": sample(3)})
goldens.layer("prelu().slope(-0.5)", numbers(3, 4), prelu, {"weight": sample(4)})


def gated(activation):
    return lambda x, p: (
        activation(F.linear(x, p["gate.weight"].T, p.get("gate.bias")))
        * F.linear(x, p["value.weight"].T, p.get("value.bias")))


goldens.layer(
    "gatedDense(2, SILU)", sample(4, 3), gated(F.silu), {"gate.weight": sample(3, 2), "value.weight": sample(3, 2)})
goldens.layer(
    "gatedDense(2, SIGMOID).withBias()", sample(2, 2, 3), gated(torch.sigmoid),
    {"gate.weight": sample(3, 2), "gate.bias": sample(2), "value.weight": sample(3, 2), "value.bias": sample(2)})
goldens.write()
