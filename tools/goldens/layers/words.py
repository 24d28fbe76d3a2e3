"""Rows of WordLayers: see goldens.py."""

import math

import torch
import torch.nn.functional as F

from goldens import Goldens, sample

goldens = Goldens("words")


def padded(padding):
    """PyTorch looks padding up like any word and only keeps its gradient away: the row is zeros there."""
    def function(x, p):
        kept = torch.ones(p["weight"].shape[0], 1)
        kept[padding] = 0
        return F.embedding(x, p["weight"] * kept, padding_idx=padding)
    return function


def bag(mode, padding=None):
    """An empty bag is zeros."""
    return lambda x, p: F.embedding_bag(x, p["embedding.weight"], mode=mode, padding_idx=padding)


def waves(time, features):
    """Written number by number, as in Vaswani et al. 2017, section 3.5."""
    table = torch.zeros(time, features)
    for t in range(time):
        for i in range(0, features, 2):
            angle = t / 10_000 ** (i / features)
            table[t, i] = math.sin(angle)
            if i + 1 < features:
                table[t, i + 1] = math.cos(angle)
    return table


def gru(x, p, width):
    module = torch.nn.GRU(x.shape[-1], width, batch_first=True)
    names = {"inputWeight": "weight_ih_l0", "recurrentWeight": "weight_hh_l0",
             "bias": "bias_ih_l0", "recurrentBias": "bias_hh_l0"}
    weights = {names[k]: v.T if v.dim() == 2 else v for k, v in p.items()}
    return torch.func.functional_call(module, weights, (x,))[1][0]


words = torch.tensor([[4, 0, 1, 1], [2, 2, 3, 0]])
goldens.layer("embedding(5, 3).padding(0)", words, padded(0), {"weight": sample(5, 3)})
goldens.layer(
    "embedding(6, 2).padding(5)", torch.tensor([[[5, 5, 0], [1, 5, 1]], [[5, 5, 5], [4, 3, 2]]]), padded(5),
    {"weight": sample(6, 2)})
goldens.layer("embeddingBag(embedding(5, 3))", words, bag("mean"), {"embedding.weight": sample(5, 3)})
goldens.layer(
    "embeddingBag(embedding(5, 3).padding(2)).sum()", words, bag("sum", 2), {"embedding.weight": sample(5, 3)})
goldens.layer(
    "embeddingBag(embedding(5, 3).padding(0))", torch.tensor([[0, 0], [0, 4], [1, 1]]), bag("mean", 0),
    {"embedding.weight": sample(5, 3)})
goldens.layer(
    "tied(embedding(5, 3), dense(3).withoutBias())", words,
    lambda x, p: F.embedding(x, p["embedding.weight"]) @ p["inner.weight"] @ p["embedding.weight"].T,
    {"embedding.weight": sample(5, 3), "inner.weight": sample(3, 3)})
goldens.layer(
    "tied(embedding(5, 2), gru(2))", words[:, :3],
    lambda x, p: gru(
        F.embedding(x, p["embedding.weight"]),
        {name[6:]: value for name, value in p.items() if name.startswith("inner.")}, 2) @ p["embedding.weight"].T,
    {"embedding.weight": sample(5, 2), "inner.inputWeight": sample(2, 6), "inner.recurrentWeight": sample(2, 6),
     "inner.bias": sample(6), "inner.recurrentBias": sample(6)})
goldens.layer("positionEmbedding(4)", sample(2, 3, 2), lambda x, p: x + p["weight"][:3], {"weight": sample(4, 2)})
goldens.layer("sinusoidalPositions()", sample(2, 4, 5), lambda x, _: x + waves(4, 5))
goldens.write()
