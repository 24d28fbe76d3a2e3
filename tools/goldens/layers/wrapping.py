"""Rows of WrappingLayers: see goldens.py."""

import torch
import torch.nn.functional as F

from goldens import Goldens, filters, first, last, sample

goldens = Goldens("wrapping")


def dense(x, p, name="", activation=lambda y: y):
    return activation(F.linear(x, p[name + "weight"].T, p.get(name + "bias")))


def weights(name, inputs, outputs, bias=True):
    made = {name + "weight": sample(inputs, outputs)}
    return {**made, name + "bias": sample(outputs)} if bias else made


def batch_norm(x, p, name="", train=False):
    mean, variance = p[name + "runningMean"].clone(), p[name + "runningVariance"].clone()
    y = last(F.batch_norm(first(x), mean, variance, p[name + "weight"], p[name + "bias"], train))
    return y, {name + "runningMean": mean, name + "runningVariance": variance}


def norm_weights(name, channels):
    return (
        {name + "weight": sample(channels), name + "bias": sample(channels)},
        {name + "runningMean": sample(channels), name + "runningVariance": sample(channels) ** 2 + 0.5})


def frozen(text, x, function, parameters):
    """All its parameters are state, which training leaves as it is."""
    goldens.layer(
        text, x, function, training=lambda x, p: (function(x, p), dict(parameters)), state=parameters)


frozen("frozen(dense(3))", sample(2, 4), dense, weights("", 4, 3))
learned, running = norm_weights("", 3)
frozen("frozen(batchNorm())", sample(2, 2, 3), lambda x, p: batch_norm(x, p)[0], {**learned, **running})
frozen(
    "frozen(Sequential(dense(4, TANH), dropout(0.5)))", sample(2, 3), lambda x, p: dense(x, p, "0.", torch.tanh),
    weights("0.", 3, 4))
learned, running = norm_weights("1.", 4)


def between(x, p):
    return dense(batch_norm(dense(x, p, "0.", torch.tanh), p, "1.")[0], p, "2.")


goldens.layer(
    "Sequential(dense(4, TANH), frozen(batchNorm()), dense(2))", sample(3, 3), between,
    {**weights("0.", 3, 4), **weights("2.", 4, 2)}, lambda x, p: (between(x, p), {**learned, **running}),
    {**learned, **running})
goldens.layer(
    'dense(3, TANH).named("features")', sample(2, 4), lambda x, p: dense(x, p, "", torch.tanh), weights("", 4, 3))
goldens.layer(
    'Sequential(Sequential(dense(4, TANH).named("in")).named("features"), dense(2))', sample(2, 3),
    lambda x, p: dense(dense(x, p, "features.in.", torch.tanh), p, "1."),
    {**weights("features.in.", 3, 4), **weights("1.", 4, 2)})
goldens.layer(
    "residual(dense(4, TANH), dense(3))", sample(2, 3),
    lambda x, p: x + dense(dense(x, p, "layers.0.", torch.tanh), p, "layers.1."),
    {**weights("layers.0.", 3, 4), **weights("layers.1.", 4, 3)})
learned, running = norm_weights("layers.0.", 3)


def projected(x, p, train=False):
    y, after = batch_norm(x, p, "layers.0.", train)
    return dense(x, p, "shortcut.") + dense(y, p, "layers.1."), after


goldens.layer(
    "residual(batchNorm(), dense(4)).shortcut(dense(4).withoutBias())", sample(2, 2, 3),
    lambda x, p: projected(x, p)[0],
    {**learned, **weights("layers.1.", 3, 4), **weights("shortcut.", 3, 4, False)}, lambda x, p: projected(x, p, True),
    running)


def dense_block(x, p):
    both = torch.cat([x, dense(x, p, "layers.0.", torch.tanh)], -1)
    return torch.cat([both, dense(both, p, "layers.1.")], -1)


goldens.layer(
    "denseBlock(dense(2, TANH), dense(3))", sample(2, 3), dense_block,
    {**weights("layers.0.", 3, 2), **weights("layers.1.", 5, 3)})


def conv_block(x, p):
    for i in range(2):
        y = F.relu(last(F.conv2d(first(x), filters(p[f"layers.{i}.weight"]), padding=1)))
        x = torch.cat([x, y], -1)
    return x


conv = "conv2d(2, 3, RELU).padding(SAME).withoutBias()"
goldens.layer(
    f"denseBlock({conv}, {conv})", sample(2, 4, 3, 1), conv_block,
    {"layers.0.weight": sample(3, 3, 1, 2), "layers.1.weight": sample(3, 3, 3, 2)})


def squeeze_excitation(x, p):
    mean = x.mean(tuple(range(1, x.dim() - 1)), keepdim=True)
    return x * dense(dense(mean, p, "squeeze.", F.relu), p, "excite.", torch.sigmoid)


goldens.layer(
    "squeezeExcitation(2)", sample(2, 3, 2, 4), squeeze_excitation,
    {**weights("squeeze.", 4, 2), **weights("excite.", 2, 4)})
goldens.layer(
    "squeezeExcitation(16)", sample(2, 5, 3), squeeze_excitation,
    {**weights("squeeze.", 3, 1), **weights("excite.", 1, 3)})


def mixture(chosen, activation):
    def function(x, p):
        logits = x @ p["gate"]
        # equation 5 of the paper: all but the largest are minus infinity before the softmax
        least = logits.topk(chosen, -1).values[..., -1:]
        gates = torch.softmax(logits.masked_fill(logits < least, -torch.inf), -1)
        return sum(
            gates[..., i:i + 1] * dense(x, p, f"experts.{i}.", activation) for i in range(p["gate"].shape[1]))

    return function


experts = [weights(f"experts.{i}.", 4, 2) for i in range(3)]
goldens.layer(
    "mixtureOfExperts(3, dense(2, TANH), 2)", sample(5, 4), mixture(2, torch.tanh),
    {"gate": sample(4, 3), **experts[0], **experts[1], **experts[2]})
experts = [weights(f"experts.{i}.", 3, 3, False) for i in range(2)]
goldens.layer(
    "mixtureOfExperts(2, dense(3).withoutBias(), 1)", sample(3, 2, 3), mixture(1, lambda y: y),
    {"gate": sample(3, 2), **experts[0], **experts[1]})


def low_rank(scale, activation=lambda y: y):
    def function(x, p):
        weight = p["base.weight"] + scale * p["down"] @ p["up"]
        return activation(F.linear(x, weight.T, p.get("base.bias")))

    return function


def adapted(text, x, function, trained, base):
    goldens.layer(text, x, function, trained, lambda x, p: (function(x, p), base), base)


adapted(
    "lowRank(2, dense(3, TANH))", sample(2, 4), low_rank(1, torch.tanh), {"down": sample(4, 2), "up": sample(2, 3)},
    weights("base.", 4, 3))
adapted(
    "lowRank(1, dense(2).withoutBias()).alpha(4.0)", sample(2, 2, 3), low_rank(4),
    {"down": sample(3, 1), "up": sample(1, 2)}, weights("base.", 3, 2, False))
goldens.write()
