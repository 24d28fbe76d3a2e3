"""Writes nn/src/test/resources/loss_goldens.txt: what PyTorch and Keras make of small fixed inputs.

    KERAS_BACKEND=torch python3 tools/goldens/losses.py

A row is named as its loss is written in a program. It holds the inputs, the loss of each answer, the
mean, and the gradient of the mean. Where neither library has a loss, or differs from its paper, the
formula is written plainly with torch. Everything is float64 with whole numbers for labels. One line
a tensor: name, sizes separated by commas, numbers separated by spaces.
"""

import os
import pathlib

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch
import torch.nn.functional as F
from keras import losses as K
from keras.src.backend.common import dtypes

torch.manual_seed(2)
torch.set_default_dtype(torch.float64)
keras.config.set_floatx("float64")
# beside PyTorch, Keras would round to float32 wherever a tensor meets a Python number
dtypes.BIT64_TO_BIT32_DTYPE["float64"] = "float64"
FILE = pathlib.Path(__file__).parents[2] / "nn/src/test/resources/loss_goldens.txt"
lines = [f"# made by tools/goldens/losses.py with PyTorch {torch.__version__.split('+')[0]} and Keras {keras.__version__}"]


def save(name, tensor):
    tensor = tensor.detach()
    sizes = ",".join(map(str, tensor.shape))
    numbers = tensor.reshape(-1).tolist()
    if tensor.dtype.is_floating_point:
        numbers = [format(x, ".15g") for x in numbers]
    lines.append(f"{name}|{sizes}|{' '.join(map(str, numbers))}")


def sample(*sizes):
    """Random numbers that survive being written with a few digits."""
    return (torch.randn(*sizes) * 1000).round() / 1000


def shares(*sizes):
    """Probabilities that sum to 1 along the last axis, but for the digits that are cut off."""
    return (torch.rand(*sizes) * 2).softmax(-1)


def row(name, output, target, each, mean=None):
    """`each` makes the losses of (output, target); `mean` their mean, if it is no plain one."""
    mean = mean or (lambda *pair: each(*pair).mean())
    x = output.clone().requires_grad_()
    value = mean(x, target)
    value.backward()
    whole = not target.dtype.is_floating_point
    save(f"{name} / output", output)
    save(f"{name} / {'labels' if whole else 'target'}", target)
    save(f"{name} / each", each(output, target))
    save(f"{name} / mean", value)
    save(f"{name} / gradient", x.grad)


def torch_row(name, output, target, function, **options):
    row(
        name,
        output,
        target,
        lambda x, t: function(x, t, reduction="none", **options),
        lambda x, t: function(x, t, **options),
    )


def keras_row(name, output, target, function):
    """Keras takes the mean along the last axis of losses that compare numbers: an axis of size 1 keeps all."""
    row(name, output, target, lambda x, t: function(t.unsqueeze(-1), x.unsqueeze(-1)))


def classes():
    logits = sample(6, 4) * 3
    logits[4] = torch.tensor([60.0, -60.0, 0.0, 1.0])
    labels = torch.tensor([0, 3, 1, 1, 2, 0])
    weight = torch.tensor([0.5, 2.0, 1.0, 0.25])
    written = ".classWeights(0.5, 2.0, 1.0, 0.25)"
    cross = F.cross_entropy
    torch_row("crossEntropy()", logits, labels, cross)
    torch_row("crossEntropy().labelSmoothing(0.1)", logits, labels, cross, label_smoothing=0.1)
    torch_row("crossEntropy()" + written, logits, labels, cross, weight=weight)
    torch_row("crossEntropy().labelSmoothing(0.2)" + written, logits, labels, cross, label_smoothing=0.2, weight=weight)
    padded = torch.tensor([0, -100, 1, 3, -100, 0])
    torch_row("crossEntropy().ignoreIndex(-100)", logits, padded, cross)
    torch_row(
        "crossEntropy().labelSmoothing(0.3)" + written + ".ignoreIndex(1)", logits, labels, cross,
        label_smoothing=0.3, weight=weight, ignore_index=1)
    truth = shares(6, 4)
    truth[1] = torch.tensor([0.0, 1.0, 0.0, 0.0])
    torch_row("crossEntropy() of distributions", logits, truth, cross)
    torch_row(
        "crossEntropy().labelSmoothing(0.2)" + written + " of distributions", logits, truth, cross,
        label_smoothing=0.2, weight=weight)

    sequence, words = sample(2, 3, 5), torch.tensor([[4, 0, 2], [1, 7, 3]])
    channels = lambda f: lambda x, t, **o: f(x.permute(0, 2, 1), t, **o)
    torch_row("crossEntropy().ignoreIndex(7) of sequences", sequence, words, channels(cross), ignore_index=7)
    torch_row(
        "crossEntropy() of sequences of distributions", sequence, shares(2, 3, 5),
        lambda x, t, **o: cross(x.permute(0, 2, 1), t.permute(0, 2, 1), **o)
        if "reduction" in o else cross(x.reshape(6, 5), t.reshape(6, 5)))

    likely = logits.log_softmax(-1)
    torch_row("negativeLogLikelihood()", likely, labels, F.nll_loss)
    torch_row("negativeLogLikelihood()" + written + ".ignoreIndex(3)", likely, labels, F.nll_loss, weight=weight, ignore_index=3)

    def focal(gamma, alpha):
        return lambda x, t: K.categorical_focal_crossentropy(
            F.one_hot(t, 4).double() if t.dim() < x.dim() else t, x, alpha=alpha, gamma=gamma, from_logits=True)

    near = sample(6, 4) * 2
    row("focalCrossEntropy()", near, labels, focal(2.0, 0.25))
    row("focalCrossEntropy().gamma(0.5).alpha(1.0)", near, labels, focal(0.5, 1.0))
    row("focalCrossEntropy() of distributions", near, truth, focal(2.0, 0.25))

    row("generalizedCrossEntropy(0.7)", near, labels, lambda x, t: K.categorical_generalized_cross_entropy(t, x.softmax(-1), 0.7))
    torch_row("klDivergence()", likely, truth, lambda x, t, reduction="batchmean": F.kl_div(x, t, reduction=reduction)
              if reduction != "none" else F.kl_div(x, t, reduction="none").sum(-1))
    torch_row("klDivergence().fromLogTarget()", likely, shares(6, 4).log(),
              lambda x, t, reduction="batchmean": F.kl_div(x, t, reduction=reduction, log_target=True)
              if reduction != "none" else F.kl_div(x, t, reduction="none", log_target=True).sum(-1))

    row("categoricalHinge()", logits, labels, lambda x, t: K.categorical_hinge(F.one_hot(t, 4).double(), x))
    torch_row("multiMargin()", near, labels, F.multi_margin_loss)
    torch_row("multiMargin().margin(0.5).squared()", near, labels, F.multi_margin_loss, p=2, margin=0.5)
    several = torch.tensor([[1, 0, 0, 1], [0, 0, 0, 0], [1, 1, 1, 1], [0, 1, 0, 0], [0, 1, 1, 1], [1, 0, 0, 0]])

    def listed(t):
        found = torch.full(t.shape, -1)
        for i, one in enumerate(t):
            names = one.nonzero().flatten()
            found[i, : len(names)] = names
        return found

    torch_row("multiLabelMargin()", near, several.double(), lambda x, t, **o: F.multilabel_margin_loss(x, listed(t), **o))


def yes_or_no():
    logits = sample(4, 3) * 2
    logits[0, 0], logits[0, 1] = 90.0, -90.0
    truth = torch.tensor([[0.0, 1.0, 1.0], [1.0, 0.0, 0.0], [0.25, 0.5, 1.0], [0.0, 1.0, 0.75]])
    binary = F.binary_cross_entropy_with_logits
    torch_row("binaryCrossEntropy()", logits, truth, binary)
    torch_row("binaryCrossEntropy().positiveWeights(3.0)", logits, truth, binary, pos_weight=torch.tensor([3.0]))
    torch_row(
        "binaryCrossEntropy().labelSmoothing(0.1).positiveWeights(3.0, 0.5, 1.0)", logits, truth,
        lambda x, t, **o: binary(x, t * 0.9 + 0.05, pos_weight=torch.tensor([3.0, 0.5, 1.0]), **o))
    torch_row("binaryCrossEntropy().fromProbabilities()", torch.rand(4, 3) * 0.98 + 0.01, truth, F.binary_cross_entropy)
    keras_row(
        "binaryCrossEntropy().fromProbabilities().labelSmoothing(0.2)", torch.rand(4, 3) * 0.98 + 0.01, truth,
        lambda t, x: K.binary_crossentropy(t, x, label_smoothing=0.2))

    near, hard = sample(4, 3) * 2, torch.rand(4, 3).round()
    keras_row("binaryFocalCrossEntropy()", near, hard, lambda t, x: K.binary_focal_crossentropy(
        t, x, apply_class_balancing=True, from_logits=True))
    keras_row("binaryFocalCrossEntropy().gamma(0.5).alpha(0.6)", near, hard, lambda t, x: K.binary_focal_crossentropy(
        t, x, apply_class_balancing=True, from_logits=True, gamma=0.5, alpha=0.6))
    signs = hard * 2 - 1
    keras_row("hinge()", near, signs, K.hinge)
    keras_row("squaredHinge()", near, hard, K.squared_hinge)
    torch_row("softMargin()", near, signs, F.soft_margin_loss)
    torch_row("hingeEmbedding(1.5)", near.abs(), signs, F.hinge_embedding_loss, margin=1.5)


def numbers():
    output, target = sample(4, 3) * 2, sample(4, 3)
    output[0, 0], output[0, 1] = 90.0, -90.0
    torch_row("meanSquaredError()", output, target, F.mse_loss)
    torch_row("meanAbsoluteError()", output, target, F.l1_loss)
    torch_row("huber(0.7)", output, target, F.huber_loss, delta=0.7)
    torch_row("smoothL1(0.7)", output, target, F.smooth_l1_loss, beta=0.7)
    keras_row("meanAbsolutePercentageError()", output, target, K.mean_absolute_percentage_error)
    keras_row("meanSquaredLogarithmicError()", sample(4, 3).abs() + 0.1, sample(4, 3).abs() * 50 + 0.1, K.mean_squared_logarithmic_error)
    keras_row("logCosh()", output, target, K.log_cosh)
    counts = torch.tensor([[0.0, 1.0, 2.0], [5.0, 0.0, 1.0], [30.0, 3.0, 1.0], [2.0, 2.0, 0.0]])
    rates = sample(4, 3)
    torch_row("poissonLikelihood()", rates, counts, F.poisson_nll_loss)
    torch_row("poissonLikelihood().full()", rates, counts, F.poisson_nll_loss, full=True)
    torch_row("poissonLikelihood().fromRates()", rates.abs() + 0.1, counts, F.poisson_nll_loss, log_input=False)
    row("cosineDistance()", sample(2, 3, 4), sample(2, 3, 4), lambda x, t: K.cosine_similarity(t, x) + 1)


def regions():
    logits, truth = sample(3, 2, 4, 2) * 2, torch.rand(3, 2, 4, 2).round()
    truth[1] = 0
    all_axes = (1, 2, 3)
    sigmoid = lambda f: lambda x, t: f(t, x.sigmoid())
    row("dice()", logits, truth, sigmoid(lambda t, p: K.dice(t, p, axis=all_axes)))
    row("dice().fromProbabilities().eachClass()", logits.sigmoid(), truth, lambda p, t: K.dice(t, p, axis=(1, 2)))
    row("dice().smoothing(1.0)", logits, truth, sigmoid(
        lambda t, p: 1 - (2 * (p * t).sum(all_axes) + 1) / (p.sum(all_axes) + t.sum(all_axes) + 1 + 1e-7)))
    row("jaccard()", logits, truth, sigmoid(lambda t, p: K.tversky(t, p, 1.0, 1.0, axis=all_axes)))
    row("jaccard().eachClass().smoothing(1.0)", logits, truth, sigmoid(
        lambda t, p: 1 - ((p * t).sum((1, 2)) + 1) / ((p + t - p * t).sum((1, 2)) + 1 + 1e-7)))
    # Keras calls what is missed a false positive, the paper what is marked wrongly: the prices are swapped
    row("tversky(0.3, 0.7)", logits, truth, sigmoid(lambda t, p: K.tversky(t, p, alpha=0.7, beta=0.3, axis=all_axes)))


def inputs_row(name, inputs, each):
    """A row of a loss of several inputs: those in floating point have a gradient each."""
    leaves = {key: x.clone().requires_grad_() if x.dtype.is_floating_point and key != "together" else x
              for key, x in inputs.items()}
    mean = each(*leaves.values()).mean()
    mean.backward()
    save(f"{name} / each", each(*inputs.values()))
    save(f"{name} / mean", mean)
    for key, x in leaves.items():
        save(f"{name} / {key}", x)
        if x.requires_grad:
            save(f"{name} / gradient {key}", x.grad)


def several_inputs():
    vectors = {"first": sample(6, 3), "second": sample(6, 3)}
    together = torch.tensor([1.0, -1.0, 1.0, -1.0, -1.0, 1.0])
    pairs = {**vectors, "together": together}
    distance = lambda a, b: (a - b).square().sum(-1).sqrt()
    manhattan = lambda a, b: (a - b).abs().sum(-1)
    inputs_row("cosineEmbedding()", pairs, lambda a, b, y: F.cosine_embedding_loss(a, b, y, reduction="none"))
    inputs_row("cosineEmbedding().margin(0.3)", pairs, lambda a, b, y: F.cosine_embedding_loss(a, b, y, margin=0.3, reduction="none"))

    def contrastive(margin):
        def each(a, b, y):
            d = distance(a, b)
            return torch.where(y > 0, d.square(), (margin - d).clamp(min=0).square()) / 2
        return each

    inputs_row("contrastive()", pairs, contrastive(1.0))
    inputs_row("contrastive().margin(2.5)", pairs, contrastive(2.5))
    scores = {"first": sample(6), "second": sample(6), "together": together}
    inputs_row("marginRanking()", scores, lambda a, b, y: F.margin_ranking_loss(a, b, y, reduction="none"))
    inputs_row("marginRanking().margin(0.5)", scores, lambda a, b, y: F.margin_ranking_loss(a, b, y, margin=0.5, reduction="none"))
    triplets = {"first": sample(5, 3), "second": sample(5, 3), "third": sample(5, 3)}
    triplet = F.triplet_margin_with_distance_loss
    inputs_row("tripletMargin()", triplets, lambda *x: triplet(*x, distance_function=distance, reduction="none"))
    inputs_row("tripletMargin().margin(2.0).swapping()", triplets, lambda *x: triplet(
        *x, distance_function=distance, margin=2.0, swap=True, reduction="none"))
    inputs_row("tripletMargin() of taxis", triplets, lambda *x: triplet(*x, distance_function=manhattan, reduction="none"))

    def info(temperature, both):
        def each(q, k):
            alike = F.normalize(q, dim=-1) @ F.normalize(k, dim=-1).T / temperature
            forth = F.cross_entropy(alike, torch.arange(6), reduction="none")
            return (forth + F.cross_entropy(alike.T, torch.arange(6), reduction="none")) / 2 if both else forth
        return each

    inputs_row("infoNce(0.5)", vectors, info(0.5, False))
    inputs_row("infoNce(0.1).bothWays()", vectors, info(0.1, True))

    def nt_xent(a, b):
        z = F.normalize(torch.cat([a, b]), dim=-1)
        alike = (z @ z.T / 0.5).exp()
        others = alike.sum(1) - alike.diagonal()
        partner = torch.cat([alike[:6, 6:].diagonal(), alike[6:, :6].diagonal()])
        return -(partner / others).log()

    inputs_row("ntXent(0.5)", vectors, nt_xent)

    def circle(gamma, margin):
        def each(x, labels):
            # as in the paper's program, no gradient flows through the paces; Keras lets it
            unit = F.normalize(x, dim=-1)
            s = unit @ unit.T
            same = labels.unsqueeze(1) == labels
            other = ~same
            same = same & ~torch.eye(len(labels), dtype=torch.bool)
            positive = -gamma * (1 + margin - s).clamp(min=0).detach() * (s - 1 + margin)
            negative = gamma * (s + margin).clamp(min=0).detach() * (s - margin)
            of = lambda logits, pairs: torch.where(pairs, logits, -torch.inf).logsumexp(1)
            loss = F.softplus(of(positive, same) + of(negative, other))
            torch.testing.assert_close(loss, K.circle(labels, unit, gamma=gamma, margin=margin))
            return loss
        return each

    grouped = {"first": sample(6, 3), "labels": torch.tensor([2, 0, 2, 1, 0, 2])}
    inputs_row("circle()", grouped, circle(80, 0.4))
    inputs_row("circle().gamma(2.0).margin(0.25)", grouped, circle(2.0, 0.25))
    expected = {"first": sample(4, 3), "second": sample(4, 3).abs() + 0.1, "third": sample(4, 3)}
    inputs_row("gaussianLikelihood()", expected, lambda m, v, t: F.gaussian_nll_loss(m, t, v, reduction="none"))
    inputs_row("gaussianLikelihood().full()", expected, lambda m, v, t: F.gaussian_nll_loss(m, t, v, full=True, reduction="none"))


def ctc():
    output = sample(7, 9, 5) * 2
    output[0, 0] = torch.tensor([100.0, -100.0, 50.0, 0.0, 1.0])
    # plain; all times; repeated letters; no letter; repeated and just possible; impossible; nothing at all
    texts = torch.tensor([[1, 2, 3, 9], [4, 1, 2, 3], [2, 2, 1, 1], [9, 9, 9, 9], [3, 3, 3, -5], [1, 1, 2, 9], [9, 9, 9, 9]])
    times, letters = torch.tensor([8, 9, 9, 4, 5, 3, 0]), torch.tensor([3, 4, 4, 0, 3, 3, 0])
    save("ctc / output", output)
    save("ctc / texts", texts)
    save("ctc / times", times)
    save("ctc / letters", letters)

    def both(name, rows, blank, texts, **options):
        x = output[rows].clone().requires_grad_()
        # PyTorch looks at the padding, which may be anything here
        padded = torch.where(torch.arange(4) < letters[rows].unsqueeze(1), texts[rows], (blank + 1) % 5)

        def loss(reduction):
            return F.ctc_loss(x.log_softmax(-1).transpose(0, 1), padded, times[rows], letters[rows],
                              blank=blank, reduction=reduction, **options)

        save(f"{name} / each", loss("none"))
        save(f"{name} / mean of each", loss("none").mean())
        save(f"{name} / mean", loss("mean"))
        loss("mean").backward()
        save(f"{name} / gradient per label", x.grad)
        x.grad = None
        loss("none").mean().backward()
        save(f"{name} / gradient", x.grad)

    both("ctc()", slice(0, 5), 0, texts)
    both("ctc().zeroInfinity()", slice(0, 7), 0, texts, zero_infinity=True)
    # the labels one lower, so that the blank is the last class
    both("ctc().blank(4)", slice(0, 5), 4, texts - 1)


def regularizers():
    dense, filters = sample(4, 3), sample(2, 2, 2, 3)
    save("regularizer / dense", dense)
    save("regularizer / filters", filters)
    for name, rule in [
        ("l1(0.1)", keras.regularizers.L1(0.1)),
        ("l2(0.2)", keras.regularizers.L2(0.2)),
        ("l1l2(0.1, 0.2)", keras.regularizers.L1L2(0.1, 0.2)),
        ("orthogonality(0.3)", keras.regularizers.OrthogonalRegularizer(0.3, mode="columns")),
    ]:
        for what, weight in [("dense", dense), ("filters", filters)]:
            x = weight.clone().requires_grad_()
            price = rule(x.reshape(-1, 3))
            price.backward()
            save(f"{name} / {what}", price)
            save(f"{name} / gradient {what}", x.grad)


for part in (classes, yes_or_no, numbers, regions, several_inputs, ctc, regularizers):
    part()
FILE.write_text("\n".join(lines) + "\n")
print(FILE, len(lines) - 1, "tensors")
