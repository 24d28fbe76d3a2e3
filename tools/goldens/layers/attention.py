"""Rows of AttentionLayers, and the layers of two inputs of AttentionMergesTest: see goldens.py."""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from goldens import Goldens, sample

goldens = Goldens("attention")


def attention(p, name, x, heads, shared=None, causal=False, rotary=False):
    """torch's scaled_dot_product_attention between the products, for what its modules cannot do."""
    batch, time, features = x.shape
    shared, width = shared or heads, features // heads
    everything = F.linear(x, p[name + "queryKeyValue.weight"].T, p.get(name + "queryKeyValue.bias"))
    parts = everything.split([features, shared * width, shared * width], 2)
    q, k, v = (part.view(batch, time, -1, width).transpose(1, 2) for part in parts)
    if rotary:
        q, k = turned(q), turned(k)
    k, v = (t.repeat_interleave(heads // shared, 1) for t in (k, v))
    found = F.scaled_dot_product_attention(q, k, v, is_causal=causal)
    return F.linear(found.transpose(1, 2).reshape(x.shape), p[name + "output.weight"].T, p.get(name + "output.bias"))


def turned(x):
    """Each pair of features as a complex number, times one of length 1 (Su and others 2021)."""
    half = x.shape[-1] // 2
    angle = torch.arange(x.shape[2])[:, None] * 10000 ** (-2 * torch.arange(half) / x.shape[-1])
    points = torch.complex(x[..., :half], x[..., half:]) * torch.polar(torch.ones_like(angle), angle)
    return torch.cat([points.real, points.imag], -1)


def put(module, values):
    """Calls the module with parameters that gradients flow to."""
    return lambda *x, **options: torch.func.functional_call(module, values, x, options)


def self_attention(heads, causal=False):
    def function(x, p):
        module = nn.MultiheadAttention(x.shape[2], heads, batch_first=True)
        values = {
            "in_proj_weight": p["queryKeyValue.weight"].T, "in_proj_bias": p["queryKeyValue.bias"],
            "out_proj.weight": p["output.weight"].T, "out_proj.bias": p["output.bias"]}
        mask = torch.ones(x.shape[1], x.shape[1]).tril() == 0 if causal else None
        return put(module, values)(x, x, x, attn_mask=mask, need_weights=False)[0]

    return function


def projections(features, all_features, name="", bias=True):
    weights = {name + "queryKeyValue.weight": sample(features, all_features)}
    weights |= {name + "queryKeyValue.bias": sample(all_features)} if bias else {}
    weights |= {name + "output.weight": sample(features, features)}
    return weights | ({name + "output.bias": sample(features)} if bias else {})


def feed_forward(p, name, x, activation):
    inside = activation(F.linear(x, p[name + "expand.weight"].T, p.get(name + "expand.bias")))
    return F.linear(inside, p[name + "contract.weight"].T, p.get(name + "contract.bias"))


def thinking(features, hidden, name="", bias=True):
    weights = {name + "expand.weight": sample(features, hidden)}
    weights |= {name + "expand.bias": sample(hidden)} if bias else {}
    weights |= {name + "contract.weight": sample(hidden, features)}
    return weights | ({name + "contract.bias": sample(features)} if bias else {})


def normalisation(features, name):
    return {name + ".weight": sample(features), name + ".bias": sample(features)}


def norm(p, name, x, epsilon=1e-5):
    return F.layer_norm(x, x.shape[-1:], p[name + ".weight"], p[name + ".bias"], epsilon)


def block(features, hidden, name="", bias=True):
    return {
        **projections(features, 3 * features, name + "attention.", bias),
        **normalisation(features, name + "attentionNorm"),
        **thinking(features, hidden, name + "feedForward.", bias),
        **normalisation(features, name + "feedForwardNorm")}


def encoder_values(p, name=""):
    return {
        "self_attn.in_proj_weight": p[name + "attention.queryKeyValue.weight"].T,
        "self_attn.in_proj_bias": p[name + "attention.queryKeyValue.bias"],
        "self_attn.out_proj.weight": p[name + "attention.output.weight"].T,
        "self_attn.out_proj.bias": p[name + "attention.output.bias"],
        "linear1.weight": p[name + "feedForward.expand.weight"].T,
        "linear1.bias": p[name + "feedForward.expand.bias"],
        "linear2.weight": p[name + "feedForward.contract.weight"].T,
        "linear2.bias": p[name + "feedForward.contract.bias"]}


def encoder(heads, hidden, causal=False, name="", **options):
    """torch.nn.TransformerEncoderLayer."""

    def function(x, p):
        module = nn.TransformerEncoderLayer(x.shape[2], heads, hidden, 0.0, batch_first=True, **options)
        values = encoder_values(p, name) | {
            "norm1.weight": p[name + "attentionNorm.weight"], "norm1.bias": p[name + "attentionNorm.bias"],
            "norm2.weight": p[name + "feedForwardNorm.weight"], "norm2.bias": p[name + "feedForwardNorm.bias"]}
        mask = nn.Transformer.generate_square_subsequent_mask(x.shape[1], dtype=x.dtype) if causal else None
        return put(module, values)(x, src_mask=mask)

    return function


goldens.layer("multiHeadAttention(2)", sample(2, 3, 4), self_attention(2), projections(4, 12))
goldens.layer("multiHeadAttention(3).causal()", sample(2, 5, 6) * 3, self_attention(3, True), projections(6, 18))
goldens.layer(
    "multiHeadAttention(4).keyValueHeads(2).causal().withoutBias()", sample(2, 3, 8),
    lambda x, p: attention(p, "", x, 4, 2, causal=True), projections(8, 16, bias=False))
goldens.layer(
    "multiHeadAttention(2).keyValueHeads(1).rotary()", sample(2, 5, 8),
    lambda x, p: attention(p, "", x, 2, 1, rotary=True), projections(8, 16))
goldens.layer("multiHeadAttention(1).dropout(0.3)", sample(2, 2, 3), self_attention(1), projections(3, 9))
goldens.layer("feedForward(5)", sample(2, 3), lambda x, p: feed_forward(p, "", x, F.relu), thinking(3, 5))
goldens.layer(
    "feedForward(4, GELU).withoutBias().dropout(0.2)", sample(2, 2, 3), lambda x, p: feed_forward(p, "", x, F.gelu),
    thinking(3, 4, bias=False))
goldens.layer("transformerEncoder(2, 5)", sample(2, 3, 4), encoder(2, 5), block(4, 5))
goldens.layer(
    "transformerEncoder(2, 5).preNorm().activation(GELU).causal().epsilon(0.001)", sample(2, 3, 4),
    encoder(2, 5, True, norm_first=True, activation="gelu", layer_norm_eps=1e-3), block(4, 5))
goldens.layer("transformerEncoder(1, 5).dropout(0.1)", sample(2, 2, 4), encoder(1, 5), block(4, 5))


def gpt(x, p):
    y = F.embedding(x, p["token.weight"]) + p["position"][: x.shape[1]]
    for i in range(2):
        y = encoder(2, 16, True, f"blocks.{i}.", norm_first=True, activation="gelu")(y, p)
    return norm(p, "norm", y) @ p["token.weight"].T


goldens.layer(
    "gpt().layers(2).heads(2).width(4).context(6).vocabulary(5)", torch.tensor([[4, 0, 1, 1], [2, 2, 3, 0]]), gpt,
    {"token.weight": sample(5, 4), "position": sample(6, 4), **block(4, 16, "blocks.0."), **block(4, 16, "blocks.1."),
     **normalisation(4, "norm")})


def rotary_gpt(x, p):
    y = F.embedding(x, p["token.weight"])
    y = y + attention(p, "blocks.0.attention.", norm(p, "blocks.0.attentionNorm", y), 2, causal=True, rotary=True)
    y = y + feed_forward(p, "blocks.0.feedForward.", norm(p, "blocks.0.feedForwardNorm", y), F.gelu)
    return norm(p, "norm", y) @ p["output.weight"]


goldens.layer(
    "gpt().layers(1).heads(2).width(4).context(3).vocabulary(6).dropout(0.1).withoutBias().untied().rotary()",
    torch.tensor([[5, 0, 1], [2, 2, 3]]), rotary_gpt,
    {"token.weight": sample(6, 4), **block(4, 16, "blocks.0.", False), **normalisation(4, "norm"),
     "output.weight": sample(4, 6)})


def bert(x, p):
    y = F.embedding(x, p["token.weight"]) + p["position"][: x.shape[1]] + p["segment.weight"][0]
    return encoder(2, 16, name="blocks.0.", activation="gelu", layer_norm_eps=1e-12)(norm(p, "norm", y, 1e-12), p)


goldens.layer(
    "bert().layers(1).heads(2).width(4).context(5).vocabulary(7).segments(3)",
    torch.tensor([[4, 0, 1, 1], [2, 2, 3, 6]]), bert,
    {"token.weight": sample(7, 4), "position": sample(5, 4), "segment.weight": sample(3, 4), **normalisation(4, "norm"),
     **block(4, 16, "blocks.0."), "pooler.weight": sample(4, 4), "pooler.bias": sample(4),
     "transform.weight": sample(4, 4), "transform.bias": sample(4), **normalisation(4, "transformNorm"),
     "bias": sample(7)})
goldens.write()
