"""Rows of MergeCase: see goldens.py."""

import torch
import torch.nn.functional as F

from goldens import Goldens, sample

goldens = Goldens("merge")


def three():
    """Rows with a number that is in all of them: ties have gradients too."""
    xs = [sample(2, 2, 3) for _ in range(3)]
    return xs


goldens.merge("add()", three(), lambda x, _: x[0] + x[1] + x[2])
goldens.merge("multiply()", three(), lambda x, _: x[0] * x[1] * x[2])
goldens.merge("average()", three(), lambda x, _: torch.stack(x).mean(0))
goldens.merge("maximum()", three(), lambda x, _: torch.stack(x).amax(0))
goldens.merge("minimum()", three(), lambda x, _: torch.stack(x).amin(0))
goldens.merge("subtract()", three()[:2], lambda x, _: x[0] - x[1])
goldens.merge("concatenate()", [sample(2, 2, 3), sample(2, 2, 1)], lambda x, _: torch.cat(x, -1))
goldens.merge("concatenate(1)", [sample(2, 2, 3), sample(2, 1, 3)], lambda x, _: torch.cat(x, 1))
goldens.merge("dot()", three()[:2], lambda x, _: (x[0] * x[1]).sum(-1, keepdim=True))
goldens.merge("cosine()", three()[:2], lambda x, _: F.cosine_similarity(x[0], x[1], dim=-1).unsqueeze(-1))
goldens.merge(
    "Graph(a [3], b [3] -> sum, 3 stages)", [sample(2, 3), sample(2, 3)],
    lambda x, p: F.linear(x[0], p["0.weight"].T, p["0.bias"]) + F.linear(x[1], p["0.weight"].T, p["0.bias"]),
    {"0.weight": sample(3, 2), "0.bias": sample(2)})
goldens.merge(
    "bilinear(2)", [sample(2, 3), sample(2, 4)],
    lambda x, p: F.bilinear(x[0], x[1], p["weight"].permute(2, 0, 1), p["bias"]),
    {"weight": sample(3, 4, 2), "bias": sample(2)})
goldens.write()
