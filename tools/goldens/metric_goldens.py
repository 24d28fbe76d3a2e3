"""Writes train/src/test/resources/metric_goldens.json: what scikit-learn makes of small predictions.

    /usr/bin/python3 tools/goldens/metric_goldens.py

Debian's python3-sklearn is enough.
"""

import json
import pathlib

import numpy
import sklearn
from sklearn.metrics import accuracy_score, confusion_matrix, log_loss, precision_recall_fscore_support

FILE = pathlib.Path(__file__).parents[2] / "train/src/test/resources/metric_goldens.json"
chance = numpy.random.default_rng(1)


def case(name, classes, truth, probabilities):
    truth = numpy.asarray(truth)
    probabilities = numpy.asarray(probabilities)
    predicted = probabilities.argmax(axis=1)
    labels = list(range(classes))
    each = precision_recall_fscore_support(truth, predicted, labels=labels, zero_division=0)
    macro = precision_recall_fscore_support(truth, predicted, average="macro", zero_division=0)
    return {
        "name": name,
        "classes": classes,
        "truth": truth.tolist(),
        "predicted": predicted.tolist(),
        "probabilities": probabilities.tolist(),
        "confusion": confusion_matrix(truth, predicted, labels=labels).tolist(),
        "accuracy": accuracy_score(truth, predicted),
        "precision": each[0].tolist(),
        "recall": each[1].tolist(),
        "f1": each[2].tolist(),
        "support": each[3].tolist(),
        "macro": [float(value) for value in macro[:3]],
        "logLoss": log_loss(truth, probabilities, labels=labels),
    }


def shares(rows, classes):
    """Probabilities in whole 64ths: the same in float32 and float64."""
    parts = chance.multinomial(64 - classes, numpy.full(classes, 1 / classes), size=rows) + 1
    return parts / 64


cases = [
    case("three classes", 3, chance.integers(0, 3, 40), shares(40, 3)),
    case("ten classes", 10, chance.integers(0, 10, 100), shares(100, 10)),
    case("two classes", 2, chance.integers(0, 2, 30), shares(30, 2)),
    case("a class that is never predicted", 3, [0, 1, 2, 2], [[0.5, 0.25, 0.25]] * 4),
    case("a class that is predicted but never there", 3, [0, 0, 1], [[0.25, 0.25, 0.5]] * 3),
    case("a class that is neither", 4, [0, 1, 1, 0], [[0.5, 0.25, 0.125, 0.125]] * 4),
]
figures = numpy.sort(chance.random(101))
FILE.parent.mkdir(parents=True, exist_ok=True)
FILE.write_text(
    json.dumps(
        {
            "made": "by tools/goldens/metric_goldens.py with scikit-learn " + sklearn.__version__,
            "cases": cases,
            "percentiles": {
                "figures": figures.tolist(),
                "shares": [0.025, 0.5, 0.975],
                "values": numpy.percentile(figures, [2.5, 50, 97.5]).tolist(),
            },
        }
    )
    + "\n"
)
