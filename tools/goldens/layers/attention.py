"""Rows of AttentionLayers, and what AttentionTest compares: see goldens.py."""

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


def shared_encoder(x, p):
    y = norm(p, "attentionNorm", x + attention(p, "attention.", x, 4, 2, rotary=True))
    return norm(p, "feedForwardNorm", y + feed_forward(p, "feedForward.", y, F.relu))


shared = {
    **projections(8, 16, "attention.", False), **normalisation(8, "attentionNorm"),
    **thinking(8, 3, "feedForward.", False), **normalisation(8, "feedForwardNorm")}
goldens.layer(
    "transformerEncoder(4, 3).keyValueHeads(2).rotary().withoutBias()", sample(2, 3, 8), shared_encoder, shared)


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


def several(name, inputs, function, parameters=None, whole=None):
    """Saves what `function` makes of several inputs, by their names, with gradients; those in `whole` have none."""
    parameters, whole = parameters or {}, whole or {}
    leaves = {key: value.clone().requires_grad_() for key, value in {**inputs, **parameters}.items()}
    y = function({**leaves, **whole})
    up = sample(*y.shape)
    (y * up).sum().backward()
    saved = {**inputs, **{"parameter " + key: value for key, value in parameters.items()}, **whole, "y": y, "up": up}
    saved |= {"gradient " + key: value.grad for key, value in leaves.items()}
    for key, value in saved.items():
        goldens.save(f"{name} / {key}", value)


def places(batch=2, heads=3, queries=3, keys=4, width=2, features=5):
    return {
        "query": sample(batch, heads, queries, width), "key": sample(batch, heads, keys, width),
        "value": sample(batch, heads, keys, features)}


def looked(p, **options):
    return F.scaled_dot_product_attention(p["query"], p["key"], p["value"], **options)


several("attention", places(), looked)
several("attention, causal", places(keys=3), lambda p: looked(p, is_causal=True))
# the second query may look nowhere
visible = torch.tensor([[1, 0, 1, 0], [0, 0, 0, 0], [1, 1, 1, 1]])
several("attention, visible", places(), lambda p: looked(p, attn_mask=p["mask"] == 1), whole={"mask": visible})
several(
    "attention, added", {**places(), "mask": sample(3, 1, 4) * 2}, lambda p: looked(p, attn_mask=p["mask"]))
lengths = torch.tensor([2, 4])
several(
    "attention, lengths", places(), lambda p: looked(p, attn_mask=torch.arange(4) < p["lengths"].view(2, 1, 1, 1)),
    whole={"lengths": lengths})


def cross_values(p):
    """The products apart, or in one where the module knows only one width."""
    weights = [p[part + ".weight"].T for part in ("query", "key", "value")]
    apart = len({weight.shape for weight in weights}) > 1
    values = dict(zip(("q_proj_weight", "k_proj_weight", "v_proj_weight"), weights)) if apart else {
        "in_proj_weight": torch.cat(weights)}
    return values | {
        "in_proj_bias": torch.cat([p[part + ".bias"] for part in ("query", "key", "value")]),
        "out_proj.weight": p["output.weight"].T, "out_proj.bias": p["output.bias"]}


def cross(heads):
    """torch.nn.MultiheadAttention with keys and values of their own widths."""

    def function(p):
        key, value = p.get("key", p.get("memory")), p.get("value", p.get("memory"))
        module = nn.MultiheadAttention(
            p["query"].shape[2], heads, kdim=key.shape[2], vdim=value.shape[2], batch_first=True)
        hidden = torch.arange(key.shape[1]) >= p["lengths"][:, None] if "lengths" in p else None
        return put(module, cross_values(p))(p["query"], key, value, key_padding_mask=hidden, need_weights=False)[0]

    return function


def crossing(features, key, value, name=""):
    weights = {}
    for part, width in {"query": features, "key": key, "value": value, "output": features}.items():
        weights |= {f"{name}{part}.weight": sample(width, features), f"{name}{part}.bias": sample(features)}
    return weights


several("crossAttention(2)", {"query": sample(2, 3, 4), "memory": sample(2, 5, 3)}, cross(2), crossing(4, 3, 3))
several(
    "crossAttention(1)", {"query": sample(2, 3, 4), "key": sample(2, 2, 3), "value": sample(2, 2, 5)}, cross(1),
    crossing(4, 3, 5))
several(
    "crossAttention(2), lengths", {"query": sample(2, 2, 4), "memory": sample(2, 3, 4)}, cross(2), crossing(4, 4, 4),
    {"lengths": torch.tensor([3, 1])})
several(
    "transformerEncoder(2, 5), lengths", {"x": sample(2, 3, 4)},
    lambda p: put(
        nn.TransformerEncoderLayer(4, 2, 5, 0.0, batch_first=True),
        encoder_values(p) | {
            "norm1.weight": p["attentionNorm.weight"], "norm1.bias": p["attentionNorm.bias"],
            "norm2.weight": p["feedForwardNorm.weight"], "norm2.bias": p["feedForwardNorm.bias"]})(
        p["x"], src_key_padding_mask=torch.arange(3) >= p["lengths"][:, None]),
    block(4, 5), {"lengths": torch.tensor([1, 3])})


def decoder(**options):
    """torch.nn.TransformerDecoderLayer."""

    def function(p):
        module = nn.TransformerDecoderLayer(4, 2, 5, 0.0, batch_first=True, **options)
        values = encoder_values(p) | {
            "multihead_attn.in_proj_weight": torch.cat([p[f"cross.{k}.weight"].T for k in ("query", "key", "value")]),
            "multihead_attn.in_proj_bias": torch.cat([p[f"cross.{k}.bias"] for k in ("query", "key", "value")]),
            "multihead_attn.out_proj.weight": p["cross.output.weight"].T,
            "multihead_attn.out_proj.bias": p["cross.output.bias"]}
        for number, name in enumerate(("attentionNorm", "crossNorm", "feedForwardNorm"), 1):
            values |= {f"norm{number}.weight": p[name + ".weight"], f"norm{number}.bias": p[name + ".bias"]}
        mask = nn.Transformer.generate_square_subsequent_mask(p["x"].shape[1], dtype=p["x"].dtype)
        return put(module, values)(p["x"], p["memory"], tgt_mask=mask)

    return function


def writing():
    return {**block(4, 5), **crossing(4, 4, 4, "cross."), **normalisation(4, "crossNorm")}


several("transformerDecoder(2, 5)", {"x": sample(2, 3, 4), "memory": sample(2, 5, 4)}, decoder(), writing())
several(
    "transformerDecoder(2, 5).preNorm().activation(GELU)", {"x": sample(2, 3, 4), "memory": sample(2, 2, 4)},
    decoder(norm_first=True, activation="gelu"), writing())


def contract(text, inputs, function, parameters):
    """A row of MergeCase."""
    goldens.merge(
        text, list(inputs.values()), lambda xs, p: function({**dict(zip(inputs, xs)), **p}), parameters)


contract("crossAttention(2)", {"query": sample(2, 3, 4), "memory": sample(2, 5, 3)}, cross(2), crossing(4, 3, 3))
contract(
    "crossAttention(1)", {"query": sample(2, 3, 4), "key": sample(2, 2, 3), "value": sample(2, 2, 5)}, cross(1),
    crossing(4, 3, 5))
contract("transformerDecoder(2, 5)", {"x": sample(2, 3, 4), "memory": sample(2, 5, 4)}, decoder(), writing())
goldens.write()
