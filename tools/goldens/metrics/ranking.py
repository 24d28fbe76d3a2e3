"""Figures of search. See goldens.py."""

import warnings

import numpy
import sklearn
import torch
import torchmetrics
from sklearn import metrics
from torchmetrics.functional import retrieval

import goldens

warnings.filterwarnings("ignore")
chance = numpy.random.default_rng(8)
g = goldens.Goldens("ranking", f"scikit-learn {sklearn.__version__}, torchmetrics {torchmetrics.__version__}")


def mean(function, outputs, truth, weight=None, **options):
    # torchmetrics takes a score of 0 or less as not found
    marks = [function(torch.tensor(o - o.min() + 1), torch.tensor(t > 0), **options).item() for o, t in zip(outputs, truth)]
    return numpy.average(numpy.array(marks), weights=weight)


def queries(name, truth, outputs, weight):
    g.data(name, outputs, truth, weight)
    g.figure("ndcg()", name, metrics.ndcg_score(truth, outputs), metrics.ndcg_score(truth, outputs, sample_weight=weight))
    for count in [1, 3, 50]:
        g.figure(f"ndcg({count})", name, metrics.ndcg_score(truth, outputs, k=count),
                 metrics.ndcg_score(truth, outputs, k=count, sample_weight=weight))


relevance = chance.integers(0, 4, (12, 7)).astype(float)
relevance[3] = 0
queries("documents with ties", relevance, chance.integers(0, 5, (12, 7)) / 4, goldens.weights(chance, 12))

relevance = (chance.random((12, 7)) < 0.3).astype(float) * 2
relevance[5] = 0
outputs = chance.permuted(numpy.tile(numpy.arange(7) / 8 - 0.25, (12, 1)), axis=1)
weight = goldens.weights(chance, 12)
name = "documents"
queries(name, relevance, outputs, weight)


def plainly(function, weight=None):
    marks = [function(t[numpy.argsort(-o)] > 0) for o, t in zip(outputs, relevance)]
    return numpy.average(marks, weights=weight)


def compared(text, function, reference, **options):
    """The formula in float64, which torchmetrics confirms in float32."""
    value = plainly(function)
    assert abs(value - mean(reference, outputs, relevance, **options)) < 1e-6, text
    g.figure(text, name, value, plainly(function, weight))


compared("meanReciprocalRank()", lambda hits: 1 / (hits.argmax() + 1) if hits.any() else 0, retrieval.retrieval_reciprocal_rank)
compared("rankingPrecision()", lambda hits: (numpy.cumsum(hits) / numpy.arange(1, 8))[hits].mean() if hits.any() else 0, retrieval.retrieval_average_precision)
for count in [1, 3, 7]:
    compared(f"hitRate({count})", lambda hits: float(hits[:count].any()), retrieval.retrieval_hit_rate, top_k=count)
    compared(f"recallAt({count})", lambda hits: hits[:count].sum() / hits.sum() if hits.any() else 0, retrieval.retrieval_recall, top_k=count)
    compared(f"precisionAt({count})", lambda hits: hits[:count].sum() / count, retrieval.retrieval_precision, top_k=count)
g.write()
