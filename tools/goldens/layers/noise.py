"""Rows of NoiseLayers: see goldens.py. Outside of training all are the identity; a rate of 0 is it in training too."""

import torch.nn.functional as F

from goldens import Goldens, first, last, sample

goldens = Goldens("noise")


def nothing(x, _):
    return x * 1


def still(x, _):
    return x * 1, {}


for rate in [0.4, 0.0]:
    goldens.layer(
        f"spatialDropout({rate})", sample(2, 3, 2), lambda x, _: last(F.dropout1d(first(x), rate, training=False)) * 1,
        training=(lambda x, _: (last(F.dropout1d(first(x), rate, training=True)), {})) if rate == 0 else None)
    goldens.layer(
        f"alphaDropout({rate})", sample(3, 6), lambda x, _: F.alpha_dropout(x, rate, training=False) * 1,
        training=(lambda x, _: (F.alpha_dropout(x, rate, training=True), {})) if rate == 0 else None)
    for text, sizes in [("gaussianNoise", (2, 2, 3)), ("gaussianDropout", (3, 5)), ("dropPath", (3, 2, 2))]:
        goldens.layer(f"{text}({rate})", sample(*sizes), nothing, training=still if rate == 0 else None)
goldens.write()
