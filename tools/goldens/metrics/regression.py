"""Figures of numbers beside what they should be. See goldens.py."""

import warnings

import numpy
import scipy.stats
import sklearn
import torch
import torchmetrics
from sklearn import metrics

import goldens

warnings.filterwarnings("ignore")
chance = numpy.random.default_rng(7)
g = goldens.Goldens("regression", f"scikit-learn {sklearn.__version__}, SciPy {scipy.__version__}, torchmetrics {torchmetrics.__version__}")


def pearson(truth, outputs, weight=None):
    weight = numpy.ones(len(truth)) if weight is None else weight
    both = numpy.cov(truth, outputs, aweights=weight, ddof=0)
    return both[0, 1] / numpy.sqrt(both[0, 0] * both[1, 1]) if both[0, 0] * both[1, 1] else numpy.nan


def columns(function, truth, outputs, *rest):
    pairs = zip(truth.reshape(len(truth), -1).T, outputs.reshape(len(truth), -1).T)
    return numpy.array([function(t, o, *rest) for t, o in pairs])


def symmetric(truth, outputs, weight):
    size = numpy.maximum(abs(truth) + abs(outputs), numpy.finfo(float).eps)
    return numpy.average(2 * abs(truth - outputs) / size, weights=weight)


def weighted(truth, outputs, weight):
    return (weight * abs(truth - outputs)).sum() / (weight * abs(truth)).sum()


def concordance(truth, outputs, weight):
    """With variances of n, as in the paper; torchmetrics divides by n - 1."""
    both = numpy.cov(truth, outputs, aweights=weight, ddof=0)
    apart = numpy.average(truth, weights=weight) - numpy.average(outputs, weights=weight)
    whole = both[0, 0] + both[1, 1] + apart**2
    return 2 * both[0, 1] / whole if whole else numpy.nan


def add(text, plainly, confirming, name, truth, outputs, weight):
    """A formula in float64, which torchmetrics confirms."""
    each = columns(plainly, truth, outputs, numpy.ones(len(truth)))
    if confirming:
        confirmed = columns(lambda t, o: confirming(torch.tensor(o), torch.tensor(t)).item(), truth, outputs)
        assert numpy.allclose(each, confirmed, atol=1e-6), text
    g.figure(text, name, each.mean(), columns(plainly, truth, outputs, weight).mean(), each)


def numbers(name, truth, outputs, weight):
    g.data(name, outputs, truth, weight)
    several = truth.ndim > 1
    functions = [("mae()", metrics.mean_absolute_error), ("mse()", metrics.mean_squared_error),
                 ("rmse()", metrics.root_mean_squared_error), ("mape()", metrics.mean_absolute_percentage_error),
                 ("r2()", metrics.r2_score), ("explainedVariance()", metrics.explained_variance_score),
                 ("medianAbsoluteError()", metrics.median_absolute_error)]
    if truth.min() > -1 and outputs.min() > -1:
        functions.append(("msle()", metrics.mean_squared_log_error))
    for text, function in functions:
        each = function(truth, outputs, multioutput="raw_values") if several else None
        g.figure(text, name, function(truth, outputs), function(truth, outputs, sample_weight=weight), each)
    add("smape()", symmetric, torchmetrics.functional.symmetric_mean_absolute_percentage_error, name, truth, outputs, weight)
    add("wmape()", weighted, torchmetrics.functional.weighted_mean_absolute_percentage_error, name, truth, outputs, weight)
    add("concordanceCorrelation()", concordance, None, name, truth, outputs, weight)
    if several:
        cosines = metrics.pairwise.cosine_similarity(truth, outputs).diagonal()
        g.figure("meanCosineSimilarity()", name, cosines.mean(), numpy.average(cosines, weights=weight))
    each = columns(metrics.max_error, truth, outputs)
    g.figure("maxError()", name, each.mean(), each=each)
    each = columns(pearson, truth, outputs)
    g.figure("pearsonCorrelation()", name, each.mean(), columns(pearson, truth, outputs, weight).mean(), each)
    each = columns(lambda t, o: scipy.stats.spearmanr(t, o).statistic, truth, outputs)
    g.figure("spearmanCorrelation()", name, each.mean(), each=each)


truth = goldens.sixteenths(chance, 41)
numbers("numbers", truth, truth + goldens.sixteenths(chance, 41) / 2, goldens.weights(chance, 41))
truth = goldens.sixteenths(chance, 30, 3)
numbers("three outputs", truth, truth / 2 + goldens.sixteenths(chance, 30, 3), goldens.weights(chance, 30))
truth = abs(goldens.sixteenths(chance, 20, 2)) * 4
numbers("numbers above zero", truth, abs(truth + goldens.sixteenths(chance, 20, 2)), goldens.weights(chance, 20))
truth = numpy.array([2.0, 2, 2, 2])
numbers("targets that are all the same", truth, numpy.array([2.0, 3, 1, 2]), numpy.array([1, 2, 0.5, 1]))
numbers("answers that are right and all the same", truth, truth, numpy.array([1, 2, 0.5, 1]))
truth = 2.0**14 + goldens.sixteenths(chance, 25)
numbers("small changes far from zero", truth, truth + goldens.sixteenths(chance, 25) / 4, goldens.weights(chance, 25))
g.write()
