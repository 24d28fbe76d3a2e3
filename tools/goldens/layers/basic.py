"""Rows of BasicLayers: see goldens.py."""

import torch
import torch.nn.functional as F

from goldens import Goldens, sample

goldens = Goldens("basic")


def dense(activation=lambda y: y):
    return lambda x, p: activation(F.linear(x, p["weight"].T, p.get("bias")))


goldens.layer("dense(3)", sample(2, 4), dense(), {"weight": sample(4, 3), "bias": sample(3)})
goldens.layer("dense(3, RELU)", sample(2, 4), dense(F.relu), {"weight": sample(4, 3), "bias": sample(3)})
goldens.layer("dense(2).withoutBias()", sample(2, 3, 4), dense(), {"weight": sample(4, 2)})
goldens.layer("flatten()", sample(2, 2, 3, 2), lambda x, _: torch.flatten(x, 1))
goldens.layer("reshape(3, 4)", sample(2, 2, 6), lambda x, _: x.reshape(2, 3, 4))
goldens.layer("reshape(-1, 2)", sample(2, 2, 3), lambda x, _: x.reshape(2, -1, 2))
goldens.layer("dropout(0.4)", sample(2, 6), lambda x, _: F.dropout(x, 0.4, training=False) * 1)
goldens.layer("dropout(0.0)", sample(2, 6), lambda x, _: F.dropout(x, 0.0, training=True))
goldens.layer(
    "embedding(5, 3)", torch.tensor([[4, 0, 1, 1], [2, 2, 3, 0]]), lambda x, p: F.embedding(x, p["weight"]),
    {"weight": sample(5, 3)})
goldens.layer(
    "Sequential(dense(4, TANH), Sequential(dropout(0.5), dense(2)))", sample(2, 3),
    lambda x, p: F.linear(torch.tanh(F.linear(x, p["0.weight"].T, p["0.bias"])), p["1.1.weight"].T, p["1.1.bias"]),
    {"0.weight": sample(3, 4), "0.bias": sample(4), "1.1.weight": sample(4, 2), "1.1.bias": sample(2)})
goldens.layer(
    "Sequential(embedding(6, 3), globalMean(), dense(2))", torch.tensor([[5, 0, 1, 1], [2, 2, 3, 0]]),
    lambda x, p: F.linear(F.embedding(x, p["0.weight"]).mean(1), p["2.weight"].T, p["2.bias"]),
    {"0.weight": sample(6, 3), "2.weight": sample(3, 2), "2.bias": sample(2)})
goldens.layer(
    "Graph(x [3] -> y, 4 stages)", sample(2, 3),
    lambda x, p: F.linear(
        torch.tanh(F.linear(x, p["left.weight"].T, p["left.bias"])) * F.linear(x, p["1.weight"].T, p["1.bias"]),
        p["y.weight"].T, p["y.bias"]),
    {"left.weight": sample(3, 4), "left.bias": sample(4), "1.weight": sample(3, 4), "1.bias": sample(4),
     "y.weight": sample(4, 2), "y.bias": sample(2)})
goldens.write()
