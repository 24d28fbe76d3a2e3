"""Rows of RecurrentLayers: see goldens.py.

Sequences that end early are packed, as PyTorch packs them; a reset gate before the product is Keras's.
"""

import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch
import torch.nn.functional as F

from goldens import Goldens, first, filters, sample

goldens = Goldens("recurrent")
NAMES = {"inputWeight": "weight_ih_l0", "recurrentWeight": "weight_hh_l0", "bias": "bias_ih_l0",
         "recurrentBias": "bias_hh_l0"}


def weights(gates, features=2, width=3, prefix="", second=False):
    made = {"inputWeight": sample(features, gates * width), "recurrentWeight": sample(width, gates * width),
            "bias": sample(gates * width)}
    if second:
        made["recurrentBias"] = sample(gates * width)
    return {prefix + name: value for name, value in made.items()}


def both(gates, features=2, width=3, prefix=""):
    return {**weights(gates, features, width, prefix + "forward."), **weights(gates, features, width, prefix + "backward.")}


def part(p, prefix):
    return {name[len(prefix):]: value for name, value in p.items() if name.startswith(prefix)}


def laid_out(p, width, suffix=""):
    """Weights as PyTorch wants them; biases that Gradus does not have twice are zeros."""
    gates = p["inputWeight"].shape[1] // width
    made = {"bias_ih_l0": torch.zeros(gates * width), "bias_hh_l0": torch.zeros(gates * width)}
    made.update({NAMES[name]: value.T if value.dim() == 2 else value for name, value in p.items()})
    return {name + suffix: value for name, value in made.items()}


def run(kind, width, x, p, lengths=None, **options):
    """All outputs and the last ones of one direction, or of two if there are weights for two."""
    two = "forward.inputWeight" in p
    module = kind(x.shape[-1], width, batch_first=True, bidirectional=two, **options)
    laid = {**laid_out(part(p, "forward."), width), **laid_out(part(p, "backward."), width, "_reverse")} \
        if two else laid_out(p, width)
    given = x if lengths is None else torch.nn.utils.rnn.pack_padded_sequence(
        x, lengths, batch_first=True, enforce_sorted=False)
    outputs, state = torch.func.functional_call(module, laid, (given,))
    if lengths is not None:
        outputs, _ = torch.nn.utils.rnn.pad_packed_sequence(outputs, batch_first=True, total_length=x.shape[1])
    last = state[0] if isinstance(state, tuple) else state
    return outputs, torch.cat(list(last), -1)


def reversed_(kind, width, x, p):
    outputs, last = run(kind, width, x.flip(1), p)
    return outputs.flip(1), last


def reset_before(x, p):
    """As in Cho et al. 2014; Keras says the same in single precision."""
    width = p["recurrentWeight"].shape[0]
    h, outputs = torch.zeros(x.shape[0], width), []
    (w_r, w_z, w_n), (u_r, u_z, u_n), (b_r, b_z, b_n) = (
        p[name].chunk(3, -1) for name in ("inputWeight", "recurrentWeight", "bias"))
    for step in x.unbind(1):
        r, z = torch.sigmoid(step @ w_r + h @ u_r + b_r), torch.sigmoid(step @ w_z + h @ u_z + b_z)
        h = (1 - z) * torch.tanh(step @ w_n + (r * h) @ u_n + b_n) + z * h
        outputs.append(h)
    y = torch.stack(outputs, 1)
    torch.testing.assert_close(y.detach(), keras_gru(x, p).detach().double(), rtol=1e-5, atol=1e-6)
    return y


def keras_gru(x, p):
    """Its gates stand in the order z, r, n."""
    layer = keras.layers.GRU(p["recurrentWeight"].shape[0], return_sequences=True, reset_after=False)
    layer.build(x.shape)
    layer.set_weights([
        torch.cat([z, r, n], -1).detach().numpy()
        for r, z, n in (p[name].chunk(3, -1) for name in ("inputWeight", "recurrentWeight", "bias"))])
    return layer(x.detach())


def halves(y):
    return y.chunk(2, -1)


RNN, LSTM, GRU = torch.nn.RNN, torch.nn.LSTM, torch.nn.GRU
x = sample(3, 4, 2)
goldens.layer("rnn(3)", x, lambda x, p: run(RNN, 3, x, p)[1], weights(1))
goldens.layer(
    "rnn(3, RELU).sequences()", sample(3, 4, 2), lambda x, p: run(RNN, 3, x, p, nonlinearity="relu")[0], weights(1))
goldens.layer("lstm(3)", x * 3, lambda x, p: run(LSTM, 3, x, p)[1], weights(4))
goldens.layer("lstm(3).sequences()", sample(3, 4, 2), lambda x, p: run(LSTM, 3, x, p)[0], weights(4))
goldens.layer("lstm(3).reversed()", sample(2, 4, 2), lambda x, p: reversed_(LSTM, 3, x, p)[1], weights(4))
goldens.layer(
    "lstm(3).sequences().reversed().withoutBias()", sample(2, 4, 2), lambda x, p: reversed_(LSTM, 3, x, p)[0],
    {"inputWeight": sample(2, 12), "recurrentWeight": sample(3, 12)})
goldens.layer(
    "lstm(3).forgetBias(0.0).recurrentDropout(0.4)", sample(2, 4, 2), lambda x, p: run(LSTM, 3, x, p)[1], weights(4))
goldens.layer("gru(3).sequences()", sample(3, 4, 2), lambda x, p: run(GRU, 3, x, p)[0], weights(3, second=True))
goldens.layer("gru(3).resetBefore().sequences()", sample(3, 4, 2), reset_before, weights(3))
goldens.layer(
    "gru(3).reversed().recurrentDropout(0.2).withoutBias()", sample(2, 4, 2), lambda x, p: reversed_(GRU, 3, x, p)[1],
    {"inputWeight": sample(2, 9), "recurrentWeight": sample(3, 9)})


def ending(lengths, features=2):
    x = sample(len(lengths), 4, features)
    for row, length in enumerate(lengths):
        x[row, length:] = 0
    return x


SHORT = [2, 4, 1]
goldens.layer(
    "rnn(3).sequences().skipZeros()", ending(SHORT), lambda x, p: run(RNN, 3, x, p, SHORT)[0], weights(1))
goldens.layer("bidirectional(lstm(3))", sample(2, 4, 2), lambda x, p: run(LSTM, 3, x, p)[1], both(4))
goldens.layer("bidirectional(rnn(3).sequences())", sample(2, 4, 2), lambda x, p: run(RNN, 3, x, p)[0], both(1))
goldens.layer(
    "bidirectional(rnn(3).sequences()).sum()", sample(2, 4, 2), lambda x, p: sum(halves(run(RNN, 3, x, p)[0])), both(1))
goldens.layer(
    "bidirectional(rnn(3)).mean()", sample(2, 4, 2), lambda x, p: sum(halves(run(RNN, 3, x, p)[1])) / 2, both(1))
goldens.layer(
    "Sequential(lstm(2).sequences(), dropout(0.3), lstm(2))", sample(2, 3, 2),
    lambda x, p: run(LSTM, 2, run(LSTM, 2, x, part(p, "0."))[0], part(p, "2."))[1],
    {**weights(4, 2, 2, "0."), **weights(4, 2, 2, "2.")})


def padded(x, p):
    lengths = (x != 0).sum(1).tolist()
    kept = torch.ones(5, 1)
    kept[0] = 0
    words = F.embedding(x, p["0.weight"] * kept, padding_idx=0)
    outputs, _ = run(LSTM, 2, words, part(p, "1."), lengths)
    return run(RNN, 2, outputs, part(p, "2."), lengths)[1]


goldens.layer(
    "Sequential(embedding(5, 2).padding(0), bidirectional(lstm(2).sequences().skipZeros()), rnn(2).skipZeros())",
    torch.tensor([[4, 1, 1, 0], [2, 3, 4, 1], [3, 0, 0, 0]]), padded,
    {"0.weight": sample(5, 2), **both(4, 2, 2, "1."), **weights(1, 4, 2, "2.")})


def film(x, p):
    y = F.conv2d(first(x.flatten(0, 1)), filters(p["layer.0.weight"]), p["layer.0.bias"])
    y = F.linear(y.movedim(1, -1).flatten(1), p["layer.2.weight"].T, p["layer.2.bias"])
    return y.unflatten(0, x.shape[:2])


goldens.layer(
    "timeDistributed(Sequential(conv2d(2, 2), flatten(), dense(2)))", sample(2, 2, 3, 2, 1), film,
    {"layer.0.weight": sample(2, 2, 1, 2), "layer.0.bias": sample(2), "layer.2.weight": sample(4, 2),
     "layer.2.bias": sample(2)})
goldens.write()
