"""Writes down what scikit-learn, torchmetrics, pycocotools or a formula written plainly make of small data.

Each script beside this one writes one file of train/src/test/resources/goldens/metrics:

    python3 tools/goldens/metrics/classification.py

A line is `name|sizes|numbers`. Data are called `data NAME / outputs`, `/ targets` and `/ weights`; sizes of
whole numbers begin with `whole`. Figures are called `METRIC of NAME`, where METRIC is how it is written in a
program; with weights `METRIC of NAME / weighted`; of each class or output `METRIC of NAME / each`.
Probabilities are whole 64ths and other numbers whole 16ths: the same in float32 and float64.
"""

import math
import pathlib

import numpy

FOLDER = pathlib.Path(__file__).parents[3] / "train/src/test/resources/goldens/metrics"


class Goldens:
    def __init__(self, family, made_with):
        self.file = FOLDER / (family + ".txt")
        self.lines = [f"# made by tools/goldens/metrics/{family}.py with {made_with}"]

    def save(self, name, values):
        values = numpy.asarray(values)
        whole = "whole " if values.dtype.kind == "i" else ""
        sizes = ",".join(map(str, values.shape))
        self.lines.append(f"{name}|{whole}{sizes}|" + " ".join(map(number, values.reshape(-1).tolist())))

    def data(self, name, outputs, targets, weights=None):
        self.save(f"data {name} / outputs", outputs)
        self.save(f"data {name} / targets", targets)
        if weights is not None:
            self.save(f"data {name} / weights", weights)

    def figure(self, metric, data, value, weighted=None, each=None):
        self.save(f"{metric} of {data}", numpy.float64(value))
        if weighted is not None:
            self.save(f"{metric} of {data} / weighted", numpy.float64(weighted))
        if each is not None:
            self.save(f"{metric} of {data} / each", numpy.asarray(each, dtype=numpy.float64))

    def write(self):
        FOLDER.mkdir(parents=True, exist_ok=True)
        self.file.write_text("\n".join(self.lines) + "\n")
        print(self.file.name, len(self.lines) - 1, "lines")


def number(value):
    if isinstance(value, float) and math.isnan(value):
        return "NaN"
    return repr(value)


def shares(chance, rows, classes):
    """Probabilities in whole 64ths."""
    return (chance.multinomial(64 - classes, numpy.full(classes, 1 / classes), size=rows) + 1) / 64


def sixteenths(chance, *sizes):
    return numpy.round(chance.normal(size=sizes) * 16) / 16


def weights(chance, rows):
    """Quarters, some of them 0."""
    return chance.integers(0, 9, rows) / 4
