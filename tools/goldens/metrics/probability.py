"""Figures of probabilities and of order. See goldens.py."""

import warnings

import numpy
import sklearn
import torch
import torchmetrics
from sklearn import metrics

import goldens

warnings.filterwarnings("ignore")
chance = numpy.random.default_rng(6)
g = goldens.Goldens("probability", f"scikit-learn {sklearn.__version__}, torchmetrics {torchmetrics.__version__}")


def calibration(outputs, truth, bins, weight=None):
    """torchmetrics knows no weights: quarters become copies. It sums in float32 where there are several classes,
    so they are handed over as it makes them of those: confidence and hit."""
    times = numpy.ones(len(truth), int) if weight is None else (weight * 4).astype(int)
    if outputs.ndim > 1:
        truth, outputs = (outputs.argmax(1) == truth).astype(int), outputs.max(1)
    return torchmetrics.functional.classification.binary_calibration_error(
        torch.tensor(outputs.repeat(times)), torch.tensor(truth.repeat(times)), n_bins=bins).item()


def probabilities(name, count, truth, outputs, weight):
    g.data(name, outputs, truth, weight)
    labels = range(count)
    g.figure("logLoss()", name, metrics.log_loss(truth, outputs, labels=labels),
             metrics.log_loss(truth, outputs, labels=labels, sample_weight=weight))
    one = outputs if outputs.ndim == 1 else outputs[:, 1]
    if count == 2:
        brier = metrics.brier_score_loss(truth, one), metrics.brier_score_loss(truth, one, sample_weight=weight)
    else:
        brier = (metrics.brier_score_loss(truth, outputs, labels=labels),
                 metrics.brier_score_loss(truth, outputs, labels=labels, sample_weight=weight))
    g.figure("brierScore()", name, *brier)
    g.figure("calibrationError()", name, calibration(outputs, truth, 15), calibration(outputs, truth, 15, weight))
    g.figure("calibrationError().bins(4)", name, calibration(outputs, truth, 4), calibration(outputs, truth, 4, weight))
    if count == 2:
        for text, function in [("rocAuc()", metrics.roc_auc_score), ("averagePrecision()", metrics.average_precision_score)]:
            g.figure(text, name, function(truth, one), function(truth, one, sample_weight=weight))
        return
    for average in ["macro", "weighted", "micro"]:
        call = "" if average == "macro" else f".{average}()"
        g.figure(f"rocAuc(){call}", name,
                 metrics.roc_auc_score(truth, outputs, multi_class="ovr", average=average, labels=labels),
                 metrics.roc_auc_score(truth, outputs, multi_class="ovr", average=average, labels=labels, sample_weight=weight),
                 metrics.roc_auc_score(truth, outputs, multi_class="ovr", average=None, labels=labels))
        if average != "micro":
            g.figure(f"rocAuc().oneVersusOne(){call}", name,
                     metrics.roc_auc_score(truth, outputs, multi_class="ovo", average=average, labels=labels))
        if len(numpy.unique(truth)) == count:
            g.figure(f"averagePrecision(){call}", name,
                     metrics.average_precision_score(truth, outputs, average=average),
                     metrics.average_precision_score(truth, outputs, average=average, sample_weight=weight),
                     metrics.average_precision_score(truth, outputs, average=None))


probabilities("three classes with ties", 3, chance.integers(0, 3, 60), goldens.shares(chance, 60, 3), goldens.weights(chance, 60))
probabilities("six classes", 6, chance.integers(0, 6, 80), goldens.shares(chance, 80, 6), goldens.weights(chance, 80))
probabilities("four classes of which one is not there", 4, chance.integers(0, 3, 40), goldens.shares(chance, 40, 4), goldens.weights(chance, 40))
probabilities("two columns of probabilities", 2, chance.integers(0, 2, 50), goldens.shares(chance, 50, 2), goldens.weights(chance, 50))
probabilities("probabilities of one class", 2, chance.integers(0, 2, 70), chance.integers(1, 64, 70) / 64, goldens.weights(chance, 70))
probabilities("probabilities without ties", 2, chance.integers(0, 2, 64), chance.permutation(64) / 64 + 1 / 128, goldens.weights(chance, 64))

# any score will do for order
truth, outputs, weight = chance.integers(0, 2, 40), goldens.sixteenths(chance, 40), goldens.weights(chance, 40)
outputs[:3] = [0.0, -0.0, 0.0]
g.data("scores of one class", outputs, truth, weight)
for text, function in [("rocAuc()", metrics.roc_auc_score), ("averagePrecision()", metrics.average_precision_score)]:
    g.figure(text, "scores of one class", function(truth, outputs), function(truth, outputs, sample_weight=weight))

# nothing that is so, nothing that is not
for name, truth in [("nothing that is so", numpy.zeros(5, int)), ("nothing that is not so", numpy.ones(5, int))]:
    outputs = numpy.array([0.25, 0.5, 0.5, 0.75, 0.125])
    g.data(name, outputs, truth)
    g.figure("rocAuc()", name, metrics.roc_auc_score(truth, outputs))
    g.figure("averagePrecision()", name, metrics.average_precision_score(truth, outputs))

# any number of labels
truth, outputs, weight = chance.integers(0, 2, (40, 3)), goldens.sixteenths(chance, 40, 3), goldens.weights(chance, 40)
name = "scores of labels"
g.data(name, outputs, truth, weight)
for text, function in [("rocAuc()", metrics.roc_auc_score), ("averagePrecision()", metrics.average_precision_score)]:
    for average in ["macro", "weighted", "micro"]:
        call = "" if average == "macro" else f".{average}()"
        g.figure(f"{text}.multilabel(){call}", name, function(truth, outputs, average=average),
                 function(truth, outputs, average=average, sample_weight=weight), function(truth, outputs, average=None))

# curves and thresholds: tested apart
truth, outputs = chance.integers(0, 2, 30), chance.integers(0, 25, 30) / 32
name = "curves"
g.data(name, outputs, truth)
false, true, thresholds = metrics.roc_curve(truth, outputs)
g.save("roc curve", numpy.stack([thresholds, false, true], 1))
precision, recall, thresholds = metrics.precision_recall_curve(truth, outputs)
g.save("precision recall curve", numpy.stack([numpy.append(thresholds, numpy.inf), precision, recall], 1)[::-1])


def least(cost):
    """The first, from the largest threshold down, of those that cost least."""
    candidates = [numpy.inf, *sorted(set(outputs), reverse=True)]
    rows = [[t, *metrics.confusion_matrix(truth, outputs >= t).reshape(-1)] for t in candidates]
    costs = [cost(*row[1:]) for row in rows]
    best = int(numpy.argmin(costs))
    return [rows[best][0], costs[best], *rows[best][1:]]


g.save("least cost 1 1", least(lambda tn, fp, fn, tp: fp + fn))
g.save("least cost 1 20", least(lambda tn, fp, fn, tp: fp + 20 * fn))
g.save("least cost 7 1", least(lambda tn, fp, fn, tp: 7 * fp + fn))
g.save("least cost with gains", least(lambda tn, fp, fn, tp: 2 * fp + 3 * fn - 4 * tp - 0.5 * tn))
for beta in [0.5, 1, 2]:
    f = lambda tn, fp, fn, tp: -(1 + beta**2) * tp / ((1 + beta**2) * tp + beta**2 * fn + fp)
    g.save(f"most F {beta}", least(f))
g.save("most recall", least(lambda tn, fp, fn, tp: -tp / (tp + fn) if tp + fp and tp / (tp + fp) >= 0.6 else 1))
g.save("most precision", least(lambda tn, fp, fn, tp: -tp / (tp + fp) if tp / (tp + fn) >= 0.4 else 1))
g.write()
