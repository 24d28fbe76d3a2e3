"""Figures of examples that have one class, or any number of labels. See goldens.py."""

import warnings

import numpy
import sklearn
import torch
import torchmetrics
from sklearn import metrics

import goldens

warnings.filterwarnings("ignore")
chance = numpy.random.default_rng(5)
g = goldens.Goldens("classification", f"scikit-learn {sklearn.__version__}, torchmetrics {torchmetrics.__version__}")


def specificity(truth, predicted, average, classes, weight=None):
    """The formula in float64, which torchmetrics confirms in float32; it knows no weights, so quarters become
    copies."""
    times = numpy.ones(len(truth), int) if weight is None else (weight * 4).astype(int)
    truth, predicted = truth.repeat(times), predicted.repeat(times)
    counts = metrics.confusion_matrix(truth, predicted, labels=range(classes))
    hits, called, support = counts.diagonal(), counts.sum(0), counts.sum(1)
    negatives = counts.sum() - support
    right = negatives - called + hits
    each = numpy.divide(right, negatives, out=numpy.zeros(classes), where=negatives > 0)
    there = called + support > 0
    value = {"none": each, "macro": each[there].mean(), "micro": right.sum() / negatives.sum(),
             "weighted": (each * support).sum() / support.sum()}[average]
    confirmed = torchmetrics.functional.specificity(
        torch.tensor(predicted), torch.tensor(truth), task="multiclass", num_classes=classes, average=average)
    assert numpy.allclose(value, confirmed.numpy(), atol=1e-6), (average, value, confirmed)
    return value


def classes(name, count, truth, outputs, weight):
    predicted = outputs if outputs.dtype.kind == "i" else outputs.argmax(1) if outputs.ndim > 1 else (outputs > 0.5).astype(int)
    g.data(name, outputs, truth, weight)
    labels = range(count)

    def both(text, function, each=None, **options):
        g.figure(text, name, function(truth, predicted, **options),
                 function(truth, predicted, sample_weight=weight, **options), each)

    averages = [("macro", "macro()"), ("micro", "micro()"), ("weighted", "weighted()")]
    families = [("precision()", metrics.precision_score, {}), ("recall()", metrics.recall_score, {}),
                ("f1()", metrics.f1_score, {}), ("fBeta(2.0)", metrics.fbeta_score, {"beta": 2}),
                ("fBeta(0.5)", metrics.fbeta_score, {"beta": 0.5}), ("jaccardIndex()", metrics.jaccard_score, {})]
    for text, function, options in families:
        each = function(truth, predicted, average=None, labels=labels, **options)
        for average, call in averages:
            both(f"{text}.{call}", function, each, average=average, **options)
        of = [0, 2] if count > 2 else [0]
        for label in of:
            both(f"{text}.of({label})", function, average="macro", labels=[label], **options)
        if count == 2:
            both(text, function, each, **options)
    for average, call in averages:
        g.figure(f"specificity().{call}", name, specificity(truth, predicted, average, count),
                 specificity(truth, predicted, average, count, weight), specificity(truth, predicted, "none", count))
    if count == 2:
        g.figure("specificity()", name, specificity(truth, predicted, "none", 2)[1],
                 specificity(truth, predicted, "none", 2, weight)[1])
    both("macroF1()", metrics.f1_score, average="macro")
    both("macroPrecision()", metrics.precision_score, average="macro")
    both("macroRecall()", metrics.recall_score, average="macro")
    both("meanIoU()", metrics.jaccard_score, average="macro")
    both("diceCoefficient()", metrics.f1_score, average="macro")
    both("accuracy()", metrics.accuracy_score)
    both("balancedAccuracy()", metrics.balanced_accuracy_score)
    both("matthewsCorrelation()", metrics.matthews_corrcoef)
    both("cohenKappa()", metrics.cohen_kappa_score, labels=labels)
    both("cohenKappa(LINEAR)", metrics.cohen_kappa_score, labels=labels, weights="linear")
    both("cohenKappa(QUADRATIC)", metrics.cohen_kappa_score, labels=labels, weights="quadratic")


classes("three classes", 3, chance.integers(0, 3, 40), goldens.shares(chance, 40, 3), goldens.weights(chance, 40))
classes("ten classes", 10, chance.integers(0, 10, 90), goldens.shares(chance, 90, 10), goldens.weights(chance, 90))
classes("two columns", 2, chance.integers(0, 2, 31), goldens.shares(chance, 31, 2), goldens.weights(chance, 31))
classes("one probability", 2, chance.integers(0, 2, 31), goldens.shares(chance, 31, 2)[:, 0], goldens.weights(chance, 31))
classes("a class never called", 3, numpy.array([0, 1, 2, 2]), numpy.array([[0.5, 0.25, 0.25]] * 4), numpy.array([1, 2, 0.5, 1]))
classes("a class that is not there", 3, numpy.array([0, 0, 1, 1]), numpy.array([[0.25, 0.25, 0.5], [0.5, 0.25, 0.25], [0.5, 0.25, 0.25], [0.25, 0.5, 0.25]]), numpy.array([1, 2, 0.5, 1]))
classes("a class in between that is neither", 4, numpy.array([0, 3, 3, 0, 1]), numpy.array([[0.25, 0.5, 0.125, 0.125]] * 3 + [[0.125, 0.25, 0.125, 0.5]] * 2), numpy.array([1, 2, 0.5, 1, 1]))
classes("classes as whole numbers", 4, chance.integers(0, 4, 40), chance.integers(0, 4, 40), goldens.weights(chance, 40))

# the likeliest few
truth, outputs = chance.integers(0, 5, 50), chance.permuted(numpy.tile(numpy.arange(5) / 4 - 0.5, (50, 1)), axis=1)
weight = goldens.weights(chance, 50)
g.data("scores that differ", outputs, truth, weight)
for count in [1, 2, 4]:
    g.figure(f"topAccuracy({count})", "scores that differ",
             metrics.top_k_accuracy_score(truth, outputs, k=count, labels=range(5)),
             metrics.top_k_accuracy_score(truth, outputs, k=count, labels=range(5), sample_weight=weight))

# a threshold of one's own
truth, outputs = chance.integers(0, 2, 40), chance.integers(0, 65, 40) / 64
g.data("one probability and a threshold", outputs, truth)
for threshold in [0.25, 0.75]:
    predicted = outputs >= threshold
    g.figure(f"recall().threshold({threshold})", "one probability and a threshold", metrics.recall_score(truth, predicted))
    g.figure(f"precision().threshold({threshold})", "one probability and a threshold", metrics.precision_score(truth, predicted))

# any number of labels
truth = chance.integers(0, 2, (30, 4))
truth[:, 2] = 0
outputs = chance.integers(0, 65, (30, 4)) / 64
outputs[:, 2] = 0.25
weight = goldens.weights(chance, 30)
predicted = (outputs > 0.5).astype(int)
name = "labels"
g.data(name, outputs, truth, weight)
for text, function in [("precision()", metrics.precision_score), ("recall()", metrics.recall_score), ("f1()", metrics.f1_score), ("jaccardIndex()", metrics.jaccard_score)]:
    each = function(truth, predicted, average=None)
    for average in ["macro", "micro", "weighted"]:
        g.figure(f"{text}.multilabel().{average}()", name, function(truth, predicted, average=average),
                 function(truth, predicted, average=average, sample_weight=weight), each)
g.figure("hammingLoss()", name, metrics.hamming_loss(truth, predicted), metrics.hamming_loss(truth, predicted, sample_weight=weight))
g.figure("exactMatch()", name, metrics.accuracy_score(truth, predicted), metrics.accuracy_score(truth, predicted, sample_weight=weight))

# pixels and words, some of which have no class
truth = chance.integers(0, 4, (3, 4, 5))
truth[truth == 3] = 255
outputs = goldens.shares(chance, 60, 3).reshape(3, 4, 5, 3)
name = "pixels"
g.data(name, outputs, truth)
kept = truth != 255
predicted = outputs.argmax(-1)
g.figure("meanIoU().ignoring(255)", name, metrics.jaccard_score(truth[kept], predicted[kept], average="macro"),
         each=metrics.jaccard_score(truth[kept], predicted[kept], average=None))
g.figure("diceCoefficient().ignoring(255)", name, metrics.f1_score(truth[kept], predicted[kept], average="macro"))
g.figure("accuracy().ignoring(255)", name, metrics.accuracy_score(truth[kept], predicted[kept]))
g.figure("matthewsCorrelation().ignoring(255)", name, metrics.matthews_corrcoef(truth[kept], predicted[kept]))
truth = chance.integers(0, 5, (4, 7))
truth[:, 5:] = -100
outputs = goldens.shares(chance, 28, 5).reshape(4, 7, 5)
name = "words"
g.data(name, outputs, truth)
kept = truth != -100
g.figure("tokenAccuracy().ignoring(-100)", name, metrics.accuracy_score(truth[kept], outputs.argmax(-1)[kept]))
perplexity = torchmetrics.text.Perplexity(ignore_index=-100).set_dtype(torch.float64)
g.figure("perplexity().ignoring(-100)", name,
         perplexity(torch.tensor(outputs).log(), torch.tensor(truth)).item())
truth = numpy.where(truth < 0, 0, truth)
name = "all words"
g.data(name, outputs, truth)
g.figure("tokenAccuracy()", name, metrics.accuracy_score(truth.reshape(-1), outputs.argmax(-1).reshape(-1)))
g.figure("perplexity()", name, numpy.exp(metrics.log_loss(truth.reshape(-1), outputs.reshape(-1, 5), labels=range(5))))
g.write()
